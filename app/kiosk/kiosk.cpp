#include "kiosk/kiosk.h"

#include <future>
#include <utility>

#include "fleet/fetch_plan.h"
#include "kiosk/heap.h"
#include "kiosk/kept_lock.h"
#include "kiosk/kept_phantoms.h"
#include "kiosk/panel_desk.h"
#include "platform/library_versions.h"
#include "platform/machine.h"
#include "platform/machine_clock.h"
#include "platform/service_manager.h"
#include "render/configure.h"
#include "text/library_versions.h"

namespace hub::kiosk {

namespace {

ui::FrameContext frame_context_of(const KioskSetup& setup, const base::Clock& clock) {
  ui::FrameContext frame_context;
  frame_context.today = clock.today();
  frame_context.builtin = setup.builtin;
  frame_context.notice = setup.notice;
  frame_context.words_only = content::load_words_only(base::DiskFiles(), config::strings_folder());
  render::configure(frame_context, setup.config.config);
  return frame_context;
}

platform::WindowOptions window_options(const KioskSetup& setup) {
  platform::WindowOptions options{"hub-kiosk"};
  options.rotate_deg = setup.config.config.screen.rotate_deg;
  if (setup.window_px) {
    options.width_px = setup.window_px->x;
    options.height_px = setup.window_px->y;
  }
  return options;
}

StaffServiceOptions staff_options(const KioskSetup& setup, const render::ScreenContext& screen_context) {
  StaffServiceOptions options;
  options.can_draw = screen_context.can_draw();
  options.pin_hash = setup.config.config.staff.pin_hash;
  options.content_folder = setup.content_folder;
  options.state_folder = setup.state_folder;
  options.boot_id = setup.boot_id;
  options.hub_from_command_line = !setup.hub.empty();
  options.renderer = platform::gl_name();
  for (const auto& versions : {platform::library_versions(), text::library_versions()}) {
    for (const auto& [name, version] : versions) options.parts.push_back({name, version});
  }
  return options;
}

ui::FrameContext first_frame(ui::FrameContext frame_context, const platform::Window& window) {
  frame_context.screen.width_px = window.width_px();
  frame_context.screen.height_px = window.height_px();
  return frame_context;
}

ui::UiState first_state(const std::string& hub, const ui::StaffLock& lock, base::Instant now) {
  ui::UiState state = ui::fresh_state(hub, now);
  state.staff_lock = lock;
  return state;
}

void log_complaints(const FirstContent& first, Log& log) {
  for (const base::Error& one : first.complaints) log.write(one);
  log.write(first.content.read.loaded.diagnostics);
  if (first.content.instead) log.write(*first.content.instead);
}

// Everything that needs no window.
struct Ready {
  FirstContent first;
  base::Result<std::unique_ptr<render::ScreenContext>> screen_context;
  std::unique_ptr<render::HubScreens> screens;  // null without a screen context
};

// On the heap: GCC 12 takes what a future moves out of its own storage for freed.
std::unique_ptr<Ready> get_ready(const KioskSetup& setup, const ui::FrameContext& frame_context, Log& log) {
  auto screen_context = render::ScreenContext::open();
  FirstContentQuery query{setup.content_folder, setup.state_folder, setup.hub, setup.config.config.hub,
                          setup.config.hub_known};
  if (screen_context) query.can_draw = screen_context.value()->can_draw();
  FirstContent first = find_first_content(base::DiskFiles(), query);
  log_complaints(first, log);
  std::unique_ptr<render::HubScreens> screens;
  if (screen_context) {
    screens = render::HubScreens::prepared(*screen_context.value(), frame_context, first.content.snapshot, first.hub());
  }
  return std::make_unique<Ready>(Ready{std::move(first), std::move(screen_context), std::move(screens)});
}

}  // namespace

struct Kiosk::Opened {
  KioskSetup setup;
  std::unique_ptr<ShiftedClock> clock;
  ui::FrameContext frame_context;
  FirstContent first;
  KeptLock lock;
  std::unique_ptr<render::ScreenContext> screen_context;
  std::unique_ptr<render::HubScreens> screens;
  platform::Window window;
  std::unique_ptr<render::FrameRenderer> frame_renderer;
};

base::Result<std::unique_ptr<Kiosk>> Kiosk::open(KioskSetup setup, Log& log) {
  keep_heap_small();
  auto clock = std::make_unique<ShiftedClock>(setup.date, setup.time_of_day);
  ui::FrameContext frame_context = frame_context_of(setup, *clock);
  std::future<std::unique_ptr<Ready>> getting_ready =
      std::async(std::launch::async, get_ready, std::cref(setup), std::cref(frame_context), std::ref(log));
  const platform::WindowOptions options = window_options(setup);
  auto window = platform::Window::create(options, *clock);
  const std::unique_ptr<Ready> ready = getting_ready.get();
  if (!window) return window.error();
  if (!ready->screen_context) return ready->screen_context.error();
  auto frame_renderer = render::FrameRenderer::create(*ready->screen_context.value(), options.rotate_deg);
  if (!frame_renderer) return frame_renderer.error();
  KeptLock lock = kept_lock(base::DiskFiles(), setup.state_folder, {clock->now(), setup.boot_id});
  for (const base::Error& one : lock.complaints) log.write(one);
  return std::unique_ptr<Kiosk>(
      new Kiosk({std::move(setup), std::move(clock), std::move(frame_context), std::move(ready->first), std::move(lock),
                 std::move(ready->screen_context).value(), std::move(ready->screens), std::move(window).value(),
                 std::move(frame_renderer).value()},
                log));
}

Kiosk::Kiosk(Opened opened, Log& log)
    : setup_(std::move(opened.setup)),
      log_(log),
      clock_(std::move(opened.clock)),
      frame_context_(std::move(opened.frame_context)),
      screen_context_(std::move(opened.screen_context)),
      window_(std::move(opened.window)),
      frame_renderer_(std::move(opened.frame_renderer)),
      hub_unknown_(opened.first.hub_unknown),
      loader_({setup_.content_folder, opened.first.wanted, opened.first.content.read.fingerprint, frame_context_,
               screen_context_.get()}),
      last_good_writer_(config::last_good_of(files_, setup_.state_folder, setup_.content_folder),
                        [this](const base::Error& error) { log_.write(error); }),
      shown_screen_writer_(setup_.state_folder, *clock_, [this](const base::Error& error) { log_.write(error); }),
      staff_service_(
          files_, *clock_, staff_options(setup_, *screen_context_),
          [this](const ContentSource& content, const std::string& hub) { return prepare(content, hub); },
          [this](const base::Error& error) { log_.write(error); }),
      display_(window_, *frame_renderer_),
      loop_(
          display_, *clock_,
          [this](render::HubScreens& screens, const ui::FrameContext& frame_context, ui::UiState& state,
                 const ui::PrimaryPointer& finger, base::Instant now) {
            using Pixels = render::FrameRenderer::Pixels;
            const Pixels pixels = window_.keeps_frame() ? Pixels::kept : Pixels::lost;
            return frame_renderer_->frame(screens, frame_context, state, finger, now, pixels);
          },
          std::move(opened.screens), first_frame(frame_context_, window_),
          first_state(opened.first.hub(), opened.lock.lock, clock_->now()), &staff_service_),
      content_swap_(loader_, staff_service_, last_good_writer_, shown_screen_writer_, *clock_, log_),
      service_manager_(setup_.staff) {
  staff_service_.content_shows(opened.first.content);
  staff_service_.also_to_mend(setup_.config.diagnostics);
  staff_service_.also_to_mend(opened.first.complaints);
  staff_service_.also_to_mend(opened.lock.complaints);
  staff_service_.ask_for_trouble([this] { return last_good_writer_.trouble(); });
  keep(opened.first.content, opened.first.wanted);
  if (setup_.config.config.hours) keep_hours();
  follow_phantoms();
  follow_content();
  open_desk();
  give_heartbeats();
}

void Kiosk::keep_hours() {
  clock_trust_.emplace(*clock_, [this] {
    const base::ClockSource machine = platform::clock_source(files_, platform::machine_clock());
    return ClockTrust::Seen{setup_.clock.value_or(machine), platform::ahead_of_boot()};
  });
  loop_.keep_hours(*setup_.config.config.hours, &*clock_trust_);
  loop_.tell_clock_to([this](base::ClockSource source) {
    if (source == base::ClockSource::none) {
      log_.write(clock_in_doubt());
    } else {
      log_.write(clock_vouched_for(source));
    }
  });
}

void Kiosk::follow_phantoms() {
  const auto screen_px = [this] {
    return ui::Point{loop_.frame_context().screen.width_px, loop_.frame_context().screen.height_px};
  };
  loop_.know_phantoms_from([this](ui::Point size_px) {
    std::vector<ui::PhantomSpot> kept = kept_phantoms(files_, setup_.state_folder, size_px);
    for (const ui::PhantomSpot& spot : kept) log_.write(ui::about_phantom(spot, size_px));
    return kept;
  });
  loop_.tell_phantoms_to([this, screen_px](const ui::PhantomNews& news) {
    if (news.learnt) {
      log_.write(ui::about_phantom(news.spot, screen_px()));
    } else {
      log_.write(ui::phantom_forgotten(news.spot, screen_px()));
    }
    const base::Status kept = keep_phantoms(files_, setup_.state_folder, {screen_px(), loop_.phantoms()});
    if (!kept) log_.write(kept.error());
  });
}

void Kiosk::run() {
  window_.close_on_signals();
  while (loop_.turn()) {
  }
}

// Of a hub that staff have chosen.
std::unique_ptr<render::HubScreens> Kiosk::prepare(const ContentSource& content, const std::string& hub) {
  loader_.follow(hub);
  keep(content, hub);
  return render::HubScreens::prepared(*screen_context_, frame_context_, content.snapshot, hub);
}

void Kiosk::keep(const ContentSource& content, const std::string& hub) {
  const std::string shows = content.snapshot ? content.snapshot->hubs.front().id : std::string();
  const bool is_copy = content.snapshot && !content.read.loaded.snapshot;
  shown_screen_writer_.shows(shows, shows.empty() || is_copy ? base::FolderBytes() : content.read.files);
  if (content.read.loaded.snapshot) last_good_writer_.keep({hub, content.read.files, clock_->today()});
}

void Kiosk::follow_content() {
  auto watcher = ContentWatcher::start(loader_, [this] { window_.wake(); });
  if (watcher) {
    watcher_ = std::move(watcher).value();
  } else {
    log_.write(watcher.error());
  }
  loop_.take_content_from([this] { return take_content(); });
}

void Kiosk::open_desk() {
  if (setup_.state_folder.empty() || !frame_context_.staff_panel) return;
  PanelDeskSetup setup;
  setup.state_folder = setup_.state_folder;
  setup.content_folder = setup_.content_folder.empty() ? config::default_content_folder(files_) : setup_.content_folder;
  setup.can_draw = screen_context_->can_draw();
  setup.frame_context = frame_context_;
  setup.frame_context.screen = loop_.frame_context().screen;
  setup.screen_context = screen_context_.get();
  const config::Config::Packs& packs = setup_.config.config.packs;
  if (!packs.keys.empty()) {
    setup.screen_name = packs.name.empty() ? fleet::screen_name_from(platform::machine_name()) : packs.name;
  }
  if (setup_.config.config.editor.link != config::Config::Editor::Link::none) {
    setup.editor = PanelEditorSetup{config::editor_run_folder(), setup_.boot_id};
  }
  desk_ =
      std::make_unique<DeskThread>(std::make_unique<PanelDesk>(*clock_, std::move(setup)), [this] { window_.wake(); });
  loop_.open_desk(*desk_);
}

std::unique_ptr<render::HubScreens> Kiosk::take_content() {
  const std::string& hub = loop_.state().hub;
  return hub_unknown_ && hub.empty() ? nullptr : content_swap_.take(hub);
}

void Kiosk::give_heartbeats() {
  loop_.set_heartbeat(
      {platform::watchdog_interval(), [this](const ui::FrameContext& frame_context, const ui::UiState& state) {
         window_.wait_for_answer();
         service_manager_.notify(frame_context, state, staff_service_.refuses_content());
       }});
}

}  // namespace hub::kiosk
