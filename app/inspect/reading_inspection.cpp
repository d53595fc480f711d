#include "inspect/reading_inspection.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/path.h"
#include "base/utf8.h"
#include "config/paths.h"
#include "content/json/letters.h"
#include "content/json/limits.h"
#include "render/content_readings.h"
#include "render/reviewed_readings.h"

namespace hub::inspect {

namespace {

constexpr std::size_t kShown = 5;  // words

using Words = std::vector<render::ListedReading>;

struct Place {
  int line = 1;
  int column = 1;
};

// Where the words around the reading stand; where they are written otherwise (with ruby, with \\n), the word alone.
Place place_of(const std::string& json, const render::ListedReading& listed) {
  std::string around = listed.context;
  std::erase_if(around, [](char c) { return c == '[' || c == ']'; });
  std::size_t at = json.find(around);
  const std::size_t within = listed.context.find('[');
  at = at == std::string::npos ? json.find(listed.word) : at + within;
  if (at >= json.size()) return {};
  const auto end = json.begin() + static_cast<std::ptrdiff_t>(at);
  const std::size_t before = json.rfind('\n', at);
  const std::size_t line_begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t characters = base::decode_utf8(json.substr(line_begin, at - line_begin)).size();
  return {1 + static_cast<int>(std::count(json.begin(), end, '\n')), 1 + static_cast<int>(characters)};
}

std::vector<std::pair<Place, render::ListedReading>> in_order(const std::string& raw, const Words& words) {
  const std::string json = content::mended(raw).words;  // as the words were read
  std::vector<std::pair<Place, render::ListedReading>> placed;
  placed.reserve(words.size());
  for (const render::ListedReading& word : words) placed.emplace_back(place_of(json, word), word);
  std::ranges::stable_sort(placed, {}, [](const auto& one) { return std::pair(one.first.line, one.first.column); });
  return placed;
}

base::Message remedy_for(bool is_draft) {
  base::Message remedy = {
      "かっこの中が、画面に出るふりがなです。readings.json "
      "に、正しい読みを足してください（合っているときも、同じ読みを足"
      "すと、この注意は消えます）。",
      "In brackets: the furigana that shows. Add the right reading to readings.json, also where it is the same. "};
  if (is_draft) {
    remedy.ja += "残りのことばは、報告書を内容のフォルダーに入れたあと、readings の一覧の「未確認」の行で見られます。";
    remedy.en += "When the report is among the content, readings lists all of them as \"unreviewed\".";
  } else {
    remedy.ja += "すべてのことばは、readings の一覧の「未確認」の行で見られます。";
    remedy.en += "readings lists all of them as \"unreviewed\".";
  }
  return remedy;
}

content::Diagnostic warning_of(const std::string& file, const std::string& json, const Words& words,
                               bool is_draft = false) {
  const auto placed = in_order(json, words);
  const std::string count = std::to_string(words.size());
  content::Diagnostic warning;
  warning.severity = content::Diagnostic::Severity::warning;
  warning.file = file;
  warning.line = placed.front().first.line;
  warning.column = placed.front().first.column;
  warning.what = {"人がまだ読みを確かめていないことばが " + count + " 語あります: ",
                  "Words whose reading nobody has reviewed: " + count + ": "};
  for (std::size_t i = 0; i < std::min(placed.size(), kShown); ++i) {
    const auto& [place, word] = placed[i];
    const std::string line = std::to_string(place.line);
    warning.what.ja += (i > 0 ? "、" : "") + word.word + "（" + word.reading + "、" + line + " 行目）";
    warning.what.en += (i > 0 ? ", " : "") + word.word + " (" + word.reading + ", line " + line + ")";
  }
  if (placed.size() > kShown) {
    const std::string rest = std::to_string(placed.size() - kShown);
    warning.what.ja += "、ほか " + rest + " 語";
    warning.what.en += ", and " + rest + " more";
  }
  warning.what.ja += "。";
  warning.what.en += ".";
  warning.remedy = remedy_for(is_draft);
  return warning;
}

std::string file_of(const std::string& content_folder, const std::string& hub, const std::string& place) {
  if (place == "strings") return base::join(config::strings_folder(), "ja.json");
  const bool common = place == "services.json";
  return base::join(base::join(content_folder, common ? "common" : hub), place);
}

bool is_unreviewed(const render::ListedReading& listed) { return listed.source == text::ReadingSource::dictionary; }

}  // namespace

std::vector<content::Diagnostic> unreviewed_readings(const base::FileReader& files, const std::string& content_folder,
                                                     const content::Snapshot& snapshot) {
  std::map<std::string, Words> by_file;
  std::set<std::tuple<std::string, std::string, std::string>> seen;  // what is common is every hub's
  for (const content::Hub& hub : snapshot.hubs) {
    for (const render::ListedReading& listed : render::list_readings(snapshot, hub)) {
      const std::string file = file_of(content_folder, hub.id, listed.place);
      const bool is_new = is_unreviewed(listed) && seen.emplace(file, listed.word, listed.reading).second;
      if (is_new) by_file[file].push_back(listed);
    }
  }
  std::vector<content::Diagnostic> warnings;
  for (const auto& [file, words] : by_file) {
    const auto bytes = files.read(file, content::kMaxFileBytes);
    warnings.push_back(warning_of(file, bytes ? bytes.value() : std::string(), words));
  }
  return warnings;
}

std::optional<content::Diagnostic> unreviewed_readings(const content::Snapshot& snapshot, const std::string& hub,
                                                       const content::Report& report, const std::string& file,
                                                       const std::string& json) {
  Words words =
      render::list_readings(content::texts_of(report), text::Analyser(render::reviewed_readings(&snapshot, hub)));
  std::erase_if(words, [](const render::ListedReading& listed) { return !is_unreviewed(listed); });
  if (words.empty()) return std::nullopt;
  return warning_of(file, json, words, true);
}

}  // namespace hub::inspect
