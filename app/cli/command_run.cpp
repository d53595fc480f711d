// run: the kiosk itself.
#include <cstdlib>
#include <future>
#include <utility>

#include "base/read_fingerprint.h"
#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/frame_loop.h"
#include "cli/hub_choice.h"
#include "cli/kiosk_config.h"
#include "cli/kiosk_desk.h"
#include "cli/live_content.h"
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
  std::string wanted;             // the hub that was asked for; empty: the first
  std::uint64_t fingerprint = 0;  // of the content
  bool hub_unknown = false;
};

// Everything that needs no window; runs while the window opens.
Ready get_ready(const RunOptions& options, const content::LoadedConfig& config, ui::World world) {
  base::DiskFiles disk;
  const base::Files& files = disk;
  const std::string folder = options.content.empty() ? default_content_folder(files) : options.content;
  KeptHub kept;
  if (options.hub.empty()) kept = kept_hub(files, this_state_folder(), content::hub_ids(files, folder));
  for (const base::Error& one : kept.complaints) complain(one, options.staff());
  const std::string chosen = options.hub.empty() ? kept.id : options.hub;
  const std::string wanted = chosen.empty() ? config.config.hub : chosen;
  const base::ReadFingerprint read(disk);
  content::Loaded loaded = load_content(read, folder, wanted);
  complain(loaded.diagnostics, options.staff());
  // Another hub's screen in this lobby would be worse than the built-in page.
  const bool hub_unknown = chosen.empty() && !config.hub_known;
  if (hub_unknown) loaded.snapshot = nullptr;
  const std::string hub = loaded.snapshot ? loaded.snapshot->hubs.front().id : std::string();
  auto typography = Typography::open();
  world.snapshot = loaded.snapshot;
  if (typography) typography.value()->prepare(world, hub);
  return {std::move(kept), std::move(loaded), std::move(typography), hub, wanted, read.value(), hub_unknown};
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

// Null, after having said why, where the content cannot be watched; and where nobody knows whose it would be.
std::unique_ptr<LiveContent> watch_content(const RunOptions& options, const Ready& ready, const ui::World& world,
                                           const platform::Window& window) {
  if (ready.hub_unknown) return nullptr;
  LiveContent::Setup setup;
  setup.fingerprint = ready.fingerprint;
  setup.folder = options.content.empty() ? default_content_folder(base::DiskFiles()) : options.content;
  setup.hub = ready.wanted;
  setup.world = world;
  setup.faces = &ready.typography.value()->faces();
  setup.wake = [&window] { window.wake(); };
  auto live = LiveContent::start(std::move(setup));
  if (live) return std::move(live).value();
  complain(live.error(), options.staff());
  return nullptr;
}

// What became ready, told to the staff; its snapshot when it may be shown.
NewContent take_fresh(LiveContent& live, KioskDesk& desk, Typography& typography, const std::string& hub,
                      base::StaffLanguage staff) {
  std::optional<LiveContent::Fresh> fresh = live.take();
  if (!fresh) return {};
  complain(fresh->loaded.diagnostics, staff);
  if (!fresh->loaded.snapshot) {
    desk.content_refused(fresh->loaded.diagnostics);
    complain(base::Message{"内容に直すところがあるため、いまの内容を映しつづけます。",
                           "The content has errors: what shows goes on showing."},
             staff);
    return {};
  }
  // Staff have chosen another hub meanwhile.
  if (!hub.empty() && fresh->hub != hub) return {};
  desk.content_loaded(fresh->loaded.diagnostics);
  typography.take(std::move(fresh->lettering));
  complain(base::Message{"内容が変わりました。新しい内容を映します。", "The content has changed: the new one shows."},
           staff);
  return {std::move(fresh->loaded.snapshot), std::move(fresh->hub)};
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
  world.words_only = content::load_words_only(base::DiskFiles(), strings_folder(base::DiskFiles()));
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
  std::unique_ptr<LiveContent> live;
  const auto prepare = [&](const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
    ui::World other = world;
    other.snapshot = snapshot;
    ready.typography.value()->prepare(other, hub);
    if (live) live->follow(hub);
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

  live = watch_content(options, ready, world, window.value());
  if (live) {
    loop.take_content_from([&] { return take_fresh(*live, desk, *ready.typography.value(), loop.state().hub, staff); });
  }
  while (loop.turn()) {
  }
  return kDone;
}

}  // namespace hub::cli
