#include "platform/touch_connection.h"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "platform/touch_devices.h"

namespace hub::platform {

namespace {

struct Device {
  int id = 0;
  int size_axis = -1;   // of the longer axis of what touches; none: the device does not say
  double axis_min = 0;  // of the axis across, whose units the size has
  double axis_max = 0;
};

// Xlib ends the process on an error that nobody handles. While this lives errors are passed over: what was asked for
// is looked at instead.
class ErrorsPassedOver {
 public:
  explicit ErrorsPassedOver(::Display* display)
      : display_(display), before_(XSetErrorHandler([](::Display*, XErrorEvent*) { return 0; })) {}
  ~ErrorsPassedOver() {
    XSync(display_, False);
    XSetErrorHandler(before_);
  }
  ErrorsPassedOver(const ErrorsPassedOver&) = delete;
  ErrorsPassedOver& operator=(const ErrorsPassedOver&) = delete;

 private:
  ::Display* display_;
  XErrorHandler before_;
};

using EventTypes = std::array<unsigned char, XIMaskLen(XI_LASTEVENT)>;

void select(::Display* display, ::Window window, int devices, std::initializer_list<int> types) {
  EventTypes bits{};
  for (const int type : types) {  // XISetMask() narrows an int
    unsigned char& byte = bits.at(static_cast<std::size_t>(type) / 8);
    byte = static_cast<unsigned char>(byte | 1U << type % 8);
  }
  XIEventMask mask{devices, static_cast<int>(bits.size()), bits.data()};
  XISelectEvents(display, window, &mask, 1);
}

// Another client that has touches of this window keeps them: X gives them to one only.
bool gets_touches(::Display* display, ::Window window) {
  int count = 0;
  XIEventMask* const masks = XIGetSelectedEvents(display, window, &count);
  bool got = false;
  for (int i = 0; i < count; ++i) {
    got = got || (masks[i].mask_len > XI_TouchBegin / 8 && XIMaskIsSet(masks[i].mask, XI_TouchBegin));
  }
  if (masks != nullptr) XFree(masks);
  return got;
}

// Where the device's fingers touch what they mean; the fingers of a touchpad do not.
Device device_of(const XIDeviceInfo& info, Atom size_label) {
  Device device{info.deviceid};
  for (int i = 0; i < info.num_classes; ++i) {
    if (info.classes[i]->type != XIValuatorClass) continue;
    const auto& axis = *reinterpret_cast<const XIValuatorClassInfo*>(info.classes[i]);
    if (axis.label == size_label) device.size_axis = axis.number;
    if (axis.number != 0) continue;  // X across, Y down, then whatever else
    device.axis_min = axis.min;
    device.axis_max = axis.max;
  }
  return device;
}

// The values of the axes that an event carries lie close together.
std::optional<double> value_of(const XIValuatorState& axes, int axis) {
  if (axis < 0 || axis >= axes.mask_len * 8 || !XIMaskIsSet(axes.mask, axis)) return std::nullopt;
  int before = 0;
  for (int i = 0; i < axis; ++i) before += XIMaskIsSet(axes.mask, i) ? 1 : 0;
  return axes.values[before];
}

// The server counts milliseconds on the monotonic clock, as we do, in 32 bits. One that counts otherwise is not
// believed.
base::Instant instant_of(Time server_ms, base::Instant now) {
  constexpr std::uint32_t kOldest_ms = 10'000;
  const auto now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  const std::uint32_t age_ms = static_cast<std::uint32_t>(now_ms) - static_cast<std::uint32_t>(server_ms);
  return age_ms > kOldest_ms ? now : now - std::chrono::milliseconds(age_ms);
}

}  // namespace

struct TouchConnection::Impl {
  ::Display* display = nullptr;
  int opcode = 0;
  int screen_width = 0;
  Atom size_label = None;
  std::vector<Device> devices;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (display != nullptr) XCloseDisplay(display);
  }

  bool open(const std::string& name, ::Window window) {
    display = XOpenDisplay(name.c_str());
    int unused = 0;
    if (display == nullptr || !XQueryExtension(display, "XInputExtension", &opcode, &unused, &unused)) return false;
    const ErrorsPassedOver errors(display);
    int major = 2;
    int minor = 2;
    if (XIQueryVersion(display, &major, &minor) != Success || major * 100 + minor < 202) return false;
    select(display, window, XIAllMasterDevices, {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd});
    if (!gets_touches(display, window)) return false;
    select(display, DefaultRootWindow(display), XIAllDevices, {XI_HierarchyChanged});
    XSelectInput(display, window, StructureNotifyMask | FocusChangeMask);
    // The label that the evdev driver uses.
    size_label = XInternAtom(display, "Abs MT Touch Major", False);
    look_at_screen();
    look_at_devices();
    return true;
  }

