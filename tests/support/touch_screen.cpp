#include "support/touch_screen.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xrandr.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "base/check.h"

namespace hub::tests {

namespace {

constexpr int kPatience_ms = 20'000;
constexpr double kAxis = 0x10000;  // steps of the driver's axes across the screen
constexpr const char* kTouches = "touches";

std::string n(int number) { return std::to_string(number); }

// A picture and its blanks, 60 times a second where the driver's clock goes so far. With blanks of 160 the server would
// take it for a mode that only some monitors can show.
std::string mode_line(const std::string& name, int width_px, int height_px) {
  const int row = width_px + 200;
  const int rows = height_px + 40;
  const double mhz = std::clamp(row * rows * 60 / 1e6, 11.0, 300.0);
  return "\"" + name + "\" " + std::to_string(mhz) + " " + n(width_px) + " " + n(width_px + 48) + " " +
         n(width_px + 80) + " " + n(row) + " " + n(height_px) + " " + n(height_px + 3) + " " + n(height_px + 8) + " " +
         n(rows);
}

std::string configuration(int width_px, int height_px, const std::string& folder) {
  const std::string size = n(width_px) + "x" + n(height_px);
  return R"(Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
  Option "AllowMouseOpenFail" "true"
  Option "BlankTime" "0"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice ")" +
         std::string(kTouches) + R"(" "SendCoreEvents"
  InputDevice "keys" "CoreKeyboard"
EndSection
Section "InputDevice"
  Identifier ")" +
         kTouches + R"("
  Driver "inputtest"
  Option "SocketPath" ")" +
         folder + R"(/touches"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
EndSection
Section "InputDevice"
  Identifier "keys"
  Driver "inputtest"
  Option "SocketPath" ")" +
         folder + R"(/keys"
  Option "DeviceType" "Keyboard"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline )" +
         mode_line(size, width_px, height_px) + R"(
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes ")" +
         size + R"("
    Virtual )" +
         n(width_px) + " " + n(height_px) + R"(
  EndSubSection
EndSection
)";
}

bool readable(int file) {
  pollfd ready{file, POLLIN, 0};
  return poll(&ready, 1, kPatience_ms) == 1;
}

