// run: the kiosk itself.
#include <future>
#include <utility>

#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/frame_loop.h"
#include "cli/kiosk_config.h"
#include "cli/places.h"
#include "cli/print.h"
#include "platform/window.h"

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

struct Ready {
  content::Loaded loaded;
  base::Result<std::unique_ptr<Typography>> typography;
  std::string hub;
};

// Everything that needs no window; runs while the window opens.
Ready get_ready(const RunOptions& options, const content::LoadedConfig& config, ui::World world) {
  const base::DiskFiles files;
  const std::string wanted = options.hub.empty() ? config.config.hub : options.hub;
  content::Loaded loaded = load_content(files, options.content, wanted);
  complain(loaded.diagnostics, options.staff());
  // Another hub's screen in this lobby would be worse than the built-in page.
  if (options.hub.empty() && !config.hub_known) loaded.snapshot = nullptr;
  const std::string hub = loaded.snapshot ? loaded.snapshot->hubs.front().id : std::string();
  auto typography = Typography::open();
  world.snapshot = loaded.snapshot;
  if (typography) {
    auto lettering = std::make_unique<Lettering>(typography.value()->faces(), loaded.snapshot, hub);
    lettering->prepare(world);
    typography.value()->take(std::move(lettering));
  }
  return {std::move(loaded), std::move(typography), hub};
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

  WindowDisplay display(window.value());
  world.snapshot = ready.loaded.snapshot;
  world.screen.width_px = display.size_px().x;
  world.screen.height_px = display.size_px().y;
  const auto draw = [&](const ui::World& w, ui::UiState& s, const ui::Finger& f, base::Instant now) {
    return drawing.value()->frame(w, s, f, now);
  };
  FrameLoop loop(display, clock, draw, world, ui::fresh_state(ready.hub, clock.now()));
  while (loop.turn()) {
  }
  return kDone;
}

}  // namespace hub::cli
