// check: every error of the content or of a configuration, not the first; with --render also what does not fit on a
// screen.
#include <cstdio>

#include "cli/against.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "inspect/content_inspection.h"
#include "inspect/glyph_inspection.h"
#include "inspect/layout_inspection.h"

namespace hub::cli {

namespace {

struct CheckOptions : CommonOptions {
  bool render = false;  // lay every screen out as well
  std::string against;  // a published report to compare with; empty: none
  std::string config;   // of a kiosk: checked, and alone where nothing is said about content; empty: none
};

Outcome check_content(const CheckOptions& options) {
  const base::StaffLanguage staff = options.staff;
  const bool japanese = staff == base::StaffLanguage::ja;
  const base::DiskFiles files;
  const content::Loaded loaded = config::load_content(files, options.content, options.hub);
  print_error(loaded.diagnostics, staff);
  if (!loaded.snapshot) return Exit::at_fault;
  const auto unknown = inspect::unknown_icons(*loaded.snapshot);
  print_error(unknown, staff);
  if (!unknown.empty()) return Exit::at_fault;

  auto screen_context = render::ScreenContext::open();
  if (!screen_context) return Failure(screen_context.error());
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const auto missing = inspect::missing_glyphs(files, folder, options.hub, screen_context.value()->faces());
  print_error(missing, staff);
  if (!missing.empty()) return Exit::at_fault;
  print_error(inspect::missing_dictionary(), staff);
  print_error(inspect::unreadable_colours(*loaded.snapshot), staff);

  if (options.render) {
    bool fits = true;
    for (const content::Hub& hub : loaded.snapshot->hubs) {
      const auto errors =
          inspect::check_rendering(*screen_context.value(), loaded.snapshot, hub, base::SystemClock().today(), [] {});
      print_error(errors, staff);
      fits = fits && errors.empty();
    }
    if (!fits) return Exit::at_fault;
  }
  if (!options.against.empty()) return check_against_report(options.against, *loaded.snapshot, staff);
  for (const content::Hub& hub : loaded.snapshot->hubs) {
    std::printf(japanese ? "%s/%s (%s): 問題ありません\n" : "%s/%s (%s): fine\n", folder.c_str(), hub.id.c_str(),
                hub.ward.japanese().c_str());
  }
  return Exit::done;
}

Outcome check(const CheckOptions& options) {
  if (options.config.empty()) return check_content(options);
  const config::LoadedConfig config = read_config(base::DiskFiles(), options.config, options.staff);
  const bool right = !content::has_errors(config.diagnostics);
  if (right) {
    std::printf(options.staff == base::StaffLanguage::ja ? "%s: 問題ありません\n" : "%s: fine\n",
                options.config.c_str());
  }
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
  options.text("--against", {"報告書", "REPORT"}, values.against,
               {"映る文が、公表された報告書（PDF、HTML、テキスト）のとおりか、一文ずつ見くらべます",
                "A published report (PDF, HTML, text): say of each sentence that is shown whether it is in it"});
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
