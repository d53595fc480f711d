#include "desk/draft/hub_changes.h"

#include <algorithm>
#include <map>

#include "content/json/json_source.h"
#include "desk/draft/work.h"
#include "desk/store/json.h"
#include "desk/typed/statements.h"
#include "desk/typed/text_value.h"

namespace hub::desk {

namespace {

// As staff call the languages that we have had; another is called by its tag.
base::Message language_name(const std::string& tag) {
  constexpr std::pair<std::string_view, std::pair<const char*, const char*>> kNames[] = {
      {"ja-easy", {"やさしい日本語", "easy Japanese"}},
      {"en", {"英語", "English"}},
      {"zh-Hans", {"中国語", "Chinese"}},
      {"ko", {"韓国語", "Korean"}},
      {"vi", {"ベトナム語", "Vietnamese"}}};
  for (const auto& [known, name] : kNames) {
    if (known == tag) return {name.first, name.second};
  }
  return {tag, tag};
}

base::Message what_of(const std::string& before, const std::string& after) {
  if (before.empty()) return {"文が加わります", "words are added"};
  if (after.empty()) return {"文がなくなります", "words go"};
  return {"文が変わります", "the words change"};
}

class Comparing {
 public:
  std::vector<StatementChange> take() { return std::move(changes_); }

  void words(const Address& at, const base::Message& name, const std::string& before, const std::string& after) {
    if (before == after) return;
    const base::Message what = what_of(before, after);
    changes_.push_back({at.pointer,
                        {name.ja + ": " + what.ja, name.en + ": " + what.en},
                        before,
                        after,
                        at.file == kReportFile ? "" : at.file});
  }

  void renderings(const Statement& before, const Statement& after) {
    for (const Rendering& one : after.renderings) {
      const auto was = std::ranges::find(before.renderings, one.language, &Rendering::language);
      const base::Message language = language_name(one.language);
      words(after.address, {after.name.ja + "（" + language.ja + "）", after.name.en + " (" + language.en + ")"},
            was == before.renderings.end() ? "" : was->words, one.words);
    }
  }

 private:
  std::vector<StatementChange> changes_;
};

// The statement that was this one: of the report that with the same words, else that in the same place.
const Statement* before_of(const std::vector<Statement>& before, const Statement& after) {
  const auto same_place = [&](const Statement& one) { return one.address == after.address; };
  if (!after.of_report) {
    const auto at = std::ranges::find_if(before, same_place);
    return at == before.end() ? nullptr : &*at;
  }
  const auto same_words = [&](const Statement& one) { return one.of_report && one.japanese == after.japanese; };
  const auto both =
      std::ranges::find_if(before, [&](const Statement& one) { return same_place(one) && same_words(one); });
  if (both != before.end()) return &*both;
  const auto at = std::ranges::find_if(before, same_words);
  return at == before.end() ? nullptr : &*at;
}

std::map<std::string, std::string> readings_in(const ContentFiles& files, const std::string& file) {
  std::map<std::string, std::string> readings;
  const auto there = files.find(file);
  const auto json = there == files.end() ? std::nullopt : parsed(there->second);
  const Json* table = json ? member(*json, "readings") : nullptr;
  if (!table || !table->is_object()) return readings;
  for (const auto& [word, reading] : table->items()) {
    if (reading.is_string()) readings[word] = reading.get<std::string>();
  }
  return readings;
}

void compare_readings(const ContentFiles& shows, const EditedFiles& draft, Comparing& comparing) {
  const std::string file = draft.rules.hub + "/readings.json";
  const auto before = readings_in(shows, file), after = readings_in(draft.files, file);
  std::set<std::string> words;
  for (const auto& one : before) words.insert(one.first);
  for (const auto& one : after) words.insert(one.first);
  const auto of = [](const std::map<std::string, std::string>& readings, const std::string& word) {
    const auto found = readings.find(word);
    return found == readings.end() ? std::string() : found->second.empty() ? "（なし）" : found->second;
  };
  for (const std::string& word : words) {
    comparing.words({file, "/readings/" + content::pointer_step(word)},
                    {"「" + word + "」のふりがな", "the reading of \"" + word + "\""}, of(before, word),
                    of(after, word));
  }
}

}  // namespace

std::vector<StatementChange> other_changes(const ContentFiles& shows, const EditedFiles& draft) {
  const EditedFiles then{shows, draft.services, draft.rules, draft.report_file, {}, std::nullopt};
  const std::vector<Statement> before = statements_of(then, kReportFile, {});
  const std::vector<Statement> after = statements_of(draft, kReportFile, {});
  Comparing comparing;
  for (const Statement& one : after) {
    const Statement* was = before_of(before, one);
    if (!was && one.of_report) continue;  // its words are new, and are told with their report
    const Statement none;
    if (!one.of_report) {
      const auto shown = [](const Statement& any) { return any.value.empty() ? any.japanese : any.value; };
      comparing.words(one.address, one.name, was ? shown(*was) : "", shown(one));
    }
    comparing.renderings(was ? *was : none, one);
  }
  for (const Statement& one : before) {
    if (!one.of_report && !before_of(after, one)) comparing.words(one.address, one.name, one.japanese, "");
  }
  compare_readings(shows, draft, comparing);
  return comparing.take();
}

}  // namespace hub::desk
