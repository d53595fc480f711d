#include "desk/typing.h"

#include <algorithm>

#include "base/parse.h"
#include "desk/hub_texts.h"
#include "desk/typed/edited.h"

namespace hub::desk {

namespace {

base::Error overtaken(const base::Message& name) {
  return {{name.ja + "は、ほかのところで先に変えられました。いま打った文は、まだ入れていません。",
           name.en + " was changed elsewhere meanwhile. What was typed is not in the draft."},
          {"2 つの文を見くらべて、どちらにするか選んでください。", "Compare the two, and choose one."}};
}

base::Error gone_meanwhile(const base::Message& name) {
  return {{name.ja + "は、ほかのところで先に消されました。いま打った文は、まだ入れていません。",
           name.en + " was removed elsewhere meanwhile. What was typed is not in the draft."},
          {"要る文なら、書き足してください。", "Add it anew if it is wanted."}};
}

base::Error nothing_to_undo() { return {{"もどすものがありません。", "There is nothing to undo."}, {"", ""}}; }

base::Error undo_overtaken() {
  return {{"下書きが、ほかのところで先に変えられました。まだ、もどしていません。",
           "The draft was changed elsewhere meanwhile. Nothing was undone."},
          {"今の下書きを見てから、もう一度お試しください。", "Look at the draft as it is now, and try again."}};
}

// Where a place of the past is now.
std::optional<Address> follow(const std::vector<Step>& since, Address at) {
  for (const Step& step : since) {
    auto now = moved_by(step, at.file, std::move(at.pointer));
    if (!now) return std::nullopt;
    at.pointer = *std::move(now);
  }
  return at;
}

bool touches(const Edit& edit, const Address& at) {
  const auto in = [](const std::string& a, const std::string& b) { return a == b || a.starts_with(b + "/"); };
  return edit.file == at.file && (in(edit.pointer, at.pointer) || in(at.pointer, edit.pointer));
}

// Who has last changed what is there.
std::string changed_by(const Work& work, const Address& at) {
  const std::vector<WorkStep>& steps = work.steps();
  const auto last = std::find_if(steps.rbegin(), steps.rend(), [&](const WorkStep& one) {
    return std::ranges::any_of(one.step.edits, [&](const Edit& edit) { return touches(edit, at); });
  });
  return last == steps.rend() ? "" : last->who;
}

// One edit on the draft as it is, inside the lock.
class Typing {
 public:
  Typing(const Desk& desk, Work& work, bool begins, const TypedBy& by)
      : desk_(desk), work_(work), begins_(begins), by_(by), content_(desk, work) {}

  // Done: `outcome` says what became of it; the draft is changed only where it is Typed.
  TypedOutcome make(const TypedEdit& given) {
    if (auto known = content_.known(); !known) return known.error();
    auto placed = placed_anew(given, [&](const Address& at) { return content_.inside(at); });
    TypedEdit edit = *std::move(placed);
    if (by_.seen && !is_current(*by_.seen)) {
      if (auto conflict = overtaken_by(*by_.seen, edit)) return *std::move(conflict);
    }
    EditedFiles files = content_.edited_files();
    files.seen_japanese = seen_japanese_;
    auto done = edited(files, edit);
    if (!done) return done.error();
    Edited& made = done.value();
    const std::optional<Address> at = made.at ? std::optional(content_.outside(*made.at)) : std::nullopt;
    if (made.step.edits.empty() && !made.counts) return Typed{mark(), at, false, std::move(made.notices)};
    WorkStep step;
    step.at = desk_.now();
    step.who = by_.who;
    step.label = std::move(made.label);
    step.typed = note_of(edit);
    for (const Edit& one : made.step.edits) work_.take_up(one.file, content_.shown(one.file));
    step.step = std::move(made.step);
    if (auto typed = work_.type(std::move(step), by_.goes_on); !typed) return typed.error();
    return Typed{{work_.id(), work_.revision()}, at, true, std::move(made.notices)};
  }

 private:
  DraftMark mark() const { return begins_ ? DraftMark() : DraftMark{work_.id(), work_.revision()}; }
  bool is_current(const DraftMark& seen) const { return seen == mark() || (begins_ && seen.draft.empty()); }

