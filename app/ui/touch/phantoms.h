// Spots of the glass that are tapped by nobody: a controller that is disturbed (by a charger, water, a torn film) tells
// of taps at one place, by day and by night. They are learnt, and what comes from there is kept from whoever listens.
//
// What a phantom does and a finger does not: it comes back to the same 2 mm after pauses, over and over, and nothing
// comes close beside it. A finger that taps one button scatters over some millimetres: each such miss counts against
// the spots around it. However often somebody taps in a hurry, it counts once in 5 s, and half when the taps follow
// each other within 3 s or when the glass was touched elsewhere meanwhile; a contact too short for any finger
// counts double. So a spot is learnt after 5 short taps, 10 longer ones, or 20 among visitors. It is forgotten when
// fingers miss it or hold it, and when it is silent for some hours.
//
// A finger that comes down on a learnt spot is late by little: a contact that outlasts twice what the spot ever did, or
// that drags away, is a finger's, and is given on from then on.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/input.h"
#include "ui/geometry/geometry.h"

namespace hub::ui {

struct PhantomSpot {
  Point at;                 // pixels of the picture
  int taps = 0;             // when it was learnt
  base::Seconds longest{};  // of its taps
  bool operator==(const PhantomSpot&) const = default;
};

// A spot was learnt, or forgotten again.
struct PhantomNews {
  PhantomSpot spot;
  bool learnt = false;
  base::Instant last_real{};  // when the glass was last touched elsewhere: what came later was nobody
};

inline constexpr std::size_t kMostPhantoms = 32;  // learnt ones and those that are not yet

class Phantoms {
 public:
  // Takes out of the contacts what is a phantom's and puts in, at their place, fingers that come out as such. Call it
  // with everything that the devices tell, and without anything when next_change() has come.
  void sift(std::vector<base::ContactEvent>& contacts, base::Instant now, int slop_px);
  // When a contact that is kept back will be given on; nothing: none.
  std::optional<base::Instant> next_change() const;

  std::vector<PhantomSpot> spots() const;  // that are learnt
  // What happened since it was last asked. Silence is only noticed by sift().
  std::vector<PhantomNews> take_news();

  // Of an earlier run, on a screen of this size.
  void know(const std::vector<PhantomSpot>& spots, base::Instant now);
  void forget_all();  // as news; contacts that are down go on as they would without this

 private:
  struct Spot {
    int number = 0;  // its name
    double x_px = 0;
    double y_px = 0;
    int taps = 0;
    int points = 0;
    bool learnt = false;
    bool elsewhere = false;      // the glass was touched elsewhere since it last counted
    base::Seconds longest{};     // of its taps
    base::Instant counted_at{};  // when a tap last counted
    base::Instant ended_at{};    // its last tap
    base::Instant faded_at{};    // when it last lost a point by itself
    base::Instant last_real{};   // when the glass was last touched elsewhere
    PhantomSpot told() const;
  };
  struct Open {
    base::ContactEvent begun;
    base::ContactEvent last;
    int spot = 0;  // the learnt one that it began on; 0: none
    bool moved = false;
    bool kept_back = false;
    std::optional<base::Instant> given_on_at;  // nothing: never
  };
  using Contacts = std::vector<base::ContactEvent>;

  void take(const base::ContactEvent& event, Contacts& out, int slop_px);
  void begin(const base::ContactEvent& event, Contacts& out, int slop_px);
  void give_on(Open& open, base::Instant at, Contacts& out);
  void give_on_due(base::Instant now, Contacts& out);
  void judge(const Open& open, base::Instant ended, int slop_px);
  void tapped(Spot& spot, const Open& open, base::Instant ended);
  void missed(const Open& open, int slop_px);
  void heard_elsewhere(int but, base::Instant at);
  void add(const Open& open, base::Instant ended);
  void fade(base::Instant now);
  void forget_lost();
  Spot* nearest(const base::ContactEvent& at, int slop_px);
  Spot* find(int number);

  std::vector<Spot> spots_;
  std::vector<Open> open_;
  std::vector<PhantomNews> news_;
  int last_number_ = 0;
  base::Instant last_real_{};  // when a contact that is no learnt spot's last ended
};

}  // namespace hub::ui
