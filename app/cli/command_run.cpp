// run: the kiosk itself.
#include <cstdlib>
#include <future>
#include <utility>

#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/frame_loop.h"
#include "cli/hub_choice.h"
#include "cli/kiosk_config.h"
#include "cli/kiosk_desk.h"
#include "cli/places.h"
#include "cli/print.h"
#include "platform/versions.h"
#include "platform/window.h"
#include "text/versions.h"

namespace hub::cli {

namespace {

class WindowDisplay : public Display {
 public:
  explicit WindowDisplay(platform::Window& window) : window_(window) {}
  ui::Point size_px() const override { return {window_.width_px(), window_.height_px()}; }
  base::Input wait(std::optional<base::Seconds> timeout) override {
    return window_.wait(timeout.value_or(base::Seconds(-1)));
  }
  void show_frame() override { window_.show_frame(); }

 private:
  platform::Window& window_;
};

// A day that was given instead of the machine's.
class DatedClock : public base::SystemClock {
 public:
  explicit DatedClock(std::optional<base::Date> date) : date_(date) {}
  base::Date today() const override { return date_ ? *date_ : SystemClock::today(); }

 private:
  std::optional<base::Date> date_;
};

std::string this_state_folder() {
  return state_folder([](const char* name) { return std::getenv(name); });
}

struct Ready {
  KeptHub kept;
  content::Loaded loaded;
  base::Result<std::unique_ptr<Typography>> typography;
  std::string hub;
};

// Everything that needs no window; runs while the window opens.
Ready get_ready(const RunOptions& options, const content::LoadedConfig& config, ui::World world) {
  const base::DiskFiles files;
  const std::string folder = options.content.empty() ? default_content_folder(files) : options.content;
  KeptHub kept;
  if (options.hub.empty()) kept = kept_hub(files, this_state_folder(), content::hub_ids(files, folder));
  for (const base::Error& one : kept.complaints) complain(one, options.staff());
  const std::string chosen = options.hub.empty() ? kept.id : options.hub;
  const std::string wanted = chosen.empty() ? config.config.hub : chosen;
  content::Loaded loaded = load_content(files, options.content, wanted);
  complain(loaded.diagnostics, options.staff());
  // Another hub's screen in this lobby would be worse than the built-in page.
  if (chosen.empty() && !config.hub_known) loaded.snapshot = nullptr;
  const std::string hub = loaded.snapshot ? loaded.snapshot->hubs.front().id : std::string();
  auto typography = Typography::open();
  world.snapshot = loaded.snapshot;
  if (typography) typography.value()->prepare(world, hub);
  return {std::move(kept), std::move(loaded), std::move(typography), hub};
}

DeskOptions desk_options(const RunOptions& options, const content::Config& config) {
  DeskOptions desk;
  desk.pin_hash = config.staff.pin_hash;
  desk.content_folder = options.content;
  desk.state_folder = this_state_folder();
  desk.hub_from_command_line = !options.hub.empty();
  desk.renderer = platform::gl_name();
  for (const auto& versions : {platform::library_versions(), text::library_versions()}) {
    for (const auto& [name, version] : versions) desk.parts.push_back({name, version});
  }
  return desk;
}

}  // namespace

int run_kiosk(const RunOptions& options) {
  const base::StaffLanguage staff = options.staff();
  platform::WindowOptions window_options{"hub-kiosk"};
  if (!options.windowed.empty()) {
    const auto size = parse_size(options.windowed);
    if (!size) return complain_about_size("--windowed", options.windowed, staff);
    window_options.width_px = size->width;
    window_options.height_px = size->height;
  }
  const auto date = options.date.empty() ? std::nullopt : parse_date(options.date);
  if (!options.date.empty() && !date) return complain_about_date(options.date, staff);
  const DatedClock clock(date);

  const content::LoadedConfig config = read_config(base::DiskFiles(), options.config, staff);
  ui::World world;
  world.today = clock.today();
  world.builtin = {kBuiltinTitle, kBuiltinText};
  configure(world, config.config);
  window_options.rotate_deg = config.config.screen.rotate_deg;

  std::future<Ready> getting_ready =
      std::async(std::launch::async, get_ready, std::cref(options), std::cref(config), world);
  auto window = platform::Window::create(window_options, clock);
  Ready ready = getting_ready.get();
  if (!window) return complain(window.error(), staff), kAtFault;
  if (!ready.typography) return complain(ready.typography.error(), staff), kAtFault;
  auto drawing = Drawing::create(*ready.typography.value(), window_options.rotate_deg);
  if (!drawing) return complain(drawing.error(), staff), kAtFault;

  base::DiskFiles files;
  const auto prepare = [&](const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
    ui::World other = world;
    other.snapshot = snapshot;
    ready.typography.value()->prepare(other, hub);
  };
  KioskDesk desk(files, clock, desk_options(options, config.config), prepare);
  desk.content_loaded(ready.loaded.diagnostics);
  desk.also_to_mend(config.diagnostics);
  desk.also_to_mend(ready.kept.complaints);

  WindowDisplay display(window.value());
  world.snapshot = ready.loaded.snapshot;
  world.screen.width_px = display.size_px().x;
  world.screen.height_px = display.size_px().y;
  const auto draw = [&](const ui::World& w, ui::UiState& s, const ui::Finger& f, base::Instant now) {
    return drawing.value()->frame(w, s, f, now);
  };
  FrameLoop loop(display, clock, draw, world, ui::fresh_state(ready.hub, clock.now()), &desk);
  while (loop.turn()) {
  }
  return kDone;
}

}  // namespace hub::cli
