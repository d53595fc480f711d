// All that there is to edit, with where it comes from, and what is wrong with it.
#include <algorithm>

#include "config/paths.h"
#include "content/json/keys.h"
#include "content/json/limits.h"
#include "desk/hub_texts.h"
#include "desk/mended_draft.h"
#include "desk/typed/statements.h"
#include "desk/typed/text_value.h"
#include "desk/typed/word_readings.h"
#include "desk/typing.h"

namespace hub::desk {

namespace {

using Statements = std::vector<Statement>;

// The draft's content as the screens would have it; null: it has errors.
std::shared_ptr<const content::Snapshot> snapshot_of(const Desk& desk, const Work& work) {
  const base::DiskFiles disk;
  const auto preview = desk.preview(disk, work);
  if (!preview) return nullptr;
  return config::load_content(preview.value(), preview.value().folder(), desk.hub()).snapshot;
}

void add_sources(const Desk& desk, const Work& work, const HubTexts& content, Statements& statements) {
  const SourceComparison comparison(HubTexts::source_of(desk, work));
  const std::map<std::string, ReadFrom> from = content.read_from();
  if (!comparison.kept() && from.empty()) return;
  std::vector<SourceComparison::Asked> asked;
  for (const Statement& one : statements) {
    if (!one.of_report) continue;
    const auto read = from.find(one.address.pointer);
    asked.push_back({one.japanese, read == from.end() ? std::nullopt : std::optional(read->second)});
  }
  std::vector<SourceWords> words = comparison.compare(asked);
  auto next = words.begin();
  for (Statement& one : statements) {
    if (one.of_report) one.source = std::move(*next++);
  }
}

bool differs(const Statement& one) {
  return one.source && one.source->same == SourceWords::Same::no && !one.japanese.empty();
}

Statements compared_statements(const Desk& desk, const Work& work, const content::Languages& menu) {
  const HubTexts content(desk, work);
  Statements statements = statements_of(content.edited_files(), kReportFile, menu);
  add_sources(desk, work, content, statements);
  const std::string report = content.report_file();
  for (Statement& one : statements) {
    for (Address* at : {&one.address, &one.entry}) {
      if (at->file == kReportFile) at->file = report;
    }
  }
  return statements;
}

// The field that a value of a file belongs to, and in which language.
FieldFinding placed(const std::string& file, std::string pointer, const std::string& hub) {
  FieldFinding finding;
  finding.at = {file, ""};
  const auto kind = kind_of_file(file, hub);
  if (!kind) return finding;
  for (; !pointer.empty(); pointer = above(pointer)) {
    const bool place = field_at(*kind, pointer) || is_text_list(*kind, pointer) || is_item_list(pointer) ||
                       is_goal(pointer) || (*kind == FileKind::readings && above(pointer) == "/readings");
    if (place) {
      finding.at.pointer = std::move(pointer);
      return finding;
    }
    const std::string step = pointer.substr(pointer.find_last_of('/') + 1);
    finding.language = field_at(*kind, above(pointer)) && step != content::kRenderedFrom ? step : "";
  }
  finding.language.clear();
  return finding;
}

// Of what is found in a whole file: the innermost value of its line, as the files of drafts are written.
std::string pointer_of_line(const base::FileReader& files, const std::string& path, int line) {
  const auto bytes = files.read(path, content::kMaxFileBytes);
  std::string innermost;
  if (!bytes || line <= 1) return innermost;
  for (const auto& [pointer, at] : lines_of(bytes.value())) {
    if (at == line && pointer.size() > innermost.size()) innermost = pointer;
  }
  return innermost;
}

// A screen's finding quotes the text that it is about.
FieldFinding quoted(const base::Error& error, const Statements& statements) {
  FieldFinding finding;
  std::size_t longest = 0;
  const auto look = [&](const Statement& one, const std::string& words, const std::string& language) {
    if (words.size() <= longest || error.what.ja.find("「" + words + "」") == std::string::npos) return;
    longest = words.size();
    finding.at = one.address;
    finding.language = language;
  };
  for (const Statement& one : statements) {
    look(one, one.plain, "ja");
    for (const Rendering& rendering : one.renderings) look(one, plain_words(rendering.words), rendering.language);
  }
  finding.what = error.what;
  finding.remedy = error.remedy;
  return finding;
}

class Silent : public inspect::InspectionListener {
 public:
  void ended(inspect::Depth, const std::vector<inspect::ContentFinding>&) override {}
};

}  // namespace

base::Result<Texts> texts(const Desk& desk, WithReadings readings) {
  const auto found = desk.work_or_shown();
  if (!found) return found.error();
  const Work& work = found.value();
  Texts texts;
  if (!work.id().empty()) texts.mark = {work.id(), work.revision()};
  texts.source_name = work.source().name;
  const auto snapshot = snapshot_of(desk, work);
  const content::Hub* hub = snapshot ? snapshot->find_hub(desk.hub()) : nullptr;
  texts.languages = content::find_languages(base::DiskFiles(), config::strings_folder());
  texts.statements = compared_statements(desk, work, hub ? snapshot->languages(*hub) : texts.languages);
  texts.differing = static_cast<int>(std::ranges::count_if(texts.statements, differs));
  if (readings == WithReadings::no) return texts;
  const content::Snapshot none;
  const WordReadings words(snapshot ? *snapshot : none, desk.hub());
  for (Statement& one : texts.statements) {
    const bool is_text = one.value.empty() && !one.japanese.empty();
    if (is_text) one.readings = words.of(one.japanese);
  }
  return texts;
}

std::vector<Statement> differing_statements(const Desk& desk, const Work& work) {
  Statements all = compared_statements(desk, work, {});
  std::erase_if(all, [](const Statement& one) { return !differs(one); });
  return all;
}

base::Message differing_sentence(int count) {
  if (count == 0) return {};
  const std::string number = std::to_string(count);
  return {"報告書とちがう文が " + number + " つあります。",
          count == 1 ? "1 text is not as the report has it." : number + " texts are not as the report has them."};
}

base::Result<std::vector<FieldFinding>> findings(const Desk& desk, const Work& work, inspect::Depth depth,
                                                 const FindingsFor& whom) {
  const base::DiskFiles disk;
  const auto preview = desk.preview(disk, work);
  if (!preview) return preview.error();
  const std::string folder = preview.value().folder() + "/";
  Silent silent;
  const inspect::Inspected inspected = inspect::inspect_content(
      preview.value(), {preview.value().folder(), desk.hub(), whom.published, desk.today(), depth},
      whom.listener != nullptr ? *whom.listener : static_cast<inspect::InspectionListener&>(silent));
  std::vector<FieldFinding> all;
  Statements statements;
  for (const inspect::ContentFinding& one : inspected.findings) {
    if (const auto* found = std::get_if<content::Diagnostic>(&one.what)) {
      const std::string file = found->file.starts_with(folder) ? found->file.substr(folder.size()) : found->file;
      const std::string pointer =
          found->pointer.empty() ? pointer_of_line(preview.value(), found->file, found->line) : found->pointer;
      all.push_back(placed(file, pointer, desk.hub()));
      all.back().what = found->what;
      all.back().remedy = found->remedy;
    } else {
      if (statements.empty()) statements = compared_statements(desk, work, {});
      all.push_back(quoted(std::get<base::Error>(one.what), statements));
    }
    all.back().refuses = one.refuses;
  }
  return all;
}

}  // namespace hub::desk
