// Reads one file of content after the other and collects what is wrong with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "content/json/json_source.h"
#include "content/json/letters.h"
#include "content/json/limits.h"
#include "content/json/value.h"
#include "content/model/languages.h"

namespace hub::content {

class JsonFileReader {
 public:
  explicit JsonFileReader(const base::FileReader& files, Languages languages = {})
      : files_(files), languages_(std::move(languages)) {}

  const base::FileReader& files() const { return files_; }
  // From here on texts may be written in these languages (see is_known), and a character that nobody draws is an error.
  void expect(Languages languages, CanDraw can_draw) {
    languages_ = std::move(languages);
    can_draw_ = std::move(can_draw);
  }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
  void error(std::string file, Problem problem) { add(file_error(std::move(file), std::move(problem))); }
  void warn(std::string file, Problem problem) { add(file_warning(std::move(file), std::move(problem))); }

  // What `make` makes of the file's value; nothing when the file cannot be read or is not JSON, and nothing more when
  // kMaxContentBytes have been read or kMostFindings found.
  template <class Make>
  auto decode(const std::string& path, Make make) -> std::optional<decltype(make(std::declval<const Value&>()))> {
    const std::optional<std::string> bytes = read(path);
    if (!bytes) return std::nullopt;
    Reporter reporter(path, *bytes, diagnostics_, languages_);
    const std::optional<Node> root = parse_json(*bytes, reporter);
    if (!root) return std::nullopt;
    report_undrawable(*bytes, can_draw_, reporter);
    return make(Value(reporter, *root, ""));
  }

  // What is in a folder, without what is passed over (file_names.h); nothing (and an error) when it cannot be
  // read or holds more than kMostFolderEntries.
  std::optional<std::vector<base::FileEntry>> list(const std::string& folder);

 private:
  std::optional<std::string> read(const std::string& path);
  void add(Diagnostic diagnostic);

  const base::FileReader& files_;
  Languages languages_;
  CanDraw can_draw_;
  std::size_t bytes_ = 0;   // of all files so far
  bool has_ended_ = false;  // and the last diagnostic says why
  std::vector<Diagnostic> diagnostics_;
};

// By file, line and column.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

}  // namespace hub::content
