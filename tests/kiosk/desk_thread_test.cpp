// The desk on its thread: nobody waits for it, orders are carried out in their order, and who waits is woken.
#include "kiosk/desk_thread.h"

#include <doctest/doctest.h>

#include <atomic>
#include <vector>

using namespace hub;

namespace {

// Written by the thread, read by the test once the view tells that it was.
struct Slow : kiosk::BlockingDesk {
  void enter(const std::string& hub) override { done += "enter " + hub + "; ", changed = true; }
  void ask(const ui::DeskRequest& request) override {
    while (held) std::this_thread::yield();
    done += "ask " + std::to_string(request.ticket) + "; ";
    answered = request.ticket;
    changed = true;
    if (request.what.is<ui::PreviewDraft>()) {
      preview = std::make_unique<render::HubScreens>(*screen_context, nullptr, "izumi");
    }
  }
  std::optional<ui::DeskView> look() override {
    ++looks;
    if (!std::exchange(changed, false)) return std::nullopt;
    ui::DeskView view;
    view.answered = answered;
    view.trouble = ui::DeskView::Notice{false, done, ""};
    return view;
  }
  std::unique_ptr<render::HubScreens> take_preview() override { return std::move(preview); }
  void leave() override { left = true; }

  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();
  std::string done;
  int answered = 0;
  bool changed = false;
  std::unique_ptr<render::HubScreens> preview;
  std::atomic<bool> held{false};
  std::atomic<bool> left{false};
  std::atomic<int> looks{0};
};

struct Fixture {
  std::atomic<int> woken{0};
  Slow* slow = new Slow;
  kiosk::DeskThread desk{std::unique_ptr<kiosk::BlockingDesk>(slow), [this] { ++woken; }, std::chrono::milliseconds(1)};

  void until_answered(int ticket) {
    while (desk.view()->answered < ticket) std::this_thread::yield();
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "what is asked is carried out in its order, and whoever waits is woken") {
  desk.enter("izumi");
  for (int ticket = 1; ticket <= 3; ++ticket) desk.ask({ticket, ui::LookAtDesk{}});
  until_answered(3);
  CHECK(desk.view()->trouble->what == "enter izumi; ask 1; ask 2; ask 3; ");
  CHECK(woken >= 1);
}

TEST_CASE_FIXTURE(Fixture, "a desk that takes long keeps nobody waiting, and the view stays one object meanwhile") {
  desk.enter("izumi");
  desk.ask({1, ui::LookAtDesk{}});
  until_answered(1);
  slow->held = true;
  desk.ask({2, ui::PublishDraft{}});
  const auto before = desk.view();
  CHECK(desk.view() == before);
  CHECK(desk.take_preview() == nullptr);
  slow->held = false;
  until_answered(2);
  CHECK(desk.view() != before);
}

TEST_CASE_FIXTURE(Fixture, "a preview is there when the view tells of it, once, and goes with who asked for it") {
  desk.enter("izumi");
  desk.ask({1, ui::PreviewDraft{}});
  until_answered(1);
  CHECK(desk.take_preview() != nullptr);
  CHECK(desk.take_preview() == nullptr);
  desk.ask({2, ui::PreviewDraft{}});
  until_answered(2);
  desk.leave();
  CHECK(desk.take_preview() == nullptr);
}

TEST_CASE_FIXTURE(Fixture, "it looks for itself while staff are there, and not after they have left") {
  desk.enter("izumi");
  while (slow->looks < 20) std::this_thread::yield();
  desk.leave();
  while (!slow->left) std::this_thread::yield();
  const int looks = slow->looks;
  for (int i = 0; i < 3; ++i) {
    slow->left = false;
    desk.leave();
    while (!slow->left) std::this_thread::yield();
  }
  CHECK(slow->looks == looks);
}
