#include "replay/script_player.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "ui/visible_text.h"

namespace hub::replay {

namespace {

using Kind = base::ContactEvent::Kind;

constexpr double kTap_s = 0.08;
constexpr double kMoves_per_s = 120;  // as a touch panel reports
constexpr base::Seconds kLongestSettling{10};
constexpr double kScrolled_px = 0.5;

std::chrono::nanoseconds ns(double seconds) {
  return std::chrono::nanoseconds(static_cast<std::int64_t>(std::llround(seconds * 1e9)));
}

std::string pixels(double px) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.1f", px);
  return digits;
}

const char* name_of(ui::Sheet sheet) {
  switch (sheet) {
    case ui::Sheet::none:
      return "none";
    case ui::Sheet::language:
      return "language";
    case ui::Sheet::staff:
      return "staff";
    case ui::Sheet::phrase:
      return "phrase";
  }
  return "";
}

const char* on_or_off(bool on) { return on ? "true" : "false"; }

}  // namespace

ScriptPlayer::ScriptPlayer(VirtualKiosk& kiosk, LoadFolder load_folder)
    : kiosk_(kiosk), load_folder_(std::move(load_folder)), now_(kiosk.now()) {}

ReplayReport ScriptPlayer::play(const Script& script) {
  settle();
  frames_at_mark_ = kiosk_.frames();
  for (const Step& step : script.steps) {
    ++step_;
    line_ = step.line;
    std::visit([this](const auto& what) { operate(what); }, step.what);
    for (base::Message& fault : kiosk_.invariants().take_faults()) report_.fail({step_, line_, std::move(fault)});
  }
  kiosk_.settle(kLongestSettling);  // what the last step did is seen, too
  report_.take(kiosk_);
  return std::move(report_);
}

void ScriptPlayer::operate(const Touch& touch) {
  if (const auto at = find(touch.at)) begin(touch.id, *at);
}

void ScriptPlayer::operate(const Move& move) {
  if (const auto to = find(move.to)) drag(move.id, *to, move.over_s);
}

void ScriptPlayer::operate(const Lift& lift) { end(lift.id, Kind::end); }
void ScriptPlayer::operate(const Cancel& cancel) { end(cancel.id, Kind::cancel); }

void ScriptPlayer::operate(const Tap& tap) {
  constexpr int kFinger = 101;  // a script's own fingers have smaller numbers
  const auto at = find(tap.at);
  if (!at) return;
  begin(kFinger, *at);
  pass(kTap_s);
  end(kFinger, Kind::end);
  settle();
}

void ScriptPlayer::operate(const Flick& flick) {
  constexpr int kFinger = 102;
  const auto from = find(flick.from);
  const auto to = find(flick.to);
  if (!from || !to) return;
  begin(kFinger, *from);
  drag(kFinger, *to, flick.over_s);
  end(kFinger, Kind::end);
}

void ScriptPlayer::operate(const Wait& wait) { pass(wait.for_s); }
void ScriptPlayer::operate(const Settle&) { settle(); }

void ScriptPlayer::operate(const Resize& resize) {
  const int most = kiosk_.max_size_px();
  if (resize.size.width_px > most || resize.size.height_px > most) {
    const std::string limit = std::to_string(most);
    return fail("この機械で描けるのは " + limit + " ピクセルまでです",
                "this machine draws at most " + limit + " pixels");
  }
  kiosk_.resize({resize.size.width_px, resize.size.height_px});
}

void ScriptPlayer::operate(const SwapContent& swap) {
  if (auto snapshot = load_folder_(swap.folder)) kiosk_.show(std::move(snapshot));
}

void ScriptPlayer::operate(const DrawPicture& picture) {
  const base::Status written = base::DiskFiles().write(picture.path, platform::encode_png(kiosk_.picture()));
  if (!written) report_.fail({step_, line_, written.error().what});
}

void ScriptPlayer::operate(const SetClock& clock) {
  const base::LocalTime local = kiosk_.clock().local();
  if (clock.source) kiosk_.vouch_for_clock(*clock.source);
  if (!clock.date && !clock.time) return;
  const std::chrono::milliseconds of_day = clock.time ? *clock.time : base::time_of_day(local);
  kiosk_.set_local(std::chrono::local_days(clock.date.value_or(base::date_of(local))) + of_day);
  kiosk_.notice_clock();
}

void ScriptPlayer::operate(const Mark&) { frames_at_mark_ = kiosk_.frames(); }

