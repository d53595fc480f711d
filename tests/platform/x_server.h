// An X server without a screen (Xvfb) of the test's own, and hands to press its buttons with (xdotool).
#pragma once

#include <sys/types.h>

#include <string>

namespace hub::tests {

class XServer {
 public:
  // Sets DISPLAY to it. Where there is no Xvfb or xdotool, why_not() says so.
  XServer(int width_px, int height_px);
  ~XServer();
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  const std::string& why_not() const { return why_not_; }
  void halt() const;                                 // takes no turn any more
  void go_on() const;                                // after that
  void die();                                        // as it does when it crashes
  void xdotool(const std::string& arguments) const;  // returns when it has been done

 private:
  pid_t process_ = -1;
  std::string why_not_;
};

}  // namespace hub::tests
