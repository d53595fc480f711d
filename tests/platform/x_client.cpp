#include "x_client.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xfixes.h>

#include <algorithm>
#include <span>

#include "base/check.h"

namespace hub::tests {

namespace {

class Connection {
 public:
  Connection() : display_(XOpenDisplay(nullptr)) { HUB_CHECK(display_ != nullptr); }
  ~Connection() { XCloseDisplay(display_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Display* get() const { return display_; }
  Atom atom(const std::string& name) const { return XInternAtom(display_, name.c_str(), False); }

  Window window(const std::string& title) const {
    Window found = None;
    Window unused = None;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display_, DefaultRootWindow(display_), &unused, &unused, &children, &count);
    for (const Window child : std::span(children, count)) {
      char* name = nullptr;
      if (XFetchName(display_, child, &name) && title == name) found = child;
      if (name != nullptr) XFree(name);
    }
    if (children != nullptr) XFree(children);
    HUB_CHECK(found != None);
    return found;
  }

 private:
  Display* display_;
};

}  // namespace

unsigned long window_id(const std::string& title) { return Connection().window(title); }

void ask_to_close(const std::string& title) {
  const Connection x;
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = x.window(title);
  event.xclient.message_type = x.atom("WM_PROTOCOLS");
  event.xclient.format = 32;
  event.xclient.data.l[0] = static_cast<long>(x.atom("WM_DELETE_WINDOW"));
  XSendEvent(x.get(), event.xclient.window, False, NoEventMask, &event);
  XSync(x.get(), False);
}

void unmap(const std::string& title) {
  const Connection x;
  XUnmapWindow(x.get(), x.window(title));
  XSync(x.get(), False);
}

void take_focus() {
  const Connection x;
  XSetInputFocus(x.get(), None, RevertToNone, CurrentTime);
  XSync(x.get(), False);
}

bool has_property(const std::string& title, const std::string& property) {
  const Connection x;
  int count = 0;
  Atom* const properties = XListProperties(x.get(), x.window(title), &count);
  const bool has = std::count(properties, properties + count, x.atom(property)) > 0;
  if (properties != nullptr) XFree(properties);
  return has;
}

bool pointer_shows() {
  const Connection x;
  int unused = 0;
  HUB_CHECK(XFixesQueryExtension(x.get(), &unused, &unused));
  XFixesCursorImage* const image = XFixesGetCursorImage(x.get());
  HUB_CHECK(image != nullptr);
  const std::size_t size = std::size_t{image->width} * image->height;
  const bool shows =
      std::any_of(image->pixels, image->pixels + size, [](unsigned long argb) { return argb >> 24 != 0; });
  XFree(image);
  return shows;
}

std::uint32_t shown_pixel(const std::string& title, int x_px, int y_px) {
  const Connection x;
  XImage* const image = XGetImage(x.get(), x.window(title), x_px, y_px, 1, 1, AllPlanes, ZPixmap);
  HUB_CHECK(image != nullptr);
  const auto pixel = static_cast<std::uint32_t>(XGetPixel(image, 0, 0) & 0xFFFFFFU);
  XDestroyImage(image);
  return pixel;
}

}  // namespace hub::tests
