// import: a published report becomes a draft of reports/<year>.json, with the questions a person should answer.
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "base/counters.h"
#include "base/files.h"
#include "base/path.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "config/paths.h"
#include "desk/draft_readings.h"
#include "desk/mended_draft.h"
#include "desk/report_filing.h"
#include "desk/working_folder.h"
#include "render/screen_context.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"

namespace hub::cli {

namespace {

constexpr const char* kStandardOutput = "-";

struct ImportOptions : CommonOptions {
  std::string report;    // the file
  std::string out;       // for the draft; -: standard output; empty: standard output unless it is written
  std::string doubts;    // as JSON, for a file or -; empty: as text on standard error
  std::string origins;   // where each text comes from, as JSON, for a file or -; empty: nowhere
  bool json = false;     // draft, doubts and origins on standard output
  bool write = false;    // into the content folder, as the report of `hub`
  bool replace = false;  // what is there already, which is kept under another name
  ReadingOptions reading;
};

base::Status put(const std::string& where, const std::string& bytes) {
  if (where == kStandardOutput) {
    print_json(stdout, bytes);
    return base::Done{};
  }
  return base::DiskFiles().write(where, bytes);
}

// A draft that staff may have mended is put aside, not lost.
base::Status put_draft(const std::string& where, const std::string& bytes, base::StaffLanguage staff) {
  base::DiskFiles files;
  const bool there = where != kStandardOutput && files.exists(where);
  const auto before = there ? files.read(where, content::kMaxFileBytes) : base::Result<std::string>(bytes);
  if (!before || before.value() != bytes) {
    const auto kept = desk::put_aside(files, where);
    if (!kept) return kept.error();
    print_error(
        base::Message{"「" + where + "」は新しく作りなおしました。前の下書きは「" + kept.value() +
                          "」に残しました（直したところがあれば、そちらにあります）。",
                      "\"" + where + "\" was made anew. The draft before, with whatever was mended in it, is \"" +
                          kept.value() + "\"."},
        staff);
  }
  return put(where, bytes);
}

// Options that do not go together.
std::optional<base::Message> misuse(const ImportOptions& options) {
  if (options.report.empty()) {
    return base::Message{"報告書のファイルの名前を書いてください（例: " + program_name() + " import 報告書.pdf）。",
                         "Give the name of the report's file (" + program_name() + " import report.pdf)."};
  }
  if (options.report == kStandardOutput) {
    return base::Message{"標準入力（-）からは読めません。報告書をファイルに保存して、その名前を書いてください。",
                         "The report is not read from standard input (-): save it to a file, and give its name."};
  }
  if (desk::is_draft(options.report) && !options.write) {
    return base::Message{"下書き（" + options.report + "）を入れるときは、--write と --hub を書いてください。",
                         "To file a draft (" + options.report + "), add --write and --hub."};
  }
  if (options.write && options.hub.empty()) {
    return base::Message{"--write には --hub も書いてください（例: --hub izumi）。", "--write wants --hub as well."};
  }
  if (options.replace && !options.write) {
    return base::Message{"--replace は --write といっしょに使います。", "--replace goes with --write."};
  }
  int on_standard_output = options.json ? 1 : 0;
  for (const std::string* where : {&options.out, &options.doubts, &options.origins}) {
    if (*where == kStandardOutput) ++on_standard_output;
  }
  const bool draft_as_well = options.out.empty() && !options.write && !options.json && on_standard_output > 0;
  if (on_standard_output > 1 || draft_as_well) {
    return base::Message{"標準出力（-）に出せるのは 1 つだけです。--out にファイルの名前を書いてください。",
                         "Only one thing can go to standard output (-): give --out a file."};
  }
  return std::nullopt;
}

void print_questions(const report::Draft& draft, const report::DraftLines& lines, base::StaffLanguage staff) {
  if (draft.questions.empty()) {
    return print_error(
        base::Message{"下書きができました。気になるところはありません。", "The draft is done, without doubts."}, staff);
  }
  const std::string count = std::to_string(draft.questions.size());
  print_error(base::Message{"下書きができました。確かめてほしいところが " +
                                base::counted(static_cast<int>(draft.questions.size())) + "あります:",
                            "The draft is done. " + count + " things want a person's eye:"},
              staff);
  print_lines(stderr, report::questions_text(draft, staff, lines));
}

// Of the hub of --hub, for a report that names no ward; empty where there is no such hub.
std::string ward_of(const base::FileReader& files, const ImportOptions& options) {
  if (options.hub.empty()) return {};
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const content::Loaded loaded = config::load_content(files, folder, options.hub);
  if (!loaded.snapshot) return {};
  const auto hub = std::ranges::find(loaded.snapshot->hubs, options.hub, &content::Hub::id);
  return hub == loaded.snapshot->hubs.end() ? std::string() : hub->ward.japanese();
}

base::Result<report::Draft> draft_of(const base::FileReader& files, const ImportOptions& options) {
  const auto document = read_report(files, options.report, options.reading, options.staff);
  if (!document) return document.error();
  return report::make_draft(document.value(), ward_of(files, options));
}

// The draft, its questions and its origins go where they are wanted.
base::Status put_all(const report::Draft& draft, const ImportOptions& options) {
  const bool shown = options.out.empty() && !options.write && !options.json;
  const std::string out = shown ? kStandardOutput : options.out;
  const std::string json = report::report_json(draft.report);
  if (options.json) {
    if (auto done = put(kStandardOutput, report::draft_json(draft)); !done) return done;
  } else if (options.doubts.empty()) {
    const bool in_a_file = !out.empty() && out != kStandardOutput;
    print_questions(draft, in_a_file ? desk::lines_of(json) : report::DraftLines(), options.staff);
  }
  if (!options.doubts.empty()) {
    if (auto done = put(options.doubts, report::questions_json(draft)); !done) return done;
  }
  if (!options.origins.empty()) {
    if (auto done = put(options.origins, report::origins_json(draft)); !done) return done;
  }
  return out.empty() ? base::Done{} : put_draft(out, json, options.staff);
}

Outcome print(const desk::FiledReport& filed, base::StaffLanguage staff) {
  print_error(filed.diagnostics, staff);
  for (const base::Message& done : filed.done) print_error(done, staff);
  if (filed.refused) return Failure(*filed.refused);
  return Exit::done;
}

// A draft is filed as it stands: reading the report again would lose what was mended in it.
Outcome file_draft(const ImportOptions& options) {
  base::DiskFiles files;
  const auto folder = desk::working_content_folder(files, options.content);
  if (!folder) return Failure(folder.error());
  desk::ReadDraft draft = desk::read_draft(files, options.report);
  if (!draft.filing) return Failure(std::move(draft.diagnostics));
  return print(desk::file_report(files, folder.value(), options.hub, *draft.filing, options.replace,
                                 render::can_draw_with_own_faces()),
               options.staff);
}

// Where the draft will stand, and what will stand there.
void print_unreviewed(const base::FileReader& files, const std::string& folder, const content::Report& report,
                      const ImportOptions& options) {
  const std::string name = base::join("reports", std::to_string(report.goal_year) + ".json");
  std::string file = options.out.empty() || options.out == kStandardOutput ? name : options.out;
  if (options.write) file = base::join(base::join(folder, options.hub), name);
  const auto unreviewed =
      desk::unreviewed_of_draft(files, folder, options.hub, report, file, report::report_json(report, options.write));
  if (unreviewed) print_error({*unreviewed}, options.staff);
}

Outcome import_report(const ImportOptions& options) {
  const base::StaffLanguage staff = options.staff;
  if (auto wrong = misuse(options)) return Failure::usage(*std::move(wrong));
  if (desk::is_draft(options.report)) return file_draft(options);
  base::DiskFiles files;
  if (options.write) {
    // Before anything is read: who types it in the wrong place hears of that alone.
    if (const auto folder = desk::working_content_folder(files, options.content); !folder) {
      return Failure(folder.error());
    }
  }
  const auto draft = draft_of(files, options);
  if (!draft) return Failure(draft.error());
  if (const auto done = put_all(draft.value(), options); !done) return Failure(done.error());
  // Readings are known where the draft will stand; one that is only looked at stands nowhere.
  const std::string beside = options.content.empty() ? config::default_content_folder(files) : options.content;
  print_unreviewed(files, beside, draft.value().report, options);
  if (!options.write) return Exit::done;
  const auto folder = desk::working_content_folder(files, options.content);
  if (!folder) return Failure(folder.error());
  return print(desk::file_report(files, folder.value(), options.hub, draft.value().report, options.replace,
                                 render::can_draw_with_own_faces()),
               staff);
}

// A report's name that begins with - is taken for an option.
std::optional<base::Message> maybe_a_name(const std::string& word) {
  if (!word.starts_with('-')) return std::nullopt;
  return base::Message{
      "「" + word + "」というオプションはありません。報告書の名前なら、「-」で始まるので、前に ./ を付けて ./" + word +
          " と書いてください。",
      "There is no option " + word + ". If it is the report's name, which begins with -, write ./" + word + "."};
}

void declare(Options& options, ImportOptions& values) {
  options.content(
      values, {"報告書を入れる拠点のフォルダーの名前。書き入れるときと、報告書に区の名前がないとき",
               "The hub whose report it is: the name of its folder (with --write, or where the report names no ward)"});
  options.messages(values);
  options.text("REPORT", {"報告書", "REPORT"}, values.report,
               {"PDF、Word、Excel、HTML、テキストのファイル。必ず書きます。--write "
                "といっしょなら、直した下書き（.json）も書けます",
                "The report: .pdf, .docx, .xlsx, .html or .txt (required); with --write also a mended draft, .json"});
  declare_without_sandbox(options, values.reading);
  options.text("--out", {"ファイル", "FILE"}, values.out,
               {"下書きを書くところ。書かないときと - のときは、標準出力",
                "The file for the draft, or - (default: standard output)"});
  options.text("--doubts", {"ファイル", "FILE"}, values.doubts,
               {"確かめてほしいところを JSON で出すファイル、または -。書かなければ、文で標準エラー出力に",
                "A file, or -, for the doubts as JSON (default: text on standard error)"});
  options.text("--origins", {"ファイル", "FILE"}, values.origins,
               {"それぞれの文が報告書のどこにあったかを JSON で出すファイル、または -",
                "A file, or -, for where each text comes from, as JSON"});
  options.flag("--json", values.json,
               {"下書き、確かめてほしいところ、どこにあったかを、まとめて JSON で標準出力に出します",
                "Print the draft, the doubts and the origins to standard output as one JSON object"});
  options.flag("--write", values.write,
               {"内容のフォルダーに、--hub の報告書として入れます。もうあるときは、何も書きません",
                "Put it into the content folder as the report of --hub"});
  options.flag("--replace", values.replace,
               {"その年度の報告書と入れかえます（--write といっしょに）。前のものは、別の名前で残ります",
                "With --write: replace the report of that year; the old one is kept"});
  options.on_unknown(
      [&values](const std::string& word) { return values.report.empty() ? maybe_a_name(word) : std::nullopt; });
}

}  // namespace

void add_import(CommandLine& line) {
  line.add("import",
           {"公表された報告書（PDF、Word、Excel、HTML、テキスト）から、reports/<年度>.json の下書きを作ります",
            "Turn a published report (PDF, Word, Excel, HTML, text) into a draft of reports/<year>.json, with what to "
            "look at"},
           declare, import_report);
}

}  // namespace hub::cli
