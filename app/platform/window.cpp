#include "platform/window.h"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <X11/Xlib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>
#include <utility>

#include "platform/clock_jumps.h"
#include "platform/compositor.h"
#include "platform/contacts.h"
#include "platform/stop_signals.h"
#include "platform/touch_connection.h"
#include "platform/window_pixels.h"

namespace hub::platform {

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

// GLFW offers every window to whoever drags a file.
void take_no_drops(GLFWwindow* window) {
  ::Display* const display = glfwGetX11Display();
  XDeleteProperty(display, glfwGetX11Window(window), XInternAtom(display, "XdndAware", False));
}

// A kiosk without a display starts anew, by whoever started it. Xlib would end the process, too, but as exit() does it,
// while other threads are at work.
int end_without_display(::Display*) {
  constexpr std::string_view kWhy = "hub-kiosk: 画面との接続が切れたので終わります。 / The display server is gone.\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kWhy.data(), kWhy.size());
  _exit(EXIT_FAILURE);
}

timespec timespec_of(base::Seconds time) {
  constexpr double kLongest_s = 86400;  // whoever waits for longer is woken for nothing once a day
  const double s = std::clamp(time.count(), 0.0, kLongest_s);
  timespec spec{};
  spec.tv_sec = static_cast<time_t>(s);
  spec.tv_nsec = static_cast<long>((s - std::floor(s)) * 1e9);
  return spec;
}

}  // namespace

struct Window::Impl {
  GLFWwindow* window = nullptr;
  const base::Clock* clock = nullptr;
  std::optional<TouchConnection> touches;  // none: fingers arrive as the pointer
  int wake_file = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  ClockJumps clock_jumps;
  Contacts contacts;
  Rotation rotation = Rotation::none;
  Extent framebuffer{1, 1};
  std::optional<WindowPixels> pixels;  // none: a frame is shown whole or not at all
  bool shown = false;                  // the last frame, and it is still there
  bool resized = true;                 // nothing has been drawn yet
  bool woken = false;
  bool pointer_hidden = false;
  double x = 0;  // of the pointer, in the window's units, at the event that is being told
  double y = 0;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    touches.reset();
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
    if (wake_file >= 0) close(wake_file);
  }

  static Impl& of(GLFWwindow* window) { return *static_cast<Impl*>(glfwGetWindowUserPointer(window)); }

  void hide_pointer() {
    if (!std::exchange(pointer_hidden, true)) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  }

  void measure() {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &framebuffer.width_px, &framebuffer.height_px);
    framebuffer.width_px = std::max(framebuffer.width_px, 1);
    framebuffer.height_px = std::max(framebuffer.height_px, 1);
    contacts.look_through({width > 0 ? static_cast<double>(framebuffer.width_px) / width : 1.0,
                           height > 0 ? static_cast<double>(framebuffer.height_px) / height : 1.0, framebuffer,
                           rotation});
  }

  // The window system tells the pointer's motion before what its button does there. glfwGetCursorPos() would tell
  // where the pointer is by now.
  void on_button(int button, int action) {
    if (button != GLFW_MOUSE_BUTTON_LEFT || contacts.is_open(kMouse) == (action == GLFW_PRESS)) return;
    if (action == GLFW_PRESS) contacts.begin(kMouse, {x, y}, clock->now());
    if (action == GLFW_RELEASE) contacts.end(kMouse, {x, y}, clock->now());
  }

  void on_motion(double new_x, double new_y) {
    x = new_x;
    y = new_y;
    contacts.move(kMouse, {x, y}, clock->now());
  }

  // GLFW releases every button of a window that loses the focus, after it has said so: that is not a tap.
  void on_focus(bool focused) {
    if (!focused) contacts.cancel(kMouse, clock->now());
  }

  void on_size() {
    measure();
    on_loss();
  }

  void on_loss() {
    resized = true;
    shown = false;
  }

  // No callback for keys, characters, drops or closing: GLFW then does nothing about them.
  void listen() {
    glfwSetWindowUserPointer(window, this);
    glfwGetCursorPos(window, &x, &y);
    glfwSetMouseButtonCallback(window,
                               [](GLFWwindow* w, int button, int action, int) { of(w).on_button(button, action); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double new_x, double new_y) { of(w).on_motion(new_x, new_y); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) { of(w).on_focus(focused == GLFW_TRUE); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).on_size(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).on_loss(); });
  }

  // Touches carry the server's time, the pointer only that of its arrival: touches come first, so that none seems
  // later than it was.
  void collect() {
    if (touches) {
      touches->read(contacts, clock->now());
      if (contacts.touched()) hide_pointer();
    }
    glfwPollEvents();
    std::uint64_t calls = 0;
    if (read(wake_file, &calls, sizeof calls) > 0) woken = true;
    if (clock_jumps.take()) woken = true;
  }

  bool something() const { return resized || woken || !contacts.nothing_new(); }

  // Until there is something to collect; false: the time is over. Negative: as long as it takes.
  bool sleep(base::Seconds timeout) const {
    // Answers to Xlib's own questions bring events along that the sockets then know nothing of.
    if (XPending(glfwGetX11Display()) > 0 || (touches && touches->pending())) return true;
    std::array<pollfd, 4> files = {{{ConnectionNumber(glfwGetX11Display()), POLLIN, 0},
                                    {wake_file, POLLIN, 0},
                                    {clock_jumps.file(), POLLIN, 0},
                                    {touches ? touches->file() : -1, POLLIN, 0}}};
    const timespec time = timespec_of(timeout);
    return ppoll(files.data(), files.size(), timeout.count() < 0 ? nullptr : &time, nullptr) != 0;
  }
};

