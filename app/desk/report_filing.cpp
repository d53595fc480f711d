#include "desk/report_filing.h"

#include <algorithm>
#include <map>

#include "base/path.h"
#include "config/paths.h"
#include "content/load/load.h"
#include "report/draft/write_draft.h"

namespace hub::desk {

namespace {

// The disk with one file more: what the content would be.
class WithFile : public base::FileReader {
 public:
  WithFile(const base::FileReader& files, std::string folder, std::string name, std::string bytes)
      : files_(files), folder_(std::move(folder)), name_(std::move(name)), bytes_(std::move(bytes)) {}

  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override {
    if (path == base::join(folder_, name_) && bytes_.size() <= max_bytes) return bytes_;
    return files_.read(path, max_bytes);
  }
  base::Result<std::vector<base::FileEntry>> list(const std::string& folder) const override {
    base::Result<std::vector<base::FileEntry>> entries =
        folder == folder_ && !files_.exists(folder) ? std::vector<base::FileEntry>{} : files_.list(folder);
    if (!entries || folder != folder_) return entries;
    const auto same = [&](const base::FileEntry& entry) { return entry.name == name_; };
    if (std::ranges::none_of(entries.value(), same)) {
      entries.value().push_back({name_, base::FileEntry::Kind::file});
    }
    return entries;
  }
  bool exists(const std::string& path) const override {
    return path == folder_ || path == base::join(folder_, name_) || files_.exists(path);
  }

 private:
  const base::FileReader& files_;
  std::string folder_;
  std::string name_;
  std::string bytes_;
};

// A name nobody has: an older copy is never lost.
std::string free_name(const base::FileReader& files, const std::string& folder, const std::string& name) {
  for (int number = 1;; ++number) {
    std::string path = base::join(folder, name + ".old-" + std::to_string(number) + "~");
    if (!files.exists(path)) return path;
  }
}

}  // namespace

FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const content::Report& report, bool replace) {
  FiledReport filed;
  const auto refuse = [&](base::Error error) {
    filed.refused = std::move(error);
    return filed;
  };
  const std::string hub_folder = base::join(content_folder, hub), folder = base::join(hub_folder, "reports");
  const std::string name = std::to_string(report.goal_year) + ".json", path = base::join(folder, name);
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
  const std::string json = report::report_json(report, true);
  const content::Loaded loaded = config::load_content(WithFile(files, folder, name, json), content_folder, hub);
  if (!loaded.snapshot) {
    filed.diagnostics = loaded.diagnostics;
    return refuse(
        {{"このままでは表示できないので、何も書いていません。",
          "It could not be shown like this. Nothing was written."},
         {"--out draft.json で下書きを書き出し、上のところを直してから、「" + path + "」として保存してください。",
          "Write the draft with --out draft.json, mend the above, and save it as \"" + path + "\"."}});
  }
  // Another ward's report in this hub's folder; what else is unusual, the questions have said.
  for (const content::Diagnostic& one : loaded.diagnostics) {
    if (one.file == path && one.pointer == "/ward") filed.diagnostics.push_back(one);
  }
  if (const auto made = files.make_folder(folder); !made) return refuse(made.error());
  if (there) {
    const auto old = files.read(path, content::kMaxFileBytes);
    if (!old) return refuse(old.error());
    const std::string kept = free_name(files, folder, name);
    if (const auto done = files.write(kept, old.value()); !done) return refuse(done.error());
    filed.done.push_back(
        {"前のファイルは「" + kept + "」に残しました。", "The file before is kept as \"" + kept + "\"."});
  }
  if (const auto done = files.write(path, json); !done) return refuse(done.error());
  filed.done.push_back({"「" + path + "」に書きました。", "Wrote \"" + path + "\"."});
  return filed;
}

}  // namespace hub::desk
