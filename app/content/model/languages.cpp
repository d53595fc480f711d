#include "content/model/languages.h"

#include <algorithm>

namespace hub::content {

namespace {

constexpr std::string_view kSmall = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kSubtag = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::size_t kLongestSubtag = 8;

bool is_of(std::string_view word, std::string_view letters, std::size_t least, std::size_t most) {
  return word.size() >= least && word.size() <= most && word.find_first_not_of(letters) == word.npos;
}

}  // namespace

bool is_language_tag(std::string_view word) {
  std::size_t end = word.find('-');
  if (!is_of(word.substr(0, end), kSmall, 2, 3)) return false;
  while (end != word.npos) {
    word.remove_prefix(end + 1);
    end = word.find('-');
    if (!is_of(word.substr(0, end), kSubtag, 2, kLongestSubtag)) return false;
  }
  return true;
}

bool is_known(std::span<const std::string> languages, std::string_view tag) {
  return languages.empty() ? is_language_tag(tag) : std::ranges::find(languages, tag) != languages.end();
}

}  // namespace hub::content
