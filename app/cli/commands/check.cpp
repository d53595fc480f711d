// check: every error of the content or of a configuration, not the first; with --render also what does not fit on a
// screen.
#include "base/counters.h"
#include "base/path.h"
#include "cli/against.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "config/paths.h"
#include "desk/acknowledging.h"
#include "desk/working_folder.h"
#include "inspect/inspection.h"
#include "render/screen_context.h"

namespace hub::cli {

namespace {

struct CheckOptions : CommonOptions {
  bool render = false;      // lay every screen out as well
  std::string against;      // a published report to compare with; empty: none
  ReadingOptions reading;   // that report; its configuration is the one below
  std::string acknowledge;  // the place of a warning that may stay; empty: check
  std::string reason;       // why it may
  std::string config;       // of a kiosk: checked, and alone where nothing is said about content; empty: none
};

class PrintedInspection : public inspect::InspectionListener {
 public:
  explicit PrintedInspection(base::StaffLanguage staff) : staff_(staff) {}
  void ended(inspect::Depth, const std::vector<inspect::ContentFinding>& findings) override {
    print_error(findings, staff_);
  }

 private:
  base::StaffLanguage staff_;
};

void print_fine(const std::string& what, base::StaffLanguage staff) {
  print_line(stdout, what + (staff == base::StaffLanguage::ja ? ": 問題ありません" : ": fine"));
}

void print_acknowledged(int count, base::StaffLanguage staff) {
  if (count == 0) return;
  print_error(base::Message{"ほかに、確かめ済みの注意が " + base::counted(count) + "あります（くり返しません）。",
                            "Acknowledged warnings, not repeated: " + std::to_string(count) + "."},
              staff);
}

Outcome acknowledge(const CheckOptions& options) {
  if (options.reason.find_first_not_of(" \t") == std::string::npos) {
    return Failure::usage({"--reason に、このままでよい理由も書いてください（例: --reason 報告書もこうなっている）。",
                           "Say why it may stay as well, with --reason."});
  }
  base::DiskFiles files;
  const auto folder = desk::working_content_folder(files, options.content);
  if (!folder) return Failure(folder.error());
  const auto done = desk::acknowledge(
      files, {folder.value(), options.hub, options.acknowledge, options.reason, render::can_draw_with_own_faces()});
  if (!done) return Failure(done.error());
  print_error(done.value(), options.staff);
  return Exit::done;
}

Outcome check_content(const CheckOptions& options) {
  const base::DiskFiles files;
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  PrintedInspection printed(options.staff);
  const inspect::Depth depth = options.render ? inspect::Depth::layout : inspect::Depth::letters;
  const inspect::Inspected inspected =
      inspect::inspect_content(files, {folder, options.hub, "", base::SystemClock().today(), depth}, printed);
  print_acknowledged(inspected.acknowledged, options.staff);
  if (!inspected.may_be_shown()) return Exit::at_fault;
  if (!options.against.empty()) {
    const ReadingOptions reading{options.reading.without_sandbox, options.config};
    return check_against_report(options.against, reading, *inspected.snapshot, options.staff);
  }
  for (const content::Hub& hub : inspected.snapshot->hubs) {
    print_fine(base::join(folder, hub.id) + " (" + hub.ward.japanese() + ")", options.staff);
  }
  return Exit::done;
}

Outcome check(const CheckOptions& options) {
  if (!options.acknowledge.empty()) return acknowledge(options);
  if (options.config.empty()) return check_content(options);
  const config::LoadedConfig config = read_config(base::DiskFiles(), options.config, options.staff);
  const bool right = !content::has_errors(config.diagnostics);
  if (right) print_fine(options.config, options.staff);
  const bool alone = options.content.empty() && options.hub.empty() && options.against.empty() && !options.render;
  CheckOptions on_kiosk = options;
  if (on_kiosk.hub.empty()) on_kiosk.hub = config.config.hub;
  const Outcome of_content = alone ? Outcome(Exit::done) : check_content(on_kiosk);
  if (!right && std::holds_alternative<Exit>(of_content)) return Exit::at_fault;
  return of_content;
}

void declare(Options& options, CheckOptions& values) {
  options.content(
      values, {"拠点のフォルダーの名前。書かなければ、すべての拠点", "The name of a hub's folder (default: all hubs)"});
  options.messages(values);
  options.flag("--render", values.render,
               {"すべての画面を並べてもみます。収まらないものはエラーです",
                "Lay every screen out as well: what does not fit is an error"});
  options.text(
      "--against", {"報告書", "REPORT"}, values.against,
      {"映る文が、公表された報告書（PDF、Word、Excel、HTML、テキスト）のとおりか、一文ずつ見くらべます",
       "A published report (PDF, Word, Excel, HTML, text): say of each sentence that is shown whether it is in it"});
  declare_without_sandbox(options, values.reading);
  const Option place = options.text(
      "--acknowledge", {"注意の行", "PLACE"}, values.acknowledge,
      {"出ている注意を、確かめ済みにします。その行のはじめ（ファイル:行:列）を写し、--reason に理由を書きます。"
       "次からは数だけが出ます",
       "Acknowledge a warning: the beginning of its line (file:line:column). From then on it is only counted"});
  options
      .text("--reason", {"理由", "WHY"}, values.reason,
            {"--acknowledge の理由。例: 報告書もこうなっている", "Why the warning may stay"})
      .goes_with(place);
  options.text("--config", {"ファイル", "FILE"}, values.config,
               {"この設定を確かめます。--content も書けば、そのキオスクが読む内容も",
                "Check this configuration of a kiosk; with --content, also the content as that kiosk would load it"});
}

}  // namespace

void add_check(CommandLine& line) {
  line.add("check",
           {"内容のまちがいを、場所と直し方とともに、すべて知らせます",
            "Say everything that is wrong with the content and how to mend it"},
           declare, check);
}

}  // namespace hub::cli
