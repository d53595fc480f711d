#include "desk/typed/word_readings.h"

#include "base/utf8.h"
#include "render/reviewed_readings.h"
#include "text/analysis/markup.h"

namespace hub::desk {

namespace {

WordReading::From from_of(text::ReadingSource source) {
  switch (source) {
    case text::ReadingSource::inline_markup:
      return WordReading::From::inline_markup;
    case text::ReadingSource::reviewed:
      return WordReading::From::reviewed;
    case text::ReadingSource::rule:
      return WordReading::From::rule;
    case text::ReadingSource::dictionary:
      break;
  }
  return WordReading::From::dictionary;
}

}  // namespace

std::string plain_words(const std::string& text) { return base::encode_utf8(text::read_markup(text).text); }

WordReadings::WordReadings(const content::Snapshot& snapshot, const std::string& hub)
    : analyser_(render::reviewed_readings(&snapshot, hub)) {}

std::vector<WordReading> WordReadings::of(const std::string& japanese) const {
  const text::Analysis analysis = analyser_.analyse(japanese, "ja");
  std::vector<WordReading> words;
  for (const text::Ruby& ruby : analysis.ruby) {
    const std::u32string_view word = std::u32string_view(analysis.text).substr(ruby.begin, ruby.end - ruby.begin);
    words.push_back(
        {ruby.begin, ruby.end, base::encode_utf8(word), base::encode_utf8(ruby.reading), from_of(ruby.source)});
  }
  return words;
}

}  // namespace hub::desk
