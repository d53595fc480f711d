#include "inspect/glyph_inspection.h"

#include <cstdio>
#include <set>

#include "base/path.h"
#include "base/utf8.h"
#include "content/load/load.h"

namespace hub::inspect {

namespace {

void add_json_files(const base::FileReader& files, const std::string& folder, std::vector<std::string>& paths) {
  const auto entries = files.list(folder);
  if (!entries) return;
  for (const base::FileEntry& entry : entries.value()) {
    const bool wanted = entry.kind == base::FileEntry::Kind::file && entry.name.ends_with(".json");
    if (wanted && !entry.name.starts_with(".")) paths.push_back(base::join(folder, entry.name));
  }
}

std::vector<std::string> content_files(const base::FileReader& files, const std::string& folder,
                                       const std::string& hub) {
  std::vector<std::string> paths;
  add_json_files(files, folder + "/common", paths);
  const auto entries = files.list(folder);
  if (!entries) return paths;
  for (const base::FileEntry& entry : entries.value()) {
    const bool is_hub = entry.name != "common" && entry.name != "schema" && !entry.name.starts_with(".");
    if (entry.kind == base::FileEntry::Kind::file || !is_hub || (!hub.empty() && entry.name != hub)) continue;
    const std::string inside = base::join(folder, entry.name);
    add_json_files(files, inside, paths);
    add_json_files(files, base::join(inside, "reports"), paths);
  }
  return paths;
}

// A reader sees nothing of these: line feeds, joiners and break opportunities, the byte order mark.
bool is_drawn(char32_t c) { return c > U' ' && c != 0x200B && c != 0x2060 && c != 0xFEFF; }

content::Diagnostic describe(const std::string& path, int line, int column, char32_t c) {
  const std::string character = base::encode_utf8({&c, 1});
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  content::Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.line = line;
  diagnostic.column = column;
  diagnostic.what = {"表示できない文字「" + character + "」（" + code + "）があります。",
                     "No face can draw \"" + character + "\" (" + code + ")."};
  diagnostic.remedy = {"別の文字に変えてください。", "Write it with another character."};
  return diagnostic;
}

}  // namespace

std::vector<content::Diagnostic> missing_glyphs(const base::FileReader& files, const std::string& content_folder,
                                                const std::string& hub, const text::Faces& faces) {
  std::vector<content::Diagnostic> found;
  for (const std::string& path : content_files(files, content_folder, hub)) {
    const auto bytes = files.read(path, content::kMaxFileBytes);
    if (!bytes) continue;  // loading has said so
    std::set<char32_t> seen;
    int line = 1;
    int column = 0;
    for (const char32_t c : base::decode_utf8(bytes.value())) {
      ++column;
      if (c == U'\n') ++line, column = 0;
      if (!is_drawn(c) || seen.contains(c)) continue;
      const bool covered = faces.covers(c, text::Weight::regular, "ja") && faces.covers(c, text::Weight::bold, "ja");
      if (covered) continue;
      seen.insert(c);
      found.push_back(describe(path, line, column, c));
    }
  }
  return found;
}

}  // namespace hub::inspect
