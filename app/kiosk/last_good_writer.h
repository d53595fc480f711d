// Keeps what shows in the state folder (content/last_good), on a thread of its own: writing to a card may take seconds.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "content/store/last_good.h"

namespace hub::kiosk {

class LastGoodWriter {
 public:
  // Called from the other thread when keeping fails; not again before it has worked.
  using ReportError = std::function<void(const base::Error&)>;

  // What could not be kept (a full disk, a folder without permission) is tried again this often: somebody may mend it.
  static constexpr std::chrono::minutes kTryAgain{5};

  LastGoodWriter(content::LastGood last_good, ReportError report_error, base::SystemCalls calls = {},
                 std::chrono::milliseconds try_again = kTryAgain);
  ~LastGoodWriter();  // after what was handed over is written
  LastGoodWriter(const LastGoodWriter&) = delete;
  LastGoodWriter& operator=(const LastGoodWriter&) = delete;

  // At once. Of several the last one counts.
  void keep(content::GoodContent good);
  // Why what was handed over last is not kept; nothing: it is, or that is not known yet.
  std::optional<base::Error> trouble() const;

 private:
  void run();
  std::optional<content::GoodContent> next();
  void done(content::GoodContent good, const base::Result<bool>& kept);

  content::LastGood last_good_;
  ReportError report_error_;
  base::SystemCalls calls_;
  std::chrono::milliseconds try_again_;
  mutable std::mutex mutex_;  // of what follows
  std::condition_variable something_;
  std::optional<content::GoodContent> waiting_;
  std::optional<content::GoodContent> failed_;  // of the thread alone: what is to be tried again
  std::optional<base::Error> trouble_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace hub::kiosk