  // What Xlib knows of the screen is of the time when the connection was made.
  void look_at_screen() {
    XWindowAttributes root{};
    if (XGetWindowAttributes(display, DefaultRootWindow(display), &root)) screen_width = root.width;
  }

  void look_at_devices() {
    devices.clear();
    int count = 0;
    XIDeviceInfo* const infos = XIQueryDevice(display, XIAllDevices, &count);
    if (infos == nullptr) return;
    for (int i = 0; i < count; ++i) {
      if (infos[i].use == XISlavePointer && is_touch_screen(infos[i])) {
        devices.push_back(device_of(infos[i], size_label));
      }
    }
    XIFreeDeviceInfo(infos);
  }

  const Device* find(int id) const {
    const auto found = std::ranges::find(devices, id, &Device::id);
    return found == devices.end() ? nullptr : &*found;
  }

  void on_touch(const XIDeviceEvent& event, Contacts& contacts, base::Instant now) const {
    const Device* const device = find(event.sourceid);
    if (device == nullptr) return;
    const std::optional<double> size = value_of(event.valuators, device->size_axis);
    const Contacts::Spot spot{
        event.event_x, event.event_y,
        static_cast<float>(screen_units(size.value_or(0), device->axis_min, device->axis_max, screen_width))};
    const ContactName name{event.sourceid, static_cast<std::uint32_t>(event.detail)};
    const base::Instant time = instant_of(event.time, now);
    if (event.evtype == XI_TouchBegin) contacts.begin(name, spot, time);
    if (event.evtype == XI_TouchUpdate) contacts.move(name, spot, time);
    if (event.evtype == XI_TouchEnd) contacts.end(name, spot, time);
  }

  void on_hierarchy(const XIHierarchyEvent& event, Contacts& contacts, base::Instant now) {
    constexpr int kGone = XISlaveRemoved | XISlaveDetached | XIDeviceDisabled;
    for (int i = 0; i < event.num_info; ++i) {
      if ((event.info[i].flags & kGone) != 0) contacts.cancel_device(event.info[i].deviceid, now);
    }
    look_at_devices();
  }

  void on_extension(XGenericEventCookie& cookie, Contacts& contacts, base::Instant now) {
    if (cookie.extension != opcode || !XGetEventData(display, &cookie)) return;
    switch (cookie.evtype) {
      case XI_TouchBegin:
      case XI_TouchUpdate:
      case XI_TouchEnd:
        on_touch(*static_cast<const XIDeviceEvent*>(cookie.data), contacts, now);
        break;
      case XI_HierarchyChanged:
        on_hierarchy(*static_cast<const XIHierarchyEvent*>(cookie.data), contacts, now);
        break;
      default:
        break;
    }
    XFreeEventData(display, &cookie);
  }

  void on(XEvent& event, Contacts& contacts, base::Instant now) {
    switch (event.type) {
      case GenericEvent:
        on_extension(event.xcookie, contacts, now);
        break;
      case UnmapNotify:
        contacts.cancel_all(now);
        break;
      case ConfigureNotify:
        look_at_screen();
        break;
      case FocusOut: {
        // A grab keeps the focus, and the focus that follows the pointer is not one.
        const int mode = event.xfocus.mode;
        const int detail = event.xfocus.detail;
        const bool lost = mode != NotifyGrab && mode != NotifyUngrab && detail != NotifyPointer;
        if (lost) contacts.cancel_all(now);
        break;
      }
      default:
        break;
    }
  }
};

TouchConnection::TouchConnection(std::unique_ptr<Impl> inside) : impl_(std::move(inside)) {}
TouchConnection::~TouchConnection() = default;
TouchConnection::TouchConnection(TouchConnection&&) noexcept = default;
TouchConnection& TouchConnection::operator=(TouchConnection&&) noexcept = default;

std::optional<TouchConnection> TouchConnection::open(const std::string& display, unsigned long window) {
  auto inside = std::make_unique<Impl>();
  if (!inside->open(display, window)) return std::nullopt;
  return TouchConnection(std::move(inside));
}

int TouchConnection::file() const { return ConnectionNumber(impl_->display); }

bool TouchConnection::pending() const { return XPending(impl_->display) > 0; }

void TouchConnection::read(Contacts& contacts, base::Instant now) {
  while (pending()) {
    XEvent event{};
    XNextEvent(impl_->display, &event);
    impl_->on(event, contacts, now);
  }
}

bool is_touch_screen(const XIDeviceInfo& info) {
  return std::any_of(info.classes, info.classes + info.num_classes, [](const XIAnyClassInfo* any) {
    return any->type == XITouchClass && reinterpret_cast<const XITouchClassInfo*>(any)->mode == XIDirectTouch;
  });
}

double screen_units(double device_units, double axis_min, double axis_max, int screen_units) {
  return axis_max > axis_min ? std::max(0.0, device_units) * screen_units / (axis_max - axis_min + 1) : 0;
}

}  // namespace hub::platform
