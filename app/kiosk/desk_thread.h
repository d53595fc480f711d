// The desk of a kiosk that runs, on a thread of its own: no frame waits for a file. While staff are there, it looks
// again and again whether anything has changed: something came in, a job got further.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>

#include "kiosk/blocking_desk.h"
#include "kiosk/desk_service.h"

namespace hub::kiosk {

class DeskThread : public DeskService {
 public:
  static constexpr std::chrono::milliseconds kLook{250};

  // `wake` is called from the other thread when there is a new view or a preview. `look` is between two looks.
  DeskThread(std::unique_ptr<BlockingDesk> desk, std::function<void()> wake, std::chrono::milliseconds look = kLook);
  ~DeskThread() override;  // after what is being done is done; what waits is not
  DeskThread(const DeskThread&) = delete;
  DeskThread& operator=(const DeskThread&) = delete;

  void enter(const std::string& hub) override;
  void ask(const ui::DeskRequest& request) override;
  std::shared_ptr<const ui::DeskView> view() override;
  std::optional<base::Instant> next_look() const override { return std::nullopt; }
  std::unique_ptr<render::HubScreens> take_preview() override;
  void leave() override;

 private:
  struct Enter {
    std::string hub;
  };
  struct Leave {};
  using Order = std::variant<Enter, ui::DeskRequest, Leave>;

  void give(Order order);
  void run();
  // False: it ends. No order: it is time to look.
  bool next(std::optional<Order>& order);
  void carry_out(const Order& order);
  void publish_view();

  std::unique_ptr<BlockingDesk> desk_;  // of the thread alone
  bool somebody_ = false;               // the same: staff are there
  std::function<void()> wake_;
  std::chrono::milliseconds look_;
  std::mutex mutex_;  // of what follows
  std::condition_variable something_;
  std::deque<Order> orders_;
  std::shared_ptr<const ui::DeskView> view_ = std::make_shared<const ui::DeskView>();
  std::unique_ptr<render::HubScreens> preview_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace hub::kiosk