  TypedNote note_of(const TypedEdit& edit) const {
    TypedNote note{place_of(edit, desk_.hub()), "", ""};
    if (const auto* text = std::get_if<SetText>(&edit)) note.language = text->language;
    if (const auto* confirmed = std::get_if<ConfirmRendering>(&edit)) note.language = confirmed->language;
    if (!note.language.empty() && note.language != "ja") {
      note.japanese = seen_japanese_.value_or(read_there(content_.edited_files(), SetText{note.at, "", "ja"}));
    }
    return note;
  }

  // The draft as the writer saw it; nothing: that is not known.
  std::optional<PastDraft> past(const DraftMark& seen) const {
    if (begins_) return std::nullopt;
    if (seen.draft == work_.id()) return work_.as_of(seen.revision);
    if (!seen.draft.empty()) return std::nullopt;
    return content_.before_the_draft();
  }

  // Nothing: the edit, now where it belongs, still fits.
  std::optional<TypedConflict> overtaken_by(const DraftMark& seen, TypedEdit& edit) {
    const auto before = past(seen);
    const EditedFiles now = content_.edited_files();
    if (!before) {
      if (by_.saw && *by_.saw == read_there(now, edit)) return std::nullopt;
      return conflict(edit, edit, nullptr);
    }
    const ContentFiles files_then = content_.with_shown(before->files);
    const EditedFiles then{files_then, now.services, now.rules, now.report_file, {}, std::nullopt};
    const auto placed = placed_anew(edit, [&](const Address& at) { return follow(before->since, at); });
    if (!placed) return conflict(edit, edit, &then, true);
    if (rests_on(then, edit) != rests_on(now, *placed)) return conflict(edit, *placed, &then);
    if (const auto* text = std::get_if<SetText>(&edit); text && text->language != "ja") {
      seen_japanese_ = read_there(then, SetText{text->at, "", "ja"});
    }
    edit = *placed;
    return std::nullopt;
  }

  TypedConflict conflict(const TypedEdit& given, const TypedEdit& placed, const EditedFiles* then, bool gone = false) {
    const Address at = place_of(placed, desk_.hub());
    const base::Message name = content_.name_of(at);
    TypedConflict found;
    found.at = content_.outside(at);
    found.ours = typed_there(given);
    found.theirs = gone ? "" : read_there(content_.edited_files(), placed);
    found.before = then ? read_there(*then, given) : "";
    found.gone = gone;
    found.who = changed_by(work_, at);
    found.mark = mark();
    found.message = gone ? gone_meanwhile(name) : overtaken(name);
    return found;
  }

  const Desk& desk_;
  Work& work_;
  bool begins_;
  const TypedBy& by_;
  HubTexts content_;
  std::optional<std::string> seen_japanese_;
};

}  // namespace

std::string word_of(const DraftMark& mark) { return mark.draft + ":" + std::to_string(mark.revision); }

std::optional<DraftMark> mark_from(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == word.npos) return std::nullopt;
  const auto revision = base::parse_count(word.substr(colon + 1), 1'000'000'000);
  const std::string_view draft = word.substr(0, colon);
  const auto is_of_id = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  if (!revision || !std::ranges::all_of(draft, is_of_id)) return std::nullopt;
  return DraftMark{std::string(draft), *revision};
}

TypedOutcome type(Desk& desk, const TypedEdit& edit, const TypedBy& by) {
  TypedOutcome outcome = base::Error{};
  const base::Status done = desk.change_or_begin([&](Work& work, bool begins) -> base::Status {
    outcome = Typing(desk, work, begins, by).make(edit);
    if (const auto* error = std::get_if<base::Error>(&outcome)) return *error;
    return base::Done{};
  });
  if (!done) return done.error();
  return outcome;
}

base::Status undo_typed(Desk& desk, const TypedBy& by) {
  return desk.change_or_begin([&](Work& work, bool begins) -> base::Status {
    if (begins || work.steps().empty()) return nothing_to_undo();
    if (by.seen && *by.seen != DraftMark{work.id(), work.revision()}) return undo_overtaken();
    work.undo();
    return base::Done{};
  });
}

}  // namespace hub::desk
