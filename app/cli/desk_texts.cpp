#include "cli/desk_texts.h"

#include <algorithm>

#include "base/parse.h"
#include "cli/print.h"
#include "desk/json/typing_json.h"

namespace hub::cli {

namespace {

using desk::Address;

constexpr int kMostMark = 20;

Failure usage(const std::string& ja, const std::string& en) {
  return Failure::usage({"続けて書いてください（例: " + program_name() + " desk " + ja + "）。",
                         "Say more (" + program_name() + " desk " + en + ")."});
}

// 1,2; none
std::optional<std::vector<int>> marks_of(std::string_view words) {
  std::vector<int> marks;
  if (words.empty() || words == "none") return marks;
  while (true) {
    const std::size_t comma = words.find(',');
    const auto mark = base::parse_count(words.substr(0, comma), kMostMark);
    if (!mark || *mark == 0) return std::nullopt;
    marks.push_back(*mark);
    if (comma == words.npos) return marks;
    words.remove_prefix(comma + 1);
  }
}

// Both, with what differs in 【】.
void say_source(const desk::SourceWords& source, base::StaffLanguage staff) {
  const std::string& ours = source.marked_ours;
  const std::string& theirs = source.marked_source.empty() ? source.words : source.marked_source;
  print_line(stdout, base::Message{"  下書き: " + ours, "  draft:  " + ours}.in(staff));
  print_line(stdout, base::Message{"  報告書: " + theirs, "  report: " + theirs}.in(staff));
}

class TextCommand {
 public:
  TextCommand(desk::Desk& desk, const TextOptions& options) : desk_(desk), options_(options) {}

  Outcome texts() const {
    const auto found = desk::texts(desk_, desk::WithReadings::yes);
    if (!found) return Failure(found.error());
    if (options_.json) {
      print_json(stdout, desk::texts_json(found.value()));
      return Exit::done;
    }
    for (const desk::Statement& one : found.value().statements) {
      if (one.japanese.empty() && one.value.empty()) continue;
      print_fields(stdout, {desk::word_of(one.address), one.name.in(options_.staff),
                            one.value.empty() ? one.japanese : one.value, state_of(one)});
    }
    const base::Message differing = desk::differing_sentence(found.value().differing);
    if (found.value().differing > 0) print_line(stdout, differing.in(options_.staff));
    return Exit::done;
  }

  Outcome set() const {
    if (options_.second.empty()) return usage("set /goals/0/goal 文", "set /goals/0/goal WORDS");
    return edit(options_.first, [&](const Address& at) {
      return desk::SetText{at, options_.second, options_.language};
    });
  }
  Outcome add() const {
    const auto marks = marks_of(options_.marks);
    if (options_.second.empty() || !marks) {
      return usage("add /goals/0/activities 文 --marks 1", "add /goals/0/activities WORDS --marks 1");
    }
    return edit(options_.first, [&](const Address& at) -> desk::TypedEdit {
      if (at.pointer == "/goals" || at.pointer == "/review") return desk::AddGoal{at, options_.second};
      return desk::AddEntry{at, index(), options_.second, *marks};
    });
  }
  Outcome remove() const {
    return edit(options_.first, [&](const Address& at) -> desk::TypedEdit {
      if (options_.language != "ja") return desk::SetText{at, "", options_.language};
      return desk::Remove{at};
    });
  }
  Outcome move() const {
    const auto list = address(options_.second);
    if (!list.ok() || options_.second.empty()) {
      return usage("move /review/0/outcomes/1 /review/0/challenges", "move /review/0/outcomes/1 /review/0/challenges");
    }
    return edit(options_.first, [&](const Address& at) { return desk::MoveEntry{at, list.value(), index()}; });
  }
  Outcome split() const {
    const auto at_character = base::parse_count(options_.second, 1'000'000);
    if (!at_character) return usage("split /goals/0/activities/0/text/0 12", "split /goals/0/activities/0/text/0 12");
    return edit(options_.first, [&](const Address& at) {
      return desk::SplitEntry{at, static_cast<std::size_t>(*at_character)};
    });
  }
  Outcome join() const {
    return edit(options_.first, [](const Address& at) { return desk::JoinEntry{at}; });
  }
  Outcome marks() const {
    const auto marks = marks_of(options_.second);
    if (options_.second.empty() || !marks) {
      return usage("marks /review/0/outcomes/1 1,2（なしは none）", "marks /review/0/outcomes/1 1,2 (or none)");
    }
    return edit(options_.first, [&](const Address& at) { return desk::SetMarks{at, *marks}; });
  }
  Outcome confirm() const {
    if (options_.language == "ja") return usage("confirm /goals/0/goal --lang en", "confirm /goals/0/goal --lang en");
    return edit(options_.first, [&](const Address& at) { return desk::ConfirmRendering{at, options_.language}; });
  }
  Outcome reading() const {
    if (options_.second.empty()) {
      return usage("reading 妊娠期 にんしんき（読みを決めないときは none、もどすときは default）",
                   "reading WORD HIRAGANA (none: of its own none; default: as it was)");
    }
    desk::SetReading edit{options_.first, options_.second};
    if (options_.second == "none") edit.reading = "";
    if (options_.second == "default") edit.reading = std::nullopt;
    return type(edit);
  }

