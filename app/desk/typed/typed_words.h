// Words as a person typed or pasted them, and as they are saved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"

namespace hub::desk {

struct TypedWords {
  std::string words;                   // UTF-8, without spaces and line ends at either end
  std::vector<base::Message> notices;  // what was made of letters that only look right (content/model/letters.h)
};

// Error: a character in them that no screen shows, which one and where. What their place makes of them (how long they
// may be, ruby, languages) is content's own to say.
base::Result<TypedWords> typed_words(std::string_view utf8);

}  // namespace hub::desk
