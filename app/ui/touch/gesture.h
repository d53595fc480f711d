// From contacts to one leading finger: a tap that stays where it went down, or a drag that is never a tap. The first
// finger leads; others are counted but press nothing; a palm takes the lead away until the glass is free again. What
// stays within the slop for kRests (a sleeve, water, a controller that lost the lift) leads no longer and counts
// towards no palm, whether it trembles there or is silent; when it sets off again and nobody leads, it drags.
#pragma once

#include <array>
#include <deque>
#include <optional>

#include "base/input.h"
#include "ui/geometry/geometry.h"

namespace hub::ui {

struct Contact {
  int id = 0;
  Point at;
};

struct PrimaryPointer {
  enum class Phase {
    up,        // nobody leads
    pressing,  // down, and may still become a tap
    dragging,  // has moved further than the slop: never a tap any more
    tapped,    // went up this frame without having dragged
    let_go,    // went up this frame after a drag, or was cancelled
  };
  enum class Axis { none, across, along };  // of a drag, decided when it begins: sideways, up and down

  Phase phase = Phase::up;
  int touch = 0;  // counts leading fingers from 1: tells one touch from the next
  Point start;
  Point now;
  Axis axis = Axis::none;
  double across_px_s = 0;  // how fast it went when it was let go after a drag; 0: it rested, or was cancelled
  double along_px_s = 0;
  base::Instant down_at{};
  bool heard = false;  // some contact, leading or not, came, went or dragged in this frame

  static constexpr int kMostContacts = 10;
  std::array<Contact, kMostContacts> contacts;  // all that touch, for the staff's touch test
  int contact_count = 0;

  bool down() const { return phase == Phase::pressing || phase == Phase::dragging; }
  // From where it went down to where it is: the page under it moves by exactly this. Zero unless it drags or dragged.
  Point travelled() const;
};

inline constexpr base::Seconds kRests{5.0};

// What is a drag and what is a palm, on this screen.
struct GestureThresholds {
  int slop_px = 0;  // a finger that moved further drags
  int palm_px = 0;  // a contact this long is no finger
};

class Gesture {
 public:
  void feed(const base::Input& input);

  // Takes contacts until the leading finger goes down or up, so that no press shorter than a frame is lost.
  PrimaryPointer next_frame(const GestureThresholds& thresholds, base::Instant now);

  // Contacts are left for another frame.
  bool pending() const { return !waiting_.empty(); }
  // When the leading finger will have rested for too long; nothing: nobody leads.
  std::optional<base::Instant> next_change() const;

 private:
  struct Known {
    int id = 0;
    Point at;
    Point anchor;     // it stays within the slop of this
    Point came_from;  // the anchor before
    base::Instant anchored_at{};
    bool creeps = false;    // it took kRests or longer to leave the last anchor
    bool gave_way = false;  // it led, and rested
    bool rests(base::Instant now) const { return creeps || now - anchored_at >= kRests; }
  };
  struct Sample {
    base::Instant time{};
    float x_px = 0;
    float y_px = 0;
  };

  bool take(const base::ContactEvent& event, const GestureThresholds& thresholds);
  void note(const base::ContactEvent& event, int slop_px);
  void add(const base::ContactEvent& event);
  Known* known(int id);
  const Known* known(int id) const;
  bool leader_rests(base::Instant now) const;
  void give_way();
  bool is_palm(const base::ContactEvent& event, const GestureThresholds& thresholds) const;
  int fresh_contacts(const base::ContactEvent& event) const;
  void lead(const base::ContactEvent& event);
  bool lead_again(const base::ContactEvent& event, int slop_px);
  void follow(const base::ContactEvent& event, int slop_px);
  void let_go(bool cancelled);
  void measure_speed();
  void remember(const base::ContactEvent& event);

  static constexpr std::size_t kSamples = 16;

  std::deque<base::ContactEvent> waiting_;
  std::array<Known, PrimaryPointer::kMostContacts> known_{};
  int known_count_ = 0;
  std::optional<int> leader_;
  bool palm_ = false;                       // until every contact has gone
  std::array<Sample, kSamples> samples_{};  // of the leading finger, a ring
  std::size_t sample_count_ = 0;
  base::Instant leader_heard_{};
  PrimaryPointer finger_;
};

}  // namespace hub::ui
