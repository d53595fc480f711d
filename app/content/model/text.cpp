#include "content/model/text.h"

namespace hub::content {

Said Text::in(std::string_view language) const {
  if (const auto found = words_.find(language); found != words_.end()) return {found->second, found->first};
  const auto japanese = words_.find("ja");
  return japanese == words_.end() ? Said{"", "ja"} : Said{japanese->second, japanese->first};
}

}  // namespace hub::content
