// Publishing as a terminal tells it while it goes on: on standard error, so that what is published does not depend on
// who listens.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "desk/publishing.h"

namespace hub::cli {

// How many screens have been looked at: one line that a person sees count.
class ScreenCount {
 public:
  explicit ScreenCount(base::StaffLanguage staff);

  void begin(base::Message what);
  void one_more();
  void end() const;  // the line stays

 private:
  base::Message line() const;

  base::StaffLanguage staff_;
  bool to_person_;
  base::Message what_;
  int count_ = 0;
};

class PrintedPublishing : public desk::PublishingListener {
 public:
  // `source`: what is published; `hub`: whose warnings are told, empty: everybody's.
  PrintedPublishing(base::StaffLanguage staff, std::string source, std::string hub = "");

  void cannot_be_published(const base::Error& what) override;
  void copied(const content::Copied& copied) override;
  void begins(inspect::Depth depth) override;
  void screen_inspected() override { count_.one_more(); }
  void ended(inspect::Depth depth, const std::vector<inspect::ContentFinding>& findings) override;

  // The last that staff read: what they most likely wanted to publish.
  void say_reports_left_out() const;
  int of_other_hubs() const { return of_other_hubs_; }  // warnings that were not told
  void say(const base::Message& what) const;

 private:
  bool tells(const content::Diagnostic& one);

  base::StaffLanguage staff_;
  std::string source_;
  std::string hub_;
  int of_other_hubs_ = 0;
  ScreenCount count_;
  bool counts_ = false;
  std::vector<base::Error> reports_;  // that were left out
};

}  // namespace hub::cli
