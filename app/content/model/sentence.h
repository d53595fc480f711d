// Whether a Japanese paragraph begins or ends in the middle of a sentence, as it does where a published report has lost
// a part. Such a text is kept as it is and drawn with a leading or trailing …; loading it warns.
#pragma once

#include <string_view>

namespace hub::content {

// True when the first character cannot begin a sentence: をん, small kana, ー, a closing bracket, 、。！？ …, or
// okurigana before a kanji (ら得た). Ruby markup, spaces and U+2060/U+200B do not count. False for an empty text.
bool starts_midway(std::string_view japanese);

// True when the sentence runs on: it ends in a particle, in て or し, in 、 or an opening bracket. A line that ends in
// a noun (地域全体での見守り) is whole. False for an empty text.
bool ends_midway(std::string_view japanese);

// True when a ①…⑳ of the report has stayed in the words instead of going into "marks".
bool starts_with_mark(std::string_view japanese);

}  // namespace hub::content
