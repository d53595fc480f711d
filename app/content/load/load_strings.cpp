#include "content/load/load_strings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/path.h"
#include "content/json/problems.h"
#include "content/load/decode.h"

namespace hub::content {

namespace {

constexpr std::string_view kSuffix = ".json";
const std::string kJapanese = "ja";

using Words = std::map<std::string, std::string, std::less<>>;
using ByLanguage = std::map<std::string, LanguageStrings>;

// Empty where the file's name is none.
std::string language_of(std::string_view file_name) {
  if (!file_name.ends_with(kSuffix)) return "";
  const std::string_view tag = file_name.substr(0, file_name.size() - kSuffix.size());
  return is_language_tag(tag) ? std::string(tag) : "";
}

Languages in_order(const ByLanguage& strings) {
  std::vector<std::pair<int, std::string>> places;
  for (const auto& [language, one] : strings) places.emplace_back(language == kJapanese ? 0 : one.order, language);
  std::sort(places.begin(), places.end());
  Languages languages;
  for (auto& [order, language] : places) languages.push_back(std::move(language));
  return languages;
}

std::map<std::string, Text, std::less<>> joined(const ByLanguage& strings) {
  std::map<std::string, Words, std::less<>> words;
  for (const auto& [key, said] : strings.at(kJapanese).words) words[key] = {};
  for (const auto& [language, one] : strings) {
    for (const auto& [key, said] : one.words) {
      if (const auto known = words.find(key); known != words.end()) known->second.emplace(language, said);
    }
  }
  std::map<std::string, Text, std::less<>> texts;
  for (auto& [key, by_language] : words) texts.emplace(key, Text(std::move(by_language)));
  return texts;
}

}  // namespace

Strings load_strings(JsonFileReader& reader, const std::string& folder) {
  const auto entries = reader.list(folder);
  if (!entries) return {};
  const std::string japanese_path = base::join(folder, kJapanese + std::string(kSuffix));
  if (!reader.files().exists(japanese_path)) {
    reader.error(japanese_path, problems::file_missing("ja.json"));
    return {};
  }
  auto japanese = reader.decode(japanese_path, decode_strings);
  if (!japanese) return {};
  const Words original = japanese->words;
  ByLanguage strings{{kJapanese, std::move(*japanese)}};
  std::vector<std::string> strangers;
  for (const base::FileEntry& entry : *entries) {
    const std::string language = language_of(entry.name);
    if (language == kJapanese) continue;
    if (language.empty()) {
      strangers.push_back(entry.name);
      continue;
    }
    auto translation = reader.decode(base::join(folder, entry.name), [&](const Value& root) {
      check_translation(root, original);
      return decode_strings(root);
    });
    // A file that cannot be read is a language all the same: what content says in it is no mistake.
    strings.emplace(language, std::move(translation).value_or(LanguageStrings()));
  }
  Languages languages = in_order(strings);
  for (const std::string& name : strangers) {
    reader.error(base::join(folder, name), problems::unknown_language_file(name, languages));
  }
  return Strings(joined(strings), std::move(languages));
}

}  // namespace hub::content
