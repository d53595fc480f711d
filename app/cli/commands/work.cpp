// work: does the jobs of the desk that wait.
#include <cstdlib>

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "config/config.h"
#include "config/paths.h"
#include "desk/jobs/worker.h"

namespace hub::cli {

namespace {

struct WorkOptions : CommonOptions {
  std::string state;   // empty: config::state_folder
  std::string config;  // of this kiosk; empty: none
  bool one = false;
};

base::Error nowhere() {
  return {{"机のフォルダー（下書きや頼みごとを置くところ）がありません。", "There is no state folder."},
          {"--state フォルダー を付けるか、環境変数 STATE_DIRECTORY か HOME を設定してください。",
           "Give --state FOLDER, or set the environment variable STATE_DIRECTORY or HOME."}};
}

Outcome work(const WorkOptions& options) {
  const base::DiskFiles files;
  desk::WorkSetup setup;
  setup.state_folder = options.state.empty() ? config::state_folder(std::getenv) : options.state;
  if (setup.state_folder.empty()) return Failure(nowhere());
  setup.content_folder = options.content.empty() ? config::published_content_folder() : options.content;
  setup.only_one = options.one;
  if (!options.config.empty()) {
    // What is wrong in it, the kiosk says.
    const config::Config config = config::load_config(files, options.config, {}).config;
    setup.without_sandbox_allowed = config.reports.sandbox == config::Config::Reports::Sandbox::if_possible;
  }
  const auto ended = desk::work(base::SystemCalls(), base::SystemClock(), setup);
  if (!ended) return Failure(ended.error());
  return Exit::done;
}

void declare(Options& options, WorkOptions& values) {
  options.messages(values);
  options.text("--content", {"フォルダー", "FOLDER"}, values.content,
               {"キオスクが読んでいるフォルダー。書かなければ、パッケージの公開先",
                "The folder that kiosks read (default: the package's)"});
  options.text("--state", {"フォルダー", "FOLDER"}, values.state,
               {"キオスクが覚え書きを置くフォルダー。書かなければ、このユーザーのもの",
                "The folder where the kiosk keeps its state (default: this user's)"});
  options.text("--config", {"ファイル", "FILE"}, values.config, {"このキオスクの設定", "Configuration of this kiosk"});
  options.flag("--one", values.one, {"1 つだけして終わります", "Do one job, and end"});
}

}  // namespace

void add_work(CommandLine& line) {
  line.add("work",
           {"待っている仕事（報告書を読む、ページを描く、確かめる、映す、前に戻す）を、順にします",
            "Do the desk's jobs that wait: read a report, draw a page, inspect, publish, go back"},
           declare, work);
}

}  // namespace hub::cli
