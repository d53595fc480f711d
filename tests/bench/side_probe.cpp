// The hand and the eye of tests/bench/run: presses and drags with XTest what stands on a display, and sees with XDamage
// and XShm when it changes. It knows nothing of the program that it looks at, so that all are seen alike.
//
// One command a line comes in, one line of JSON goes out; moments are nanoseconds of CLOCK_MONOTONIC, lengths pixels:
//
//   start QUIET_ms MOST_ms               answers "watching" at once; then, when the screen has been still for QUIET_ms
//   watch FOR_ms                         how many frames come by themselves
//   tap X Y HOLD_ms QUIET_ms             from the press until the screen has been still for QUIET_ms
//   touch X Y HOLD_ms QUIET_ms           the same where nothing answers a finger that is down
//   drag X Y BY_Y LEGS LEG_ms QUIET_ms   a finger that goes to and fro at one speed, and stops before it leaves
//   fling X Y BY_Y OVER_ms QUIET_ms      a finger that leaves while it moves
//   hash                                 of the whole screen
//   picture FILE                         of the whole screen, as PPM
//
// A frame is what is drawn on the screen without a pause of kFrameGap_ms: a program may show one in several parts.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <sched.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace hub::bench {

namespace {

using Nanoseconds = std::int64_t;
constexpr Nanoseconds kMs = 1'000'000;
constexpr Nanoseconds kFrameGap = 4 * kMs;
constexpr Nanoseconds kBetweenPictures = 8 * kMs;  // a whole screen costs the display server about a millisecond
constexpr Nanoseconds kMotion = 8 * kMs;           // a touch screen's 125 Hz
constexpr Nanoseconds kBegins = 150 * kMs;         // a finger that drags moves by less at first than what a tap may
constexpr Nanoseconds kEarly = 300 * kMs;          // after a finger has left
constexpr Nanoseconds kLongest = 5'000 * kMs;      // nothing moves for so long after a finger
constexpr int kSpot_px = 48;                       // the side of what is looked at around a finger
constexpr int kSample_px = 8;                      // every so many pixels one is compared in both directions
constexpr double kComplete = 0.999;                // of them are what they will be

Nanoseconds now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "probe: %s\n", why.c_str());
  std::exit(1);
}

// What a part of the screen looked like, in memory that is shared with the display server.
class Picture {
 public:
  Picture(Display* display, int width_px, int height_px) : display_(display) {
    const int screen = DefaultScreen(display);
    image_ =
        XShmCreateImage(display, DefaultVisual(display, screen), static_cast<unsigned>(DefaultDepth(display, screen)),
                        ZPixmap, nullptr, &shared_, static_cast<unsigned>(width_px), static_cast<unsigned>(height_px));
    if (image_ == nullptr || image_->bits_per_pixel != 32) give_up("the screen has no 32 bits a pixel");
    shared_.shmid = shmget(IPC_PRIVATE, bytes(), IPC_CREAT | 0600);
    if (shared_.shmid < 0) give_up("no shared memory");
    shared_.shmaddr = image_->data = static_cast<char*>(shmat(shared_.shmid, nullptr, 0));
    shared_.readOnly = False;
    XShmAttach(display, &shared_);
    XSync(display, False);
    shmctl(shared_.shmid, IPC_RMID, nullptr);
  }
  ~Picture() {
    XShmDetach(display_, &shared_);
    XSync(display_, False);
    image_->data = nullptr;
    XDestroyImage(image_);
    shmdt(shared_.shmaddr);
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  void take(int x, int y) {
    if (XShmGetImage(display_, DefaultRootWindow(display_), image_, x, y, AllPlanes) == 0) give_up("no picture");
  }
  int width_px() const { return image_->width; }
  int height_px() const { return image_->height; }
  std::uint32_t at(int x, int y) const {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, image_->data + y * image_->bytes_per_line + x * 4, sizeof pixel);
    return pixel & 0xFFFFFF;
  }
  std::vector<std::uint32_t> every(int px) const {
    std::vector<std::uint32_t> some;
    for (int y = 0; y < height_px(); y += px) {
      for (int x = 0; x < width_px(); x += px) some.push_back(at(x, y));
    }
    return some;
  }

 private:
  std::size_t bytes() const { return static_cast<std::size_t>(image_->bytes_per_line * image_->height); }
  Display* display_;
  XImage* image_;
  XShmSegmentInfo shared_{};
};

struct Damage {
  Nanoseconds at;
  XRectangle area;
};

