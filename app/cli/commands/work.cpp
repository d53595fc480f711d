// work: does the jobs of the desk that wait.
#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "desk/jobs/carried_packs.h"
#include "desk/jobs/worker.h"
#include "stick/destination.h"

namespace hub::cli {

namespace {

struct WorkOptions : KioskOptions {
  bool one = false;
  std::string packs;  // the folder that a carrier fills with them; empty: none
};

base::Error nowhere() {
  return {{"机のフォルダー（下書きや頼みごとを置くところ）がありません。", "There is no state folder."},
          {"--state フォルダー を付けるか、環境変数 STATE_DIRECTORY か HOME を設定してください。",
           "Give --state FOLDER, or set the environment variable STATE_DIRECTORY or HOME."}};
}

Outcome work(const WorkOptions& options) {
  const base::DiskFiles files;
  desk::WorkSetup setup;
  const KioskOptions here = on_this_machine(files, options);
  setup.state_folder = here.state;
  if (setup.state_folder.empty()) return Failure(nowhere());
  setup.content_folder = here.content;
  setup.only_one = options.one;
  setup.config = read_config(files, here.config, options.staff).config;
  setup.without_sandbox_allowed = allows_without_sandbox(files, {false, here.config});
  setup.keys = pack_keys(files, here.config);
  setup.heard = [&](const desk::Job& job, const desk::JobProgress& progress) {
    // Nobody sees it otherwise where there is no panel.
    if (job.kind != desk::Job::Kind::take) return;
    print_error({progress.message, progress.remedy}, options.staff);
  };
  if (const auto to = stick::destination_on(files, {here.state, here.content, here.config});
      to && !options.packs.empty()) {
    const auto asked =
        desk::ask_for_carried_packs(base::SystemCalls(), base::SystemClock(), here.state, to->hub, options.packs);
    if (!asked) print_error(asked.error(), options.staff);  // other jobs are done all the same
  }
  const auto ended = desk::work(base::SystemCalls(), base::SystemClock(), setup);
  if (!ended) return Failure(ended.error());
  return Exit::done;
}

void declare(Options& options, WorkOptions& values) {
  options.messages(values);
  options.kiosk(values);
  options.flag("--one", values.one, {"1 つだけして終わります", "Do one job, and end"});
  options.text("--packs", {"フォルダー", "FOLDER"}, values.packs,
               {"パックが届くフォルダー（ダウンロード、Syncthing）。新しいものを、先に受け取り箱に入れます",
                "A folder into which packs come (a download, Syncthing): new ones go into the inbox first"});
}

}  // namespace

void add_work(CommandLine& line) {
  line.add(
      "work",
      {"待っている仕事（報告書を読む、ページを描く、確かめる、映す、前に戻す、届いたパックを受け取る）を、順にします",
       "Do the desk's jobs that wait: read a report, draw a page, inspect, publish, go back, take a pack"},
      declare, work);
}

}  // namespace hub::cli
