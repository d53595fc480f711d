// A text that visitors see, by language.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hub::content {

// The languages a text may be written in, as BCP 47 tags, in the order the language menu shows them. "ja-easy" is
// やさしい日本語, plain Japanese for people who are learning it.
inline constexpr std::string_view kLanguages[] = {"ja", "ja-easy", "en", "zh-Hans", "ko", "vi"};

bool is_language(std::string_view tag);

// What a text says in the chosen language, and which language that is: a text without it falls back to ja.
struct Said {
  std::string_view words;  // valid as long as the Text
  std::string_view language;
};

// Japanese is always there; other languages where somebody wrote them. Words may hold Aozora ruby (｜地域《ちいき》),
// U+2060 (never break here) and U+200B (may break here); the text room understands them.
class Text {
 public:
  Text() = default;
  explicit Text(std::string japanese) { words_.emplace("ja", std::move(japanese)); }
  explicit Text(std::map<std::string, std::string, std::less<>> words) : words_(std::move(words)) {}

  Said in(std::string_view language) const;
  const std::string& japanese() const { return words_.at("ja"); }
  bool has(std::string_view language) const { return words_.contains(language); }
  bool empty() const { return words_.empty(); }
  const std::map<std::string, std::string, std::less<>>& all() const { return words_; }
  bool operator==(const Text&) const = default;

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace hub::content
