// desk: staff's unpublished work, from a report to what shows, as the touch panel and the browser do it.
#include "desk/desk.h"

#include <cstdlib>
#include <map>
#include <string>

#include "base/counters.h"
#include "base/parse.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/desk_texts.h"
#include "cli/drawing.h"
#include "cli/print.h"
#include "cli/printed_publishing.h"
#include "cli/read_files.h"
#include "desk/json/desk_json.h"
#include "desk/store/folder_item.h"
#include "report/sandbox/read_document.h"

namespace hub::cli {

namespace {

struct DeskOptions : ScreenOptions {
  std::string action;
  std::string first;   // what the action is about: a file, a number, a route, a version
  std::string second;  // the answer
  std::string state;   // empty: where the kiosk of this user keeps it
  std::string who;
  std::string lines;  // for answer: 12-15, or 3:12-3:15 with pages
  std::string place;  // for answer: where those lines go
  std::string marks;  // for add
  std::string draft;  // that whoever types has seen
  int to = 0;         // for add and move
  bool render = false;
  bool replace = false;
  bool json = false;
  ReadingOptions reading;
};

class DeskCommand {
 public:
  explicit DeskCommand(const DeskOptions& options)
      // NOLINTNEXTLINE(clang-analyzer-optin.cplusplus.UninitializedObject): the desk's constructor is not looked into
      : options_(options), desk_(calls_, clock_, setup_of(options)), by_{options.who, 0} {}

  using Action = Outcome (DeskCommand::*)();

  base::Status known() const { return desk_.known(); }

  Outcome status() {
    const auto work = desk_.work();
    if (!work) return Failure(work.error());
    if (options_.json) return print(desk::status_json(desk_, work.value()));
    say_inbox();
    if (!work.value()) {
      say({"下書きはありません。", "There is no draft."});
    } else {
      say_draft(*work.value());
    }
    say_shown();
    return Exit::done;
  }

  Outcome open() {
    if (options_.first.empty()) return usage("open 報告書.pdf", "open report.pdf");
    const base::DiskFiles files;
    std::string path = options_.first, name = path;
    if (const auto item = desk_.inbox().find(path)) {
      if (item->kind == desk::InboxItem::Kind::content_folder) return open_folder(*item);
      path = desk_.inbox().path_of(*item);
      name = item->name;
    }
    const auto bytes = files.read(path, report::kMaxReportBytes);
    if (!bytes) return Failure(bytes.error());
    ReadingOptions reading = options_.reading;
    reading.config = options_.config;
    const auto document = read_report(files, path, reading, options_.staff);
    if (!document) return Failure(document.error());
    const auto opened = desk_.open(bytes.value(), name, document.value(), options_.replace);
    if (!opened) return Failure(opened.error());
    return questions();
  }

  Outcome open_folder(const desk::InboxItem& item) {
    const auto bytes = desk_.inbox().read(item);
    if (!bytes) return Failure(bytes.error());
    const auto files = desk::files_of_folder(bytes.value());
    if (!files) return Failure(files.error());
    const auto opened = desk_.open_folder(files.value(), item.name, options_.replace);
    if (!opened) return Failure(opened.error());
    return questions();
  }

  Outcome questions() {
    return with_work([&](const desk::Work& work) -> Outcome {
      if (options_.json) return print(desk::questions_json(work));
      say_draft(work);
      for (const desk::OpenQuestion& one : desk::Desk::questions_of(work)) say_question(work, one);
      return Exit::done;
    });
  }

