#include "content/json/json_file_reader.h"

#include <algorithm>
#include <tuple>

namespace hub::content {

std::optional<std::vector<base::FileEntry>> JsonFileReader::list(const std::string& folder) {
  base::Result<std::vector<base::FileEntry>> entries = files_.list(folder);
  if (!entries) return error(folder, entries.error()), std::nullopt;
  std::erase_if(entries.value(), [](const base::FileEntry& entry) { return is_leftover(entry.name); });
  return std::move(entries).value();
}

bool is_leftover(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".tmp") ||
         name.find(".sync-conflict-") != std::string_view::npos;
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

}  // namespace hub::content
