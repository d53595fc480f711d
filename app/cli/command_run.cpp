// run: the kiosk itself.
#include <cstdlib>
#include <future>
#include <utility>

#include "builtin_words.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "kiosk/content_source.h"
#include "kiosk/content_swap.h"
#include "kiosk/content_watcher.h"
#include "kiosk/frame_loop.h"
#include "kiosk/hub_choice.h"
#include "kiosk/kiosk_staff_service.h"
#include "kiosk/last_good_writer.h"
#include "kiosk/service_notifier.h"
#include "platform/library_versions.h"
#include "platform/screen_power.h"
#include "platform/service_manager.h"
#include "platform/window.h"
#include "render/configure.h"
#include "render/frame_renderer.h"
#include "text/library_versions.h"

namespace hub::cli {

namespace {

class WindowDisplay : public kiosk::Display {
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
  return config::state_folder([](const char* name) { return std::getenv(name); });
}

struct Ready {
  kiosk::KeptHub kept;
  kiosk::ContentSource content;
  base::Result<std::unique_ptr<render::ScreenContext>> screen_context;
  std::string hub;
  std::string wanted;  // the hub that was asked for; empty: the first
  bool hub_unknown = false;
};

// Everything that needs no window; runs while the window opens.
Ready get_ready(const RunOptions& options, const config::LoadedConfig& config, ui::FrameContext frame_context) {
  const base::DiskFiles files;
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const content::LastGood last_good = config::last_good_of(files, this_state_folder(), folder);
  kiosk::KeptHub kept;
  if (options.hub.empty())
    kept = kiosk::kept_hub(files, this_state_folder(), kiosk::hubs_to_choose(files, folder, last_good));
  for (const base::Error& one : kept.complaints) print_error(one, options.staff());
  const std::string chosen = options.hub.empty() ? kept.id : options.hub;
  const std::string wanted = chosen.empty() ? config.config.hub : chosen;
  kiosk::ContentSource content = kiosk::find_content(files, folder, wanted, last_good);
  print_error(content.read.loaded.diagnostics, options.staff());
  // Another hub's screen in this lobby would be worse than the built-in page.
  const bool hub_unknown = chosen.empty() && !config.hub_known;
  if (hub_unknown) {
    content.snapshot = nullptr;
    content.instead.reset();
  }
  if (content.instead) print_error(*content.instead, options.staff());
  const std::string hub = content.snapshot ? content.snapshot->hubs.front().id : std::string();
  auto screen_context = render::ScreenContext::open();
  frame_context.snapshot = content.snapshot;
  if (screen_context) screen_context.value()->prepare(frame_context, hub);
  return {std::move(kept), std::move(content), std::move(screen_context), hub, wanted, hub_unknown};
}

kiosk::StaffServiceOptions desk_options(const RunOptions& options, const config::Config& config) {
  kiosk::StaffServiceOptions staff_service;
  staff_service.pin_hash = config.staff.pin_hash;
  staff_service.content_folder = options.content;
  staff_service.state_folder = this_state_folder();
  staff_service.hub_from_command_line = !options.hub.empty();
  staff_service.renderer = platform::gl_name();
  for (const auto& versions : {platform::library_versions(), text::library_versions()}) {
    for (const auto& [name, version] : versions) staff_service.parts.push_back({name, version});
  }
  return staff_service;
}

kiosk::ContentLoader::Setup news_setup(const RunOptions& options, const Ready& ready,
                                       const ui::FrameContext& frame_context) {
  kiosk::ContentLoader::Setup setup;
  setup.fingerprint = ready.content.read.fingerprint;
  setup.folder = options.content.empty() ? config::default_content_folder(base::DiskFiles()) : options.content;
  setup.hub = ready.wanted;
  setup.frame_context = frame_context;
  setup.faces = &ready.screen_context.value()->faces();
  return setup;
}

// Null, after having said why, where the content cannot be watched.
std::unique_ptr<kiosk::ContentWatcher> watch_content(const RunOptions& options, kiosk::ContentLoader& loader,
                                                     const platform::Window& window) {
  auto watcher = kiosk::ContentWatcher::start(loader, [&window] { window.wake(); });
  if (watcher) return std::move(watcher).value();
  print_error(watcher.error(), options.staff());
  return nullptr;
}

}  // namespace

int run_kiosk(const RunOptions& options) {
  const base::StaffLanguage staff = options.staff();
  platform::WindowOptions window_options{"hub-kiosk"};
  if (!options.windowed.empty()) {
    const auto size = config::parse_size(options.windowed);
    if (!size) return print_size_error("--windowed", options.windowed, staff);
    window_options.width_px = size->width;
    window_options.height_px = size->height;
  }
  const auto date = options.date.empty() ? std::nullopt : config::parse_date(options.date);
  if (!options.date.empty() && !date) return print_date_error(options.date, staff);
  const auto time = options.time.empty() ? std::nullopt : config::parse_time_of_day(options.time);
  if (!options.time.empty() && !time) return print_time_error(options.time, staff);
  const ShiftedClock clock(date, time);

  const config::LoadedConfig config = read_config(base::DiskFiles(), options.config, staff);
  ui::FrameContext frame_context;
  frame_context.today = clock.today();
  frame_context.builtin = {kBuiltinTitle, kBuiltinText};
  frame_context.words_only = content::load_words_only(base::DiskFiles(), config::strings_folder());
  render::configure(frame_context, config.config);
  window_options.rotate_deg = config.config.screen.rotate_deg;

  std::future<Ready> getting_ready =
      std::async(std::launch::async, get_ready, std::cref(options), std::cref(config), frame_context);
  auto window = platform::Window::create(window_options, clock);
  Ready ready = getting_ready.get();
  if (!window) return print_error(window.error(), staff), kAtFault;
  if (!ready.screen_context) return print_error(ready.screen_context.error(), staff), kAtFault;
  auto frame_renderer = render::FrameRenderer::create(*ready.screen_context.value(), window_options.rotate_deg);
  if (!frame_renderer) return print_error(frame_renderer.error(), staff), kAtFault;

  base::DiskFiles files;
  kiosk::ContentLoader loader(news_setup(options, ready, frame_context));
  kiosk::LastGoodWriter last_good_writer(config::last_good_of(files, this_state_folder(), loader.folder()),
                                         [&](const base::Error& error) { print_error(error, staff); });
  const auto keep = [&](const kiosk::ContentSource& content, const std::string& hub) {
    if (content.read.loaded.snapshot) last_good_writer.keep({hub, content.read.files, clock.today()});
  };
  const auto prepare = [&](const kiosk::ContentSource& content, const std::string& hub) {
    ui::FrameContext other = frame_context;
    other.snapshot = content.snapshot;
    ready.screen_context.value()->prepare(other, hub);
    loader.follow(hub);
    keep(content, hub);
  };
  kiosk::KioskStaffService staff_service(files, clock, desk_options(options, config.config), prepare);
  staff_service.content_shows(ready.content);
  staff_service.also_to_mend(config.diagnostics);
  staff_service.also_to_mend(ready.kept.complaints);
  staff_service.ask_for_trouble([&] { return last_good_writer.trouble(); });
  if (ready.content.snapshot) keep(ready.content, ready.wanted);

  WindowDisplay display(window.value());
  frame_context.snapshot = ready.content.snapshot;
  frame_context.screen.width_px = display.size_px().x;
  frame_context.screen.height_px = display.size_px().y;
  const auto draw = [&](const ui::FrameContext& w, ui::UiState& s, const ui::PrimaryPointer& f, base::Instant now) {
    return frame_renderer.value()->frame(w, s, f, now);
  };
  kiosk::FrameLoop loop(display, clock, draw, frame_context, ui::fresh_state(ready.hub, clock.now()), &staff_service);
  if (config.config.hours) loop.keep_hours(*config.config.hours);

  const std::unique_ptr<kiosk::ContentWatcher> watcher = watch_content(options, loader, window.value());
  const auto tell = [&](const std::vector<content::Diagnostic>& found, const base::Message& what) {
    print_error(found, staff);
    print_error(what, staff);
  };
  kiosk::ContentSwap taker(loader, staff_service, *ready.screen_context.value(), last_good_writer, clock, tell);
  loop.take_content_from([&] {
    const std::string& hub = loop.state().hub;
    // Nobody knows whose screen this is before staff have chosen.
    return ready.hub_unknown && hub.empty() ? kiosk::NewContent() : taker.take(hub);
  });
  kiosk::Service service(staff);
  loop.set_heartbeat({platform::watchdog_interval(), [&](const ui::FrameContext& w, const ui::UiState& s) {
                        window.value().wait_for_answer();
                        service.beat(w, s, staff_service.refuses_content());
                      }});
  window.value().close_on_signals();
  while (loop.turn()) {
  }
  return kDone;
}

}  // namespace hub::cli