void ScriptPlayer::operate(const Expect& expect) {
  const ui::UiState& state = kiosk_.state();
  if (expect.route) expect_same("route", *expect.route, ui::path_of(state.route));
  if (expect.language) expect_same("language", *expect.language, state.language);
  if (expect.text_size) expect_same("text_size", std::to_string(*expect.text_size), std::to_string(state.text_step));
  if (expect.furigana) expect_same("furigana", on_or_off(*expect.furigana), on_or_off(state.furigana));
  if (expect.dark) expect_same("dark", on_or_off(*expect.dark), on_or_off(state.dark));
  if (expect.ignored_spots) {
    expect_same("ignored_spots", std::to_string(*expect.ignored_spots), std::to_string(kiosk_.ignored_spots()));
  }
  if (expect.sheet) expect_same("sheet", *expect.sheet, name_of(state.sheet));
  if (expect.scroll_px && std::abs(kiosk_.scroll_px() - *expect.scroll_px) > expect.tolerance_px) {
    expect_same("scroll_px", pixels(*expect.scroll_px) + " ± " + pixels(expect.tolerance_px),
                pixels(kiosk_.scroll_px()));
  }
  if (expect.scrolled) {
    expect_same("scrolled", on_or_off(*expect.scrolled), on_or_off(kiosk_.scroll_px() > kScrolled_px));
  }
  expect_frames(expect);
  expect_texts(expect);
}

void ScriptPlayer::expect_frames(const Expect& expect) {
  const std::size_t drawn = kiosk_.frames() - frames_at_mark_;
  if (expect.frames) expect_same("frames", std::to_string(*expect.frames), std::to_string(drawn));
  if (expect.frames_at_most && drawn > static_cast<std::size_t>(*expect.frames_at_most)) {
    expect_same("frames_at_most", std::to_string(*expect.frames_at_most), std::to_string(drawn));
  }
}

void ScriptPlayer::expect_texts(const Expect& expect) {
  if (expect.texts.empty() && expect.no_texts.empty()) return;
  const std::vector<ui::VisibleText> seen = ui::visible_texts(kiosk_.scene(), kiosk_.scroll_px());
  const auto is_seen = [&](const std::string& words) {
    return std::ranges::any_of(seen,
                               [&](const ui::VisibleText& t) { return t.words.find(words) != std::string::npos; });
  };
  for (const std::string& words : expect.texts) {
    if (!is_seen(words)) fail("「" + words + "」が見えていません", "\"" + words + "\" is not in sight");
  }
  for (const std::string& words : expect.no_texts) {
    if (is_seen(words)) fail("「" + words + "」が見えています", "\"" + words + "\" is in sight");
  }
}

void ScriptPlayer::expect_same(const char* name, const std::string& wanted, const std::string& found) {
  if (wanted == found) return;
  const std::string of = name;
  fail(of + " は " + wanted + " のはずですが " + found + " です", of + " should be " + wanted + " and is " + found);
}

std::optional<ScriptPlayer::Fingertip> ScriptPlayer::find(const Place& place) {
  if (place.box.empty()) return Fingertip{static_cast<float>(place.x_px), static_cast<float>(place.y_px)};
  const auto box = ui::find_box(kiosk_.scene(), kiosk_.scroll_px(), place.box);
  const std::string route = ui::path_of(kiosk_.state().route);
  if (!box) {
    fail("「" + place.box + "」という箱は " + route + " の画面にありません",
         "there is no box \"" + place.box + "\" on the screen " + route);
    return std::nullopt;
  }
  if (!box->press) {
    fail("「" + place.box + "」は画面の外にあります。先にスクロールしてください",
         "\"" + place.box + "\" is out of sight: scroll to it first");
    return std::nullopt;
  }
  return Fingertip{static_cast<float>(box->press->x), static_cast<float>(box->press->y)};
}

void ScriptPlayer::begin(int id, Fingertip at) {
  fingers_[id] = at;
  contact(Kind::begin, id, at, now_);
}

void ScriptPlayer::drag(int id, Fingertip to, double over_s) {
  const auto finger = fingers_.find(id);
  if (finger == fingers_.end()) return;  // its touch has failed, which is said
  const Fingertip from = finger->second;
  const int moves = std::max(1, static_cast<int>(std::lround(over_s * kMoves_per_s)));
  for (int i = 1; i <= moves; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(moves);
    const Fingertip at = {from.x_px + (to.x_px - from.x_px) * part, from.y_px + (to.y_px - from.y_px) * part};
    contact(Kind::move, id, at, now_ + ns(over_s * i / moves));
  }
  finger->second = to;
  pass(over_s);
}

void ScriptPlayer::end(int id, Kind how) {
  const auto finger = fingers_.find(id);
  if (finger == fingers_.end()) return;
  contact(how, id, finger->second, now_);
  fingers_.erase(finger);
}

void ScriptPlayer::contact(Kind kind, int id, Fingertip at, base::Instant when) {
  kiosk_.contact({kind, id, at.x_px, at.y_px, when});
}

void ScriptPlayer::pass(double for_s) {
  now_ += ns(for_s);
  kiosk_.run_until(now_);
}

void ScriptPlayer::settle() {
  if (!kiosk_.settle(kLongestSettling)) fail("10 秒たっても動いています", "it still moves after 10 s");
  now_ = std::max(now_, kiosk_.now());
}

void ScriptPlayer::fail(std::string ja, std::string en) {
  report_.fail({step_, line_, {std::move(ja), std::move(en)}});
}

}  // namespace hub::replay
