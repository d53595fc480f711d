// run: the kiosk itself.
#include <cstdlib>
#include <utility>

#include "base/parse.h"
#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "kiosk/kiosk.h"

namespace hub::cli {

namespace {

class PrintedLog : public kiosk::Log {
 public:
  explicit PrintedLog(base::StaffLanguage staff) : staff_(staff) {}
  void write(const std::vector<content::Diagnostic>& diagnostics) override { print_error(diagnostics, staff_); }
  void write(const base::Error& error) override { print_error(error, staff_); }
  void write(const base::Message& message) override { print_error(message, staff_); }

 private:
  base::StaffLanguage staff_;
};

}  // namespace

int run_kiosk(const RunOptions& options) {
  const base::StaffLanguage staff = options.staff();
  kiosk::KioskSetup setup;
  if (!options.windowed.empty()) {
    const auto size = config::parse_size(options.windowed);
    if (!size) return print_size_error("--windowed", options.windowed, staff);
    setup.window_px = {size->width_px, size->height_px};
  }
  if (!options.date.empty()) {
    setup.date = base::parse_date(options.date);
    if (!setup.date) return print_date_error(options.date, staff);
  }
  if (!options.time.empty()) {
    setup.time_of_day = base::parse_time_of_day(options.time);
    if (!setup.time_of_day) return print_time_error(options.time, staff);
  }
  const base::DiskFiles files;
  setup.content_folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  setup.state_folder = config::state_folder([](const char* name) { return std::getenv(name); });
  setup.hub = options.hub;
  setup.config = read_config(files, options.config, staff);
  setup.builtin = {kBuiltinTitle, kBuiltinText};
  setup.staff = staff;

  PrintedLog log(staff);
  const auto kiosk = kiosk::Kiosk::open(std::move(setup), log);
  if (!kiosk) return print_error(kiosk.error(), staff), kAtFault;
  kiosk.value()->run();
  return kDone;
}

}  // namespace hub::cli
