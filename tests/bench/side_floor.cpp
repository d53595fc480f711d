// The floor that tests/bench/run compares with: a window that has nothing in it but its colour, opened as hub-kiosk
// opens its own (platform/window.cpp), and as many frames as a kiosk needs: one when it opens, one when a finger comes
// down, those of a page that turns when it leaves, one for each move in a drag, those of a page that glides on after a
// fling. Each frame is one glClear and one swap: nothing that shows so many frames can cost less than this.
#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hub::bench {

namespace {

constexpr double kFrame_s = 1.0 / 60;
constexpr double kTurn_s = 0.22;        // as ui/state/page_gestures.h
constexpr double kGlide_s = 0.6;        // about as long as the page of hub-kiosk glides on
constexpr double kSlop_px = 11;         // as hub-kiosk's 3 mm on a 24-inch screen
constexpr double kStandsStill_s = 0.1;  // a finger that has not moved for so long does not fling

struct Finger {
  bool down = false;
  bool drags = false;
  double began_y = 0;
  double y = 0;
  double moved_at = 0;
};

struct Floor {
  Finger finger;
  bool dirty = true;
  double moves_until = 0;
};

Floor& of(GLFWwindow* window) { return *static_cast<Floor*>(glfwGetWindowUserPointer(window)); }

void on_motion(GLFWwindow* window, double /*x*/, double y) {
  Floor& floor = of(window);
  floor.finger.y = y;
  if (!floor.finger.down) return;
  floor.finger.drags = floor.finger.drags || std::abs(y - floor.finger.began_y) > kSlop_px;
  floor.finger.moved_at = glfwGetTime();
  floor.dirty = floor.dirty || floor.finger.drags;
}

void on_button(GLFWwindow* window, int button, int action, int /*mods*/) {
  if (button != GLFW_MOUSE_BUTTON_LEFT) return;
  Floor& floor = of(window);
  Finger& finger = floor.finger;
  const double now = glfwGetTime();
  floor.dirty = true;
  if (action == GLFW_PRESS) {
    finger = {true, false, finger.y, finger.y, now};
    return;
  }
  const bool flings = finger.drags && now - finger.moved_at < kStandsStill_s;
  if (!finger.drags || flings) floor.moves_until = now + (flings ? kGlide_s : kTurn_s);
  finger.down = false;
}

void draw(GLFWwindow* window, int number) {
  const float shade = static_cast<float>(number % 8) / 64;  // no two frames that follow each other are alike
  glClearColor(1 - shade, 0.97F - shade, 0.92F - shade, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glfwSwapBuffers(window);
}

GLFWwindow* open() {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (!glfwInit()) return nullptr;
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* const mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  GLFWwindow* const window = glfwCreateWindow(mode == nullptr ? 1920 : mode->width,
                                              mode == nullptr ? 1080 : mode->height, "floor", nullptr, nullptr);
  if (window == nullptr) return nullptr;
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  glfwSetWindowPos(window, 0, 0);
  glfwSetCursorPosCallback(window, on_motion);
  glfwSetMouseButtonCallback(window, on_button);
  glfwShowWindow(window);
  return window;
}

// One frame after each event that needs one, at most 60 a second; it sleeps for as long as nothing happens.
void run(GLFWwindow* window) {
  Floor floor;
  glfwSetWindowUserPointer(window, &floor);
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).dirty = true; });
  double next_at = 0;
  for (int number = 0; glfwWindowShouldClose(window) == GLFW_FALSE;) {
    const double now = glfwGetTime();
    if ((floor.dirty || now < floor.moves_until) && now >= next_at) {
      next_at = std::max(next_at + kFrame_s, now);
      floor.dirty = false;
      draw(window, ++number);
      glfwPollEvents();
    } else if (floor.dirty || now < floor.moves_until) {
      glfwWaitEventsTimeout(next_at - now);
    } else {
      glfwWaitEvents();
    }
  }
}

}  // namespace

}  // namespace hub::bench

int main() {
  using namespace hub::bench;
  GLFWwindow* const window = open();
  if (window == nullptr) return EXIT_FAILURE;
  run(window);
  return EXIT_SUCCESS;
}
