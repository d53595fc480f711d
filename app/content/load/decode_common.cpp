// The files that all hubs share: the services in parents' words, and readings.
#include <algorithm>

#include "base/utf8.h"
#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/load/decode.h"
#include "content/model/languages.h"

namespace hub::content {

namespace {

constexpr char32_t kToHiragana = U'ァ' - U'ぁ';

bool is_hiragana(char32_t character) { return (character >= U'ぁ' && character <= U'ゖ') || character == U'ー'; }
bool is_katakana(char32_t character) { return character >= U'ァ' && character <= U'ヶ'; }

char32_t as_hiragana(char32_t character) { return is_katakana(character) ? character - kToHiragana : character; }

// ヶ and ヵ are read か or が where they count (３か所), so they stand for any reading, as kanji do.
bool is_kana(char32_t character) {
  return is_hiragana(character) || (is_katakana(character) && character != U'ヶ' && character != U'ヵ');
}

constexpr char32_t kAnyOne = U'?';
constexpr char32_t kAnyMore = U'*';

// What a word's reading looks like: its kana in their places, one kana or more for each run of kanji between.
std::u32string pattern_of(std::u32string_view word) {
  std::u32string pattern;
  for (const char32_t character : word) {
    if (is_kana(character))
      pattern += as_hiragana(character);
    else if (pattern.empty() || pattern.back() != kAnyMore)
      pattern += {kAnyOne, kAnyMore};
  }
  return pattern;
}

// Glob matching that only ever goes back to the last kAnyMore, so its time is bounded by the product of the lengths.
bool fits(std::u32string_view pattern, std::u32string_view reading) {
  constexpr std::size_t kNone = std::u32string_view::npos;
  std::size_t in_pattern = 0, in_reading = 0, more = kNone, more_from = 0;
  while (in_reading < reading.size()) {
    const char32_t wanted = in_pattern < pattern.size() ? pattern[in_pattern] : U'\0';
    if (wanted == kAnyMore) {
      more = in_pattern++;
      more_from = in_reading;
    } else if (wanted == kAnyOne || wanted == reading[in_reading]) {
      ++in_pattern;
      ++in_reading;
    } else if (more != kNone) {
      in_pattern = more + 1;
      in_reading = ++more_from;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == kAnyMore) ++in_pattern;
  return in_pattern == pattern.size();
}

Reading decode_reading(const Value& value) {
  Reading reading{value.node().key, ""};
  if (!value.must_be(Node::Type::string) || value.node().string.empty()) return reading;
  const std::optional<std::string> words = value.as_string();
  if (!words) return reading;
  const std::u32string read = base::decode_utf8(*words);
  if (!std::all_of(read.begin(), read.end(), is_hiragana)) {
    value.error(problems::reading_not_hiragana());
  } else if (!fits(pattern_of(base::decode_utf8(reading.word)), read)) {
    value.error(problems::reading_differs(reading.word));
  }
  reading.reading = *words;
  return reading;
}

ServiceWords decode_words(const Value& value) {
  const Fields fields = value.fields(kServiceWordsKeys);
  ServiceWords words;
  words.number = fields.as_int("number", 1, kServiceCount).value_or(0);
  if (const auto icon = fields.find("icon")) words.icon = decode_icon(*icon).value_or("");
  words.name = fields.text("name");
  words.need = fields.text("need");
  words.explanation = fields.text("explanation");
  words.situations = fields.texts("situations");
  return words;
}

}  // namespace

std::vector<ServiceWords> decode_services(const Value& root) {
  std::vector<ServiceWords> services;
  const auto list = root.fields(kServicesKeys).find("services");
  if (!list || !list->must_be(Node::Type::array) || !list->is_short_list()) return services;
  std::vector<Numbered> numbered;
  for (const Value& entry : list->entries()) {
    services.push_back(decode_words(entry));
    numbered.push_back({entry, services.back().number});
  }
  check_numbers(*list, numbered, kServiceCount, problems::service_missing);
  std::sort(services.begin(), services.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return services;
}

Phrases decode_phrases(const Value& root) {
  Phrases phrases;
  const Fields fields = root.fields(kPhrasesKeys);
  for (const Value& entry : fields.entries("phrases")) {
    const Fields phrase = entry.fields(kPhraseKeys);
    const auto id = phrase.find("id");
    Phrases::Phrase one{id ? decode_id(*id).value_or("") : "", phrase.text("words")};
    if (!one.id.empty() && std::ranges::find(phrases.all, one.id, &Phrases::Phrase::id) != phrases.all.end()) {
      id->error(problems::id_repeated(one.id));
    }
    phrases.all.push_back(std::move(one));
  }
  const auto list = fields.find("phrases");
  if (list && list->node().type == Node::Type::array && list->node().children.size() > kMostPhrases) {
    list->error(problems::too_many_entries(kMostPhrases));
  }
  const auto speaks = fields.find("speaks");
  if (!speaks || !speaks->must_be(Node::Type::object)) return phrases;
  for (const Value& member : speaks->members()) {
    const std::string& tag = member.node().key;
    if (!is_known(root.languages(), tag)) member.error_at_key(problems::unknown_language(tag, root.languages()));
    if (auto words = member.as_string()) phrases.speaks.emplace(tag, *std::move(words));
  }
  return phrases;
}

std::vector<Reading> decode_readings(const Value& root) {
  std::vector<Reading> readings;
  const auto table = root.fields(kReadingsKeys).find("readings");
  if (!table) return readings;
  for (const Value& member : table->members()) {
    if (member.node().key.empty())
      member.error_at_key(problems::empty_text());
    else if (member.node().key.size() > kMaxReadingBytes)
      member.error_at_key(problems::string_too_long(kMaxReadingBytes));
    else if (member.is_at_most(kMaxReadingBytes))
      readings.push_back(decode_reading(member));
  }
  return readings;
}

}  // namespace hub::content
