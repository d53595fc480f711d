// publish: checks a folder of content as nobody else does, then shows it on the kiosks; --rollback goes one back.
#include <unistd.h>

#include <string>
#include <vector>

#include "base/path.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "desk/publishing.h"

namespace hub::cli {

namespace {

struct PublishOptions : CommonOptions {
  std::string source;
  std::string to;         // the folder that kiosks read
  std::string roll_back;  // the same, to go back to the version before; empty: publish
};

// A folder to publish and where to, or where to go back: never both.
std::optional<base::Message> misuse(const PublishOptions& options) {
  const bool publishes = !options.source.empty() && !options.to.empty() && options.roll_back.empty();
  const bool goes_back = options.source.empty() && options.to.empty() && !options.roll_back.empty();
  if (publishes || goes_back) return std::nullopt;
  return base::Message{
      "公開するフォルダーと --to（さき）か、--rollback（さき）だけの、どちらかを書いてください"
      "（例: " +
          program_name() + " publish もと --to さき）。",
      "Give a folder and --to FOLDER, or only --rollback FOLDER (" + program_name() + " publish FROM --to TO)."};
}

// What staff read while they wait. On standard error: what is published does not depend on who listens.
class Progress {
 public:
  explicit Progress(base::StaffLanguage staff) : staff_(staff), to_person_(::isatty(STDERR_FILENO) == 1) {}

  void say(const base::Message& what) const { print_line(stderr, what.in(staff_)); }
  void begin(base::Message what) {
    what_ = std::move(what);
    count_ = 0;
  }
  void one_more() {
    ++count_;
    if (to_person_ && count_ % kEvery == 0) print_over_line(stderr, line().in(staff_));
  }
  // The line stays.
  void end() const {
    if (to_person_) print_over_line(stderr, "");
    print_line(stderr, line().in(staff_));
  }

 private:
  static constexpr int kEvery = 50;  // a terminal is slower than a layout
  base::Message line() const {
    const std::string count = std::to_string(count_);
    return {what_.ja + ": 計 " + count + " 枚", what_.en + ": " + count + " screens"};
  }

  base::StaffLanguage staff_;
  bool to_person_;
  base::Message what_;
  int count_ = 0;
};

class PrintedPublishing : public desk::PublishingListener {
 public:
  PrintedPublishing(base::StaffLanguage staff, std::string source, std::string hub = "")
      : staff_(staff), source_(std::move(source)), hub_(std::move(hub)), progress_(staff) {}

  void cannot_be_published(const base::Error& what) override { print_error(what, staff_); }
  void copied(const content::Copied& copied) override {
    const std::string count = std::to_string(copied.files);
    progress_.say({"コピーしました: " + count + " ファイル", "copied: " + count + " files"});
    for (const content::NameFinding& one : copied.left_out) {
      const std::string path = base::join(source_, one.path);
      const content::Diagnostic warning = content::file_warning(path, one.problem);
      if (!tells(warning)) continue;
      print_error({warning}, staff_);
      if (one.is_report)
        reports_.push_back(
            {{"報告書「" + path + "」は公開していません。", "The report \"" + path + "\" was not published."},
             one.problem.remedy});
    }
  }
  // The last that staff read: what they most likely wanted to publish.
  void say_reports_left_out() const {
    for (const base::Error& one : reports_) print_error(one, staff_);
  }
  void begins(inspect::Depth depth) override {
    counts_ = true;
    progress_.begin(depth == inspect::Depth::layout ? base::Message{"並べて確かめた画面", "laid out"}
                                                    : base::Message{"描いて確かめた画面", "drawn"});
  }
  void screen_inspected() override { progress_.one_more(); }
  void ended(inspect::Depth, const std::vector<inspect::ContentFinding>& findings) override {
    if (counts_) progress_.end();
    counts_ = false;
    for (const inspect::ContentFinding& one : findings) {
      const auto* diagnostic = std::get_if<content::Diagnostic>(&one.what);
      if (diagnostic == nullptr || tells(*diagnostic)) print_error({one}, staff_);
    }
  }
  int of_other_hubs() const { return of_other_hubs_; }  // warnings that were not told
  void say(const base::Message& what) const { progress_.say(what); }

