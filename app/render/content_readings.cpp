#include "render/content_readings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "render/reviewed_readings.h"

namespace hub::render {

namespace {

constexpr std::size_t kContext = 6;  // characters either side

using Key = std::tuple<text::ReadingSource, std::string, std::string>;

std::string context_of(const text::Analysis& analysis, const text::Ruby& ruby) {
  const std::size_t from = ruby.begin - std::min(ruby.begin, kContext);
  const std::size_t to = std::min(analysis.text.size(), ruby.end + kContext);
  const std::u32string_view all = analysis.text;
  return base::encode_utf8(all.substr(from, ruby.begin - from)) + "[" +
         base::encode_utf8(all.substr(ruby.begin, ruby.end - ruby.begin)) + "]" +
         base::encode_utf8(all.substr(ruby.end, to - ruby.end));
}

}  // namespace

std::vector<ListedReading> list_readings(const std::vector<content::PlacedText>& texts,
                                         const text::Analyser& analyser) {
  std::map<Key, ListedReading> found;
  for (const content::PlacedText& placed : texts) {
    for (const auto& [language, words] : placed.text->all()) {
      if (language != "ja" && language != "ja-easy") continue;
      const text::Analysis analysis = analyser.analyse(words, language);
      for (const text::Ruby& ruby : analysis.ruby) {
        const std::u32string_view base = std::u32string_view(analysis.text).substr(ruby.begin, ruby.end - ruby.begin);
        const std::string word = base::encode_utf8(base), reading = base::encode_utf8(ruby.reading);
        ListedReading& listed = found[{ruby.source, word, reading}];
        if (listed.count++ > 0) continue;
        listed = {ruby.source, word, reading, 1, context_of(analysis, ruby), placed.place};
      }
    }
  }
  std::vector<ListedReading> all;
  all.reserve(found.size());
  for (auto& [key, listed] : found) all.push_back(std::move(listed));
  return all;
}

std::vector<ListedReading> list_readings(const content::Snapshot& snapshot, const content::Hub& hub) {
  return list_readings(content::texts_of(snapshot, hub), text::Analyser(reviewed_readings(&snapshot, hub.id)));
}

}  // namespace hub::render
