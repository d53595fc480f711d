// hub-kiosk-take-stick DEVICE MOUNTPOINT: what is started for a stick that was plugged in (hub-kiosk-stick@.service).
// As root it mounts the stick in a mount namespace of its own; then it becomes the kiosk's user, and hub-kiosk stick,
// which reads it.
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "stick/mounting.h"

namespace {

using namespace hub;

constexpr const char* kUser = "hub-kiosk";
constexpr const char* kProgram = "/usr/bin/hub-kiosk";
constexpr int kUsage = 2;

int fail(const char* what, int error_number) {
  std::fprintf(stderr, "hub-kiosk-take-stick: %s: %s\n", what, std::strerror(error_number));
  return 1;
}

struct Mounted {
  bool done = false;
  stick::Volume volume = stick::Volume::nothing;
  bool is_elsewhere = false;  // another name of the same stick is being read: its disk's, or its partition's
};

Mounted mounted(const std::string& device, const std::string& at) {
  const auto bytes = stick::first_bytes_of(device);
  if (std::holds_alternative<int>(bytes) && stick::is_there(device)) return {};
  if (std::holds_alternative<int>(bytes)) return {false, stick::Volume::gone};
  const stick::Volume volume = stick::volume_of(std::get<std::string>(bytes));
  if (stick::file_systems(volume).empty()) return {false, volume};
  const int failed = stick::mount_stick(device, volume, at);
  if (failed == 0) return {true, volume};
  if (failed == EBUSY) return {false, volume, true};
  if (!stick::is_there(device)) return {false, stick::Volume::gone};
  // ENODEV: the kernel does not know the file system.
  return {false, failed == ENODEV ? stick::Volume::foreign : stick::Volume::nothing};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: hub-kiosk-take-stick DEVICE MOUNTPOINT\n", stderr), kUsage;
  const std::string device = argv[1], at = argv[2];
  if (stick::is_in_use(device)) return 0;
  const std::string which = stick::plugged_in(device);
  const Mounted it = mounted(device, at);
  if (it.is_elsewhere) return 0;
  if (const int failed = stick::become(kUser)) return fail(kUser, failed);
  if (it.done) {
    ::execl(kProgram, kProgram, "stick", at.c_str(), "--stick", which.c_str(), nullptr);
  } else {
    ::execl(kProgram, kProgram, "stick", "--unreadable", stick::word_of(it.volume), "--stick", which.c_str(), nullptr);
  }
  return fail(kProgram, errno);
}