  Outcome check() const {
    const auto at = address(options_.first);
    if (!at) return Failure(at.error());
    const auto checker = desk::TextChecker::make(desk_);
    if (!checker) return Failure(checker.error());
    const auto checked = checker.value().check(at.value(), options_.language, options_.second);
    if (options_.json) {
      print_json(stdout, desk::checked_json(checked));
    } else {
      say(checked.findings);
      if (checked.source && checked.source->same == desk::SourceWords::Same::no)
        say_source(*checked.source, options_.staff);
    }
    return refused(checked.findings) ? Exit::at_fault : Exit::done;
  }

  Outcome findings() const {
    const auto work = desk_.work_or_shown();
    if (!work) return Failure(work.error());
    const auto found =
        desk::findings(desk_, work.value(), options_.render ? inspect::Depth::drawing : inspect::Depth::letters);
    if (!found) return Failure(found.error());
    if (options_.json) {
      print_json(stdout, desk::findings_json(found.value()));
    } else {
      say(found.value());
    }
    return refused(found.value()) ? Exit::at_fault : Exit::done;
  }

 private:
  static bool refused(const std::vector<desk::FieldFinding>& findings) {
    return std::ranges::any_of(findings, &desk::FieldFinding::refuses);
  }

  void say(const std::vector<desk::FieldFinding>& findings) const {
    for (const desk::FieldFinding& one : findings) {
      const base::Message kind = one.refuses ? base::Message{"エラー", "error"} : base::Message{"注意", "warning"};
      const std::string at = one.at.pointer.empty() ? one.at.file : desk::word_of(one.at);
      print_line(stdout, at + (at.empty() ? "" : ": ") + kind.in(options_.staff) + ": " + one.what.in(options_.staff));
      if (!one.remedy.ja.empty()) print_line(stdout, "    → " + one.remedy.in(options_.staff));
    }
  }

  std::string state_of(const desk::Statement& one) const {
    std::string all;
    const auto add = [&](const base::Message& what) { all += (all.empty() ? "" : "、") + what.in(options_.staff); };
    if (one.source && one.source->same == desk::SourceWords::Same::no) {
      add({"報告書とちがう", "not as the report has it"});
    }
    for (const desk::Rendering& rendering : one.renderings) {
      if (rendering.state == desk::Rendering::State::older)
        add({rendering.language + " が古い", rendering.language + " is older"});
      if (rendering.state == desk::Rendering::State::missing) {
        add({rendering.language + " がない", rendering.language + " is missing"});
      }
    }
    for (const desk::WordReading& reading : one.readings) {
      if (!reading.reviewed()) {
        add({"読みが未確認: " + reading.word + "（" + reading.reading + "）",
             "unreviewed reading: " + reading.word + " (" + reading.reading + ")"});
      }
    }
    return all;
  }

