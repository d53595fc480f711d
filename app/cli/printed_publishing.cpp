#include "cli/printed_publishing.h"

#include <unistd.h>

#include "base/path.h"
#include "cli/print.h"

namespace hub::cli {

ScreenCount::ScreenCount(base::StaffLanguage staff) : staff_(staff), to_person_(::isatty(STDERR_FILENO) == 1) {}

void ScreenCount::begin(base::Message what) {
  what_ = std::move(what);
  count_ = 0;
}

void ScreenCount::one_more() {
  constexpr int kEvery = 50;  // a terminal is slower than a layout
  ++count_;
  if (to_person_ && count_ % kEvery == 0) print_over_line(stderr, line().in(staff_));
}

void ScreenCount::end() const {
  if (to_person_) print_over_line(stderr, "");
  print_line(stderr, line().in(staff_));
}

base::Message ScreenCount::line() const {
  const std::string count = std::to_string(count_);
  return {what_.ja + ": 計 " + count + " 枚", what_.en + ": " + count + " screens"};
}

PrintedPublishing::PrintedPublishing(base::StaffLanguage staff, std::string source, std::string hub)
    : staff_(staff), source_(std::move(source)), hub_(std::move(hub)), count_(staff) {}

void PrintedPublishing::cannot_be_published(const base::Error& what) { print_error(what, staff_); }

void PrintedPublishing::copied(const content::Copied& copied) {
  const std::string count = std::to_string(copied.files);
  say({"コピーしました: " + count + " ファイル", "copied: " + count + " files"});
  for (const content::NameFinding& one : copied.left_out) {
    const std::string path = base::join(source_, one.path);
    const content::Diagnostic warning = content::file_warning(path, one.problem);
    if (!tells(warning)) continue;
    print_error({warning}, staff_);
    if (!one.is_report) continue;
    reports_.push_back(
        {{"報告書「" + path + "」は公開していません。", "The report \"" + path + "\" was not published."},
         one.problem.remedy});
  }
}

void PrintedPublishing::begins(inspect::Depth depth) {
  counts_ = true;
  count_.begin(depth == inspect::Depth::layout ? base::Message{"並べて確かめた画面", "laid out"}
                                               : base::Message{"描いて確かめた画面", "drawn"});
}

void PrintedPublishing::ended(inspect::Depth, const std::vector<inspect::ContentFinding>& findings) {
  if (counts_) count_.end();
  counts_ = false;
  for (const inspect::ContentFinding& one : findings) {
    const auto* diagnostic = std::get_if<content::Diagnostic>(&one.what);
    if (diagnostic == nullptr || tells(*diagnostic)) print_error({one}, staff_);
  }
}

void PrintedPublishing::say_reports_left_out() const {
  for (const base::Error& one : reports_) print_error(one, staff_);
}

void PrintedPublishing::say(const base::Message& what) const { print_line(stderr, what.in(staff_)); }

bool PrintedPublishing::tells(const content::Diagnostic& one) {
  const bool concerns = content::concerns(one, source_, hub_);
  if (!concerns) ++of_other_hubs_;
  return concerns;
}

}  // namespace hub::cli
