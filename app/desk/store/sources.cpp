#include "desk/store/sources.h"

#include <fcntl.h>

#include <algorithm>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/folders.h"
#include "report/sandbox/document_bytes.h"

namespace hub::desk {

namespace {

constexpr const char* kReport = "report";
constexpr const char* kDocument = "document";
constexpr const char* kNew = ".new";

base::Error is_gone() {
  return {{"もとの報告書が、もうこの機械にありません。", "The report is not on this machine any more."},
          {"報告書をもう一度入れてください。", "Bring the report once more."}};
}

}  // namespace

// What an interruption left, and the oldest.
void Sources::sweep(const base::FileDescriptor& folder, const std::string& added, const std::string& keep) const {
  const auto entries = base::list_folder(*calls_, folder, folder_);
  if (!entries) return;
  std::vector<base::TreeEntry> kept;
  for (const base::TreeEntry& entry : entries.value()) {
    if (entry.name.ends_with(kNew)) {
      base::remove_tree(*calls_, folder, entry.name);
    } else if (entry.name != added && entry.name != keep) {
      kept.push_back(entry);
    }
  }
  std::ranges::sort(kept, {}, [](const base::TreeEntry& entry) { return entry.stamp.changed_ns; });
  for (std::size_t i = 0; i + kMostSources < kept.size() + 1; ++i) {
    calls_->rename_at(folder.number(), kept[i].name, folder.number(), kept[i].name + kNew);
    base::remove_tree(*calls_, folder, kept[i].name + kNew);
  }
}

base::Status Sources::add(const std::string& sha256, std::string_view bytes, const report::Document& document,
                          const std::string& keep) const {
  const auto folder = open_or_make_folder(*calls_, folder_);
  if (!folder) return folder.error();
  sweep(folder.value(), sha256, keep);
  const std::string path = base::join(folder_, sha256), staged = sha256 + kNew;
  struct stat status {};
  if (calls_->status_at(folder.value().number(), sha256, status) == 0) return base::Done{};
  const auto fill = [&]() -> base::Status {
    const auto made = base::make_folder(*calls_, folder.value(), staged, path);
    if (!made) return made.error();
    if (auto done = base::write_file(*calls_, made.value(), kReport, bytes, path); !done) return done;
    if (auto done = base::write_file(*calls_, made.value(), kDocument, report::to_bytes(document), path); !done) {
      return done;
    }
    if (const int failed = base::sync_folder(*calls_, made.value())) return base::cannot_write(path, failed);
    const int renamed = calls_->rename_at(folder.value().number(), staged, folder.value().number(), sha256);
    if (renamed != 0) return base::cannot_write(path, -renamed);
    if (const int failed = base::sync_folder(*calls_, folder.value())) return base::cannot_write(path, failed);
    return base::Done{};
  };
  const base::Status done = fill();
  if (!done) base::remove_tree(*calls_, folder.value(), staged);
  return done;
}

base::Result<std::string> Sources::read(const std::string& sha256, const char* file, std::size_t most) const {
  const std::string path = base::join(folder_, sha256);
  const auto folder = base::open_root(*calls_, path, false);
  if (!folder) return is_gone();
  auto read = base::read_file(*calls_, folder.value(), file, most, base::join(path, file));
  if (!read) return read.error();
  return std::move(read.value().bytes);
}

base::Result<std::string> Sources::bytes(const std::string& sha256) const {
  return read(sha256, kReport, report::kMaxReportBytes);
}

base::Result<report::Document> Sources::document(const std::string& sha256) const {
  const auto bytes = read(sha256, kDocument, report::kMostDocumentBytes);
  if (!bytes) return bytes.error();
  if (auto document = report::document_from(bytes.value())) return *std::move(document);
  return is_gone();
}

}  // namespace hub::desk
