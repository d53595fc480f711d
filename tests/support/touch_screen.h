// A touch screen for tests: a real Xorg without a screen, and fingers on it that come in where a driver's would
// (Xorg's own driver for tests, inputtest). A window of the test, or a program that it starts with DISPLAY, is touched
// as a visitor touches it:
//
//   hub::tests::TouchScreen screen(1920, 1080);
//   HUB_NEEDS(screen);
//   … open a window, or start hub-kiosk …
//   screen.tap({960, 540});
//   const platform::Picture seen = screen.grab();
//
// Xorg ends with the object, and with the process. Several may run at once.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "platform/picture.h"

namespace hub::tests {

class TouchScreen {
 public:
  struct Point {
    double x_px = 0;  // on the screen, origin top left; 0 ≤ x < width
    double y_px = 0;
  };

  // From 160 × 128 on. Sets DISPLAY to it. Where Xorg does not start, why_not() says so, and nothing else may be
  // called.
  TouchScreen(int width_px, int height_px);
  ~TouchScreen();
  TouchScreen(const TouchScreen&) = delete;
  TouchScreen& operator=(const TouchScreen&) = delete;

  const std::string& why_not() const { return why_not_; }
  const std::string& display() const { return display_; }  // as DISPLAY names it

  // Fingers have any number; at most ten are down at once. The server has taken them in after sync() only.
  void down(int finger, Point at);
  void move(int finger, Point to);
  void up(int finger, Point at);
  void sync();

  // With finger 0; the server has taken it in when they return.
  void tap(Point at);
  void drag(Point from, Point to, int steps);                      // as fast as the server takes it
  void flick(Point from, Point to, int steps, double duration_s);  // in real time: its speed is what matters

  void halt() const;            // the server takes no turn any more, and answers nobody
  void go_on() const;           // after that
  void unplug_touches();        // the device goes away and does not come back
  void switch_output(bool on);  // as a television that is switched off and on

  platform::Picture grab() const;  // what the screen shows

 private:
  static constexpr int kNoFile = -1;
  std::string start(int width_px, int height_px);  // what went wrong
  std::string last_error() const;
  void send(int finger, int type, Point at);
  bool handshake();

  int width_px_ = 0;
  int height_px_ = 0;
  pid_t server_ = -1;
  int fingers_ = kNoFile;  // the socket to the driver
  std::string folder_;     // of the configuration, the log and the sockets
  std::string display_;
  std::string why_not_;
};

}  // namespace hub::tests
