#include "ui/touch/phantoms.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/touch/gesture.h"

namespace hub::ui {

namespace {

using Kind = base::ContactEvent::Kind;

// Of the slop, which is 3 mm.
constexpr double kSame = 2.0 / 3;  // taps this close are of one spot
constexpr double kDead = 1.0;      // of a learnt one, which may drift
constexpr int kLeastSlop_px = 9;   // a phantom trembles by some pixels, however large they are
constexpr double kBeside = 4.0;    // a finger that aims at the same button comes down within this

constexpr base::Seconds kCountsApart{5.0};
constexpr base::Seconds kHurry{3.0};
constexpr base::Seconds kTooShort{0.025};  // the quickest taps of fingers take 40 ms
constexpr base::Seconds kLeastHold{0.06};  // a contact on a learnt spot that lasts longer may be a finger's
constexpr double kOutlasts = 2;            // times the spot's longest tap
constexpr base::Seconds kFades{600.0};     // until a spot loses a point by itself
constexpr double kFollows = 1.0 / 3;       // of the way to the last tap: it drifts
constexpr int kShortTap = 4;
constexpr int kTap = 2;
constexpr int kDoubtfulTap = 1;
constexpr int kFinger = 6;  // what a finger beside or on a spot takes away
constexpr int kLearnt = 20;
constexpr int kForgotten = 10;
constexpr int kMostPoints = 40;

double distance(double x_px, double y_px, const base::ContactEvent& to) {
  return std::hypot(x_px - to.x_px, y_px - to.y_px);
}

}  // namespace

PhantomSpot Phantoms::Spot::told() const {
  return {{static_cast<int>(std::lround(x_px)), static_cast<int>(std::lround(y_px))}, taps, longest};
}

void Phantoms::sift(std::vector<base::ContactEvent>& contacts, base::Instant now, int slop_px) {
  fade(now);
  Contacts out;
  for (const base::ContactEvent& event : contacts) {
    give_on_due(event.time, out);
    take(event, out, slop_px);
  }
  give_on_due(now, out);
  contacts = std::move(out);
}

std::optional<base::Instant> Phantoms::next_change() const {
  std::optional<base::Instant> next;
  for (const Open& open : open_) {
    if (!open.kept_back || !open.given_on_at) continue;
    next = next ? std::min(*next, *open.given_on_at) : *open.given_on_at;
  }
  return next;
}

void Phantoms::take(const base::ContactEvent& event, Contacts& out, int slop_px) {
  if (event.kind == Kind::begin) return begin(event, out, slop_px);
  const auto open = std::ranges::find(open_, event.id, [](const Open& one) { return one.begun.id; });
  if (open == open_.end()) return out.push_back(event);
  open->last = event;
  open->moved |= distance(open->begun.x_px, open->begun.y_px, event) > slop_px;
  if (open->moved) give_on(*open, event.time, out);
  if (!open->kept_back) out.push_back(event);
  if (event.kind == Kind::move) return;
  const Open closed = *open;
  open_.erase(open);
  const std::size_t learnt = news_.size();
  judge(closed, event.time, slop_px);
  // The tap that gave it away presses nothing any more.
  const bool gave_away = std::any_of(news_.begin() + static_cast<std::ptrdiff_t>(learnt), news_.end(),
                                     [](const PhantomNews& one) { return one.learnt; });
  if (gave_away && !closed.kept_back) out.back().kind = Kind::cancel;
}

void Phantoms::begin(const base::ContactEvent& event, Contacts& out, int slop_px) {
  std::erase_if(open_, [&](const Open& one) { return one.begun.id == event.id; });
  Open open{event, event, 0, false, false, std::nullopt};
  const Spot* const spot = nearest(event, slop_px);
  if (spot != nullptr && spot->learnt) {
    open.spot = spot->number;
    open.kept_back = true;
    const base::Seconds hold = std::max(kLeastHold, kOutlasts * spot->longest);
    if (hold < kRests) open.given_on_at = base::later(event.time, hold);
  } else {
    out.push_back(event);
  }
  open_.push_back(open);
}

void Phantoms::give_on(Open& open, base::Instant at, Contacts& out) {
  if (!std::exchange(open.kept_back, false)) return;
  base::ContactEvent begun = open.begun;
  begun.time = at;
  out.push_back(begun);
}

void Phantoms::give_on_due(base::Instant now, Contacts& out) {
  for (Open& open : open_) {
    if (open.kept_back && open.given_on_at && *open.given_on_at <= now) give_on(open, *open.given_on_at, out);
  }
}

// The contact has gone: what was it?
void Phantoms::judge(const Open& open, base::Instant ended, int slop_px) {
  Spot* const spot = nearest(open.begun, slop_px);
  const bool outlasted = open.spot != 0 && !open.kept_back && ended - open.begun.time < kRests;
  if (spot != nullptr && !open.moved && !outlasted) {
    tapped(*spot, open, ended);
  } else if (open.spot != 0) {
    if (Spot* const dead = find(open.spot)) dead->points -= kFinger;
  } else if (!open.moved) {
    missed(open, slop_px);
  }
  if (!open.kept_back) {
    heard_elsewhere(spot == nullptr || open.moved ? 0 : spot->number, ended);
    if (spot == nullptr && !open.moved && open.spot == 0) add(open, ended);
    last_real_ = ended;
  }
  forget_lost();
}

void Phantoms::tapped(Spot& spot, const Open& open, base::Instant ended) {
  const base::Seconds held = ended - open.begun.time;
  const bool hurried = open.begun.time - spot.ended_at < kHurry;
  spot.ended_at = ended;
  spot.longest = std::max(spot.longest, held);
  spot.x_px += kFollows * (open.begun.x_px - spot.x_px);
  spot.y_px += kFollows * (open.begun.y_px - spot.y_px);
  ++spot.taps;
  if (open.begun.time - spot.counted_at < kCountsApart) return;
  const int worth = held < kTooShort ? kShortTap : hurried || spot.elsewhere ? kDoubtfulTap : kTap;
  spot.points = std::min(kMostPoints, spot.points + worth);
  spot.counted_at = open.begun.time;
  spot.elsewhere = false;
  if (spot.learnt || spot.points < kLearnt) return;
  spot.learnt = true;
  news_.push_back({spot.told(), true, spot.last_real});
}

// A tap that is of no spot: a finger's, and then so were those around it.
void Phantoms::missed(const Open& open, int slop_px) {
  for (Spot& spot : spots_) {
    if (distance(spot.x_px, spot.y_px, open.begun) > kBeside * slop_px) continue;
    spot.points -= kFinger;
    // Two phantoms side by side begin as misses of each other.
    if (!spot.learnt) spot.points = std::max(1, spot.points);
  }
}

void Phantoms::heard_elsewhere(int but, base::Instant at) {
  for (Spot& spot : spots_) {
    if (spot.number == but) continue;
    spot.elsewhere = true;
    spot.last_real = at;
  }
}

// Of many spots that are nothing yet, the one with the least to say goes.
void Phantoms::add(const Open& open, base::Instant ended) {
  if (spots_.size() == kMostPhantoms) {
    const auto least = std::ranges::min_element(spots_, [](const Spot& a, const Spot& b) {
      return std::pair(a.points, a.ended_at) < std::pair(b.points, b.ended_at);
    });
    if (least->learnt) return;
    spots_.erase(least);
  }
  Spot spot;
  spot.number = ++last_number_;
  spot.x_px = open.begun.x_px;
  spot.y_px = open.begun.y_px;
  spot.taps = 1;
  spot.longest = ended - open.begun.time;
  spot.points = spot.longest < kTooShort ? kShortTap : kTap;
  spot.counted_at = open.begun.time;
  spot.ended_at = spot.faded_at = ended;
  spot.last_real = last_real_;
  spots_.push_back(spot);
}

void Phantoms::fade(base::Instant now) {
  for (Spot& spot : spots_) {
    while (now - spot.faded_at >= kFades) {
      spot.faded_at = base::later(spot.faded_at, kFades);
      --spot.points;
    }
  }
  forget_lost();
}

void Phantoms::forget_lost() {
  std::erase_if(spots_, [this](const Spot& spot) {
    const bool lost = spot.points <= (spot.learnt ? kForgotten : 0);
    if (lost && spot.learnt) news_.push_back({spot.told(), false, {}});
    return lost;
  });
}

Phantoms::Spot* Phantoms::nearest(const base::ContactEvent& at, int slop_px) {
  Spot* found = nullptr;
  double closest_px = 0;
  for (Spot& spot : spots_) {
    const double px = distance(spot.x_px, spot.y_px, at);
    if (px > (spot.learnt ? kDead : kSame) * std::max(slop_px, kLeastSlop_px)) continue;
    if (found != nullptr && std::pair(!spot.learnt, px) >= std::pair(!found->learnt, closest_px)) continue;
    found = &spot;
    closest_px = px;
  }
  return found;
}

Phantoms::Spot* Phantoms::find(int number) {
  const auto found = std::ranges::find(spots_, number, &Spot::number);
  return found == spots_.end() ? nullptr : &*found;
}

std::vector<PhantomSpot> Phantoms::spots() const {
  std::vector<PhantomSpot> all;
  for (const Spot& spot : spots_) {
    if (spot.learnt) all.push_back(spot.told());
  }
  return all;
}

std::vector<PhantomNews> Phantoms::take_news() { return std::exchange(news_, {}); }

void Phantoms::know(const std::vector<PhantomSpot>& spots, base::Instant now) {
  for (const PhantomSpot& one : spots) {
    if (spots_.size() == kMostPhantoms) return;
    Spot spot;
    spot.number = ++last_number_;
    spot.x_px = one.at.x;
    spot.y_px = one.at.y;
    spot.taps = one.taps;
    spot.longest = one.longest;
    spot.points = kLearnt;
    spot.learnt = true;
    spot.counted_at = spot.ended_at = spot.faded_at = now;
    spots_.push_back(spot);
  }
}

void Phantoms::forget_all() {
  open_.clear();
  for (Spot& spot : spots_) spot.points = 0;
  forget_lost();
}

}  // namespace hub::ui
