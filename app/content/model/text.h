// A text that visitors see, by language.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hub::content {

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
