// Owns a file descriptor: whatever opens one hands it over at once, and it is closed when its owner goes.
#pragma once

#include <utility>

namespace hub::base {

class SystemCalls;

class FileDescriptor {
 public:
  FileDescriptor() = default;
  // What open(2) and its like gave; a negative number, as they fail, is not open.
  explicit FileDescriptor(int number) : number_(number) {}
  // Closed through `calls`, which outlive it.
  FileDescriptor(const SystemCalls& calls, int number) : calls_(&calls), number_(number) {}
  ~FileDescriptor() { close(); }
  FileDescriptor(FileDescriptor&& other) noexcept : calls_(other.calls_), number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    if (this == &other) return *this;
    close();
    calls_ = other.calls_;
    number_ = std::exchange(other.number_, -1);
    return *this;
  }

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }  // as it was given, when it is not open
  // 0, also when it is not open; or -errno: what was written may not have reached the disk.
  int close();

 private:
  const SystemCalls* calls_ = nullptr;
  int number_ = -1;
};

}  // namespace hub::base
