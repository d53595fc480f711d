// doctor: what is well and what is wrong with this machine, and how to mend it.

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "inspect/this_machine.h"

namespace hub::cli {

namespace {

struct DoctorOptions : CommonOptions {
  std::string config;  // of this kiosk; empty: the package's, where there is one
};

Outcome doctor(const DoctorOptions& options) {
  const std::vector<inspect::Finding> findings =
      inspect::examine_this_machine(base::DiskFiles(), {options.content, options.hub, options.config, program_name()});
  const base::StaffLanguage staff = options.staff;
  int wrong = 0;
  for (const inspect::Finding& one : findings) {
    print_lines(stdout, describe(one, staff));
    wrong += one.kind == inspect::Finding::Kind::wrong ? 1 : 0;
  }
  if (wrong == 0) {
    print_line(stdout,
               base::Message{"直さなければならないところはありません。", "Nothing has to be mended."}.in(staff));
    return Exit::done;
  }
  const std::string count = std::to_string(wrong);
  print_line(stdout,
             base::Message{"直すところが " + count + " 件あります（×）。", count + " to be mended (×)."}.in(staff));
  return Exit::at_fault;
}

void declare(Options& options, DoctorOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、設定の拠点、なければ最初の拠点",
                           "The name of a hub's folder (default: the configuration's, else the first)"});
  options.messages(values);
  options.text(
      "--config", {"ファイル", "FILE"}, values.config,
      {"このキオスクの設定。書かなければ、パッケージの設定", "Configuration of this kiosk (default: the package's)"});
}

}  // namespace

void add_doctor(CommandLine& line) {
  line.add("doctor",
           {"この機械のよいところと直すところを、直し方とともに知らせます",
            "Say what is well and what is wrong with this machine, and how to mend it"},
           declare, doctor);
}

}  // namespace hub::cli
