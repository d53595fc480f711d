// Tells when a content folder has changed and has been left alone for a moment: editors, sync tools and copies write in
// many steps. Linux's inotify; a folder that is not there yet, is replaced or is a symbolic link is followed.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"

namespace hub::content {

class FolderWatch {
 public:
  // Error: this machine gives no more watches.
  static base::Result<FolderWatch> open(std::string folder);
  ~FolderWatch();
  FolderWatch(FolderWatch&&) noexcept;
  FolderWatch& operator=(FolderWatch&&) noexcept;

  // Waits until something changed and then nothing for kQuiet, but no longer than kLongest after the first change.
  // False: it was stopped, from another thread.
  bool wait();
  void stop();

  // Something has changed since wait() returned: what was read meanwhile may be half old and half new.
  bool changed_again();

  static constexpr base::Seconds kQuiet{0.15};
  static constexpr base::Seconds kLongest{0.6};

 private:
  struct Impl;
  explicit FolderWatch(std::unique_ptr<Impl> inside);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::content
