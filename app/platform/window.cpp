#include "platform/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace hub::platform {

using base::ContactEvent;

namespace {

base::Error failed() {
  const char* text = nullptr;
  glfwGetError(&text);
  const std::string why = text == nullptr ? "GLFW" : text;
  return {
      {"画面を開けません（" + why + "）。", "Cannot open the display (" + why + ")."},
      {"X11 か、cage などの Xwayland の中で起動してください。画面なしで絵にするには hub-kiosk snapshot を使います。",
       "Start it under X11, or in a compositor with Xwayland such as cage. To draw without a display use "
       "hub-kiosk snapshot."}};
}

struct Place {
  int x_px = 0;
  int y_px = 0;
  int width_px = 1280;  // until the compositor says better, where no output is on
  int height_px = 720;
};

Place whole_screen() {
  Place place;
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return place;
  if (const GLFWvidmode* mode = glfwGetVideoMode(monitor)) {
    place.width_px = mode->width;
    place.height_px = mode->height;
  }
  glfwGetMonitorPos(monitor, &place.x_px, &place.y_px);
  return place;
}

void set_hints() {
  glfwDefaultWindowHints();
  // No GL version is asked for: the driver gives its newest compatible one, 2.1 on a Raspberry Pi 3.
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
  glfwWindowHint(GLFW_RESIZABLE, GLFW_TRUE);  // a compositor may maximise it
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
}

}  // namespace

struct Window::Inside {
  GLFWwindow* window = nullptr;
  const base::Clock* clock = nullptr;
  base::Input happened;
  bool down = false;
  double x = 0;  // of the pointer, in the window's units, at the event that is being told
  double y = 0;
  double scale_x = 1;  // from the window's units to the framebuffer's
  double scale_y = 1;
  int width_px = 1;  // of the framebuffer
  int height_px = 1;

  Inside() = default;
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
  }

  static Inside& of(GLFWwindow* window) { return *static_cast<Inside*>(glfwGetWindowUserPointer(window)); }

  void measure() {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &width_px, &height_px);
    width_px = std::max(width_px, 1);
    height_px = std::max(height_px, 1);
    scale_x = width > 0 ? static_cast<double>(width_px) / width : 1.0;
    scale_y = height > 0 ? static_cast<double>(height_px) / height : 1.0;
  }

  void contact(ContactEvent::Kind kind) {
    down = kind == ContactEvent::Kind::begin || kind == ContactEvent::Kind::move;
    happened.contacts.push_back(
        {kind, 0, static_cast<float>(x * scale_x), static_cast<float>(y * scale_y), clock->now()});
  }

  // The window system tells the pointer's motion before what its button does there. glfwGetCursorPos() would tell
  // where the pointer is by now.
  void on_button(int button, int action) {
    if (button != GLFW_MOUSE_BUTTON_LEFT || down == (action == GLFW_PRESS)) return;
    contact(down ? ContactEvent::Kind::end : ContactEvent::Kind::begin);
  }

  void on_motion(double new_x, double new_y) {
    x = new_x;
    y = new_y;
    if (down) contact(ContactEvent::Kind::move);
  }

  // GLFW releases every button of a window that loses the focus, after it has said so: that is not a tap.
  void on_focus(bool focused) {
    if (!focused && down) contact(ContactEvent::Kind::cancel);
  }

  void on_size() {
    measure();
    happened.resized = true;
  }

  void listen() {
    glfwSetWindowUserPointer(window, this);
    glfwGetCursorPos(window, &x, &y);
    glfwSetMouseButtonCallback(window,
                               [](GLFWwindow* w, int button, int action, int) { of(w).on_button(button, action); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double new_x, double new_y) { of(w).on_motion(new_x, new_y); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) { of(w).on_focus(focused == GLFW_TRUE); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).on_size(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).happened.resized = true; });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
      of(w).happened.close_asked = true;
      glfwSetWindowShouldClose(w, GLFW_FALSE);
    });
  }
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

base::Result<Window> Window::create(const WindowOptions& options, const base::Clock& clock) {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (!glfwInit()) return failed();
  auto inside = std::make_unique<Inside>();
  inside->clock = &clock;

  const bool whole = options.width_px <= 0 || options.height_px <= 0;
  const Place place = whole ? whole_screen() : Place{0, 0, options.width_px, options.height_px};
  set_hints();
  inside->window = glfwCreateWindow(place.width_px, place.height_px, options.title.c_str(), nullptr, nullptr);
  if (inside->window == nullptr) return failed();
  glfwMakeContextCurrent(inside->window);
  glfwSwapInterval(1);
  if (options.hide_pointer) glfwSetInputMode(inside->window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  inside->listen();
  inside->measure();
  if (whole) glfwSetWindowPos(inside->window, place.x_px, place.y_px);
  glfwShowWindow(inside->window);
  inside->happened.resized = true;  // nothing has been drawn yet
  return Window(std::move(inside));
}

int Window::width_px() const { return inside_->width_px; }
int Window::height_px() const { return inside_->height_px; }

base::Input Window::wait(base::Seconds timeout) {
  const bool something = inside_->happened.resized || inside_->happened.close_asked;
  if (something || timeout.count() == 0) {
    glfwPollEvents();
  } else if (timeout.count() < 0) {
    glfwWaitEvents();
  } else {
    glfwWaitEventsTimeout(std::min(timeout.count(), 86400.0));  // GLFW counts in integers inside
  }
  return std::exchange(inside_->happened, {});
}

void Window::wake() { glfwPostEmptyEvent(); }

void Window::show_frame() { glfwSwapBuffers(inside_->window); }

}  // namespace hub::platform
