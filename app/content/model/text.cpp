#include "content/model/text.h"

#include <algorithm>

namespace hub::content {

bool is_language(std::string_view tag) {
  return std::find(std::begin(kLanguages), std::end(kLanguages), tag) != std::end(kLanguages);
}

Said Text::in(std::string_view language) const {
  if (const auto found = words_.find(language); found != words_.end()) return {found->second, found->first};
  const auto japanese = words_.find("ja");
  return japanese == words_.end() ? Said{"", "ja"} : Said{japanese->second, japanese->first};
}

}  // namespace hub::content
