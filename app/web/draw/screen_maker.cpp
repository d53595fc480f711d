#include "web/draw/screen_maker.h"

#include <algorithm>
#include <utility>

#include "base/versioned_folder.h"
#include "config/paths.h"
#include "content/model/year.h"
#include "desk/store/history.h"
#include "desk/store/json.h"
#include "render/configure.h"
#include "ui/visible_text.h"
#include "web/draw/small_picture.h"
#include "web/draw/tap_targets.h"

namespace hub::web {

namespace {

constexpr base::Seconds kSettled{1};  // after a screen was entered: nothing on it moves any more

base::Error cannot_be_shown(const content::Loaded& loaded) {
  base::Message what{"このままでは、画面に出せません。", "It cannot be shown as it is."};
  for (const content::Diagnostic& one : loaded.diagnostics) {
    if (one.severity != content::Diagnostic::Severity::error) continue;
    return {{what.ja + one.what.ja, what.en + " " + one.what.en}, one.remedy};
  }
  return {what, {"「確かめる」で、答えていないところを見てください。", "Look at the questions."}};
}

std::string words_on(const ui::Scene& scene, double scroll_px) {
  std::string words;
  for (const ui::VisibleText& one : ui::visible_texts(scene, scroll_px)) {
    words += (words.empty() ? "" : " ") + one.words;
  }
  return words;
}

}  // namespace

base::Result<std::unique_ptr<ScreenMaker>> ScreenMaker::create(const base::SystemCalls& calls, const base::Clock& clock,
                                                               ScreenPlace place) {
  auto context = render::ScreenContext::open();
  if (!context) return context.error();
  return std::unique_ptr<ScreenMaker>(new ScreenMaker(calls, clock, std::move(place), std::move(context).value()));
}

base::Result<ScreenMaker::Over> ScreenMaker::files_over(const desk::Desk& desk, const ScreenWish& wish) const {
  if (wish.of == ScreenWish::Of::shown) return Over();
  if (wish.of == ScreenWish::Of::version) {
    auto files = desk::History(calls_, desk.paths().folder).files(wish.version);
    if (!files) return files.error();
    return Over{std::move(files).value(), 0};
  }
  const auto work = desk.work();
  if (!work) return work.error();
  if (!work.value()) return Over();
  auto files = desk.hub_files(&*work.value());
  if (!files) return files.error();
  const auto report = desk::parsed(work.value()->report());
  return Over{std::move(files).value(), report ? desk::number_of<int>(*report, "goalYear") : 0};
}

base::Result<ScreenMaker::Kept*> ScreenMaker::screens_of(const ScreenQuestion& question) {
  const desk::Desk desk(calls_, clock_, {place_.state_folder, place_.content_folder, question.hub});
  if (auto known = desk.known(); !known) return known.error();
  const std::string shown = base::shown_version(calls_, place_.content_folder);
  auto over = files_over(desk, question.wish);
  if (!over) return over.error();
  const base::DiskFiles disk;
  // They are all that the hub has then.
  const std::string whole = over.value().files.empty() ? std::string() : question.hub;
  const desk::OverlayReader reader(disk, shown, std::move(over.value().files), whole);
  config::ReadContent read = config::read_content(reader, shown, question.hub, context_->can_draw());
  if (!read.loaded.snapshot) return cannot_be_shown(read.loaded);
  ScreenWish of;
  of.of = question.wish.of;
  of.version = question.wish.version;
  const std::string what = question.hub + " " + encoded(fields_of(of));
  const auto kept = std::ranges::find(kept_, what, &Kept::what);
  if (kept != kept_.end() && kept->fingerprint == read.fingerprint) {
    kept_.splice(kept_.begin(), kept_, kept);
    return &kept_.front();
  }
  if (kept != kept_.end()) kept_.erase(kept);
  if (kept_.size() == kMostKept) kept_.pop_back();
  auto screens = std::make_unique<render::HubScreens>(*context_, read.loaded.snapshot, question.hub);
  kept_.push_front({what, read.fingerprint, std::move(read.loaded.snapshot), std::move(screens), {}});
  const int year = over.value().goal_year;
  if (year > 0 && content::fiscal_year(clock_.today()) != year) {
    kept_.front().day = std::chrono::year(year) / 4 / 1;
  }
  return &kept_.front();
}

ScreenAnswer ScreenMaker::answer(const ScreenQuestion& asked) {
  ScreenQuestion question = asked;
  const auto kept = screens_of(question);
  if (!kept) return kept.error();
  if (question.wish.date.empty() && kept.value()->day) question.wish.date = base::iso_text(*kept.value()->day);
  ui::FrameContext frame_context;
  frame_context.snapshot = kept.value()->snapshot;
  render::configure(frame_context, place_.config);
  frame_context.staff_panel = false;
  frame_context.screen.width_px = question.wish.size.width_px;
  frame_context.screen.height_px = question.wish.size.height_px;
  frame_context.today = base::parse_date(question.wish.date).value_or(clock_.today());
  ui::UiState state = state_of(question.wish, question.hub);
  const content::Hub& hub = *frame_context.snapshot->find_hub(question.hub);
  if (!ui::exists(state.route, hub, content::shown_report(hub, frame_context.today))) {
    state.route = {ui::Route::Page::home};
  }
  const content::Languages languages = frame_context.snapshot->languages(hub);
  if (std::ranges::find(languages, state.language) == languages.end()) state.language = "ja";
  if (question.wants == ScreenQuestion::Wants::layout) {
    return layout(*kept.value(), frame_context, state, question.wish);
  }
  auto made = picture(*kept.value(), frame_context, state, question.wish);
  if (!made) return made.error();
  return std::move(made).value();
}

base::Result<std::string> ScreenMaker::picture(Kept& kept, const ui::FrameContext& frame_context,
                                               const ui::UiState& state, const ScreenWish& wish) {
  if (!renderer_) {
    auto renderer = render::ScreenshotRenderer::open(*context_);
    if (!renderer) return renderer.error();
    renderer_ = std::move(renderer).value();
  }
  if (std::max(wish.size.width_px, wish.size.height_px) > renderer_->max_size_px()) {
    return base::Error{{"この大きさの画面は、この機械では描けません。", "This machine draws no screen of that size."},
                       {"ほかの大きさを選んでください。", "Choose another size."}};
  }
  const platform::Picture drawn = renderer_->draw(*kept.screens, frame_context, state, kSettled);
  if (wish.width_px > 0 && wish.width_px < drawn.width_px) {
    return platform::encode_png_of_few_colours(smaller(drawn, wish.width_px));
  }
  return platform::encode_png(drawn, platform::PngEffort::quick);
}

ScreenLayout ScreenMaker::layout(Kept& kept, const ui::FrameContext& frame_context, const ui::UiState& state,
                                 const ScreenWish& wish) const {
  const base::Instant now = base::later({}, kSettled);
  const ui::Scene& scene = kept.screens->stage().scene(frame_context, state, now);
  ScreenLayout layout;
  layout.wish = wish_of(state, wish);
  layout.targets = tap_targets(scene, state, layout.wish);
  layout.scroll_range_px = scene.page.scroll_range_px();
  layout.page_px = scene.page.viewport.h;
  layout.words = words_on(scene, state.scroll_px);
  layout.languages = frame_context.snapshot->languages(*frame_context.snapshot->find_hub(state.hub));
  return layout;
}

}  // namespace hub::web
