// publish: checks a folder of content as nobody else does, then shows it on the kiosks; --rollback goes one back.
#include <unistd.h>

#include <cstdio>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "config/paths.h"
#include "content/store/publication.h"
#include "inspect/content_inspection.h"
#include "inspect/glyph_inspection.h"
#include "inspect/layout_inspection.h"

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
      "（例: hub-kiosk publish もと --to さき）。",
      "Give a folder and --to FOLDER, or only --rollback FOLDER (hub-kiosk publish FROM --to TO)."};
}

// What staff read while they wait. On standard error: what is published does not depend on who listens.
class Progress {
 public:
  explicit Progress(base::StaffLanguage staff) : staff_(staff), to_person_(::isatty(STDERR_FILENO) == 1) {}

  void say(const base::Message& what) const { std::fprintf(stderr, "%s\n", what.in(staff_).c_str()); }
  void begin(base::Message what) {
    what_ = std::move(what);
    count_ = 0;
  }
  void one_more() {
    ++count_;
    if (to_person_ && count_ % kEvery == 0) std::fprintf(stderr, "\r%s", line().in(staff_).c_str());
  }
  // The line stays.
  void end() const { std::fprintf(stderr, to_person_ ? "\r%s\n" : "%s\n", line().in(staff_).c_str()); }

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

class Inspection {
 public:
  Inspection(base::StaffLanguage staff, std::string source)
      : staff_(staff), source_(std::move(source)), progress_(staff) {}

  int warnings() const { return warnings_; }
  Progress& progress() { return progress_; }

  void copied(const content::Copied& copied) {
    const std::string count = std::to_string(copied.files);
    progress_.say({"コピーしました: " + count + " ファイル", "copied: " + count + " files"});
    for (const std::string& name : copied.left_out) {
      warn({{"「" + source_ + "/" + name + "」は使い方の分からないものなので、公開しません。",
             "It is not known what \"" + source_ + "/" + name + "\" is for; it is not published."},
            {}});
    }
  }

  // The same checks as `check --render`, in the same words.
  std::shared_ptr<const content::Snapshot> load(const std::string& copy) {
    content::Loaded loaded = config::load_content(files_, copy, "");
    show(loaded.diagnostics, copy);
    return loaded.snapshot;
  }

  bool is_good(const std::string& copy) {
    const auto snapshot = load(copy);
    if (!snapshot || !fine(inspect::unknown_icons(*snapshot))) return false;
    auto opened = render::ScreenContext::open();
    if (!opened) return fine({opened.error()});
    render::ScreenContext& screen_context = *opened.value();
    std::vector<content::Diagnostic> missing = inspect::missing_glyphs(files_, copy, "", screen_context.faces());
    show(missing, copy);
    if (!missing.empty()) return false;
    for (const base::Error& one : inspect::missing_dictionary()) warn(one);
    for (const base::Error& one : inspect::unreadable_colours(*snapshot)) warn(one);
    return lays_out(screen_context, snapshot) && draws(screen_context, snapshot);
  }

 private:
  bool fine(const std::vector<base::Error>& errors) const {
    print_error(errors, staff_);
    return errors.empty();
  }

  void warn(const base::Error& warning) {
    ++warnings_;
    print_error(warning, staff_);
  }

  // Staff mend the source: the copy's name means nothing to them, and goes away.
  void show(std::vector<content::Diagnostic>& diagnostics, const std::string& copy) {
    for (content::Diagnostic& one : diagnostics) {
      if (one.file.starts_with(copy)) one.file.replace(0, copy.size(), source_);
      if (one.severity == content::Diagnostic::Severity::warning) ++warnings_;
    }
    print_error(diagnostics, staff_);
  }

  bool lays_out(render::ScreenContext& screen_context, const std::shared_ptr<const content::Snapshot>& snapshot) {
    progress_.begin({"並べて確かめた画面", "laid out"});
    std::vector<base::Error> errors;
    for (const content::Hub& hub : snapshot->hubs) {
      for (base::Error& error :
           inspect::check_rendering(screen_context, snapshot, hub, today_, [this] { progress_.one_more(); })) {
        errors.push_back(std::move(error));
      }
    }
    progress_.end();
    return fine(errors);
  }

  bool draws(render::ScreenContext& screen_context, const std::shared_ptr<const content::Snapshot>& snapshot) {
    auto show = render::ScreenshotRenderer::open(screen_context);
    if (!show) return fine({show.error()});
    progress_.begin({"描いて確かめた画面", "drawn"});
    std::vector<base::Error> errors;
    for (const content::Hub& hub : snapshot->hubs) {
      for (base::Error& error : inspect::check_drawing(screen_context, *show.value(), snapshot, hub, today_,
                                                       [this] { progress_.one_more(); })) {
        errors.push_back(std::move(error));
      }
    }
    progress_.end();
    return fine(errors);
  }

  base::StaffLanguage staff_;
  std::string source_;
  base::DiskFiles files_;
  base::Date today_ = base::SystemClock().today();
  Progress progress_;
  int warnings_ = 0;
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
  const base::StaffLanguage staff = options.staff;
  const base::SystemCalls calls;
  const bool back = !options.roll_back.empty();
  Inspection inspection(staff, back ? options.roll_back : options.source);
  content::Publishing publishing;
  publishing.refused = [&](const base::Error& error) { print_error(error, staff); };
  publishing.copied = [&](const content::Copied& copied) { inspection.copied(copied); };
  // What is gone back to was checked when it was published; it must still be readable.
  publishing.is_good = [&](const std::string& copy) {
    return back ? inspection.load(copy) != nullptr : inspection.is_good(copy);
  };
  const base::Status done = back ? content::roll_back(calls, options.roll_back, publishing)
                                 : content::publish(calls, options.source, options.to, publishing);
  if (!done) return Failure(done.error());
  if (back) {
    inspection.progress().say(
        {"1つ前の中身に戻しました: " + options.roll_back, "back to the content before: " + options.roll_back});
  } else {
    inspection.progress().say(published(options, inspection.warnings()));
  }
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