Window::Window(std::unique_ptr<Impl> inside) : impl_(std::move(inside)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

base::Result<Window> Window::create(const WindowOptions& options, const base::Clock& clock) {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (!glfwInit()) return failed();
  XSetIOErrorHandler(end_without_display);
  auto inside = std::make_unique<Impl>();
  HUB_CHECK(inside->wake_file >= 0);
  inside->clock = &clock;
  inside->rotation = rotation_of(options.rotate_deg);

  const bool whole = options.width_px <= 0 || options.height_px <= 0;
  const Place place = whole ? whole_screen() : Place{0, 0, options.width_px, options.height_px};
  set_hints();
  inside->window = glfwCreateWindow(place.width_px, place.height_px, options.title.c_str(), nullptr, nullptr);
  if (inside->window == nullptr) return failed();
  glfwMakeContextCurrent(inside->window);
  glfwSwapInterval(1);
  inside->pixels = WindowPixels::of(inside->window);
  if (whole) inside->hide_pointer();  // a lobby has fingers, which need no arrow
  take_no_drops(inside->window);
  inside->listen();
  inside->measure();
  XSync(glfwGetX11Display(), False);  // the other connection cannot ask about a window before the server has made it
  inside->touches = TouchConnection::open(DisplayString(glfwGetX11Display()), glfwGetX11Window(inside->window));
  if (whole) glfwSetWindowPos(inside->window, place.x_px, place.y_px);
  glfwShowWindow(inside->window);
  return Window(std::move(inside));
}

int Window::width_px() const { return turned(impl_->framebuffer, impl_->rotation).width_px; }
int Window::height_px() const { return turned(impl_->framebuffer, impl_->rotation).height_px; }

double Window::refresh_hz() const {
  constexpr double kUsual = 60;
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* const mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  return mode == nullptr || mode->refreshRate <= 0 ? kUsual : mode->refreshRate;
}

base::Input Window::wait(base::Seconds timeout) {
  const base::Instant start = impl_->clock->now();
  impl_->collect();
  while (!impl_->something()) {
    base::Seconds left = timeout;
    if (timeout.count() >= 0) {
      left -= impl_->clock->now() - start;
      if (left.count() <= 0) break;
    }
    if (!impl_->sleep(left)) break;
    impl_->collect();
  }
  impl_->woken = false;
  base::Input input;
  input.contacts = impl_->contacts.take();
  input.resized = std::exchange(impl_->resized, false);
  input.close_asked = stop_asked();
  return input;
}

void Window::close_on_signals() const { note_stop_signals(impl_->wake_file); }

void Window::wake() const {
  const std::uint64_t one = 1;
  // It fails only where nobody has collected 2⁶⁴ − 2 calls.
  [[maybe_unused]] const ssize_t written = write(impl_->wake_file, &one, sizeof one);
}

bool Window::keeps_frame() const { return impl_->pixels && impl_->shown; }

void Window::show_frame(std::span<const PixelRect> drawn) {
  if (!keeps_frame()) return show_frame();
  const Extent picture{width_px(), height_px()};
  for (const PixelRect& part : drawn) {
    impl_->pixels->show(in_framebuffer(part, picture, impl_->rotation), impl_->framebuffer);
  }
  impl_->pixels->flush();
}

void Window::show_frame() {
  impl_->shown = true;
  if (!impl_->pixels) return glfwSwapBuffers(impl_->window);
  const auto [width_px, height_px] = impl_->framebuffer;
  impl_->pixels->show({0, 0, width_px, height_px}, impl_->framebuffer);
  impl_->pixels->flush();
}

void Window::wait_for_answer() const {
  XSync(glfwGetX11Display(), False);
  wait_for_compositor();
}

}  // namespace hub::platform
