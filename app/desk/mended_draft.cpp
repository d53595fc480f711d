#include "desk/mended_draft.h"

#include "config/paths.h"
#include "content/json/json_file_reader.h"
#include "content/load/decode.h"
#include "content/load/load.h"

namespace hub::desk {

namespace {

void add_lines(const content::Node& node, const std::string& pointer, const content::Reporter& reporter,
               std::map<std::string, int>& lines) {
  lines[pointer] = reporter.position(node.offset).line;
  for (std::size_t index = 0; index < node.children.size(); ++index) {
    const content::Node& child = node.children[index];
    const bool member = node.type == content::Node::Type::object;
    const std::string step = member ? content::pointer_step(child.key) : std::to_string(index);
    add_lines(child, pointer + "/" + step, reporter, lines);
  }
}

}  // namespace

std::map<std::string, int> lines_of(const std::string& json) {
  std::vector<content::Diagnostic> unused;
  content::Reporter reporter("", json, unused);
  std::map<std::string, int> lines;
  if (const auto root = content::parse_json(json, reporter)) add_lines(*root, "", reporter, lines);
  return lines;
}

bool is_draft(const std::string& path) { return path.ends_with(".json"); }

ReadDraft read_draft(const base::FileReader& files, const std::string& path) {
  content::JsonFileReader reader(files);
  reader.expect(content::find_languages(files, config::strings_folder()), {});
  const std::optional<content::Report> report = reader.decode(path, content::decode_report);
  const auto bytes = files.read(path, content::kMaxFileBytes);
  const bool good = report && bytes && !content::has_errors(reader.diagnostics());
  std::optional<Filing> filing;
  if (good) filing = Filing{report->goal_year, bytes.value()};
  return {std::move(filing), std::move(reader.diagnostics())};
}

}  // namespace hub::desk
