#include "desk/typed/common_words.h"

#include "base/parse.h"
#include "desk/typed/text_value.h"

namespace hub::desk {

const Json* CommonWords::at(const std::string& pointer) const {
  const std::string before = "/services/";
  if (!pointer.starts_with(before)) return nullptr;
  const std::size_t slash = pointer.find('/', before.size());
  if (slash == pointer.npos) return nullptr;
  const auto number = base::parse_count(pointer.substr(before.size(), slash - before.size()), 99);
  const Json* services = all_ ? member(*all_, "services") : nullptr;
  if (!number || !services || !services->is_array()) return nullptr;
  for (const Json& one : *services) {
    if (number_of<int>(one, "number") != *number) continue;
    return value_at(one, pointer.substr(slash));
  }
  return nullptr;
}

}  // namespace hub::desk
