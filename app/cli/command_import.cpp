// import: a published report becomes a draft of reports/<year>.json, with the questions a person should answer.
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

#include "base/files.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "config/paths.h"
#include "desk/report_filing.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"

namespace hub::cli {

namespace {

constexpr const char* kStandardOutput = "-";

base::Status put(const std::string& where, const std::string& bytes) {
  if (where == kStandardOutput) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return base::Done{};
  }
  return base::DiskFiles().write(where, bytes);
}

int usage(const base::Message& what, base::StaffLanguage staff) { return print_error(what, staff), kUsage; }

// Options that do not go together.
std::optional<base::Message> misuse(const ImportOptions& options) {
  if (options.report.empty() && options.taken_for_option.starts_with('-')) {
    const std::string& given = options.taken_for_option;
    return base::Message{
        "「" + given + "」というオプションはありません。報告書の名前なら、「-」で始まるので、前に ./ を付けて ./" +
            given + " と書いてください。",
        "There is no option " + given + ". If it is the report's name, which begins with -, write ./" + given + "."};
  }
  if (options.report.empty()) {
    return base::Message{"報告書のファイルの名前を書いてください（例: hub-kiosk import 報告書.pdf）。",
                         "Give the name of the report's file (hub-kiosk import report.pdf)."};
  }
  if (options.report == kStandardOutput) {
    return base::Message{"標準入力（-）からは読めません。報告書をファイルに保存して、その名前を書いてください。",
                         "The report is not read from standard input (-): save it to a file, and give its name."};
  }
  if (options.write && options.hub.empty()) {
    return base::Message{"--write には --hub も書いてください（例: --hub izumi）。", "--write wants --hub as well."};
  }
  if (options.replace && !options.write) {
    return base::Message{"--replace は --write といっしょに使います。", "--replace goes with --write."};
  }
  int on_standard_output = 0;
  for (const std::string* where : {&options.out, &options.doubts, &options.origins}) {
    if (*where == kStandardOutput) ++on_standard_output;
  }
  const bool draft_as_well = options.out.empty() && !options.write && on_standard_output > 0;
  if (on_standard_output > 1 || draft_as_well) {
    return base::Message{"標準出力（-）に出せるのは 1 つだけです。--out にファイルの名前を書いてください。",
                         "Only one thing can go to standard output (-): give --out a file."};
  }
  return std::nullopt;
}

void print_questions(const report::Draft& draft, base::StaffLanguage staff) {
  if (draft.questions.empty()) {
    return print_error(
        base::Message{"下書きができました。気になるところはありません。", "The draft is done, without doubts."}, staff);
  }
  const std::string count = std::to_string(draft.questions.size());
  print_error(base::Message{"下書きができました。確かめてほしいところが " + count + " つあります:",
                            "The draft is done. " + count + " things want a person's eye:"},
              staff);
  std::fputs(report::questions_text(draft, staff).c_str(), stderr);
}

}  // namespace

int import_report(const ImportOptions& options) {
  const base::StaffLanguage staff = options.staff();
  if (const auto wrong = misuse(options)) return usage(*wrong, staff);
  base::DiskFiles files;
  const auto bytes = files.read(options.report, report::kMaxReportBytes);
  if (!bytes) return print_error(bytes.error(), staff), kAtFault;
  const report::SandboxedPdfReader pdf_reader;
  const auto document = report::read_document(options.report, bytes.value(), pdf_reader);
  if (pdf_reader.weaker()) print_error(*pdf_reader.weaker(), staff);
  if (!document) return print_error(document.error(), staff), kAtFault;
  const auto draft = report::make_draft(document.value());
  if (!draft) return print_error(draft.error(), staff), kAtFault;

  const std::string out = options.out.empty() && !options.write ? kStandardOutput : options.out;
  if (options.doubts.empty()) {
    print_questions(draft.value(), staff);
  } else if (const auto done = put(options.doubts, report::questions_json(draft.value())); !done) {
    return print_error(done.error(), staff), kAtFault;
  }
  if (!options.origins.empty()) {
    if (const auto done = put(options.origins, report::origins_json(draft.value())); !done) {
      return print_error(done.error(), staff), kAtFault;
    }
  }
  if (!out.empty()) {
    if (const auto done = put(out, report::report_json(draft.value().report)); !done) {
      return print_error(done.error(), staff), kAtFault;
    }
  }
  if (!options.write) return kDone;
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const desk::FiledReport filed = desk::file_report(files, folder, options.hub, draft.value().report, options.replace);
  print_error(filed.diagnostics, staff);
  for (const base::Message& done : filed.done) print_error(done, staff);
  if (filed.refused) print_error(*filed.refused, staff);
  return filed.refused ? kAtFault : kDone;
}

}  // namespace hub::cli
