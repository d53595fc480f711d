#include "stick/content_folder.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_errors.h"
#include "base/path.h"
#include "base/system_message.h"
#include "content/json/limits.h"
#include "content/load/folder_plan.h"
#include "desk/store/folder_item.h"
#include "desk/store/folders.h"
#include "stick/names.h"

namespace hub::stick {

namespace {

using content::PlannedFile;

base::Message refused(const std::string& ja, const std::string& en) {
  return {"content フォルダーは、受け取りませんでした。" + ja, "The content folder was left. " + en};
}

base::Message no_ordinary_file(const std::string& name) {
  const std::string shown = desk::name_alone(as_written(name));
  return refused(
      "中の「" + shown + "」が、ふつうのファイルではありません（リンクなど）。ファイルそのものを入れなおしてください。",
      "\"" + shown + "\" in it is no ordinary file. Put the file itself there.");
}

base::Message too_much() {
  return refused("中のファイルやフォルダーが多すぎます。画面の content フォルダーだけを入れてください。",
                 "There are too many files and folders in it. Bring the screen's content folder alone.");
}

base::Message too_large(const std::string& file) {
  const base::Message name = desk::name_of_content_file(file), most = base::size_text(content::kMaxFileBytes);
  return refused("「" + name.ja + "」が大きすぎます（" + most.ja + " まで）。正しいファイルか、確かめてください。",
                 "\"" + name.en + "\" is too large (at most " + most.en + ").");
}

base::Message cannot_read(const std::string& file, int failed) {
  const base::Message name = desk::name_of_content_file(file), why = base::system_message(failed);
  return refused("「" + name.ja + "」を読めません（" + why.ja + "）。もう一度写してください。",
                 "\"" + name.en + "\" cannot be read (" + why.en + "). Copy it once more.");
}

base::Message of_no_such_hub(const std::string& hub) {
  return refused("中に、この拠点のフォルダー（" + hub + "）がありません。拠点のフォルダーごと写してください。",
                 "There is no folder of this hub (" + hub + ") in it.");
}

base::Message not_content() {
  return refused(
      "中身が、画面の content フォルダーではありません。common と拠点のフォルダーがあるものを写してください。",
      "It is no content folder of a screen: that has common and the folder of a hub in it.");
}

class Looking {
 public:
  Looking(const StickFiles& stick, std::string folder, const std::string& hub)
      : stick_(stick), folder_(std::move(folder)), hub_(hub) {}

  FoundContent look() {
    const content::FolderPlan plan =
        content::plan_folder([&](const std::string& inside) { return list(inside); }, hub_);
    if (failed_ != 0) return failed_;
    if (why_not_) return *std::move(why_not_);
    if (!plan.is_content) return not_content();
    base::FolderBytes files;
    for (const PlannedFile& one : plan.files) {
      const bool wanted = one.kind == PlannedFile::Kind::hub || one.kind == PlannedFile::Kind::report;
      if (!wanted || !one.path.starts_with(hub_ + "/")) continue;
      auto read = stick_.read(base::join(folder_, one.path.substr(0, one.path.find_last_of('/'))),
                              one.path.substr(one.path.find_last_of('/') + 1), content::kMaxFileBytes);
      if (const int* failed = std::get_if<int>(&read)) {
        if (is_gone(*failed)) return *failed;
        return cannot_read(one.path, *failed);
      }
      if (std::get<std::string>(read).size() > content::kMaxFileBytes) return too_large(one.path);
      files[one.path] = std::move(std::get<std::string>(read));
    }
    if (files.empty()) return of_no_such_hub(hub_);
    return files;
  }

 private:
  std::optional<std::vector<base::FileEntry>> list(const std::string& inside) {
    if (failed_ != 0 || why_not_) return std::nullopt;
    const bool too_many = ++folders_ > kMostContentFolders;
    const auto found = stick_.list(base::join(folder_, inside), content::kMostFolderEntries);
    if (const int* failed = std::get_if<int>(&found)) {
      failed_ = *failed;
      return std::nullopt;
    }
    const auto& [entries, is_whole] = std::get<StickFolder>(found);
    if (too_many || !is_whole) why_not_ = too_much();
    std::vector<base::FileEntry> listed;
    for (const StickEntry& entry : entries) {
      if (entry.kind == StickEntry::Kind::other && !why_not_) why_not_ = no_ordinary_file(entry.name);
      const bool is_folder = entry.kind == StickEntry::Kind::folder;
      listed.push_back({entry.name, is_folder ? base::FileEntry::Kind::folder : base::FileEntry::Kind::file});
    }
    std::ranges::sort(listed, {}, &base::FileEntry::name);
    return listed;
  }

  const StickFiles& stick_;
  std::string folder_;
  const std::string& hub_;
  std::size_t folders_ = 0;
  int failed_ = 0;
  std::optional<base::Message> why_not_;
};

}  // namespace

FoundContent content_on(const StickFiles& stick, const std::string& folder, const std::string& hub) {
  return Looking(stick, folder, hub).look();
}

}  // namespace hub::stick
