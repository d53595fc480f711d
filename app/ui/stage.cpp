#include "ui/stage.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "ui/hit_test.h"
#include "ui/pages.h"
#include "ui/paint/kept_frame.h"
#include "ui/painter.h"
#include "ui/reading_place.h"
#include "ui/state/desk_state.h"
#include "ui/state/page_gestures.h"

namespace hub::ui {

namespace {

constexpr double kScrollOn = 0.8;         // of the viewport: the last lines stay visible
constexpr base::Seconds kHold{3.0};       // a long press
constexpr double kFade_s = 0.4;           // attract's words go and come
constexpr base::Seconds kFadeStep{0.05};  // slow enough not to keep a processor busy all day, and nobody sees steps
constexpr base::Seconds kNudges{1.2};     // how long the hint of more moves after a page has come
constexpr int kNudgeCount = 2;

// Attract drifts by a few pixels from slide to slide, so that no edge burns into the panel.
Point drift(int slide, const Metrics& metrics) {
  constexpr int kSteps[][2] = {{0, 0}, {1, 1}, {0, 2}, {-1, 1}, {-2, 0}, {-1, -1}, {0, -2}, {1, -1}};
  const auto& step = kSteps[static_cast<std::size_t>(slide) % std::size(kSteps)];
  const int unit = std::max(1, metrics.gap(0.05));
  return {step[0] * unit, step[1] * unit};
}

// Which slide of attract a moment shows, and how clearly. A slide is whole again when its time begins: the one before
// goes and it comes in the last moments of the other's time.
struct AttractSlide {
  int number = 0;
  double opacity = 1;
  base::Seconds until_change{};
};

AttractSlide slide_at(const FrameContext& frame_context, const Route& route, base::Instant arrived, base::Instant now) {
  if (route.page != Route::Page::attract || !frame_context.snapshot) return {};
  const double each_s = frame_context.timing.slide_s;
  const double shown_s = std::max(0.0, base::Seconds(now - arrived).count());
  const int whole = static_cast<int>(std::floor(shown_s / each_s));
  const double left_s = (whole + 1) * each_s - shown_s;
  if (frame_context.reduced_motion) return {whole, 1, base::Seconds(left_s)};
  if (left_s > 2 * kFade_s) return {whole, 1, base::Seconds(left_s - 2 * kFade_s)};
  if (left_s > kFade_s) return {whole, (left_s - kFade_s) / kFade_s, kFadeStep};
  return {whole + 1, 1 - left_s / kFade_s, kFadeStep};
}

Point plus(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point origin(const Layer& layer) { return {layer.viewport.x, layer.viewport.y}; }

// Something to draw: a page, where it stands on the screen, and how far it is scrolled.
struct Shown {
  const LaidOut* page = nullptr;
  Point by;
  double scroll_px = 0;
  Rect clip;
  bool whole = false;  // with its dock
  int pressed = -1;
  double opacity = 1;
  int nudge_px = 0;
  Point drift{};

  const Scene& scene() const { return page->scene; }
  Point page_at() const {
    const Layer& layer = scene().page;
    return {layer.viewport.x + by.x + drift.x,
            layer.viewport.y + by.y + drift.y - static_cast<int>(std::lround(scroll_px))};
  }
  bool more() const { return has_more_below(scene(), scroll_px); }
};

}  // namespace

struct Stage::Impl {
  text::Typesetter& typesetter;
  text::GlyphAtlas& glyphs;
  Pages pages;
  PageState last;  // what the last frame showed, and where its reader was
  ReadingPlace reading;
  Screen last_screen;
  PaintList painted;  // of this frame; kept for its memory
  Rect painted_on;
  PieceFinder piece_finder;

  struct Frame {
    const FrameContext& frame_context;
    UiState& state;
    PrimaryPointer finger;  // up, when its touch is spent
    base::Instant now;
    int dock_pressed = -1;
    int page_pressed = -1;
    int band_pressed = -1;
    std::optional<base::Instant> hold_at = {};  // when the finger that is down will have been held long enough

    std::vector<Effect> effects = {};

