#include "desk/report_filing.h"

#include <algorithm>
#include <functional>

#include "base/counters.h"
#include "base/path.h"
#include "config/paths.h"
#include "content/load/load.h"
#include "desk/store/overlay_reader.h"
#include "report/draft/carried_renderings.h"
#include "report/draft/write_draft.h"

namespace hub::desk {

namespace {

// A name nobody has: an older copy is never lost.
std::string free_name(const base::FileReader& files, const std::string& path) {
  for (int number = 1;; ++number) {
    std::string name = path + ".old-" + std::to_string(number) + "~";
    if (!files.exists(name)) return name;
  }
}

// The hub's reports, newest first; before them what `name` is to replace.
std::vector<std::string> reports_there(const base::FileReader& files, const std::string& folder,
                                       const std::string& name) {
  const auto entries = files.list(folder);
  std::vector<std::string> names, reports;
  for (const base::FileEntry& entry : entries ? entries.value() : std::vector<base::FileEntry>{}) {
    if (entry.kind == base::FileEntry::Kind::file && entry.name.ends_with(".json")) names.push_back(entry.name);
  }
  std::ranges::sort(names, std::greater());
  std::stable_partition(names.begin(), names.end(), [&](const std::string& one) { return one == name; });
  for (const std::string& one : names) {
    if (auto bytes = files.read(base::join(folder, one), content::kMaxFileBytes)) {
      reports.push_back(std::move(bytes.value()));
    }
  }
  return reports;
}

// `kept`: the name of what was replaced; empty: nothing was.
void tell_renderings(const report::CarriedRenderings& renderings, const std::string& kept,
                     std::vector<base::Message>& done) {
  if (renderings.carried > 0) {
    const std::string number = std::to_string(renderings.carried);
    done.push_back({"前の報告書と一字一句同じ文が " + base::counted(renderings.carried) +
                        "あったので、その訳（ほかのことば、やさしい日本語）を引きつぎました。",
                    "Sentences that an earlier report has to the letter keep their translations: " + number + "."});
  }
  if (renderings.left > 0 && !kept.empty()) {
    const std::string number = std::to_string(renderings.left);
    done.push_back({"前のファイルの訳のうち " + base::counted(renderings.left) +
                        "は、もとの文が新しい報告書にないので、引きついでいません。「" + kept + "」に残っています。",
                    "Translations of sentences that the report does not have any more were not taken over: " + number +
                        ". They are in \"" + kept + "\"."});
  }
}

}  // namespace

base::Result<std::string> put_aside(base::Files& files, const std::string& path) {
  if (!files.exists(path)) return std::string();
  const auto old = files.read(path, content::kMaxFileBytes);
  if (!old) return old.error();
  const std::string kept = free_name(files, path);
  if (const auto done = files.write(kept, old.value()); !done) return done.error();
  return kept;
}

FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const content::Report& report, bool replace, const content::CanDraw& can_draw) {
  return file_report(files, content_folder, hub, {report.goal_year, report::report_json(report, true)}, replace,
                     can_draw);
}

FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const Filing& filing, bool replace, const content::CanDraw& can_draw) {
  FiledReport filed;
  const auto refuse = [&](base::Error error) {
    filed.refused = std::move(error);
    return filed;
  };
  const std::string hub_folder = base::join(content_folder, hub), folder = base::join(hub_folder, "reports");
  const std::string name = std::to_string(filing.goal_year) + ".json", path = base::join(folder, name);
  if (!files.exists(hub_folder + "/hub.json")) {
    return refuse(
        {{"「" + hub_folder + "」に hub.json がありません。", "There is no hub.json in \"" + hub_folder + "\"."},
         {"--hub には拠点のフォルダーの名前を書いてください。", "--hub wants the name of a hub's folder."}});
  }
  const bool there = files.exists(path);
  if (there && !replace) {
    return refuse({{"「" + path + "」がもうあります。何も書いていません。",
                    "\"" + path + "\" is already there. Nothing was written."},
                   {"置きかえるときは --replace を付けてください（今のファイルは別の名前で残ります）。",
                    "Add --replace to replace it; the present one is kept under another name."}});
  }
  const report::CarriedRenderings renderings =
      report::carry_renderings(filing.json, reports_there(files, folder, name));
  const std::string& json = renderings.json;
  const content::Loaded loaded =
      config::load_content(OverlayReader(files, folder, {{name, json}}), content_folder, hub, can_draw);
  if (!loaded.snapshot) {
    filed.diagnostics = loaded.diagnostics;
    return refuse(
        {{"このままでは表示できないので、何も書いていません。",
          "It could not be shown like this. Nothing was written."},
         {"--out draft.json で下書きを書き出し、上のところを直してから、hub-kiosk import draft.json --write --hub " +
              hub + " と打ってください。",
          "Write the draft with --out draft.json, mend the above, then hub-kiosk import draft.json --write --hub " +
              hub + "."}});
  }
  // Another ward's report in this hub's folder; what else is unusual, the questions have said.
  for (const content::Diagnostic& one : loaded.diagnostics) {
    if (one.file == path && one.pointer == "/ward") filed.diagnostics.push_back(one);
  }
  if (const auto made = files.make_folder(folder); !made) return refuse(made.error());
  const auto kept = put_aside(files, path);
  if (!kept) return refuse(kept.error());
  if (!kept.value().empty()) {
    filed.done.push_back({"前のファイルは「" + kept.value() + "」に残しました。",
                          "The file before is kept as \"" + kept.value() + "\"."});
  }
  if (const auto done = files.write(path, json); !done) return refuse(done.error());
  filed.done.push_back({"「" + path + "」に書きました。", "Wrote \"" + path + "\"."});
  tell_renderings(renderings, kept.value(), filed.done);
  return filed;
}

}  // namespace hub::desk
