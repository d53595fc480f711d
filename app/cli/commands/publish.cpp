// publish: checks a folder of content as nobody else does, then shows it on the kiosks; --rollback goes one back.
#include <optional>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/printed_publishing.h"
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