// Xorg writes the number of the display that it found free, and a newline, when it is ready.
std::string read_line(int file) {
  std::string line;
  char byte = 0;
  while (readable(file) && read(file, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  return line;
}

pid_t run_xorg(const std::string& folder, int display_file) {
  const pid_t test = getpid();
  const pid_t child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // also when the test crashes
  if (getppid() != test) _exit(1);
  const std::string file = std::to_string(display_file);
  const std::string config = folder + "/xorg.conf";
  const std::string log = folder + "/log";
  const int out = open((folder + "/out").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0) _exit(1);
  // A seat of its own has no console to switch, so that this needs no rights. Debian's Xorg in PATH may be a wrapper
  // that asks for some.
  for (const char* program : {"/usr/lib/xorg/Xorg", "Xorg"}) {
    execlp(program, "Xorg", "-displayfd", file.c_str(), "-config", config.c_str(), "-logfile", log.c_str(), "-seat",
           "hub-tests", "-noreset", "-nolisten", "tcp", "-ac", nullptr);
  }
  _exit(127);
}

using Connection = std::unique_ptr<Display, decltype(&XCloseDisplay)>;

Connection connect_to(const std::string& display) {
  Connection connection(XOpenDisplay(display.c_str()), &XCloseDisplay);
  HUB_CHECK(connection != nullptr);
  return connection;
}

}  // namespace

TouchScreen::TouchScreen(int width_px, int height_px) : width_px_(width_px), height_px_(height_px) {
  why_not_ = start(width_px, height_px);
}

TouchScreen::~TouchScreen() {
  if (fingers_ != kNoFile) close(fingers_);
  if (server_ > 0) {
    kill(server_, SIGKILL);
    waitpid(server_, nullptr, 0);
  }
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::string TouchScreen::start(int width_px, int height_px) {
  std::string folder = (std::filesystem::temp_directory_path() / "hub-touch-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return "there is no temporary folder";
  folder_ = folder;
  std::ofstream(folder_ + "/xorg.conf") << configuration(width_px, height_px, folder_);

  std::array<int, 2> number{};
  if (pipe(number.data()) != 0) return "there is no pipe";
  server_ = run_xorg(folder_, number[1]);
  close(number[1]);
  const std::string line = read_line(number[0]);
  close(number[0]);
  if (line.empty()) return "Xorg does not start" + last_error();
  display_ = ":" + line;

  fingers_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  folder_.copy(address.sun_path, sizeof address.sun_path - 1);
  std::strncat(address.sun_path, "/touches", sizeof address.sun_path - folder_.size() - 1);
  if (connect(fingers_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || !handshake()) {
    return "Xorg has no touch screen" + last_error();
  }
  setenv("DISPLAY", display_.c_str(), 1);
  return {};
}

std::string TouchScreen::last_error() const {
  std::string error;
  std::ifstream log(folder_ + "/log");
  for (std::string line; std::getline(log, line);) {
    const std::size_t mark = line.find("] (EE) ");
    if (mark == std::string::npos || line.find("Server terminated") != std::string::npos) continue;
    const std::string said = line.substr(mark + 7);
    if (!said.empty() && !said.starts_with("Please")) error = said;
  }
  if (!error.empty()) error = " (" + error + ")";
  return error + ": sudo apt install xserver-xorg-core xserver-xorg-video-dummy";
}

// The driver answers nobody who has not said which protocol he speaks.
bool TouchScreen::handshake() {
  xf86ITEventClientVersion ours{};
  ours.header = {sizeof ours, XF86IT_EVENT_CLIENT_VERSION};
  ours.major = XF86IT_PROTOCOL_VERSION_MAJOR;
  ours.minor = XF86IT_PROTOCOL_VERSION_MINOR;
  if (write(fingers_, &ours, sizeof ours) != sizeof ours || !readable(fingers_)) return false;
  xf86ITResponseServerVersion theirs{};
  return read(fingers_, &theirs, sizeof theirs) == sizeof theirs && theirs.major == ours.major;
}

void TouchScreen::send(int finger, int type, Point at) {
  xf86ITEventTouch event{};
  event.header = {sizeof event, XF86IT_EVENT_TOUCH};
  event.touchid = static_cast<std::uint32_t>(finger);
  event.touch_type = static_cast<std::uint32_t>(type);
  event.valuators.mask[0] = 3;  // X and Y
  event.valuators.valuators[0] = at.x_px * kAxis / width_px_;
  event.valuators.valuators[1] = at.y_px * kAxis / height_px_;
  HUB_CHECK(write(fingers_, &event, sizeof event) == sizeof event);
}

void TouchScreen::down(int finger, Point at) { send(finger, XI_TouchBegin, at); }
void TouchScreen::move(int finger, Point to) { send(finger, XI_TouchUpdate, to); }
void TouchScreen::up(int finger, Point at) { send(finger, XI_TouchEnd, at); }

void TouchScreen::sync() {
  xf86ITEventWaitForSync event{};
  event.header = {sizeof event, XF86IT_EVENT_WAIT_FOR_SYNC};
  HUB_CHECK(write(fingers_, &event, sizeof event) == sizeof event);
  xf86ITResponseSyncFinished answer{};
  HUB_CHECK(readable(fingers_));
  HUB_CHECK(read(fingers_, &answer, sizeof answer) == sizeof answer);
}

void TouchScreen::tap(Point at) {
  down(0, at);
  up(0, at);
  sync();
}

void TouchScreen::drag(Point from, Point to, int steps) { flick(from, to, steps, 0); }

void TouchScreen::flick(Point from, Point to, int steps, double duration_s) {
  const std::chrono::duration<double> pause(duration_s / steps);
  down(0, from);
  for (int step = 1; step <= steps; ++step) {
    if (duration_s > 0) {
      sync();
      std::this_thread::sleep_for(pause);
    }
    const double part = static_cast<double>(step) / steps;
    move(0, {from.x_px + (to.x_px - from.x_px) * part, from.y_px + (to.y_px - from.y_px) * part});
  }
  up(0, to);
  sync();
}

void TouchScreen::halt() const { kill(server_, SIGSTOP); }
void TouchScreen::go_on() const { kill(server_, SIGCONT); }

void TouchScreen::unplug_touches() {
  const Connection x = connect_to(display_);
  int count = 0;
  XIDeviceInfo* const infos = XIQueryDevice(x.get(), XIAllDevices, &count);
  for (int i = 0; i < count; ++i) {
    if (std::string(infos[i].name) != kTouches) continue;
    unsigned char off = 0;
    XIChangeProperty(x.get(), infos[i].deviceid, XInternAtom(x.get(), "Device Enabled", False), XA_INTEGER, 8,
                     XIPropModeReplace, &off, 1);
  }
  XIFreeDeviceInfo(infos);
  XSync(x.get(), False);
}

void TouchScreen::switch_output(bool on) {
  const Connection x = connect_to(display_);
  XRRScreenResources* const all = XRRGetScreenResources(x.get(), DefaultRootWindow(x.get()));
  HUB_CHECK(all != nullptr && all->ncrtc > 0 && all->noutput > 0 && all->nmode > 0);
  XRRSetCrtcConfig(x.get(), all, all->crtcs[0], CurrentTime, 0, 0, on ? all->modes[0].id : None, RR_Rotate_0,
                   on ? all->outputs : nullptr, on ? 1 : 0);
  XRRFreeScreenResources(all);
  XSync(x.get(), False);
}

platform::Picture TouchScreen::grab() const {
  const Connection x = connect_to(display_);
  const auto width = static_cast<unsigned>(width_px_);
  const auto height = static_cast<unsigned>(height_px_);
  XImage* const image = XGetImage(x.get(), DefaultRootWindow(x.get()), 0, 0, width, height, AllPlanes, ZPixmap);
  HUB_CHECK(image != nullptr);
  const auto channel = [&](unsigned long value, unsigned long mask) {
    return static_cast<std::uint8_t>((value & mask) >> std::countr_zero(mask));
  };
  platform::Picture picture{width_px_, height_px_, {}};
  picture.rgb.reserve(std::size_t{3} * width * height);
  for (int y = 0; y < height_px_; ++y) {
    for (int column = 0; column < width_px_; ++column) {
      const unsigned long value = XGetPixel(image, column, y);
      for (const unsigned long mask : {image->red_mask, image->green_mask, image->blue_mask}) {
        picture.rgb.push_back(channel(value, mask));
      }
    }
  }
  XDestroyImage(image);
  return picture;
}

}  // namespace hub::tests
