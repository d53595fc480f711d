// The languages of the screens. They are data: each has a strings file, whose name is its tag.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hub::content {

// BCP 47 tags, each once, in the order the language menu shows them. "ja-easy" is やさしい日本語, plain Japanese for
// people who are learning it.
using Languages = std::vector<std::string>;

// Whether a word has the form of a tag, as far as we need it: "de", "zh-Hans", "pt-BR", "ja-easy".
bool is_language_tag(std::string_view word);

// Without any language, the strings could not be read, which has been said: then every tag is known.
bool is_known(std::span<const std::string> languages, std::string_view tag);

}  // namespace hub::content
