#include "desk/typed/common_words.h"

#include "base/parse.h"
#include "desk/typed/text_value.h"

namespace hub::desk {

std::optional<Json> common_words(const std::string& services_json, const std::string& pointer) {
  const std::string before = "/services/";
  if (!pointer.starts_with(before)) return std::nullopt;
  const std::size_t slash = pointer.find('/', before.size());
  if (slash == pointer.npos) return std::nullopt;
  const auto number = base::parse_count(pointer.substr(before.size(), slash - before.size()), 99);
  const auto all = parsed(services_json);
  const Json* services = all ? member(*all, "services") : nullptr;
  if (!number || !services || !services->is_array()) return std::nullopt;
  for (const Json& one : *services) {
    if (number_of<int>(one, "number") != *number) continue;
    const Json* words = value_at(one, pointer.substr(slash));
    return words ? std::optional(*words) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace hub::desk
