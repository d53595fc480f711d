// Pages that are laid out, the few that are in use: the one that shows, the one that leaves, a sibling that a swipe
// brings.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "ui/frame_context.h"
#include "ui/scene.h"

namespace hub::ui {

struct LaidOut {
  bool exists = true;  // else the content does not have this route, and home shows
  Siblings siblings;
  Metrics metrics;
  Palette palette;
  Scene scene;
};

class Pages {
 public:
  explicit Pages(text::Typesetter& typesetter) : typesetter_(typesetter) {}

  // Until another frame context or four other pages are asked for. `slide` is of attract, 0 elsewhere.
  const LaidOut& page(const FrameContext& frame_context, const PageState& page_state, int slide);
  // まだ見ていますか？, at the end of the page's viewport.
  Layer question(const FrameContext& frame_context, const PageState& page_state, int seconds_left, int seconds);
  // The mark at a finger in the staff's touch test, in the screen's coordinates.
  Layer touch_mark(const FrameContext& frame_context, const PageState& page_state, const Contact& contact);

  // Nobody is there any more: lays everything out anew when it is next asked for, so that what visitors chose does not
  // pile up in memory.
  void rest();

 private:
  struct Kept {
    PageState page_state;
    int slide = 0;
    std::uint64_t used = 0;
    LaidOut laid_out;
  };
  void enter(const FrameContext& frame_context);
  void forget();
  void take_facts(const FrameContext& frame_context);
  void lay_out(const FrameContext& frame_context, Kept& kept);
  void lay_out_builtin(const FrameContext& frame_context, const PageState& page_state, LaidOut& out);
  template <class Build>
  void with_context(const FrameContext& frame_context, const PageState& page_state, int slide, const Build& build);

  static constexpr std::size_t kMost = 4;

  text::Typesetter& typesetter_;
  std::shared_ptr<const content::Snapshot> snapshot_;  // keeps alive what the texts came from
  std::shared_ptr<const content::Snapshot> words_only_;
  Screen screen_;
  base::Date today_{};
  bool high_contrast_ = false;
  std::vector<std::string> languages_;
  bool staff_panel_ = false;
  std::shared_ptr<const SetupNotice> notice_;
  std::shared_ptr<const StaffFacts> staff_;
  std::shared_ptr<const DeskView> desk_;
  std::array<std::unique_ptr<Kept>, kMost> kept_;
  std::uint64_t uses_ = 0;
};

}  // namespace hub::ui
