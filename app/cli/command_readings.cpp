// readings: every word with a reading, where the reading comes from, how often and in what context: for review.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "config/paths.h"
#include "content/model/texts.h"
#include "render/reviewed_readings.h"

namespace hub::cli {

namespace {

constexpr std::size_t kContext = 6;  // characters either side

using Key = std::tuple<text::ReadingSource, std::string, std::string>;  // source, word, reading

struct Occurrences {
  int count = 0;
  std::string context;  // of the first
  std::string place;
};

std::string context_of(const text::Analysis& analysis, const text::Ruby& ruby) {
  const std::size_t from = ruby.begin - std::min(ruby.begin, kContext);
  const std::size_t to = std::min(analysis.text.size(), ruby.end + kContext);
  const std::u32string_view all = analysis.text;
  return base::encode_utf8(all.substr(from, ruby.begin - from)) + "[" +
         base::encode_utf8(all.substr(ruby.begin, ruby.end - ruby.begin)) + "]" +
         base::encode_utf8(all.substr(ruby.end, to - ruby.end));
}

std::map<Key, Occurrences> readings_of(const content::Snapshot& snapshot, const content::Hub& hub) {
  const text::Analyser analyser(render::reviewed_readings(&snapshot, hub.id));
  std::map<Key, Occurrences> found;
  for (const content::PlacedText& placed : content::texts_of(snapshot, hub)) {
    for (const auto& [language, words] : placed.text->all()) {
      if (language != "ja" && language != "ja-easy") continue;
      const text::Analysis analysis = analyser.analyse(words, language);
      for (const text::Ruby& ruby : analysis.ruby) {
        const std::u32string_view word = std::u32string_view(analysis.text).substr(ruby.begin, ruby.end - ruby.begin);
        Occurrences& at = found[{ruby.source, base::encode_utf8(word), base::encode_utf8(ruby.reading)}];
        if (at.count++ == 0) at = {1, context_of(analysis, ruby), placed.place};
      }
    }
  }
  return found;
}

std::string name_of(text::ReadingSource source, bool japanese) {
  switch (source) {
    case text::ReadingSource::inline_markup:
      return japanese ? "文中" : "inline";
    case text::ReadingSource::reviewed:
      return japanese ? "確認済み" : "reviewed";
    case text::ReadingSource::rule:
      return japanese ? "きまり" : "rule";
    case text::ReadingSource::dictionary:
      return japanese ? "未確認" : "unreviewed";
  }
  return {};
}

Outcome readings(const CommonOptions& options) {
  const base::DiskFiles files;
  content::Loaded loaded = config::load_content(files, options.content, options.hub);
  if (!loaded.snapshot) return Failure(std::move(loaded.diagnostics));
  const bool japanese = options.staff == base::StaffLanguage::ja;
  for (const content::Hub& hub : loaded.snapshot->hubs) {
    const std::map<Key, Occurrences> found = readings_of(*loaded.snapshot, hub);
    print_line(stdout, "# " + hub.id);
    int unreviewed = 0;
    for (const auto& [key, at] : found) {
      const auto& [source, word, reading] = key;
      if (source == text::ReadingSource::dictionary) ++unreviewed;
      print_fields(stdout, {word, reading, name_of(source, japanese), std::to_string(at.count), at.context, at.place});
    }
    const std::string all = std::to_string(found.size()), open = std::to_string(unreviewed);
    print_line(stdout, "# " + hub.id + ": " +
                           (japanese ? all + " 語、うち未確認 " + open + " 語"
                                     : all + " words, " + open + " of them unreviewed"));
  }
  return Exit::done;
}

void declare(Options& options, CommonOptions& values) {
  options.content(
      values, {"拠点のフォルダーの名前。書かなければ、すべての拠点", "The name of a hub's folder (default: all hubs)"});
  options.messages(values);
}

}  // namespace

void add_readings(CommandLine& line) {
  line.add("readings",
           {"すべてのことばの読みと、その出どころを並べます。人が確かめるためのものです",
            "List every word, its reading and where the reading comes from, for review"},
           declare, readings);
}

}  // namespace hub::cli
