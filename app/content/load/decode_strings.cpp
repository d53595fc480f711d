// assets/strings/<lang>.json: the app's own words.
#include <algorithm>
#include <array>
#include <set>

#include "content/json/problems.h"
#include "content/load/decode.h"

namespace hub::content {

namespace {

using Words = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kNameLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";

// The names between { and }; nothing when a brace stands alone or holds something else.
std::optional<std::set<std::string_view>> placeholders_of(std::string_view words) {
  std::set<std::string_view> names;
  for (std::size_t from = 0;;) {
    const std::size_t open = words.find_first_of("{}", from);
    if (open == std::string_view::npos) return names;
    const std::size_t close = std::min(words.find_first_not_of(kNameLetters, open + 1), words.size());
    if (words[open] == '}' || close == open + 1 || close == words.size() || words[close] != '}') return std::nullopt;
    names.insert(words.substr(open + 1, close - open - 1));
    from = close + 1;
  }
}

std::string shown(const std::set<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) list += "{" + std::string(name) + "}";
  return list.empty() ? "–" : list;
}

// Which key a misspelt one may have been is looked for among all keys; nobody misspells more.
constexpr int kMostGuesses = 20;

constexpr std::string_view kOrder = "$order";

// What is about the file, and not shown.
bool is_shown(const Value& member) { return member.node().key != "$schema" && member.node().key != kOrder; }

// Of these keys each language takes what its own form needs.
struct Format {
  std::string_view key;
  std::set<std::string_view> places;
};
const std::array<Format, 2> kFormats = {
    {{"date.day", {"d", "era", "m", "month", "y"}}, {"year.fiscal", {"next", "next2", "year"}}}};

void check_placeholders(const Value& translated, const std::string& japanese) {
  auto wanted = placeholders_of(japanese);
  const auto found = placeholders_of(translated.node().string);
  const auto format = std::ranges::find(kFormats, translated.node().key, &Format::key);
  if (format != kFormats.end()) {
    if (found && !found->empty() && std::ranges::includes(format->places, *found)) return;
    wanted = format->places;
  }
  if (!wanted || !found || *wanted == *found) return;  // a malformed one has been reported
  translated.error(problems::placeholders_differ(shown(*wanted), shown(*found)));
}

}  // namespace

LanguageStrings decode_strings(const Value& root) {
  LanguageStrings strings;
  for (const Value& member : root.members()) {
    if (!is_shown(member)) continue;
    const Text text = member.must_be(Node::Type::string) ? member.text() : Text();
    if (text.empty()) continue;
    if (!placeholders_of(text.japanese())) member.error(problems::bad_placeholder());
    strings.words.emplace(member.node().key, text.japanese());
  }
  const auto order = root.node().type == Node::Type::object ? root.member(kOrder) : std::nullopt;
  if (order) strings.order = order->as_int(1, LanguageStrings::kLastOrder).value_or(strings.order);
  return strings;
}

void check_translation(const Value& root, const Words& japanese) {
  if (root.node().type != Node::Type::object) return;
  std::vector<std::string_view> known;
  for (const auto& [key, said] : japanese) known.push_back(key);
  std::set<std::string_view> misspelt, translated;
  int unknown = 0;
  for (const Value& member : root.members()) {
    if (!is_shown(member)) continue;
    const std::string& key = member.node().key;
    translated.insert(key);
    const auto original = japanese.find(key);
    if (original == japanese.end()) {
      const bool guesses = ++unknown <= kMostGuesses;
      const std::string_view nearest = guesses ? nearest_word(key, known) : std::string_view();
      misspelt.insert(nearest);
      member.error_at_key(problems::unknown_string(key, nearest));
    } else if (member.node().type == Node::Type::string) {
      check_placeholders(member, original->second);
    }
  }
  for (const std::string_view key : known) {
    if (!translated.contains(key) && !misspelt.contains(key) && !for_staff(key))
      root.warn(problems::string_not_translated(key));
  }
}

}  // namespace hub::content
