// Which contacts are open, and what has been told about them: of each a begin, moves, and exactly one end or cancel.
#pragma once

#include <cstdint>
#include <vector>

#include "base/input.h"
#include "platform/rotation.h"

namespace hub::platform {

// A finger as its touch device names it.
struct ContactName {
  int device = 0;  // X counts from 2
  std::uint32_t touch = 0;
  bool operator==(const ContactName&) const = default;
};
inline constexpr ContactName kMouse{};

class Contacts {
 public:
  struct Spot {
    double x = 0;  // in the window's units
    double y = 0;
    float size = 0;  // of what touches; 0: as before, or not known
  };

  // How the window's units become pixels of the picture.
  struct BuildContext {
    double scale_x = 1;  // to the framebuffer's pixels
    double scale_y = 1;
    Extent framebuffer;
    Rotation rotation = Rotation::none;
  };
  void look_through(const BuildContext& view) { view_ = view; }

  // Times never go back: an earlier one counts as the last. What is told of a contact that is not open is dropped.
  void begin(ContactName name, Spot spot, base::Instant time);
  void move(ContactName name, Spot spot, base::Instant time);
  void end(ContactName name, Spot spot, base::Instant time);
  void cancel(ContactName name, base::Instant time);
  void cancel_device(int device, base::Instant time);
  void cancel_all(base::Instant time);

  bool is_open(ContactName name) const;
  bool nothing_new() const { return events_.empty(); }
  bool touched() const;                    // is a finger among what take() will give?
  std::vector<base::ContactEvent> take();  // what has been told since the last call

 private:
  struct Open {
    ContactName name;
    base::ContactEvent last;
  };
  Open* find(ContactName name);
  int free_id() const;
  base::ContactEvent event(base::ContactEvent::Kind kind, int id, Spot spot, base::Instant time);
  template <class Which>
  void cancel_where(Which which, base::Instant time);

  BuildContext view_;
  std::vector<Open> open_;
  std::vector<base::ContactEvent> events_;
  base::Instant latest_{};
};

}  // namespace hub::platform