// The frames of a while, as a screen that is looked at has them.
struct SeenFrames {
  int count = 0;
  Nanoseconds last = 0;
  // Of those that begin from here on:
  Nanoseconds timed_from = 0;
  int timed = 0;
  Nanoseconds first = 0;
  Nanoseconds first_of_last = 0;
  Nanoseconds longest_gap = 0;  // from the beginning of one to the beginning of the next

  void note(Nanoseconds at) {
    const bool another = count == 0 || at - last > kFrameGap;
    last = at;
    if (!another) return;
    ++count;
    if (at < timed_from) return;
    if (timed++ == 0) {
      first = at;
    } else {
      longest_gap = std::max(longest_gap, at - first_of_last);
    }
    first_of_last = at;
  }
  // Nothing more is timed: one that has stopped before has a gap until now.
  void end(Nanoseconds at) { longest_gap = std::max(longest_gap, at - (timed > 0 ? first_of_last : timed_from)); }
  double per_second() const { return timed > 1 ? (timed - 1) / (static_cast<double>(first_of_last - first) / 1e9) : 0; }
};

class WatchedScreen {
 public:
  explicit WatchedScreen(Display* display) : display_(display) {
    int none = 0;
    if (!XShmQueryExtension(display)) give_up("the display has no shared memory (MIT-SHM)");
    if (!XDamageQueryExtension(display, &damage_event_, &none)) give_up("the display tells of no damage (XDAMAGE)");
    if (!XTestQueryExtension(display, &none, &none, &none, &none)) give_up("the display has no XTEST");
    XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
    XSync(display, False);
  }
  int width_px() const { return DisplayWidth(display_, DefaultScreen(display_)); }
  int height_px() const { return DisplayHeight(display_, DefaultScreen(display_)); }
  Display* display() const { return display_; }

  void move(int x, int y) {
    XTestFakeMotionEvent(display_, -1, x, y, CurrentTime);
    XFlush(display_);
  }
  void press(bool down) {
    XTestFakeButtonEvent(display_, 1, down ? True : False, CurrentTime);
    XFlush(display_);
  }

  // The next thing that was drawn, if one is until then.
  std::optional<Damage> damage(Nanoseconds until) {
    while (true) {
      while (XPending(display_) > 0) {
        XEvent event;
        XNextEvent(display_, &event);
        if (event.type != damage_event_ + XDamageNotify) continue;
        const auto& told = reinterpret_cast<const XDamageNotifyEvent&>(event);
        return Damage{now(), told.area};
      }
      const Nanoseconds left = until - now();
      if (left <= 0) return std::nullopt;
      const timespec time = {left / 1'000'000'000, left % 1'000'000'000};
      pollfd file = {ConnectionNumber(display_), POLLIN, 0};
      ppoll(&file, 1, &time, nullptr);
    }
  }
  void watch(Nanoseconds until, SeenFrames& frames) {
    while (const auto drawn = damage(until)) frames.note(drawn->at);
  }
  // Until nothing has been drawn for so long.
  void settle(Nanoseconds quiet, SeenFrames& frames) {
    const Nanoseconds most = now() + kLongest;
    Nanoseconds still_since = now();
    while (now() < most) {
      const auto drawn = damage(std::min(still_since + quiet, most));
      if (!drawn) return;
      frames.note(still_since = drawn->at);
    }
  }

 private:
  Display* display_;
  int damage_event_ = 0;
};

// --- what is asked for ---

struct Seen {
  Nanoseconds at;
  std::vector<std::uint32_t> some;
};

double alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(a.size());
}

// Pictures of a screen on which a program starts, each with the moment at which the last of it was drawn.
std::vector<Seen> pictures_of_start(WatchedScreen& screen, Nanoseconds quiet, Nanoseconds most, SeenFrames& frames) {
  Picture whole(screen.display(), screen.width_px(), screen.height_px());
  whole.take(0, 0);
  std::vector<Seen> seen = {{now(), whole.every(kSample_px)}};
  const Nanoseconds until = now() + most;
  Nanoseconds taken_at = 0;
  std::optional<Nanoseconds> drawn_at;  // and not looked at yet
  while (now() < until) {
    Nanoseconds next = until;
    if (drawn_at) next = taken_at + kBetweenPictures;
    if (!drawn_at && seen.size() > 1) next = std::min(until, frames.last + quiet);
    if (const auto drawn = screen.damage(next)) {
      frames.note(drawn->at);
      drawn_at = drawn->at;
    }
    if (drawn_at && now() >= taken_at + kBetweenPictures) {
      taken_at = now();
      whole.take(0, 0);
      std::vector<std::uint32_t> some = whole.every(kSample_px);
      if (some != seen.back().some) seen.push_back({*drawn_at, std::move(some)});
      drawn_at.reset();
    }
    if (!drawn_at && seen.size() > 1 && now() >= frames.last + quiet) break;
  }
  return seen;
}

