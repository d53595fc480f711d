#include "content/json/json_file_reader.h"

#include <algorithm>
#include <tuple>

#include "content/json/file_names.h"
#include "content/json/problems.h"

namespace hub::content {

std::optional<std::vector<base::FileEntry>> JsonFileReader::list(const std::string& folder) {
  base::Result<std::vector<base::FileEntry>> entries = files_.list(folder);
  if (!entries) return error(folder, entries.error()), std::nullopt;
  std::erase_if(entries.value(),
                [](const base::FileEntry& entry) { return is_passed_over(entry.name) && !is_lock(entry.name); });
  if (entries.value().size() > kMostFolderEntries) {
    return error(folder, problems::too_many_files(kMostFolderEntries)), std::nullopt;
  }
  return std::move(entries).value();
}

std::optional<std::string> JsonFileReader::read(const std::string& path) {
  if (diagnostics_.size() >= kMostFindings) error(path, problems::too_many_problems());
  if (has_ended_) return std::nullopt;
  base::Result<std::string> bytes = files_.read(path, kMaxFileBytes);
  if (!bytes) return error(path, bytes.error()), std::nullopt;
  bytes_ += bytes.value().size();
  if (bytes_ > kMaxContentBytes) {
    error(path, problems::content_too_large(kMaxContentBytes));
    has_ended_ = true;
    return std::nullopt;
  }
  return std::move(bytes).value();
}

void JsonFileReader::add(Diagnostic diagnostic) {
  if (has_ended_) return;
  has_ended_ = diagnostics_.size() >= kMostFindings;
  if (has_ended_) diagnostic = file_error(std::move(diagnostic.file), problems::too_many_problems());
  diagnostics_.push_back(std::move(diagnostic));
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

}  // namespace hub::content
