#include "content/load/missing_languages.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/path.h"
#include "content/json/problems.h"
#include "content/model/texts.h"

namespace hub::content {

namespace {

struct Missing {
  std::set<std::string> languages;
  std::set<const Text*> texts;
  std::string example;
};

void look_at(const Text& text, const Languages& wanted, Missing& missing) {
  if (text.all().size() < 2) return;
  for (const std::string& language : wanted) {
    if (text.has(language)) continue;
    missing.languages.insert(language);
    if (missing.texts.empty()) missing.example = text.japanese();
    missing.texts.insert(&text);
  }
}

}  // namespace

void warn_of_missing_languages(JsonFileReader& reader, const std::string& content_folder, const Snapshot& snapshot) {
  std::map<std::string, Missing> by_file;
  const auto path_of = [&](const Hub& hub, const std::string& place) {
    return base::join(
        base::join(content_folder, place == "services.json" || place == "phrases.json" ? "common" : hub.id), place);
  };
  for (const Hub& hub : snapshot.hubs) {
    const Languages menu = snapshot.languages(hub);
    for (const PlacedText& placed : texts_of(snapshot, hub)) {
      // The strings' own are said of each file of theirs.
      if (placed.place != "strings") look_at(*placed.text, menu, by_file[path_of(hub, placed.place)]);
    }
  }
  for (const auto& [path, found] : by_file) {
    const auto& missing = found;  // clang 14 lets no closure have a structured binding
    if (missing.texts.empty()) continue;
    Languages languages;
    std::ranges::copy_if(snapshot.strings.languages(), std::back_inserter(languages),
                         [&](const std::string& language) { return missing.languages.contains(language); });
    reader.warn(path, problems::languages_missing(languages, static_cast<int>(missing.texts.size()), missing.example));
  }
}

}  // namespace hub::content
