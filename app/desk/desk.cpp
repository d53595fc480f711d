#include "desk/desk.h"

#include <algorithm>
#include <iterator>

#include "base/path.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "base/versioned_folder.h"
#include "config/paths.h"
#include "content/model/year.h"
#include "desk/draft/hub_changes.h"
#include "desk/draft_beginning.h"
#include "desk/hub_texts.h"
#include "desk/store/folders.h"
#include "report/draft/carried_renderings.h"
#include "report/draft/selected_lines.h"
#include "report/draft/write_draft.h"

namespace hub::desk {

namespace {

base::Error no_draft() {
  return {{"下書きがありません。", "There is no draft."}, {"まず、報告書を入れてください。", "Open a report first."}};
}

base::Error draft_in_the_way() {
  return {
      {"まだ映していない下書きがあります。何も変えていません。", "There is a draft that does not show yet."},
      {"その下書きを画面に映すか、やめてから、もう一度お試しください。", "Publish it or give it up, and try again."}};
}

base::Error no_such_question(std::size_t count) {
  const std::string all = std::to_string(count);
  return {{"その番号の質問はありません（質問は " + all + " 個です）。",
           "There is no such question; there are " + all + "."},
          {"質問の一覧を見て、番号を選びなおしてください。", "Look at the list of questions."}};
}

base::Error do_not_collide() {
  return {{"それは、もうちがっていません。", "These do not differ any more."},
          {"今の下書きを見てください。", "Look at the draft as it is now."}};
}

// A text that was kept although another one shows is asked about again when yet another one shows.
std::vector<Collision> undecided(const Work& work, std::vector<Collision> collisions) {
  std::erase_if(collisions, [&](const Collision& one) {
    const WorkStep* decision = work.decision_on(one);
    return decision && decision->choice == kOurs && decision->about->theirs == one.theirs;
  });
  return collisions;
}

// Of a report that names no year: it is of this year, of the next or of the last.
void offer_years(std::vector<report::Question>& questions, int this_year) {
  for (report::Question& question : questions) {
    if (question.kind != report::Question::Kind::missing || question.field != "/goalYear") continue;
    for (const int year : {this_year, this_year + 1, this_year - 1}) {
      report::Alternative& one = question.alternatives.emplace_back();
      one.year = year;
      one.confidence = year == this_year ? 0.4 : 0.3;
    }
  }
}

bool has_question(const Work& work, int question) {
  return question >= 0 && question < static_cast<int>(work.reading().questions.size());
}

std::string quoted(const std::string& words) {
  constexpr std::size_t kMostShown = 24;  // characters
  const std::u32string all = base::decode_utf8(words);
  return "「" + base::encode_utf8(all.substr(0, kMostShown)) + (all.size() > kMostShown ? "…」" : "」");
}

base::Message said_of(const Entry& words) {
  if (words.texts.empty()) return {};
  return {words.texts.front(), words.texts.front()};
}

std::string text_at(const std::string& report, const std::string& pointer) {
  return ReportEditor("", report).text(pointer);
}

}  // namespace

std::vector<StatementChange> changes_by(const Work& work, const Choice& choice) {
  const auto after = made(work.files(), choice.step);
  if (!after) return {};
  return changes_between(work.report(), after.value().at(kReportFile));
}

base::Message consequence_of(const Work& work, const Choice& choice) {
  const std::vector<StatementChange> changes = changes_by(work, choice);
  if (changes.empty()) return {"下書きの文は変わりません。", "The draft's words stay as they are."};
  const StatementChange& first = changes.front();
  base::Message said = first.what;
  if (!first.before.empty())
    said = {said.ja + "。前: " + quoted(first.before), said.en + "; before: " + quoted(first.before)};
  if (!first.after.empty())
    said = {said.ja + "。後: " + quoted(first.after), said.en + "; after: " + quoted(first.after)};
  if (changes.size() > 1) {
    const std::string more = std::to_string(changes.size() - 1);
    said = {said.ja + "、ほか " + more + " か所", said.en + "; and " + more + " more"};
  }
  return said;
}

// Says what was done since, and what was to be done.
base::Error Desk::changed_meanwhile(const Work& work, int revision, const base::Message& asked_for) {
  std::string done;
  const auto since = static_cast<std::size_t>(std::max(work.revision() - revision, 0));
  const std::vector<WorkStep>& steps = work.steps();
  for (std::size_t i = steps.size() - std::min(since, steps.size()); i < steps.size(); ++i) {
    if (!steps[i].label.ja.empty()) done += "「" + steps[i].label.ja + "」";
  }
  const std::string ja = asked_for.ja.empty() ? "いまの操作" : "いまの「" + asked_for.ja + "」";
  const std::string en = asked_for.en.empty() ? "What was asked for" : "\"" + asked_for.en + "\"";
  return {{"下書きが、ほかのところで先に変えられました" + (done.empty() ? "" : "（" + done + "）") + "。" + ja +
               "は、まだ入れていません。",
           "The draft was changed elsewhere meanwhile. " + en + " was not done."},
          {"今の下書きを見てから、もう一度お試しください。", "Look at the draft as it is now, and try again."}};
}

// The newest among a hub's files.
std::string Desk::newest_report(const ContentFiles& files) const {
  std::string newest;
  for (const auto& [name, bytes] : files) {
    if (name.starts_with(setup_.hub + "/reports/") && name.ends_with(".json")) newest = bytes;
  }
  return newest;
}

Desk::Desk(const base::SystemCalls& calls, const base::Clock& clock, DeskSetup setup)
    : calls_(calls),
      clock_(clock),
      setup_(std::move(setup)),
      paths_(setup_.state_folder, setup_.hub),
      store_(calls, paths_.draft()) {}

base::Status Desk::known() const {
  const auto is_name = [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  const bool name = !setup_.hub.empty() && std::ranges::all_of(setup_.hub, is_name);
  const std::string file = base::join(base::join(shown_content(), setup_.hub), "hub.json");
  if (name && base::DiskFiles().exists(file)) return base::Done{};
  return base::Error{
      {"「" + setup_.hub + "」という拠点は、「" + setup_.content_folder + "」にありません。",
       "There is no hub \"" + setup_.hub + "\" in \"" + setup_.content_folder + "\"."},
      {"拠点のフォルダーの名前（例: izumi）を書いてください。", "Give the name of a hub's folder (izumi)."}};
}

std::string Desk::now() const { return minute_text(clock_.local()); }

std::string Desk::shown_content() const { return base::shown_version(calls_, setup_.content_folder); }

// Of the hub, for a report that names none.
std::string Desk::ward() const {
  const content::Loaded loaded = config::load_content(base::DiskFiles(), shown_content(), setup_.hub);
  if (!loaded.snapshot) return {};
  const auto hub = std::ranges::find(loaded.snapshot->hubs, setup_.hub, &content::Hub::id);
  return hub == loaded.snapshot->hubs.end() ? std::string() : hub->ward.japanese();
}

base::Result<std::optional<Work>> Desk::work() const {
  const auto files = store_.read();
  if (!files) return files.error();
  if (files.value().empty()) return std::optional<Work>();
  auto work = Work::from_files(files.value());
  if (!work) return work.error();
  return std::optional(std::move(work).value());
}

base::Status Desk::open(std::string_view bytes, const std::string& name, const report::Document& document,
                        bool replace) {
  auto draft = report::make_draft(document, ward());
  if (!draft) return draft.error();
  offer_years(draft.value().questions, content::fiscal_year(clock_.today()));
  const auto hub_now = hub_files(nullptr);
  std::vector<std::string> earlier;
  if (hub_now) {
    for (const auto& [file, json] : hub_now.value()) {
      if (file.starts_with(setup_.hub + "/reports/")) earlier.insert(earlier.begin(), json);
    }
  }
  std::string json = report::carry_renderings(report::report_json(draft.value().report, true), earlier).json;
  const std::string sha256 = base::sha256_text(bytes);
  if (auto done = sources().add(sha256, bytes, document, sha256); !done) return done;
  Work opened(setup_.hub, {sha256, name_alone(name)}, reading_of(draft.value(), std::move(json)),
              hub_now ? hub_now.value() : ContentFiles());
  return begin(std::move(opened), replace);
}

base::Status Desk::begin(Work opened, bool replace) {
  opened.name(new_draft_id());
  return store_.change([&](const DraftFiles& files) -> base::Result<DraftFiles> {
    if (!replace && !files.empty()) {
      const auto there = Work::from_files(files);
      if (there && !there.value().steps().empty()) return draft_in_the_way();
    }
    return opened.to_files();
  });
}

base::Status Desk::discard() {
  return store_.change([](const DraftFiles&) -> base::Result<DraftFiles> { return DraftFiles(); });
}

base::Status Desk::change(const By& by, const Changing& changing, const AskedFor& asked_for) {
  return store_.change([&](const DraftFiles& files) -> base::Result<DraftFiles> {
    if (files.empty()) return no_draft();
    auto work = Work::from_files(files);
    if (!work) return work.error();
    if (by.revision != 0 && by.revision != work.value().revision()) {
      return changed_meanwhile(work.value(), by.revision, asked_for ? asked_for(work.value()) : base::Message{});
    }
    if (auto done = changing(work.value()); !done) return done.error();
    return work.value().to_files();
  });
}

base::Status Desk::answer(int question, const std::string& choice, const By& by) {
  const auto answer = [&](Work& work) -> base::Status {
    if (!has_question(work, question)) return no_such_question(work.reading().questions.size());
    return work.answer(question, choice, now(), by.who);
  };
  return change(by, answer, [&](const Work& work) -> base::Message {
    if (!has_question(work, question)) return {};
    for (const Choice& one : choices_for(work.asked(question))) {
      if (one.id == choice) return one.label;
    }
    return {};
  });
}

base::Status Desk::put_words(int question, const Entry& words, const std::string& place, const By& by) {
  const auto put = [&](Work& work) -> base::Status {
    if (!has_question(work, question)) return no_such_question(work.reading().questions.size());
    return work.put(question, words, work.asked(question).question.place, place, now(), by.who);
  };
  return change(by, put, [&](const Work&) { return said_of(words); });
}

base::Status Desk::put_lines(int question, report::Place first, report::Place last, const std::string& place,
                             const By& by) {
  const auto selected = [&](const Work& work) -> base::Result<report::SelectedWords> {
    const auto document = sources().document(work.source().sha256);
    if (!document) return document.error();
    return report::selected_words(document.value(), first, last);
  };
  const auto put = [&](Work& work) -> base::Status {
    if (!has_question(work, question)) return no_such_question(work.reading().questions.size());
    const auto words = selected(work);
    if (!words) return words.error();
    return work.put(question, {words.value().marks, words.value().texts}, words.value().place, place, now(), by.who);
  };
  return change(by, put, [&](const Work& work) {
    const auto words = selected(work);
    return words ? said_of({words.value().marks, words.value().texts}) : base::Message{};
  });
}

base::Status Desk::put_off(int question, const By& by) {
  return change(by, [&](Work& work) -> base::Status {
    if (!has_question(work, question)) return no_such_question(work.reading().questions.size());
    work.put_off(question);
    return base::Done{};
  });
}

base::Result<std::vector<int>> Desk::take_back(int question, const By& by) {
  std::vector<int> again;
  const base::Status done = change(by, [&](Work& work) -> base::Status {
    if (!has_question(work, question)) return no_such_question(work.reading().questions.size());
    auto taken = work.take_back(question);
    if (!taken) return taken.error();
    again = std::move(taken).value();
    return base::Done{};
  });
  if (!done) return done.error();
  return again;
}

base::Status Desk::undo(const By& by) {
  return change(by, [](Work& work) -> base::Status {
    work.undo();
    return base::Done{};
  });
}

std::vector<OpenQuestion> Desk::questions_of(const Work& work) {
  std::vector<OpenQuestion> questions;
  for (int number = 0; number < static_cast<int>(work.reading().questions.size()); ++number) {
    const Asked asked = work.asked(number);
    OpenQuestion& one = questions.emplace_back();
    one.number = number;
    one.state = work.state_of(number);
    one.question = asked.question;
    one.field = asked.field;
    if (asked.field) one.text_now = text_at(asked.report, *asked.field);
    one.choices = choices_for(asked);
    for (Choice& choice : one.choices) {
      if (choice.group.empty()) choice.consequence = consequence_of(work, choice);
    }
    one.places = places_for(asked);
    one.takes_more = takes_more(asked);
    const ReportEditor report(asked.file, asked.report);
    for (const PlaceForWords& place : one.places) one.place_consequences.push_back(consequence_of(report, place));
    if (const WorkStep* answer = work.answer_to(number)) one.answer = answer->label;
  }
  return questions;
}

std::vector<StatementChange> Desk::changes(const Work& work) const {
  const auto now = hub_files(nullptr);
  std::string before;
  if (now) {
    const auto same_year = now.value().find(report_path(setup_.hub, work.report()));
    before = same_year != now.value().end() ? same_year->second : newest_report(now.value());
  }
  std::vector<StatementChange> changes = changes_between(before, work.report());
  if (now) {
    ContentFiles shows = now.value();
    shows[kReportFile] = before;
    std::ranges::move(other_changes(shows, HubTexts(*this, work).edited_files()), std::back_inserter(changes));
  }
  return changes;
}

base::Result<ContentFiles> Desk::hub_files(const Work* work) const {
  ContentFiles files;
  const std::string shown = shown_content();
  const base::DiskFiles disk;
  const std::function<base::Status(const std::string&)> add = [&](const std::string& inside) -> base::Status {
    const auto entries = disk.list(base::join(shown, inside));
    if (!entries) return entries.error();
    for (const base::FileEntry& entry : entries.value()) {
      const std::string name = base::join(inside, entry.name);
      if (entry.kind == base::FileEntry::Kind::folder) {
        if (auto done = add(name); !done) return done;
      } else if (entry.kind == base::FileEntry::Kind::file && files.size() < kMostDraftFiles) {
        auto bytes = disk.read(base::join(shown, name), content::kMaxFileBytes);
        if (!bytes) return bytes.error();
        files[name] = std::move(bytes).value();
      }
    }
    return base::Done{};
  };
  const bool is_new_here = !disk.exists(base::join(shown, setup_.hub));
  if (is_new_here) return files;
  if (auto done = add(setup_.hub); !done) return done.error();
  if (!work) return files;
  for (const auto& [name, bytes] : work->files()) {
    files[name == kReportFile ? report_path(setup_.hub, bytes) : name] = bytes;
  }
  return files;
}

base::Result<Meanwhile> Desk::meanwhile_of(const Work& work) const {
  const auto shows = hub_files(nullptr);
  if (!shows) return shows.error();
  const auto of = [](const ContentFiles& files, const std::string& name) {
    const auto found = files.find(name);
    return found == files.end() ? std::string() : found->second;
  };
  Meanwhile all;
  for (const auto& [file, bytes] : work.files()) {
    const std::string name = file == kReportFile ? report_path(setup_.hub, bytes) : file;
    Meanwhile found = meanwhile(file, of(work.based_on(), name), bytes, of(shows.value(), name));
    std::ranges::move(found.moves_over, std::back_inserter(all.moves_over));
    std::ranges::move(found.collisions, std::back_inserter(all.collisions));
  }
  return all;
}

base::Result<std::vector<Collision>> Desk::collisions(const Work& work) const {
  auto found = meanwhile_of(work);
  if (!found) return found.error();
  return undecided(work, std::move(found.value().collisions));
}

base::Status Desk::decide(const std::string& file, const std::string& pointer, bool ours, const By& by) {
  return change(by, [&](Work& work) -> base::Status {
    if (auto taken = work.take_back_decision(file, pointer); !taken) return taken;
    const auto found = meanwhile_of(work);
    if (!found) return found.error();
    for (const Collision& one : found.value().collisions) {
      if (one.file == file && one.pointer == pointer) return work.decide(one, ours, now(), by.who);
    }
    return do_not_collide();
  });
}

base::Status Desk::keep_ours(const std::string& file, const std::string& pointer, const By& by) {
  return decide(file, pointer, true, by);
}

base::Status Desk::take_theirs(const std::string& file, const std::string& pointer, const By& by) {
  return decide(file, pointer, false, by);
}

base::Status Desk::ask_again(const std::string& file, const std::string& pointer, const By& by) {
  return change(by, [&](Work& work) { return work.take_back_decision(file, pointer); });
}

base::Result<OverlayReader> Desk::preview(const base::FileReader& files, const Work& work) const {
  Work with_others = work;
  auto since = meanwhile_of(work);
  if (!since) return since.error();
  if (!since.value().moves_over.empty()) {
    if (auto moved = with_others.type(std::move(since.value().moves_over), "", ""); !moved) return moved.error();
  }
  auto with_draft = hub_files(&with_others);
  if (!with_draft) return with_draft.error();
  return OverlayReader(files, shown_content(), std::move(with_draft).value());
}

base::Result<OverlayReader> Desk::preview_of(const base::FileReader& files, int version) const {
  const History history(calls_, paths_.folder);
  auto kept = history.files(version);
  if (!kept) {
    auto begun = history.begun();
    if (!begun || begun->first.number != version) return kept.error();
    kept = std::move(begun->second);
  }
  return OverlayReader(files, shown_content(), std::move(kept).value(), setup_.hub);
}

std::vector<PublishedVersion> Desk::history() const {
  const History history(calls_, paths_.folder);
  const auto shows = shown_files();
  return shows ? history.list_showing(shows.value()) : history.list();
}

}  // namespace hub::desk
