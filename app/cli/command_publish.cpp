// publish: checks a folder of content as nobody else does, then shows it on the kiosks; --rollback goes one back.
#include <unistd.h>

#include <string>

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
  PrintedPublishing(base::StaffLanguage staff, std::string source)
      : staff_(staff), source_(std::move(source)), progress_(staff) {}

  void cannot_be_published(const base::Error& what) override { print_error(what, staff_); }
  void copied(const content::Copied& copied) override {
    const std::string count = std::to_string(copied.files);
    progress_.say({"コピーしました: " + count + " ファイル", "copied: " + count + " files"});
    for (const std::string& name : copied.left_out) {
      print_error(
          base::Message{"「" + base::join(source_, name) + "」は使い方の分からないものなので、公開しません。",
                        "It is not known what \"" + base::join(source_, name) + "\" is for; it is not published."},
          staff_);
    }
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
    print_error(findings, staff_);
  }
  void say(const base::Message& what) const { progress_.say(what); }

 private:
  base::StaffLanguage staff_;
  std::string source_;
  Progress progress_;
  bool counts_ = false;  // screens
};

base::Message published(const PublishOptions& options, int warnings) {
  base::Message done = {"公開しました: " + options.to, "published: " + options.to};
  if (warnings > 0) {
    done.ja += "（注意 " + std::to_string(warnings) + " 件。上の「注意」を目で確かめてください）";
    done.en += " (warnings: " + std::to_string(warnings) + "; look at them above)";
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
  PrintedPublishing printed(options.staff, options.source);
  const auto done = desk::publish(calls, options.source, options.to, today, printed);
  if (!done) return Failure(done.error());
  printed.say(published(options, done.value().warnings));
  return Exit::done;
}

void declare(Options& options, PublishOptions& values) {
  options.messages(values);
  options.text(
      "SRC", {"もと", "FROM"}, values.source,
      {"公開する内容のフォルダー。USB メモリーにあってもかまいません", "The folder of content; may be on a USB stick"});
  options.text("--to", {"さき", "TO"}, values.to,
               {"キオスクが読んでいるフォルダー", "The folder that the kiosks read with --content"});
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
