// What is typed: 文章, ことば, ふりがな. A page of ours with script saves by itself and is answered in JSON; without
// one it sends a form, and a page comes back.
#include <algorithm>

#include "base/parse.h"
#include "desk/json/typing_json.h"
#include "web/pages/typed_pages.h"
#include "web/site.h"

namespace hub::web {

namespace {

constexpr std::size_t kMostIndex = 9999;
constexpr int kMostMark = 20;

base::Error not_understood() {
  return {{"受け取れない形の直しでした。何も変えていません。", "The change could not be understood."},
          {"ページを開きなおして、もう一度お試しください。", "Open the page again, and try once more."}};
}

std::optional<desk::Address> address_of(const Fields& fields, const char* name) {
  return desk::address_from(fields.text(name), "");
}

// A browser ends lines as letters of old did.
std::string typed_words(const Fields& fields) {
  std::string words = fields.text("words");
  std::erase(words, '\r');
  return words;
}

std::vector<int> marks_of(const Fields& fields) {
  std::vector<int> marks;
  for (const std::string& one : fields.every("marks")) {
    if (const auto mark = base::parse_count(one, kMostMark)) marks.push_back(*mark);
  }
  std::ranges::sort(marks);
  return marks;
}

std::size_t index_of(const Fields& fields, const char* name) {
  return static_cast<std::size_t>(fields.number(name, 0, static_cast<int>(kMostIndex)).value_or(kMostIndex));
}

// Edits of one place.
std::optional<desk::TypedEdit> edit_at(const std::string& what, const Fields& fields) {
  const auto at = address_of(fields, "at");
  if (!at) return std::nullopt;
  if (what == "text") return desk::SetText{*at, typed_words(fields), fields.text("language")};
  if (what == "confirm") return desk::ConfirmRendering{*at, fields.text("language")};
  if (what == "opening") {
    const auto json = json_of(opening_days_of(fields));
    return json ? std::optional<desk::TypedEdit>(desk::SetValue{*at, json.value()}) : std::nullopt;
  }
  if (what == "remove") return desk::Remove{*at};
  return std::nullopt;
}

std::optional<desk::TypedEdit> edit_of_entry(const std::string& what, const Fields& fields) {
  const auto entry = address_of(fields, "entry");
  if (!entry) return std::nullopt;
  if (what == "join") return desk::JoinEntry{*entry};
  if (what == "marks") return desk::SetMarks{*entry, marks_of(fields)};
  const auto list = address_of(fields, "list");
  if (what == "move" && list) return desk::MoveEntry{*entry, *list, index_of(fields, "index")};
  return std::nullopt;
}

std::optional<desk::TypedEdit> edit_from(const Fields& fields) {
  const std::string what = fields.text("edit");
  if (what == "reading") return desk::SetReading{fields.text("word"), fields.text("reading")};
  if (what == "forget") return desk::SetReading{fields.text("word"), std::nullopt};
  if (what == "add") {
    const auto list = address_of(fields, "list");
    if (!list) return std::nullopt;
    return desk::AddEntry{*list, index_of(fields, "index"), typed_words(fields), marks_of(fields)};
  }
  if (what == "add-goal") {
    const auto section = address_of(fields, "section");
    if (!section) return std::nullopt;
    return desk::AddGoal{*section, typed_words(fields)};
  }
  if (what == "split") {
    const auto paragraph = address_of(fields, "paragraph");
    const auto cut = fields.number("cut", 1, 1'000'000);
    if (!paragraph || !cut) return std::nullopt;
    return desk::SplitEntry{*paragraph, static_cast<std::size_t>(*cut)};
  }
  if (auto edit = edit_at(what, fields)) return edit;
  return edit_of_entry(what, fields);
}

// Where a form leads back to, inside this hub.
Url back_of(const PageContext& context, const Fields& fields) {
  const auto target = parse_target(fields.text("back"));
  if (!target || target->path.size() < 2 || target->path.front() != context.desk.hub()) return context.to({"text"});
  return Url(target->path, target->query);
}

Response json(int status, std::string body) { return {status, "application/json", {}, std::move(body)}; }

}  // namespace

Response Site::show_typed(const Visit& visit) const {
  const PageContext context = visit.context(clock_);
  const std::string side = visit.part(1), part = visit.part(2);
  const bool readings = side == "words" && part == "readings";
  const auto texts = desk::texts(visit.desk, readings ? desk::WithReadings::yes : desk::WithReadings::no);
  if (!texts) return page(visit, gone_page(context, texts.error()), 500);
  if (part.empty()) {
    return page(visit, typed_index_page(context, texts.value(), side == "text" ? TypedSide::report : TypedSide::own));
  }
  if (readings) {
    const int from = visit.target.query.number("from", 0, 100'000).value_or(0);
    return page(visit, readings_page(context, texts.value(), from));
  }
  for (const TypedPart& one : typed_parts(texts.value())) {
    if (one.id == part && one.of_report == (side == "text")) {
      return page(visit, typed_part_page(context, texts.value(), one));
    }
  }
  return not_found(visit);
}

Response Site::show_source(const Visit& visit) const {
  const PageContext context = visit.context(clock_);
  const auto texts = desk::texts(visit.desk, desk::WithReadings::no);
  const auto at = desk::address_from(visit.target.query.text("at"), "");
  if (!texts || !at || !visit.work) return not_found(visit);
  for (const desk::Statement& one : texts.value().statements) {
    if (one.address != *at || !one.source || one.source->evidence.empty()) continue;
    const auto back = url_of_field(context, texts.value(), one.address, "ja");
    return page(visit, source_page(context, one, back.value_or(context.to({"text"}))));
  }
  return not_found(visit);
}

Response Site::change_typed(Visit& visit) {
  const Fields& fields = visit.form.fields;
  const bool wants_json = visit.request.header("accept") == "application/json";
  const auto edit = edit_from(fields);
  desk::TypedBy by;
  by.who = visit.session.who;
  by.seen = desk::mark_from(fields.text("draft"));
  by.goes_on = fields.is_set("goes_on");
  if (const std::string* saw = fields.find("saw")) by.saw = *saw;
  const desk::TypedOutcome outcome = edit ? desk::type(visit.desk, *edit, by) : not_understood();
  const auto* done = std::get_if<desk::Typed>(&outcome);
  if (wants_json) return json(done != nullptr ? 200 : 409, desk::outcome_json(outcome));
  const auto work = visit.desk.work();
  if (work) visit.work = work.value();
  const PageContext context = visit.context(clock_);
  const Url back = back_of(context, fields);
  if (done != nullptr) {
    const auto texts = edit && std::holds_alternative<desk::AddGoal>(*edit) && done->at
                           ? desk::texts(visit.desk, desk::WithReadings::no)
                           : base::Result<desk::Texts>(base::Error());
    // A new goal has a page of its own.
    if (texts) return redirect_to(url_of_field(context, texts.value(), *done->at, "ja").value_or(back).text());
    const std::string tongue = fields.text("language").empty() ? "ja" : fields.text("language");
    return redirect_to((done->at ? back.at(field_id(*done->at, tongue)) : back).text());
  }
  if (const auto* conflict = std::get_if<desk::TypedConflict>(&outcome)) {
    return page(visit, conflict_page(context, *conflict, fields, back), 409);
  }
  return refused_edit(visit, std::get<base::Error>(outcome), back);
}

Response Site::refused_edit(const Visit& visit, const base::Error& why, const Url& back) const {
  const PageContext context = visit.context(clock_);
  const Fields& fields = visit.form.fields;
  if (fields.text("edit") != "opening") return page(visit, refused_edit_page(context, why, fields, back), 409);
  const OpeningDays days = opening_days_of(fields);
  const auto json = json_of(days);
  const auto texts = desk::texts(visit.desk, desk::WithReadings::no);
  if (!texts) return page(visit, gone_page(context, texts.error()), 500);
  for (const TypedPart& part : typed_parts(texts.value())) {
    if (part.id != "hub") continue;
    return page(visit, refused_opening_page(context, texts.value(), part, days, json ? why : json.error()), 409);
  }
  return not_found(visit);
}

Response Site::undo_typing(Visit& visit) {
  const Fields& fields = visit.form.fields;
  const base::Status done = desk::undo_typed(visit.desk, {visit.session.who, desk::mark_from(fields.text("draft"))});
  const auto work = visit.desk.work();
  if (work) visit.work = work.value();
  const PageContext context = visit.context(clock_);
  const Url back = back_of(context, fields);
  if (!done) return page(visit, refused_edit_page(context, done.error(), {}, back), 409);
  return redirect_to(back.text());
}

// While somebody types. Nothing is changed by it.
Response Site::check_typed(const Visit& visit) {
  const Fields& fields = visit.form.fields;
  const auto at = address_of(fields, "at");
  const auto mark = desk::mark_from(fields.text("draft"));
  if (!at) return json(400, "{}");
  if (!checker_ || checker_hub_ != visit.desk.hub() || !mark || !(checker_->mark() == *mark)) {
    checker_.reset();
    auto made = desk::TextChecker::make(visit.desk);
    if (!made) return json(409, desk::outcome_json(made.error()));
    checker_ = std::move(made).value();
    checker_hub_ = visit.desk.hub();
  }
  return json(200, desk::checked_json(checker_->check(*at, fields.text("language"), typed_words(fields))));
}

}  // namespace hub::web