  base::Result<Address> address(const std::string& word) const {
    const auto work = desk_.work_or_shown();
    if (!work) return work.error();
    const auto at = desk::address_from(word, desk::report_path(desk_.hub(), work.value().report()));
    if (at) return *at;
    return base::Error{{"「" + word + "」は、文の場所ではありません。", "\"" + word + "\" is no place of a text."},
                       {program_name() + " desk texts --hub " + desk_.hub() + " で、場所の名前を見てください。",
                        "See " + program_name() + " desk texts --hub " + desk_.hub() + "."}};
  }

  std::size_t index() const { return options_.to > 0 ? static_cast<std::size_t>(options_.to) - 1 : std::string::npos; }

  template <class Make>
  Outcome edit(const std::string& word, const Make& make) const {
    const auto at = address(word);
    if (!at) return Failure(at.error());
    return type(make(at.value()));
  }

  Outcome type(const desk::TypedEdit& edit) const {
    desk::TypedBy by;
    by.who = options_.who;
    if (!options_.draft.empty()) {
      by.seen = desk::mark_from(options_.draft);
      if (!by.seen) return usage("set … --draft 8c1f02aa93d4:17", "set … --draft 8c1f02aa93d4:17");
    }
    const desk::TypedOutcome outcome = desk::type(desk_, edit, by);
    if (const auto* error = std::get_if<base::Error>(&outcome)) return Failure(*error);
    if (options_.json) print_json(stdout, desk::outcome_json(outcome));
    if (const auto* typed = std::get_if<desk::Typed>(&outcome)) {
      for (const base::Message& notice : typed->notices) {
        if (!options_.json) print_line(stdout, notice.in(options_.staff));
      }
      return Exit::done;
    }
    const auto& conflict = std::get<desk::TypedConflict>(outcome);
    if (!options_.json) {
      print_line(stdout,
                 base::Message{"  いまの文: " + conflict.theirs, "  now:   " + conflict.theirs}.in(options_.staff));
      print_line(stdout, base::Message{"  打った文: " + conflict.ours, "  typed: " + conflict.ours}.in(options_.staff));
    }
    return Failure(conflict.message);
  }

  desk::Desk& desk_;
  const TextOptions& options_;
};

using Action = Outcome (TextCommand::*)() const;

const std::vector<std::pair<std::string, Action>>& actions() {
  static const std::vector<std::pair<std::string, Action>> all = {
      {"texts", &TextCommand::texts},     {"set", &TextCommand::set},     {"add", &TextCommand::add},
      {"remove", &TextCommand::remove},   {"move", &TextCommand::move},   {"split", &TextCommand::split},
      {"join", &TextCommand::join},       {"marks", &TextCommand::marks}, {"confirm", &TextCommand::confirm},
      {"reading", &TextCommand::reading}, {"check", &TextCommand::check}, {"findings", &TextCommand::findings}};
  return all;
}

}  // namespace

const std::vector<std::string>& text_actions() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& one : actions()) all.push_back(one.first);
    return all;
  }();
  return names;
}

Outcome act_on_texts(desk::Desk& desk, const TextOptions& options) {
  const TextCommand command(desk, options);
  for (const auto& [name, action] : actions()) {
    if (name == options.action) return (command.*action)();
  }
  return usage("texts", "texts");
}

void say_differing(const desk::Desk& desk, const desk::Work& work, base::StaffLanguage staff) {
  const std::vector<desk::Statement> differing = desk::differing_statements(desk, work);
  if (differing.empty()) return;
  print_line(stdout, desk::differing_sentence(static_cast<int>(differing.size())).in(staff));
  for (const desk::Statement& one : differing) {
    print_line(stdout, one.name.in(staff));
    say_source(*one.source, staff);
  }
}

}  // namespace hub::cli