void start(WatchedScreen& screen, std::istream& words) {
  Nanoseconds quiet_ms = 0;
  Nanoseconds most_ms = 0;
  words >> quiet_ms >> most_ms;
  std::printf("{\"watching\": true}\n");
  std::fflush(stdout);
  SeenFrames frames;
  const std::vector<Seen> seen = pictures_of_start(screen, quiet_ms * kMs, most_ms * kMs, frames);
  if (seen.size() < 2) {
    std::printf("{\"error\": \"nothing came on the screen\"}\n");
    return;
  }
  const auto complete = std::find_if(seen.begin() + 1, seen.end(),
                                     [&](const Seen& one) { return alike(one.some, seen.back().some) >= kComplete; });
  std::printf("{\"first\": %lld, \"complete\": %lld, \"stable\": %lld, \"frames\": %d}\n",
              static_cast<long long>(seen[1].at), static_cast<long long>(complete->at),
              static_cast<long long>(seen.back().at), frames.count);
}

void watch(WatchedScreen& screen, std::istream& words) {
  Nanoseconds for_ms = 0;
  words >> for_ms;
  SeenFrames frames;
  screen.watch(now() + for_ms * kMs, frames);
  std::printf("{\"frames\": %d}\n", frames.count);
}

// At any moment of a program's own rhythm.
Nanoseconds some_pause() {
  static std::mt19937 random(std::random_device{}());
  return (250 + static_cast<Nanoseconds>(random() % 100)) * kMs;
}

bool meets(const XRectangle& area, int left, int top) {
  return area.x < left + kSpot_px && area.x + area.width > left && area.y < top + kSpot_px &&
         area.y + area.height > top;
}

void tap(WatchedScreen& screen, std::istream& words, bool answers) {
  int x = 0;
  int y = 0;
  Nanoseconds hold_ms = 0;
  Nanoseconds quiet_ms = 0;
  words >> x >> y >> hold_ms >> quiet_ms;
  const int left = std::clamp(x - kSpot_px / 2, 0, screen.width_px() - kSpot_px);
  const int top = std::clamp(y - kSpot_px / 2, 0, screen.height_px() - kSpot_px);
  Picture spot(screen.display(), kSpot_px, kSpot_px);
  SeenFrames before;
  screen.move(x, y);
  screen.watch(now() + some_pause(), before);
  spot.take(left, top);
  const std::vector<std::uint32_t> was = spot.every(1);

  SeenFrames frames;
  std::optional<Nanoseconds> changed;
  const Nanoseconds pressed = now();
  screen.press(true);
  while (const auto drawn = screen.damage(pressed + hold_ms * kMs)) {
    frames.note(drawn->at);
    if (changed || !meets(drawn->area, left, top)) continue;
    spot.take(left, top);
    if (spot.every(1) != was) changed = drawn->at;
  }
  screen.press(false);
  screen.settle(quiet_ms * kMs, frames);
  if (!answers) {
    std::printf("{\"frames\": %d}\n", frames.count);
    return;
  }
  if (!changed) {
    std::printf("{\"error\": \"nothing changed under the finger at %d,%d while it was down\"}\n", x, y);
    return;
  }
  std::printf("{\"first_ms\": %.3f, \"last_ms\": %.3f, \"frames\": %d, \"before\": %d}\n",
              static_cast<double>(*changed - pressed) / kMs, static_cast<double>(frames.last - pressed) / kMs,
              frames.count, before.count);
}

// `moving`: those of the time in which the page moves in every frame; `count`: all frames that a finger has caused.
void tell_moving(const SeenFrames& moving, int count) {
  std::printf("{\"frames\": %d, \"fps\": %.3f, \"longest_gap_ms\": %.3f}\n", count, moving.per_second(),
              static_cast<double>(moving.longest_gap) / kMs);
}

// From one place to another at one speed.
void go(WatchedScreen& screen, int x, int from_y, int by_y, Nanoseconds over, SeenFrames& frames) {
  const Nanoseconds since = now();
  for (Nanoseconds next = since + kMotion; next <= since + over; next += kMotion) {
    screen.watch(next, frames);
    screen.move(x, from_y + static_cast<int>(by_y * (next - since) / over));
  }
}

