#include "content/store/known_files.h"

#include <map>
#include <optional>
#include <utility>

#include "base/file_errors.h"
#include "base/path.h"
#include "content/json/file_names.h"
#include "content/json/limits.h"

namespace hub::content {

namespace {

using Kind = base::TreeEntry::Kind;

class Walk {
 public:
  Walk(const base::SystemCalls& calls, const base::FileDescriptor& root, std::string called)
      : calls_(calls), root_(root), called_(std::move(called)) {}

  KnownFiles take() {
    FolderPlan plan = plan_folder([this](const std::string& path) { return list(path); });
    std::size_t bytes = 0;
    for (PlannedFile& file : plan.files) bytes += add(std::move(file));
    for (NameFinding& finding : plan.findings) {
      if (finding.severity == Diagnostic::Severity::error) {
        found_.errors.push_back(placed(std::move(finding)));
      } else {
        found_.left_out.push_back(std::move(finding));
      }
    }
    if (found_.files.size() > kMaxKnownFiles) found_.errors.push_back(too_many());
    if (bytes > kMaxKnownBytes) found_.errors.push_back(base::too_large(called_, kMaxKnownBytes));
    return std::move(found_);
  }

 private:
  std::string shown(const std::string& path) const { return path.empty() ? called_ : base::join(called_, path); }

  base::Error too_many() const {
    return {{"「" + called_ + "」のファイルが多すぎます（" + std::to_string(kMaxKnownFiles) + " 個まで）。",
             "\"" + called_ + "\" has too many files (at most " + std::to_string(kMaxKnownFiles) + ")."},
            {"正しいフォルダーかどうか確かめてください。", "Check that it is the right folder."}};
  }

  base::Error placed(NameFinding finding) const {
    base::Error error = std::move(finding.problem);
    error.what.ja = shown(finding.path) + ": " + error.what.ja;
    error.what.en = shown(finding.path) + ": " + error.what.en;
    return error;
  }

  std::size_t add(PlannedFile file) {
    const std::size_t most = file.kind == PlannedFile::Kind::picture ? kMaxPictureBytes : kMaxFileBytes;
    const base::FileStamp stamp = stamps_[file.path];
    const auto bytes = static_cast<std::size_t>(stamp.bytes);
    if (bytes > most) {
      found_.errors.push_back(base::too_large(shown(file.path), most));
    } else {
      found_.files.push_back({std::move(file.path), most, stamp});
    }
    return bytes;
  }

  // Component by component, so that no link on the way is followed.
  base::Result<base::FileDescriptor> open(const std::string& path) const {
    std::size_t slash = path.find('/');
    auto folder = base::open_folder(calls_, root_, path.substr(0, slash), shown(path.substr(0, slash)));
    while (folder && slash != path.npos) {
      const std::size_t begin = slash + 1;
      slash = path.find('/', begin);
      const std::string name = path.substr(begin, slash == path.npos ? slash : slash - begin);
      folder = base::open_folder(calls_, folder.value(), name, shown(path.substr(0, slash)));
    }
    return folder;
  }

  // Without what is refused.
  std::optional<std::vector<base::FileEntry>> list(const std::string& path) {
    base::FileDescriptor opened;
    if (!path.empty()) {
      auto folder = open(path);
      if (!folder) return found_.errors.push_back(folder.error()), std::nullopt;
      opened = std::move(folder).value();
    }
    const auto entries = base::list_folder(calls_, path.empty() ? root_ : opened, shown(path));
    if (!entries) return found_.errors.push_back(entries.error()), std::nullopt;
    std::vector<base::FileEntry> kept;
    for (const base::TreeEntry& entry : entries.value()) {
      if (is_passed_over(entry.name) && !is_lock(entry.name)) continue;
      const std::string inside = path.empty() ? entry.name : base::join(path, entry.name);
      if (entry.kind == Kind::link) found_.errors.push_back(base::is_a_link(shown(inside)));
      if (entry.kind == Kind::special) found_.errors.push_back(base::not_regular(shown(inside)));
      if (entry.kind == Kind::link || entry.kind == Kind::special) continue;
      const bool folder = entry.kind == Kind::folder;
      kept.push_back({entry.name, folder ? base::FileEntry::Kind::folder : base::FileEntry::Kind::file});
      if (!folder) stamps_[inside] = entry.stamp;
    }
    return kept;
  }

  const base::SystemCalls& calls_;
  const base::FileDescriptor& root_;
  std::string called_;
  std::map<std::string, base::FileStamp> stamps_;
  KnownFiles found_;
};

}  // namespace

KnownFiles known_files(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                       const std::string& folder_path) {
  return Walk(calls, folder, folder_path).take();
}

}  // namespace hub::content
