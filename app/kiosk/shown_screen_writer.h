// Writes down what is on the screen, for whoever looks after many (desk/store/shown_screen), on a thread of its own:
// when it changes, and once an hour so that a kiosk that stands still is told from one that runs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/recording_reader.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::kiosk {

class ShownScreenWriter {
 public:
  // Called from the other thread when writing fails; not again before it has worked.
  using ReportError = std::function<void(const base::Error&)>;
  static constexpr std::chrono::minutes kEvery{60};

  // An empty state folder: nothing is written. `clock` outlives this.
  ShownScreenWriter(std::string state_folder, const base::Clock& clock, ReportError report_error,
                    std::chrono::milliseconds every = kEvery);
  ~ShownScreenWriter();  // after what was handed over is written
  ShownScreenWriter(const ShownScreenWriter&) = delete;
  ShownScreenWriter& operator=(const ShownScreenWriter&) = delete;

  // At once. `files`: the content folder as it was read; empty, with a hub: the copy of what showed before. An empty
  // hub: the built-in page shows.
  void shows(const std::string& hub, base::FolderBytes files);

 private:
  struct Shown {
    std::string hub;
    base::FolderBytes files;
  };
  void run();
  base::Status write(const Shown& shown) const;

  std::string state_folder_;
  const base::Clock& clock_;
  ReportError report_error_;
  std::chrono::milliseconds every_;
  base::SystemCalls calls_;
  std::mutex mutex_;  // of what follows
  std::condition_variable something_;
  std::optional<Shown> waiting_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace hub::kiosk
