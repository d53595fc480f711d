#include "ui/touch/gesture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hub::ui {

namespace {

using Kind = base::ContactEvent::Kind;
using Phase = PrimaryPointer::Phase;

// So many contacts at once are no fingers of somebody who reads: two hands of a child, a forearm.
constexpr int kPalmContacts = 4;
// Speed is taken over the last moments before a finger leaves; one that stopped before leaves with none.
constexpr base::Seconds kSpeedSpan{0.1};
constexpr base::Seconds kStopped{0.06};
constexpr base::Seconds kShortest{0.004};

Point position(const base::ContactEvent& event) {
  return {static_cast<int>(std::lround(event.x_px)), static_cast<int>(std::lround(event.y_px))};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

Point PrimaryPointer::travelled() const {
  if (axis == Axis::none) return {};
  return {now.x - start.x, now.y - start.y};
}

void Gesture::feed(const base::Input& input) {
  waiting_.insert(waiting_.end(), input.contacts.begin(), input.contacts.end());
}

PrimaryPointer Gesture::next_frame(const GestureThresholds& thresholds, base::Instant now) {
  if (!finger_.down()) finger_.phase = Phase::up;
  finger_.heard = false;
  while (!waiting_.empty()) {
    const bool was_down = finger_.down();
    if (take(waiting_.front(), thresholds)) waiting_.pop_front();
    if (finger_.down() != was_down) break;
  }
  if (waiting_.empty() && leader_rests(now)) give_way();
  finger_.contact_count = known_count_;
  std::transform(known_.begin(), known_.begin() + known_count_, finger_.contacts.begin(), [](const Known& one) {
    return Contact{one.id, one.at};
  });
  return finger_;
}

std::optional<base::Instant> Gesture::next_change() const {
  const Known* const leader = leader_ ? known(*leader_) : nullptr;
  if (leader == nullptr) return std::nullopt;
  return leader->anchored_at + base::nanoseconds_of(kRests);
}

const Gesture::Known* Gesture::known(int id) const {
  const auto end = known_.begin() + known_count_;
  const auto found = std::find_if(known_.begin(), end, [&](const Known& one) { return one.id == id; });
  return found == end ? nullptr : &*found;
}
Gesture::Known* Gesture::known(int id) { return const_cast<Known*>(std::as_const(*this).known(id)); }

bool Gesture::leader_rests(base::Instant now) const {
  const Known* const leader = leader_ ? known(*leader_) : nullptr;
  return leader != nullptr && leader->rests(now);
}

void Gesture::give_way() {
  if (Known* const leader = known(*leader_)) leader->gave_way = true;
  let_go(true);
}

// More than ten are more than any glass here tells apart: they are nobody, unless one that rests makes room.
void Gesture::add(const base::ContactEvent& event) {
  auto place = known_.begin() + known_count_;
  if (known_count_ < PrimaryPointer::kMostContacts) {
    ++known_count_;
  } else {
    const auto longest = std::ranges::min_element(known_, {}, &Known::anchored_at);
    if (!longest->rests(event.time)) return;
    std::move(longest + 1, known_.end(), longest);
    place = known_.end() - 1;
  }
  *place = {event.id, position(event), position(event), {}, event.time};
}

// Keeps known_ to the contacts that touch.
void Gesture::note(const base::ContactEvent& event, int slop_px) {
  Known* const one = known(event.id);
  if (one == nullptr) {
    if (event.kind == Kind::begin) add(event);
  } else if (event.kind == Kind::begin) {
    *one = {event.id, position(event), position(event), {}, event.time};
  } else if (event.kind == Kind::move) {
    one->at = position(event);
    if (distance(one->at, one->anchor) <= slop_px) return;
    one->creeps = event.time - one->anchored_at >= kRests;
    one->came_from = std::exchange(one->anchor, one->at);
    one->anchored_at = event.time;
  } else {
    std::move(one + 1, known_.data() + known_count_, one);
    --known_count_;
  }
}

bool Gesture::is_palm(const base::ContactEvent& event, const GestureThresholds& thresholds) const {
  const Known* const one = known(event.id);
  const bool large = thresholds.palm_px > 0 && event.size_px >= static_cast<float>(thresholds.palm_px);
  if (large && (one == nullptr || !one->rests(event.time))) return true;
  return fresh_contacts(event) >= kPalmContacts;
}

// Those that touch and do not merely rest there.
int Gesture::fresh_contacts(const base::ContactEvent& event) const {
  return static_cast<int>(std::count_if(known_.begin(), known_.begin() + known_count_,
                                        [&](const Known& one) { return !one.rests(event.time); }));
}

// False: the event must come again in the next frame.
bool Gesture::take(const base::ContactEvent& event, const GestureThresholds& thresholds) {
  if (leader_rests(event.time)) {
    give_way();
    return false;
  }
  const bool begins = event.kind == Kind::begin;
  note(event, thresholds.slop_px);
  // The jitter of a finger that rests is nobody's doing.
  finger_.heard |= event.kind != Kind::move || (leader_ == event.id && finger_.phase == Phase::dragging);
  const bool leaves = event.kind == Kind::end || event.kind == Kind::cancel;
  if (!leaves && is_palm(event, thresholds)) {
    palm_ = true;
    if (leader_) let_go(true);
    return true;
  }
  if (palm_) {
    palm_ = fresh_contacts(event) > (begins ? 1 : 0);
    if (palm_ || !begins) return true;
  }
  if (begins && !leader_) {
    lead(event);
    return true;
  }
  if (!leader_ && event.kind == Kind::move && lead_again(event, thresholds.slop_px)) return true;
  if (leader_ != event.id || begins) return true;
  if (event.kind != Kind::cancel) follow(event, thresholds.slop_px);
  if (leaves) let_go(event.kind == Kind::cancel);
  return true;
}

void Gesture::lead(const base::ContactEvent& event) {
  leader_ = event.id;
  const int touch = finger_.touch + 1;
  finger_ = {};
  finger_.heard = true;
  finger_.phase = Phase::pressing;
  finger_.touch = touch;
  finger_.start = finger_.now = position(event);
  finger_.down_at = event.time;
  sample_count_ = 0;
  remember(event);
}

// A reader's finger that rested on the page and drags it on.
bool Gesture::lead_again(const base::ContactEvent& event, int slop_px) {
  Known* const one = known(event.id);
  if (one == nullptr || !one->gave_way || one->rests(event.time)) return false;
  if (distance(one->at, one->came_from) <= slop_px) return false;
  one->gave_way = false;
  lead(event);
  finger_.start = one->came_from;
  follow(event, slop_px);
  return true;
}

void Gesture::remember(const base::ContactEvent& event) {
  samples_[sample_count_++ % kSamples] = {event.time, event.x_px, event.y_px};
  leader_heard_ = event.time;
}

void Gesture::follow(const base::ContactEvent& event, int slop_px) {
  const Point now = position(event);
  if (event.kind == Kind::move) remember(event);
  finger_.now = now;
  const int dx = now.x - finger_.start.x;
  const int dy = now.y - finger_.start.y;
  if (finger_.phase == Phase::pressing && distance(now, finger_.start) > slop_px) {
    finger_.phase = Phase::dragging;
    finger_.axis = std::abs(dx) > std::abs(dy) ? PrimaryPointer::Axis::across : PrimaryPointer::Axis::along;
  }
  if (event.kind == Kind::end) leader_heard_ = event.time;
}

void Gesture::measure_speed() {
  finger_.across_px_s = finger_.along_px_s = 0;
  const std::size_t held = std::min(sample_count_, kSamples);
  if (held < 2) return;
  const Sample& last = samples_[(sample_count_ - 1) % kSamples];
  if (leader_heard_ - last.time > kStopped) return;
  Sample first = last;
  for (std::size_t back = 2; back <= held; ++back) {
    const Sample& one = samples_[(sample_count_ - back) % kSamples];
    if (last.time - one.time > kSpeedSpan) break;
    first = one;
  }
  const base::Seconds span = last.time - first.time;
  if (span < kShortest) return;
  finger_.across_px_s = (last.x_px - first.x_px) / span.count();
  finger_.along_px_s = (last.y_px - first.y_px) / span.count();
}

void Gesture::let_go(bool cancelled) {
  const bool tap = !cancelled && finger_.phase == Phase::pressing;
  finger_.phase = tap ? Phase::tapped : Phase::let_go;
  finger_.across_px_s = finger_.along_px_s = 0;
  if (!cancelled && !tap) measure_speed();
  leader_.reset();
}

}  // namespace hub::ui