 private:
  bool tells(const content::Diagnostic& one) {
    const bool concerns = content::concerns(one, source_, hub_);
    if (!concerns) ++of_other_hubs_;
    return concerns;
  }

  base::StaffLanguage staff_;
  std::string source_;
  std::string hub_;  // empty: all
  int of_other_hubs_ = 0;
  Progress progress_;
  bool counts_ = false;               // screens
  std::vector<base::Error> reports_;  // that were left out
};

base::Message published(const std::string& to, const desk::Published& published, int of_other_hubs) {
  base::Message done = {"公開しました: " + to, "published: " + to};
  const auto add = [&](int count, const base::Message& what) {
    if (count == 0) return;
    done.ja += (done.ja.ends_with("件") ? "、" : "（") + what.ja + " " + std::to_string(count) + " 件";
    done.en += (done.en.find('(') == std::string::npos ? " (" : "; ") + what.en + ": " + std::to_string(count);
  };
  const int told = published.warnings - of_other_hubs;
  add(told, {"注意", "warnings"});
  add(of_other_hubs, {"ほかの拠点の注意", "of other hubs"});
  add(published.acknowledged, {"確かめ済みの注意", "acknowledged"});
  if (done.ja.ends_with("件")) {
    done.ja += told > 0 ? "。上の「注意」を目で確かめてください）" : "）";
    done.en += told > 0 ? "; look at the warnings above)" : ")";
  }
  return done;
}

Outcome publish(const PublishOptions& options) {
  if (auto wrong = misuse(options)) return Failure::usage(*std::move(wrong));
  const base::SystemCalls calls;
  const base::Date today = base::SystemClock().today();
  if (!options.roll_back.empty()) {
    PrintedPublishing printed(options.staff, options.roll_back);
    const base::Status done = desk::roll_back(calls, options.roll_back, today, printed);
    if (!done) return Failure(done.error());
    printed.say({"1つ前の中身に戻しました: " + options.roll_back, "back to the content before: " + options.roll_back});
    return Exit::done;
  }
  std::string source = options.source;
  while (source.size() > 1 && source.ends_with('/')) source.pop_back();
  PrintedPublishing printed(options.staff, source, options.hub);
  const auto done = desk::publish(calls, source, options.to, today, printed);
  if (!done) return Failure(done.error());
  printed.say(published(options.to, done.value(), printed.of_other_hubs()));
  printed.say_reports_left_out();
  return Exit::done;
}

void declare(Options& options, PublishOptions& values) {
  options.messages(values);
  options.text(
      "SRC", {"もと", "FROM"}, values.source,
      {"公開する内容のフォルダー。USB メモリーにあってもかまいません", "The folder of content; may be on a USB stick"});
  options.text("--to", {"さき", "TO"}, values.to,
               {"キオスクが読んでいるフォルダー", "The folder that the kiosks read with --content"});
  options.text("--hub", {"拠点", "HUB"}, values.hub,
               {"この拠点の注意だけを出し、ほかの拠点の注意は数だけを出します。公開するのは、すべての拠点です",
                "Tell this hub's warnings, and only count those of others; all hubs are published"});
  options.text("--rollback", {"さき", "TO"}, values.roll_back,
               {"このフォルダーを、1 つ前の内容に戻します。もとと --to の代わりに書きます",
                "Show again what this folder showed before"});
}

}  // namespace

void add_publish(CommandLine& line) {
  line.add("publish",
           {"内容を確かめ、すべての画面を描いてみてから、まるごと映します",
            "Check a folder of content, draw every screen of it, and show it on the kiosks: whole or not at all"},
           declare, publish);
}

}  // namespace hub::cli
