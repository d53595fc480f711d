// Aozora ruby in texts: ｜地域《ちいき》, or 地域《ちいき》 where the base is the kanji before it. The text room draws
// it; json/ruby_syntax.h makes sure that it is well-formed.
#pragma once

#include <string>
#include <string_view>

namespace hub::content {

// The words without their ruby, and without what is not read: spaces, U+2060 and U+200B.
std::u32string as_read(std::string_view utf8);

}  // namespace hub::content