  Outcome answer() {
    const auto number = base::parse_count(options_.first, 10'000);
    const bool chosen = !options_.second.empty() || (!options_.lines.empty() && !options_.place.empty());
    if (!number || *number == 0 || !chosen) {
      return usage("answer 1 2（質問の番号と、答えの番号）", "answer 1 2 (the question's number and the answer's)");
    }
    const int question = *number - 1;
    if (!options_.lines.empty()) return answer_with_lines(question);
    if (options_.second == "later") return done(desk_.put_off(question, by_));
    if (options_.second == "undo") return take_back(question);
    std::string choice = options_.second;
    if (const auto place = base::parse_count(choice, 10'000)) {
      const auto work = desk_.work();
      if (!work) return Failure(work.error());
      const bool there = work.value() && question < static_cast<int>(work.value()->reading().questions.size());
      const auto choices = there ? desk::choices_for(work.value()->asked(question)) : std::vector<desk::Choice>{};
      if (*place > 0 && *place <= static_cast<int>(choices.size())) {
        choice = choices[static_cast<std::size_t>(*place) - 1].id;
      }
    }
    return done(desk_.answer(question, choice, by_));
  }

  Outcome undo() { return done(desk_.undo(by_)); }
  Outcome discard() { return done(desk_.discard()); }

  Outcome changes() {
    return with_work([&](const desk::Work& work) -> Outcome {
      const std::vector<desk::StatementChange> found = desk_.changes(work);
      if (options_.json) return print(desk::changes_json(found));
      for (const desk::StatementChange& one : found) say_change(one);
      say_differing(desk_, work, options_.staff);
      if (found.empty()) say({"変わるところはありません。", "Nothing changes."});
      return Exit::done;
    });
  }

  Outcome preview() {
    if (options_.first.empty() || options_.out.empty()) {
      return usage("preview goals/1 --out 画面.png", "preview goals/1 --out screen.png");
    }
    return with_work([&](const desk::Work& work) -> Outcome {
      const base::DiskFiles files;
      const auto reader = desk_.preview(files, work);
      if (!reader) return Failure(reader.error());
      ScreenOptions drawn = options_;
      drawn.content = reader.value().folder();
      drawn.screen = options_.first;
      return draw_screen(reader.value(), drawn);
    });
  }

  Outcome publish() {
    PrintedPublishing printed(options_.staff, options_.content, options_.hub);
    using Colliding = desk::Desk::Colliding;
    const Colliding colliding = options_.replace ? Colliding::draft_wins : Colliding::refused;
    if (const auto work = desk_.work(); work && work.value()) say_differing(desk_, *work.value(), options_.staff);
    return shown(desk_.publish(by_, printed, colliding), printed);
  }

  Outcome back() {
    const auto version = base::parse_count(options_.first, 1'000'000);
    if (!version || *version == 0) return usage("back 3（版の番号）", "back 3 (the number of a version)");
    PrintedPublishing printed(options_.staff, options_.content, options_.hub);
    return shown(desk_.go_back(*version, by_, printed), printed);
  }

  Outcome texts() {
    return act_on_texts(
        desk_, {options_.action, options_.first, options_.second, options_.language, options_.marks, options_.draft,
                options_.who, options_.to, options_.render, options_.json, options_.staff});
  }

  Outcome history() {
    const std::vector<desk::PublishedVersion> versions = desk_.history();
    if (options_.json) return print(desk::history_json(versions));
    for (const desk::PublishedVersion& one : versions) {
      print_fields(stdout, {std::to_string(one.number), one.at, one.what, one.source, one.who,
                            one.kept ? "" : base::Message{"もう戻せません", "not kept"}.in(options_.staff)});
    }
    return Exit::done;
  }

 private:
  static desk::DeskSetup setup_of(const DeskOptions& options) {
    const std::string state = options.state.empty() ? config::state_folder(std::getenv) : options.state;
    return {state, options.content, options.hub};
  }

  void say(const base::Message& what) const { print_line(stdout, what.in(options_.staff)); }
  Outcome print(const std::string& json) const {
    print_json(stdout, json);
    return Exit::done;
  }
  static Outcome usage(const std::string& ja, const std::string& en) {
    return Failure::usage({"続けて書いてください（例: " + program_name() + " desk " + ja + "）。",
                           "Say more (" + program_name() + " desk " + en + ")."});
  }
  static Outcome done(const base::Status& status) {
    if (!status) return Failure(status.error());
    return Exit::done;
  }

  template <class Act>
  Outcome with_work(const Act& act) {
    const auto work = desk_.work();
    if (!work) return Failure(work.error());
    if (work.value()) return act(*work.value());
    return Failure(
        base::Error{{"下書きがありません。", "There is no draft."},
                    {program_name() + " desk open 報告書.pdf --hub " + options_.hub + " で、報告書を入れてください。",
                     "Open a report: " + program_name() + " desk open report.pdf --hub " + options_.hub}});
  }

  // 12, 3:12
  static std::optional<report::Place> place_of(std::string_view words) {
    const std::size_t colon = words.find(':');
    const auto page = colon == words.npos ? std::optional(0) : base::parse_count(words.substr(0, colon), 100'000);
    const auto line = base::parse_count(words.substr(colon == words.npos ? 0 : colon + 1), 1'000'000);
    if (!page || !line) return std::nullopt;
    return report::Place{*page, *line};
  }

  Outcome answer_with_lines(int question) {
    const std::size_t dash = options_.lines.find('-');
    const auto first = place_of(options_.lines.substr(0, dash));
    const auto last = dash == options_.lines.npos ? first : place_of(options_.lines.substr(dash + 1));
    if (!first || !last || options_.place.empty()) {
      return usage("answer 1 --lines 12-15 --place /purpose（ページがあれば 2:12-2:15）",
                   "answer 1 --lines 12-15 --place /purpose (with pages: 2:12-2:15)");
    }
    return done(desk_.put_lines(question, *first, *last, options_.place, by_));
  }

  Outcome take_back(int question) {
    const auto again = desk_.take_back(question, by_);
    if (!again) return Failure(again.error());
    for (const int one : again.value()) {
      const std::string number = std::to_string(one + 1);
      say({"質問 " + number + " も、もう一度お答えください。", "Question " + number + " is open again as well."});
    }
    return Exit::done;
  }

  Outcome shown(const base::Result<desk::PublishedVersion>& version, const PrintedPublishing& printed) const {
    if (!version) return Failure(version.error());
    printed.say({"映しました: " + version.value().what + "（版 " + std::to_string(version.value().number) + "）",
                 "It shows now: version " + std::to_string(version.value().number)});
    return Exit::done;
  }

  void say_inbox() const {
    for (const desk::InboxItem& item : desk_.inbox().list()) print_fields(stdout, {item.id, item.at, item.name});
  }
  void say_draft(const desk::Work& work) const {
    int open = 0;
    const auto all = static_cast<int>(work.reading().questions.size());
    for (int i = 0; i < all; ++i) {
      const desk::Work::State state = work.state_of(i);
      if (state == desk::Work::State::open || state == desk::Work::State::later) ++open;
    }
    const std::string& name = work.source().name;
    const base::Message from = name.empty() ? base::Message{"いま映っている文から", "of what shows"}
                                            : base::Message{"「" + name + "」から", "of \"" + name + "\""};
    say({"下書き: " + from.ja + "。確かめてほしいところ " + base::counted(all) + "、うちまだのもの " +
             base::counted(open),
         "draft: " + from.en + "; questions: " + std::to_string(all) + ", open: " + std::to_string(open)});
  }
  void say_shown() const {
    const std::vector<desk::PublishedVersion> versions = desk_.history();
    if (versions.empty()) return;
    const desk::PublishedVersion& now = versions.front();
    const std::string number = std::to_string(now.number);
    say({"いま映っているもの: 版 " + number + "、" + now.what + (now.at.empty() ? "" : "（" + now.at + " から）"),
         "showing: version " + number + (now.at.empty() ? "" : ", since " + now.at)});
  }
  void say_question(const desk::Work& work, const desk::OpenQuestion& one) const {
    print_line(stdout, "");
    print_line(stdout, std::to_string(one.number + 1) + ". " + one.question.message.in(options_.staff));
    for (const report::ReportLine& line : one.question.lines) {
      const std::string where = report::describe(line.place, work.reading().kind, options_.staff);
      print_line(stdout, (line.place == one.question.place ? "   > " : "     ") + where + ": " + line.words);
    }
    if (one.answer && one.state == desk::Work::State::answered) {
      return print_line(stdout, "   ✓ " + one.answer->in(options_.staff));
    }
    int number = 0;
    for (const desk::Choice& choice : one.choices) {
      ++number;
      if (number <= kMostShown) {
        print_line(stdout, "   " + std::to_string(number) + ") " + choice.label.in(options_.staff));
      }
    }
    if (number > kMostShown) {
      const std::string more = std::to_string(number - kMostShown);
      say({"   ほかの答え " + more + " 個は --json で見られます。", "   " + more + " more answers: see --json."});
    }
  }
  void say_change(const desk::StatementChange& change) const {
    say(change.what);
    if (!change.before.empty()) say({"  前: " + change.before, "  before: " + change.before});
    if (!change.after.empty()) say({"  後: " + change.after, "  after: " + change.after});
  }

  static constexpr int kMostShown = 8;

  const DeskOptions& options_;
  base::SystemCalls calls_;
  base::SystemClock clock_;
  desk::Desk desk_;
  desk::Desk::By by_;
};

const std::map<std::string, DeskCommand::Action>& actions() {
  static const std::map<std::string, DeskCommand::Action> all = [] {
    std::map<std::string, DeskCommand::Action> named = {
        {"status", &DeskCommand::status},   {"open", &DeskCommand::open},       {"questions", &DeskCommand::questions},
        {"answer", &DeskCommand::answer},   {"changes", &DeskCommand::changes}, {"preview", &DeskCommand::preview},
        {"publish", &DeskCommand::publish}, {"history", &DeskCommand::history}, {"back", &DeskCommand::back},
        {"undo", &DeskCommand::undo},       {"discard", &DeskCommand::discard}};
    for (const std::string& one : text_actions()) named.emplace(one, &DeskCommand::texts);
    return named;
  }();
  return all;
}

Outcome desk_command(const DeskOptions& given) {
  const auto action = actions().find(given.action);
  if (action == actions().end()) {
    std::string all;
    for (const auto& one : actions()) all += (all.empty() ? "" : "、") + one.first;
    return Failure::usage({"何をするか書いてください: " + all + "。", "Say what to do: " + all + "."});
  }
  DeskOptions options = given;
  if (options.hub.empty()) {
    return Failure::usage({"--hub も書いてください（例: --hub izumi）。", "--hub is wanted as well (--hub izumi)."});
  }
  if (options.content.empty()) options.content = config::default_content_folder(base::DiskFiles());
  DeskCommand command(options);
  if (auto known = command.known(); !known) return Failure(known.error());
  return (command.*action->second)();
}

void declare(Options& options, DeskOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。必ず書きます", "The name of a hub's folder (required)"});
  options.text(
      "ACTION", {"すること", "ACTION"}, values.action,
      {"status（今のようす）、open（報告書を入れる）、questions（質問）、answer（答える）、undo（1 つもどす）、"
       "discard（下書きをやめる）、changes（変わるところ）、preview（画面の絵）、publish（映す）、"
       "history（これまで）、back（前の版にもどす）。"
       "手で直す: texts（文の一覧）、set（書きかえる）、add（足す）、remove（消す）、move（移す）、split（2 "
       "つに分ける）、"
       "join（次とつなぐ）、marks（①②…）、confirm（訳はこのままでよい）、reading（ふりがな）、"
       "check（その文でよいか見るだけ）、findings（気になるところの一覧）",
       "status, open, questions, answer, undo, discard, changes, preview, publish, history, back; by hand: texts, set, "
       "add, remove, move, split, join, marks, confirm, reading, check, findings"});
  options.text(
      "WHAT", {"対象", "WHAT"}, values.first,
      {"open の報告書、answer の質問の番号、preview の画面、back の版の番号、手で直す文の場所（texts に出る名前）、"
       "reading のことば",
       "The report of open, the question's number of answer, the screen of preview, the version of back, the "
       "place of a text (of texts), the word of reading"});
  options.text(
      "CHOICE", {"答え", "CHOICE"}, values.second,
      {"answer の答えの番号か名前。later はあとで、undo は取り消し。set、add、check の文、move の行き先の一覧、"
       "split の文字の数、marks の番号（1,2 か none）、reading の読み（none は読みを決めない、default はもとの読み）",
       "The answer's number or name; later: not now; undo takes it back. The words of set, add and check, the "
       "list of move, the characters before split, the marks of marks (1,2 or none), the hiragana of reading "
       "(none: of its own none; default: as it was)"});
  options.text("--state", {"フォルダー", "FOLDER"}, values.state,
               {"下書きと履歴を置くところ。書かなければ、このキオスクの状態のフォルダー",
                "Where drafts and history are kept (default: this kiosk's state folder)"});
  options.text("--who", {"名前", "NAME"}, values.who,
               {"だれがしたか。履歴に残ります", "Who does it; kept in the history"});
  options.text("--lines", {"行", "LINES"}, values.lines,
               {"answer: 報告書の行（12-15、ページがあれば 2:12-2:15）を --place に入れます",
                "answer: lines of the report (12-15, with pages 2:12-2:15) go to --place"});
  options.text("--place", {"場所", "PLACE"}, values.place,
               {"answer: 入れる場所（questions --json の places）", "answer: the place, of questions --json"});
  options.flag("--replace", values.replace,
               {"open: 答えのある下書きがあっても、新しく作りなおします。publish: "
                "あとから映されたものとちがっていても、下書きのほうを映します",
                "open: give up a draft that has answers; publish: show the draft where something else was published"});
  options.text("--marks", {"番号", "MARKS"}, values.marks,
               {"add: ①② の番号（1,2）", "add: the marks of the new entry (1,2)"});
  options.number("--to", {"数", "N"}, values.to, {1, 1000},
                 {"add、move: 一覧の何番目に入れるか。書かなければ最後",
                  "add, move: which place in the list (default: the last)"});
  options.text(
      "--draft", {"下書き", "DRAFT"}, values.draft,
      {"手で直す: texts --json の draft。そのあとで同じ文が変えられていたら、何もせずに両方を出します",
       "by hand: the draft of texts --json; where the same text was changed since, nothing is done and both are "
       "shown"});
  options.flag("--render", values.render, {"findings: すべての画面を描いて確かめます", "findings: draw every screen"});
  options.flag("--json", values.json, {"JSON で出します", "Print JSON"});
  options.text("--out", {"ファイル", "FILE"}, values.out, {"preview の PNG のファイル", "The PNG file of preview"});
  declare_without_sandbox(options, values.reading);
  declare_drawing(options, values);
}

}  // namespace

void add_desk(CommandLine& line) {
  line.add("desk",
           {"報告書から画面まで: 下書き、質問と答え、変わるところ、公開、前の版",
            "From the report to the screen: draft, questions and answers, changes, publishing, versions before"},
           declare, desk_command);
}

}  // namespace hub::cli