void drag(WatchedScreen& screen, std::istream& words) {
  int x = 0;
  int y = 0;
  int by_y = 0;
  int legs = 0;
  Nanoseconds leg_ms = 0;
  Nanoseconds quiet_ms = 0;
  words >> x >> y >> by_y >> legs >> leg_ms >> quiet_ms;
  SeenFrames before;
  screen.move(x, y);
  screen.watch(now() + some_pause(), before);
  SeenFrames frames;
  frames.timed_from = now() + kBegins;
  screen.press(true);
  for (int leg = 0; leg < legs; ++leg) {
    go(screen, x, leg % 2 == 0 ? y : y + by_y, leg % 2 == 0 ? by_y : -by_y, leg_ms * kMs, frames);
  }
  SeenFrames moving = frames;
  moving.end(now());
  screen.settle(quiet_ms * kMs, frames);
  screen.press(false);
  screen.settle(quiet_ms * kMs, frames);
  tell_moving(moving, frames.count);
}

void fling(WatchedScreen& screen, std::istream& words) {
  int x = 0;
  int y = 0;
  int by_y = 0;
  Nanoseconds over_ms = 0;
  Nanoseconds quiet_ms = 0;
  words >> x >> y >> by_y >> over_ms >> quiet_ms;
  SeenFrames before;
  screen.move(x, y);
  screen.watch(now() + some_pause(), before);
  SeenFrames dragged;
  screen.press(true);
  go(screen, x, y, by_y, over_ms * kMs, dragged);
  screen.press(false);
  // Towards its end a page moves by less than a pixel a frame, and there are fewer.
  SeenFrames frames;
  frames.timed_from = now();
  screen.watch(frames.timed_from + kEarly, frames);
  SeenFrames early = frames;
  early.end(now());
  screen.settle(quiet_ms * kMs, frames);
  tell_moving(early, dragged.count + frames.count);
}

void hash(WatchedScreen& screen) {
  Picture whole(screen.display(), screen.width_px(), screen.height_px());
  whole.take(0, 0);
  std::uint64_t sum = 14695981039346656037U;  // FNV-1a
  for (const std::uint32_t pixel : whole.every(1)) sum = (sum ^ pixel) * 1099511628211U;
  std::printf("{\"hash\": \"%016llx\", \"width_px\": %d, \"height_px\": %d}\n", static_cast<unsigned long long>(sum),
              whole.width_px(), whole.height_px());
}

void picture(WatchedScreen& screen, std::istream& words) {
  std::string name;
  words >> name;
  Picture whole(screen.display(), screen.width_px(), screen.height_px());
  whole.take(0, 0);
  std::ofstream file(name, std::ios::binary);
  file << "P6\n" << whole.width_px() << ' ' << whole.height_px() << "\n255\n";
  for (const std::uint32_t pixel : whole.every(1)) {
    file << static_cast<char>(pixel >> 16) << static_cast<char>(pixel >> 8) << static_cast<char>(pixel);
  }
  std::printf("{\"written\": %s}\n", file.good() ? "true" : "false");
}

bool answer(WatchedScreen& screen, const std::string& line) {
  std::istringstream words(line);
  std::string what;
  words >> what;
  if (what == "start") {
    start(screen, words);
  } else if (what == "watch") {
    watch(screen, words);
  } else if (what == "tap") {
    tap(screen, words, true);
  } else if (what == "touch") {
    tap(screen, words, false);
  } else if (what == "drag") {
    drag(screen, words);
  } else if (what == "fling") {
    fling(screen, words);
  } else if (what == "hash") {
    hash(screen);
  } else if (what == "picture") {
    picture(screen, words);
  } else {
    return false;
  }
  std::fflush(stdout);
  return true;
}

// It sleeps nearly always, and must not wait behind what it looks at.
bool go_first() {
  sched_param first{};
  first.sched_priority = 10;
  return sched_setscheduler(0, SCHED_FIFO, &first) == 0;
}

}  // namespace

}  // namespace hub::bench

int main() {
  using namespace hub::bench;
  Display* const display = XOpenDisplay(nullptr);
  if (display == nullptr) give_up("no display");
  const bool first = go_first();
  WatchedScreen screen(display);
  std::printf("{\"width_px\": %d, \"height_px\": %d, \"goes_first\": %s}\n", screen.width_px(), screen.height_px(),
              first ? "true" : "false");
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    if (!answer(screen, line)) give_up("what is \"" + line + "\"?");
  }
  return 0;
}
