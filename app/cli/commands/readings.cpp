// readings: every word with a reading, where the reading comes from, how often and in what context: for review.
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "config/paths.h"
#include "render/content_readings.h"

namespace hub::cli {

namespace {

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
    const std::vector<render::ListedReading> found = render::list_readings(*loaded.snapshot, hub);
    print_line(stdout, "# " + hub.id);
    int unreviewed = 0;
    for (const render::ListedReading& one : found) {
      if (one.source == text::ReadingSource::dictionary) ++unreviewed;
      print_fields(stdout, {one.word, one.reading, name_of(one.source, japanese), std::to_string(one.count),
                            one.context, one.place});
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
