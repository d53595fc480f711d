// run: the kiosk itself.
#include <cstdlib>
#include <future>
#include <utility>

#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/content_keeper.h"
#include "cli/content_or_copy.h"
#include "cli/content_taker.h"
#include "cli/drawing.h"
#include "cli/frame_loop.h"
#include "cli/hub_choice.h"
#include "cli/kiosk_config.h"
#include "cli/kiosk_desk.h"
#include "cli/live_content.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/service.h"
#include "platform/screen_power.h"
#include "platform/service_manager.h"
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
  void set_lit(bool on) override { power_.set_lit(on); }

 private:
  platform::Window& window_;
  platform::ScreenPower power_;
};

// Begins on a day and at a time that were given instead of the machine's.
class ShiftedClock : public base::SystemClock {
 public:
  ShiftedClock(std::optional<base::Date> date, std::optional<std::chrono::minutes> time) {
    const base::LocalTime here = SystemClock::local();
    const base::LocalTime there =
        std::chrono::local_days(date.value_or(base::date_of(here))) + (time ? *time : base::time_of_day(here));
    ahead_ = there - here;
  }
  base::LocalTime local() const override { return SystemClock::local() + ahead_; }

 private:
  std::chrono::milliseconds ahead_{};
};

std::string this_state_folder() {
  return state_folder([](const char* name) { return std::getenv(name); });
}

struct Ready {
  KeptHub kept;
  ContentOrCopy content;
  base::Result<std::unique_ptr<Typography>> typography;
  std::string hub;
  std::string wanted;  // the hub that was asked for; empty: the first
  bool hub_unknown = false;
};

// Everything that needs no window; runs while the window opens.
Ready get_ready(const RunOptions& options, const content::LoadedConfig& config, ui::World world) {
  const base::DiskFiles files;
  const std::string folder = options.content.empty() ? default_content_folder(files) : options.content;
  const content::LastGood last_good = last_good_of(files, this_state_folder(), folder);
  KeptHub kept;
  if (options.hub.empty()) kept = kept_hub(files, this_state_folder(), hubs_to_choose(files, folder, last_good));
  for (const base::Error& one : kept.complaints) complain(one, options.staff());
  const std::string chosen = options.hub.empty() ? kept.id : options.hub;
  const std::string wanted = chosen.empty() ? config.config.hub : chosen;
  ContentOrCopy content = content_or_copy(files, folder, wanted, last_good);
  complain(content.read.loaded.diagnostics, options.staff());
  // Another hub's screen in this lobby would be worse than the built-in page.
  const bool hub_unknown = chosen.empty() && !config.hub_known;
  if (hub_unknown) {
    content.snapshot = nullptr;
    content.instead.reset();
  }
  if (content.instead) complain(*content.instead, options.staff());
  const std::string hub = content.snapshot ? content.snapshot->hubs.front().id : std::string();
  auto typography = Typography::open();
  world.snapshot = content.snapshot;
  if (typography) typography.value()->prepare(world, hub);
  return {std::move(kept), std::move(content), std::move(typography), hub, wanted, hub_unknown};
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

ContentNews::Setup news_setup(const RunOptions& options, const Ready& ready, const ui::World& world) {
  ContentNews::Setup setup;
  setup.fingerprint = ready.content.read.fingerprint;
  setup.folder = options.content.empty() ? default_content_folder(base::DiskFiles()) : options.content;
  setup.hub = ready.wanted;
  setup.world = world;
  setup.faces = &ready.typography.value()->faces();
  return setup;
}

// Null, after having said why, where the content cannot be watched.
std::unique_ptr<LiveContent> watch_content(const RunOptions& options, ContentNews& news,
                                           const platform::Window& window) {
  auto live = LiveContent::start(news, [&window] { window.wake(); });
  if (live) return std::move(live).value();
  complain(live.error(), options.staff());
  return nullptr;
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
  const auto time = options.time.empty() ? std::nullopt : content::parse_time_of_day(options.time);
  if (!options.time.empty() && !time) return complain_about_time(options.time, staff);
  const ShiftedClock clock(date, time);

  const content::LoadedConfig config = read_config(base::DiskFiles(), options.config, staff);
  ui::World world;
  world.today = clock.today();
  world.builtin = {kBuiltinTitle, kBuiltinText};
  world.words_only = content::load_words_only(base::DiskFiles(), strings_folder());
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
  ContentNews news(news_setup(options, ready, world));
  ContentKeeper keeper(last_good_of(files, this_state_folder(), news.folder()),
                       [&](const base::Error& error) { complain(error, staff); });
  const auto keep = [&](const ContentOrCopy& content, const std::string& hub) {
    if (content.read.loaded.snapshot) keeper.keep({hub, content.read.files, clock.today()});
  };
  const auto prepare = [&](const ContentOrCopy& content, const std::string& hub) {
    ui::World other = world;
    other.snapshot = content.snapshot;
    ready.typography.value()->prepare(other, hub);
    news.follow(hub);
    keep(content, hub);
  };
  KioskDesk desk(files, clock, desk_options(options, config.config), prepare);
  desk.content_shows(ready.content);
  desk.also_to_mend(config.diagnostics);
  desk.also_to_mend(ready.kept.complaints);
  desk.ask_for_trouble([&] { return keeper.trouble(); });
  if (ready.content.snapshot) keep(ready.content, ready.wanted);

  WindowDisplay display(window.value());
  world.snapshot = ready.content.snapshot;
  world.screen.width_px = display.size_px().x;
  world.screen.height_px = display.size_px().y;
  const auto draw = [&](const ui::World& w, ui::UiState& s, const ui::Finger& f, base::Instant now) {
    return drawing.value()->frame(w, s, f, now);
  };
  FrameLoop loop(display, clock, draw, world, ui::fresh_state(ready.hub, clock.now()), &desk);
  if (config.config.hours) loop.keep_hours(*config.config.hours);

  const std::unique_ptr<LiveContent> live = watch_content(options, news, window.value());
  const auto tell = [&](const std::vector<content::Diagnostic>& found, const base::Message& what) {
    complain(found, staff);
    complain(what, staff);
  };
  ContentTaker taker(news, desk, *ready.typography.value(), keeper, clock, tell);
  loop.take_content_from([&] {
    const std::string& hub = loop.state().hub;
    // Nobody knows whose screen this is before staff have chosen.
    return ready.hub_unknown && hub.empty() ? NewContent() : taker.take(hub);
  });
  Service service(staff);
  loop.take_pulse({platform::watchdog_interval(), [&](const ui::World& w, const ui::UiState& s) {
                     window.value().wait_for_answer();
                     service.beat(w, s, desk.refuses_content());
                   }});
  window.value().close_on_signals();
  while (loop.turn()) {
  }
  return kDone;
}

}  // namespace hub::cli
