// What becomes of new content, at the top of a frame: staff are told, and what may be shown is shown and kept.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/message.h"
#include "cli/content_keeper.h"
#include "cli/content_news.h"
#include "cli/drawing.h"
#include "cli/frame_loop.h"
#include "cli/kiosk_desk.h"

namespace hub::cli {

class ContentTaker {
 public:
  // What was found in the content, and what becomes of it.
  using Tell = std::function<void(const std::vector<content::Diagnostic>&, const base::Message&)>;

  // All outlive it.
  ContentTaker(ContentNews& news, KioskDesk& desk, Typography& typography, ContentKeeper& keeper,
               const base::Clock& clock, Tell tell)
      : news_(news), desk_(desk), typography_(typography), keeper_(keeper), clock_(clock), tell_(std::move(tell)) {}

  // `hub` is the one that shows; empty: none does.
  NewContent take(const std::string& hub);

 private:
  ContentNews& news_;
  KioskDesk& desk_;
  Typography& typography_;
  ContentKeeper& keeper_;
  const base::Clock& clock_;
  Tell tell_;
};

}  // namespace hub::cli
