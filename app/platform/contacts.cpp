#include "platform/contacts.h"

#include <algorithm>
#include <utility>

namespace hub::platform {

using base::ContactEvent;
using base::Instant;
using Kind = ContactEvent::Kind;

Contacts::Open* Contacts::find(ContactName name) {
  const auto found = std::ranges::find(open_, name, &Open::name);
  return found == open_.end() ? nullptr : &*found;
}

bool Contacts::is_open(ContactName name) const { return std::ranges::find(open_, name, &Open::name) != open_.end(); }

bool Contacts::touched() const {
  return std::ranges::any_of(events_, [](const ContactEvent& event) { return event.id > 0; });
}

int Contacts::free_id() const {
  int id = 1;
  while (std::ranges::any_of(open_, [&](const Open& open) { return open.last.id == id; })) ++id;
  return id;
}

ContactEvent Contacts::event(Kind kind, int id, Spot spot, Instant time) {
  const Position at = in_picture({spot.x * view_.scale_x, spot.y * view_.scale_y}, view_.framebuffer, view_.rotation);
  latest_ = std::max(latest_, time);
  return {kind,
          id,
          static_cast<float>(at.x_px),
          static_cast<float>(at.y_px),
          latest_,
          static_cast<float>(spot.size * view_.scale_x)};
}

void Contacts::begin(ContactName name, Spot spot, Instant time) {
  cancel(name, time);  // a begin after a begin: whatever became of the first finger, it was no tap
  const ContactEvent begun = event(Kind::begin, name == kMouse ? 0 : free_id(), spot, time);
  open_.push_back({name, begun});
  events_.push_back(begun);
}

void Contacts::move(ContactName name, Spot spot, Instant time) {
  Open* const open = find(name);
  if (open == nullptr) return;
  ContactEvent moved = event(Kind::move, open->last.id, spot, time);
  if (spot.size <= 0) moved.size_px = open->last.size_px;
  // Devices also tell of a finger that only presses harder.
  if (moved.x_px == open->last.x_px && moved.y_px == open->last.y_px && moved.size_px == open->last.size_px) return;
  open->last = moved;
  events_.push_back(moved);
}

void Contacts::end(ContactName name, Spot spot, Instant time) {
  const Open* const open = find(name);
  if (open == nullptr) return;
  ContactEvent ended = event(Kind::end, open->last.id, spot, time);
  if (spot.size <= 0) ended.size_px = open->last.size_px;
  events_.push_back(ended);
  open_.erase(open_.begin() + (open - open_.data()));
}

template <class Which>
void Contacts::cancel_where(Which which, Instant time) {
  latest_ = std::max(latest_, time);
  std::erase_if(open_, [&](const Open& open) {
    if (!which(open)) return false;
    ContactEvent cancelled = open.last;
    cancelled.kind = Kind::cancel;
    cancelled.time = latest_;
    events_.push_back(cancelled);
    return true;
  });
}

void Contacts::cancel(ContactName name, Instant time) {
  cancel_where([&](const Open& open) { return open.name == name; }, time);
}

void Contacts::cancel_device(int device, Instant time) {
  cancel_where([&](const Open& open) { return open.name.device == device; }, time);
}

void Contacts::cancel_all(Instant time) {
  cancel_where([](const Open&) { return true; }, time);
}

std::vector<ContactEvent> Contacts::take() { return std::exchange(events_, {}); }

}  // namespace hub::platform