    void act(const Action& action) { act(action, now); }
    void act(const Action& action, base::Instant at) {
      Applied applied = apply(std::move(state), action, at);
      state = std::move(applied.state);
      std::ranges::move(applied.effects, std::back_inserter(effects));
    }
    // Nobody is asked whether they still look at the built-in page, and nothing wakes it.
    bool has_visitors() const { return frame_context.snapshot || state.route.page == Route::Page::staff; }
    Rect screen() const { return {0, 0, frame_context.screen.width_px, frame_context.screen.height_px}; }
  };

  const LaidOut& page_of(const Frame& f) {
    return pages.page(f.frame_context, f.state,
                      slide_at(f.frame_context, f.state.route, f.state.arrived, f.now).number);
  }
  ScrollArea area(const Frame& f);
  void keep_place(Frame& f);
  void respond(Frame& f);
  void touch_boxes(Frame& f);
  std::optional<Action> press(Frame& f, const LaidOut& page, const PressedBox& pressed) const;
  Action scroll_on(const Frame& f, const LaidOut& page) const;
  Painter painter_of(const LaidOut& page) { return {glyphs, typesetter.faces(), painted, page.metrics, page.palette}; }
  void show_masthead(Painter& painter, const Scene& scene, Point by, const Rect& clip) const;
  void show_band(Painter& painter, const Scene& scene, int pressed) const;
  void show(const Frame& f, const Shown& shown);
  void show_nothing(const Frame& f);
  void show_all(Frame& f);
  void show_transition(const Frame& f, const PageTransition& transition, Shown now_shown);
  void show_edge(const LaidOut& page, PageTransition::Way way, const Rect& area, int far_px);
  void show_pulled(const Frame& f, Shown shown);
  void show_ground(const Shown& shown, const Rect& rect);
  void ask(const Frame& f);
  void mark_touches(const Frame& f);
  int nudge_px(const Frame& f, const LaidOut& page) const;
  Outcome outlook(const Frame& f);
};

Stage::Stage(text::Typesetter& typesetter, text::GlyphAtlas& pages)
    : impl_(std::make_unique<Impl>(Impl{typesetter, pages, Pages(typesetter), {}, {}, {}, {}, {}, {}})) {}
Stage::~Stage() = default;

ScrollArea Stage::Impl::area(const Frame& f) {
  const LaidOut& page = page_of(f);
  ScrollArea area;
  area.viewport = page.scene.page.viewport;
  const bool attract = f.state.route.page == Route::Page::attract;
  area.range_px = attract ? 0 : page.scene.page.scroll_range_px();
  area.siblings = page.siblings;
  area.swipe_px_s = page.metrics.swipe_px_s();
  area.reduced_motion = f.frame_context.reduced_motion;
  return area;
}

// The same page in other letters, with furigana or on another size of the screen keeps its reader's place.
void Stage::Impl::keep_place(Frame& f) {
  const bool same_page = last.hub == f.state.hub && last.route == f.state.route && last.sheet == f.state.sheet;
  const bool same_look = last == f.state && last_screen == f.frame_context.screen;
  const Layer& layer = page_of(f).scene.page;
  const bool held = f.state.drag.has_value();
  if (same_page && !same_look && !held) {
    const double held_px = scroll_at(f.state, f.now);
    f.act(ScrollTo{held_px <= 0 ? 0 : scroll_to(layer, reading, held_px)});
  } else if (!f.state.fling && (held || f.finger.down())) {
    // Content that became shorter under a finger that rests: no further beyond its ends than a finger can pull it.
    const double spare = held ? layer.viewport.h / 2.0 : 0;
    const double scroll_px = bounded(f.state.scroll_px, -spare, layer.scroll_range_px() + spare);
    if (scroll_px != f.state.scroll_px) f.act(ScrollTo{scroll_px});
  } else if (!f.state.fling) {
    // Caught while it sprang back, or of content that became shorter: nothing holds it beyond its ends.
    const double range = layer.scroll_range_px();
    const double scroll_px = f.state.scroll_px;
    if (scroll_px < 0 || scroll_px > range) f.act(LetGo{{scroll_px, 0, f.now, 0, range}});
  }
  if (!same_look) {
    last = f.state;
    last_screen = f.frame_context.screen;
  }
  find_reading_place(layer, scroll_at(f.state, f.now), reading);
}

// Everything that the finger and the clock do in this frame, one after the other.
void Stage::Impl::respond(Frame& f) {
  if (!page_of(f).exists) f.act(Go{Route{Route::Page::home}});  // the content has changed
  if (const auto rest = rest_action(f.state, f.frame_context.reduced_motion, f.now)) f.act(*rest);
  if (!f.has_visitors() && f.finger.heard) f.act(Touched{});
  while (const auto due = f.has_visitors()
                              ? idle_action(f.state, f.finger, f.frame_context.timing, f.now, f.frame_context.closed)
                              : std::nullopt) {
    f.act(due->action, due->at);
    const bool left = due->action.is<NextVisitor>() || due->action.is<Darken>();
    if (left) pages.rest();
  }
  if (f.state.dark) return;
  if (const auto seen = staff_sees(f.state, f.finger, f.now)) f.act(*seen);
  if (const auto seen = desk_sees(f.state, f.frame_context.desk.get())) f.act(*seen);
  if (f.finger.touch == f.state.spent_touch) f.finger.phase = PrimaryPointer::Phase::up;
  for (const Action& action : page_actions(f.state, f.finger, area(f), f.now)) f.act(action);
  touch_boxes(f);
  keep_place(f);
}

// A touch presses what it went down on, for as long as that shows.
void Stage::Impl::touch_boxes(Frame& f) {
  using Phase = PrimaryPointer::Phase;
  const bool pressing = f.finger.phase == Phase::pressing;
  if (!pressing && f.finger.phase != Phase::tapped) return;
  const LaidOut& page = page_of(f);
  const double scroll_px = scroll_at(f.state, f.now);
  if (pressing && f.finger.touch != f.state.pressed_touch) {
    f.act(Press{f.finger.touch, hit_test(page, scroll_px, f.finger.now)});
  }
  if (f.finger.touch != f.state.pressed_touch) return;
  // The dock always answers; a page does not while it is caught or dragged.
  const bool still = f.finger.touch != f.state.caught_touch && !f.state.drag;
  const bool of_page =
      f.state.pressed.layer != PressTarget::Layer::dock && f.state.pressed.layer != PressTarget::Layer::band;
  if (of_page && !still) return;
  const auto pressed = find_target(page, scroll_px, f.state.pressed);
  if (!pressed) return;
  const std::optional<Action> wanted = press(f, page, *pressed);
  if (!wanted) return;
  f.act(*wanted);
  if (f.hold_at && f.now >= *f.hold_at) f.act(Held{f.finger.touch});
  f.dock_pressed = f.band_pressed = f.page_pressed = -1;
  f.hold_at.reset();
}

std::optional<Action> Stage::Impl::press(Frame& f, const LaidOut& page, const PressedBox& pressed) const {
  const Box* const box = pressed.box;
  if (f.finger.phase == PrimaryPointer::Phase::tapped) {
    if (!pressed.rect.contains(f.finger.now)) return std::nullopt;
    return box == nullptr ? scroll_on(f, page) : box->tap;
  }
  if (box != nullptr && box->tap) {
    const bool of_dock = f.state.pressed.layer == PressTarget::Layer::dock;
    const bool of_band = f.state.pressed.layer == PressTarget::Layer::band;
    const Layer& layer = of_dock ? *page.scene.dock : of_band ? *page.scene.band : page.scene.page;
    int& index = of_dock ? f.dock_pressed : of_band ? f.band_pressed : f.page_pressed;
    index = static_cast<int>(box - layer.boxes.data());
  }
  if (box == nullptr || !box->hold) return std::nullopt;
  f.hold_at = f.finger.down_at + base::nanoseconds_of(kHold);
  return f.now >= *f.hold_at ? box->hold : std::nullopt;
}

// The page scrolls on by itself, nearly by what shows of it.
Action Stage::Impl::scroll_on(const Frame& f, const LaidOut& page) const {
  const double range = page.scene.page.scroll_range_px();
  const double from = f.state.scroll_px;
  const double way = std::min(range, std::round(from + kScrollOn * page.scene.page.viewport.h)) - from;
  if (f.frame_context.reduced_motion) return ScrollTo{from + way};
  return LetGo{fling_by(way, from, f.now, 0, range)};
}

// After a page has come, the hint that it goes on nods, and then stands.
int Stage::Impl::nudge_px(const Frame& f, const LaidOut& page) const {
  const base::Seconds since = f.now - f.state.arrived - kTransition;
  if (f.frame_context.reduced_motion || !page.scene.more || since.count() <= 0 || since >= kNudges) return 0;
  const double phase = std::numbers::pi * kNudgeCount * (since / kNudges);
  return -static_cast<int>(std::lround(std::abs(std::sin(phase)) * page.metrics.gap(measure::nudge)));
}

void Stage::Impl::show_masthead(Painter& painter, const Scene& scene, Point by, const Rect& clip) const {
  painter.clip(moved(scene.masthead->viewport, by));
  painter.backdrop(scene.masthead_backdrop, scene.masthead->viewport, by);
  painter.layer(*scene.masthead, plus(origin(*scene.masthead), by), -1);
  painter.clip(clip);
}

void Stage::Impl::show_band(Painter& painter, const Scene& scene, int pressed) const {
  painter.layer(*scene.band, origin(*scene.band), pressed);
}

void Stage::Impl::show(const Frame& f, const Shown& shown) {
  const Scene& scene = shown.scene();
  Painter painter = painter_of(*shown.page);
  const Rect area = shown.whole ? f.screen() : scene.page.viewport;
  painter.clip(intersection(shown.clip, moved(area, shown.by)));
  painter.backdrop(scene.backdrop, area, shown.by);
  painter.layer(scene.page, shown.page_at(), shown.pressed, shown.opacity);
  const Rect viewport = moved(scene.page.viewport, shown.by);
  if (std::lround(shown.scroll_px) > 0 && scene.page.scroll_range_px() > 0) {
    painter.fade({viewport.x, viewport.y, viewport.w, shown.page->metrics.gap(0.8)}, scene.backdrop.colour, false);
  }
  if (shown.more()) {
    painter.page_end(moved(scene.more->viewport, shown.by), scene.backdrop.colour, scene.low);
    painter.layer(*scene.more, plus(plus(origin(*scene.more), shown.by), {0, shown.nudge_px}), -1);
  }
  if (shown.whole && scene.masthead) show_masthead(painter, scene, shown.by, shown.clip);
  if (shown.whole && scene.band) show_band(painter, scene, f.band_pressed);
  if (shown.whole && scene.dock) {
    painter.layer(*scene.dock, plus(origin(*scene.dock), shown.by), shown.by == Point{} ? f.dock_pressed : -1);
  }
}

void Stage::Impl::show_transition(const Frame& f, const PageTransition& transition, Shown fresh) {
  using Way = PageTransition::Way;
  const auto is_attract = [](const PageState& v) { return v.route.page == Route::Page::attract; };
  const bool whole = is_attract(transition.from) || is_attract(f.state);
  const Rect area = whole ? f.screen() : fresh.scene().page.viewport;
  const double left = 1 - transition_progress(transition, f.now);
  const bool sideways = transition.way == Way::forward || transition.way == Way::back;
  const int away = (transition.way == Way::forward || transition.way == Way::up) ? 1 : -1;
  const int far_px = static_cast<int>(std::lround((sideways ? area.w : area.h) * left)) * away;
  fresh.by = sideways ? Point{far_px, 0} : Point{0, far_px};
  fresh.clip = area;
  fresh.whole = whole;
  // What the new page has not covered yet.
  Rect rest = area;
  if (transition.way == Way::forward) rest.w = far_px;
  if (transition.way == Way::back) rest = {area.right() + far_px, area.y, -far_px, area.h};
  if (transition.way == Way::up) rest.h = far_px;
  if (transition.way == Way::down) rest = {area.x, area.bottom() + far_px, area.w, -far_px};
  if (rest.w > 0 && rest.h > 0 && transition.alone) {
    show_ground(fresh, rest);
  } else if (rest.w > 0 && rest.h > 0) {
    const AttractSlide slide =
        slide_at(f.frame_context, transition.from.route, transition.from_arrived, transition.since);
    Shown old{&pages.page(f.frame_context, transition.from, slide.number),
              {},
              transition.from_scroll_px,
              rest,
              whole,
              -1,
              slide.opacity};
    if (transition.together) old.by = {far_px - away * area.w, 0};
    show(f, old);
  }
  show(f, fresh);
  if (!transition.together && far_px != 0) show_edge(*fresh.page, transition.way, area, far_px);
}

// The soft shadow that a page throws on the one it comes over.
void Stage::Impl::show_edge(const LaidOut& page, PageTransition::Way way, const Rect& area, int far_px) {
  using Way = PageTransition::Way;
  const int edge_px = page.metrics.gap(measure::page_edge);
  Painter painter = painter_of(page);
  painter.clip(area);
  switch (way) {
    case Way::forward:
      return painter.edge({area.x + far_px - edge_px, area.y, edge_px, area.h}, Painter::Side::right);
    case Way::back:
      return painter.edge({area.right() + far_px, area.y, edge_px, area.h}, Painter::Side::left);
    case Way::up:
      return painter.edge({area.x, area.y + far_px - edge_px, area.w, edge_px}, Painter::Side::bottom);
    case Way::down:
      return painter.edge({area.x, area.bottom() + far_px, area.w, edge_px}, Painter::Side::top);
  }
}

// A page that a finger has pulled sideways, with the sibling that comes in after it.
void Stage::Impl::show_pulled(const Frame& f, Shown shown) {
  const Rect area = shown.scene().page.viewport;
  const int by_px = static_cast<int>(std::lround(f.state.slid_px));
  const Siblings& siblings = shown.page->siblings;
  const std::optional<Route>& sibling = by_px < 0 ? siblings.next : siblings.previous;
  shown.by = {by_px, 0};
  shown.clip = area;
  shown.whole = false;
  const Rect rest =
      by_px < 0 ? Rect{area.right() + by_px, area.y, -by_px, area.h} : Rect{area.x, area.y, by_px, area.h};
  if (sibling) {
    PageState beside = f.state;
    beside.route = *sibling;
    const int far_px = by_px < 0 ? area.w : -area.w;
    show(f, {&pages.page(f.frame_context, beside, 0), {by_px + far_px, 0}, 0, rest, false});
  } else {
    show_ground(shown, rest);
  }
  show(f, shown);
}

// Over the page, at its end: まだ見ていますか？
void Stage::Impl::ask(const Frame& f) {
  const LaidOut& page = page_of(f);
  const int of = static_cast<int>(std::ceil(f.frame_context.timing.answer_s));
  const Layer card = pages.question(f.frame_context, f.state, seconds_left(f.state, f.frame_context.timing, f.now), of);
  const double left = f.frame_context.reduced_motion ? 0 : 1 - ease_out(f.now - *f.state.asked, kTransition);
  const Rect& viewport = page.scene.page.viewport;
  const int below_px = static_cast<int>(std::lround(left * (viewport.bottom() - card.viewport.y)));
  Painter painter = painter_of(page);
  painter.clip(viewport);
  painter.layer(card, plus(origin(card), {0, below_px}), -1);
}

// The staff's touch test: what the glass feels, each contact with its number.
void Stage::Impl::mark_touches(const Frame& f) {
  const LaidOut& page = page_of(f);
  Painter painter = painter_of(page);
  for (int i = 0; i < f.finger.contact_count; ++i) {
    const Layer mark = pages.touch_mark(f.frame_context, f.state, f.finger.contacts[static_cast<std::size_t>(i)]);
    painter.layer(mark, origin(mark), -1);
  }
}

void Stage::Impl::show_ground(const Shown& shown, const Rect& rect) {
  Painter painter = painter_of(*shown.page);
  painter.clip(rect);
  painter.backdrop(shown.scene().backdrop, rect, {});
}

// Black, which is also what a display shows that cannot be switched off.
void Stage::Impl::show_nothing(const Frame& f) {
  const LaidOut& page = page_of(f);
  Painter painter = painter_of(page);
  painter.clip(f.screen());
  painter.backdrop({Colour{0, 0, 0}, {}}, f.screen(), {});
}

void Stage::Impl::show_all(Frame& f) {
  if (f.state.dark) return show_nothing(f);
  const LaidOut& page = page_of(f);
  Shown shown{&page, {}, scroll_at(f.state, f.now), f.screen(), true, f.page_pressed, 1, nudge_px(f, page)};
  if (f.state.route.page == Route::Page::attract) {
    const AttractSlide slide = slide_at(f.frame_context, f.state.route, f.state.arrived, f.now);
    shown.opacity = slide.opacity;
    shown.by = {};
    shown.drift = drift(slide.number, page.metrics);
    shown.scroll_px = 0;
  }
  const bool in_transition = f.state.transition && !f.frame_context.reduced_motion;
  if (in_transition) {
    show_transition(f, *f.state.transition, shown);
  } else if (std::lround(f.state.slid_px) != 0) {
    show_pulled(f, shown);
  } else {
    return show(f, shown);
  }
  if (!page.scene.dock) return;
  // The page moved; what stands around it did not.
  Painter painter = painter_of(page);
  if (page.scene.masthead) show_masthead(painter, page.scene, {}, f.screen());
  if (page.scene.band) show_band(painter, page.scene, f.band_pressed);
  painter.layer(*page.scene.dock, origin(*page.scene.dock), f.dock_pressed);
}

// When the next frame will differ from this one by itself.
Outcome Stage::Impl::outlook(const Frame& f) {
  if (f.state.dark) return {};  // it is woken from outside: by a touch or when the hub opens
  std::optional<base::Instant> next;
  const auto at = [&](base::Instant when) { next = next ? std::min(*next, when) : when; };
  const auto after = [&](base::Seconds when) { at(f.now + base::nanoseconds_of(when)); };
  const LaidOut& page = page_of(f);
  if (is_moving(f.state, f.frame_context.reduced_motion)) at(f.now);
  const base::Instant nudges_from = f.state.arrived + base::nanoseconds_of(kTransition);
  const bool goes_on = page.scene.more && f.now < nudges_from + kNudges && !f.frame_context.reduced_motion;
  if (goes_on) at(f.now);
  if (page.scene.attract_slides > 1) {
    after(slide_at(f.frame_context, f.state.route, f.state.arrived, f.now).until_change);
  }
  if (f.hold_at) at(*f.hold_at);
  if (const auto when = next_staff(f.state, f.now)) at(*when);
  if (f.has_visitors()) {
    if (const auto when = next_idle_action(f.state, f.frame_context.timing, f.frame_context.closed)) at(*when);
    if (f.state.asked) {
      const base::Seconds into = f.now - *f.state.asked;
      after(into < kTransition && !f.frame_context.reduced_motion ? base::Seconds(0)
                                                                  : base::Seconds(std::floor(into.count()) + 1) - into);
    }
  }
  if (!next) return {};
  return {std::max(base::Seconds(0), base::Seconds(*next - f.now)), {}};
}

Outcome Stage::frame(const FrameContext& frame_context, UiState& state, const PrimaryPointer& finger, base::Instant now,
                     const Canvas& canvas) {
  Impl& in = *impl_;
  in.glyphs.begin_frame();
  in.painted.clear();
  Impl::Frame f{frame_context, state, finger, now};
  if (frame_context.snapshot || frame_context.can_open_staff()) in.respond(f);
  in.show_all(f);
  if (frame_context.snapshot && state.asked) in.ask(f);
  if (state.staff.touch_test && state.sheet == Sheet::none) in.mark_touches(f);
  Outcome outcome = in.outlook(f);
  in.painted_on = f.screen();
  if (canvas.kept != nullptr) {
    outcome.changed = canvas.kept->show(in.painted, in.painted_on, canvas);
  } else {
    draw(in.painted, in.piece_finder.find(in.painted, in.painted_on), canvas);
  }
  outcome.effects = std::move(f.effects);
  return outcome;
}

std::int64_t Stage::flat_px() const {
  impl_->piece_finder.find(impl_->painted, impl_->painted_on);
  return impl_->piece_finder.flat_px(impl_->painted);
}

const Scene& Stage::scene(const FrameContext& frame_context, const UiState& state, base::Instant now) {
  return impl_->pages.page(frame_context, state, slide_at(frame_context, state.route, state.arrived, now).number).scene;
}

}  // namespace hub::ui
