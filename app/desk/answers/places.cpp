#include "desk/answers/places.h"

#include <algorithm>
#include <set>

#include "base/circled_numbers.h"
#include "base/parse.h"
#include "base/utf8.h"
#include "report/draft/field_names.h"
#include "report/words/characters.h"

namespace hub::desk {

namespace {

using report::Place;
using report::operator+;  // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see operators used

constexpr const char* kSections[] = {"/review", "/goals"};
constexpr const char* kTextLists[] = {"/principles", "/evaluationMethod", "/implementers"};
constexpr const char* kServices = "/services";
constexpr const char* kReviewLists[] = {"activities", "outcomes", "challenges"};

std::string at(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

bool meets(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b || a.starts_with(b + "/") || b.starts_with(a + "/");
}

std::vector<std::string> item_lists_of(const std::string& goal) {
  if (goal.starts_with("/goals/")) return {goal + "/activities"};
  std::vector<std::string> lists;
  for (const char* name : kReviewLists) lists.push_back(goal + "/" + name);
  return lists;
}

std::vector<std::string> all_item_lists(const ReportEditor& report) {
  std::vector<std::string> lists;
  for (const char* section : kSections) {
    for (std::size_t i = 0; i < report.size(section); ++i) {
      for (std::string& list : item_lists_of(at(section, i))) lists.push_back(std::move(list));
    }
  }
  return lists;
}

// The marks that an entry of the list may have: those of the goal's activities, or the next one.
std::vector<int> marks_for(const ReportEditor& report, const std::string& list) {
  std::set<int> marks;
  const std::string activities = list.substr(0, list.find_last_of('/')) + "/activities";
  for (const Entry& entry : report.entries(activities)) marks.insert(entry.marks.begin(), entry.marks.end());
  if (list != activities) return {marks.begin(), marks.end()};
  const int next = marks.empty() ? 1 : *marks.rbegin() + 1;
  std::vector<int> all;
  for (int mark = 1; mark <= next && mark <= base::kMaxCircledNumber; ++mark) all.push_back(mark);
  return all;
}

// Each entry may be what the words stand for.
void add_entries(const ReportEditor& report, const std::string& list, std::vector<PlaceForWords>& places) {
  const std::vector<Entry> entries = report.entries(list);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string words = entries[i].texts.empty() ? "" : entries[i].texts.front();
    const std::string quoted = "「" + report::excerpt(base::decode_utf8(words)) + "」";
    places.push_back({"=" + at(list, i), list, {quoted + "の代わり", "in place of " + quoted}});
  }
}

void add_item_lists(const ReportEditor& report, const std::string& goal, const std::string& field,
                    std::vector<PlaceForWords>& places) {
  const std::string text = goal + "/goal";
  if (meets(text, field)) places.push_back({text, text, report::field_name(text)});
  for (const std::string& list : item_lists_of(goal)) {
    if (!meets(list, field)) continue;
    const base::Message name = list_name(list);
    places.push_back({list, list, name});
    add_entries(report, list, places);
    for (const int mark : marks_for(report, list)) {
      const std::string circled = base::circled_text(mark);
      places.push_back({list + "#" + std::to_string(mark), list, name + base::Message{circled, " " + circled}});
    }
  }
}

bool is_list(const std::string& id) {
  if (std::ranges::find(kTextLists, id) != std::end(kTextLists)) return true;
  return id.ends_with("/activities") || id.ends_with("/outcomes") || id.ends_with("/challenges");
}

std::string words_of(const Entry& entry) {
  std::string all;
  for (const std::string& text : entry.texts) all += text;
  return all;
}

// An entry's first or last text.
std::string text_pointer(const ReportEditor& report, const std::string& entry, bool last) {
  if (!report.has(entry + "/text")) return entry;
  const std::size_t size = report.size(entry + "/text");
  return at(entry + "/text", last && size > 0 ? size - 1 : 0);
}

bool go_on(ReportEditor& report, const Entry& words, const std::string& id) {
  const std::string entry = id.substr(1);
  const bool behind = id.front() == '+';
  const std::string pointer = text_pointer(report, entry, behind);
  if (!report.has(pointer)) return false;
  const std::string there = report.text(pointer), more = words_of(words);
  report.set_text(pointer, behind ? there + more : more + there);
  return true;
}

std::u32string without_spaces(std::string_view text) {
  std::u32string words = base::decode_utf8(text);
  std::erase_if(words, base::is_space);
  return words;
}

// `text` without the first place where `part` stands in it, spaces apart; nothing where it does not stand.
std::optional<std::string> cut_out(const std::string& text, const std::u32string& part) {
  const std::u32string words = base::decode_utf8(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t next = first, matched = 0;
    while (next < words.size() && matched < part.size()) {
      if (words[next] == part[matched]) {
        ++matched;
      } else if (!base::is_space(words[next])) {
        break;
      }
      ++next;
    }
    if (matched < part.size()) continue;
    return report::utf8(report::trimmed(words.substr(0, first) + words.substr(next)));
  }
  return std::nullopt;
}

constexpr int kServiceCount = 7;

// The services that the report has not, by their number.
std::vector<int> missing_services(const ReportEditor& report) {
  std::set<int> there;
  for (std::size_t i = 0; i < report.size(kServices); ++i) there.insert(report.number(at(kServices, i) + "/number"));
  std::vector<int> missing;
  for (int number = 1; number <= kServiceCount; ++number) {
    if (!there.contains(number)) missing.push_back(number);
  }
  return missing;
}

// 乳幼児の遊びと育ちの場の提供（親子の居場所事業）: the last bracket is the program's name.
bool put_service(ReportEditor& report, int number, const std::string& words) {
  if (number < 1 || number > kServiceCount) return false;
  const std::string open = "（", close = "）";
  const std::size_t last = words.rfind(open), end = words.rfind(close);
  const bool named = last != words.npos && last > 0 && end != words.npos && end > last + open.size();
  if (named) {
    report.put_service(number, words.substr(0, last), words.substr(last + open.size(), end - last - open.size()));
  } else {
    report.put_service(number, words, words);
  }
  return true;
}

std::string quoted(const std::string& words) { return "「" + report::excerpt(base::decode_utf8(words)) + "」"; }

}  // namespace

base::Message list_name(const std::string& list) {
  if (list == "/principles") return {"基本理念", "the principles (基本理念)"};
  if (list == kServices) return {"事業の内容", "the services (事業の内容)"};
  return report::field_name(list);
}

base::Message consequence_of(const ReportEditor& report, const PlaceForWords& place) {
  const std::string &id = place.id, entry = id.substr(1);
  if (id.front() == '+') return {"その文のあとに、つづけて入ります。", "They go on behind it."};
  if (id.front() == '-') return {"その文の前に、つづけて入ります。", "They go before it."};
  if (id.front() == '=') {
    const std::string there = quoted(report.text(text_pointer(report, entry, false)));
    return {"いまの文" + there + "は、なくなります。", there + " goes."};
  }
  if (!is_list(place.list) && place.list != kServices) {
    const std::string there = report.text(place.id);
    if (there.empty()) return {"いまは何も入っていません。ここに入ります。", "Nothing is there now."};
    return {"いまの文" + quoted(there) + "は、なくなります。", quoted(there) + " goes."};
  }
  const std::string count = std::to_string(report.size(place.list));
  if (report.size(place.list) == 0) return {"はじめの 1 つになります。", "The first one there."};
  return {"いまの " + count + " つに、1 つふえます。", "One more than the " + count + " there are."};
}

std::vector<std::pair<std::string, std::string>> texts_of(const ReportEditor& report) {
  std::vector<std::pair<std::string, std::string>> texts;
  const auto add = [&](const std::string& pointer) {
    if (const std::string text = report.text(pointer); !text.empty()) texts.emplace_back(pointer, text);
  };
  add("/title");
  for (std::size_t i = 0; i < report.size("/implementers"); ++i) add(at("/implementers", i));
  add("/purpose");
  for (std::size_t i = 0; i < report.size("/principles"); ++i) add(at("/principles", i));
  for (std::size_t i = 0; i < report.size("/services"); ++i) {
    add(at("/services", i) + "/description");
    add(at("/services", i) + "/program");
  }
  for (std::size_t i = 0; i < report.size("/evaluationMethod"); ++i) add(at("/evaluationMethod", i));
  for (const char* section : kSections) {
    for (std::size_t i = 0; i < report.size(section); ++i) {
      add(at(section, i) + "/goal");
      for (const std::string& list : item_lists_of(at(section, i))) {
        for (std::size_t entry = 0; entry < report.size(list); ++entry) {
          const std::string paragraphs = at(list, entry) + "/text";
          for (std::size_t k = 0; k < report.size(paragraphs); ++k) add(at(paragraphs, k));
        }
      }
    }
  }
  return texts;
}

std::vector<PlaceForWords> places_in(const ReportEditor& report, const std::string& field) {
  std::vector<PlaceForWords> places;
  for (const char* text : {"/title", "/purpose"}) {
    const bool missing = report.text(text).empty();
    if (meets(text, field) && (missing || field == text)) places.push_back({text, text, report::field_name(text)});
  }
  for (const char* list : kTextLists) {
    if (!meets(list, field)) continue;
    places.push_back({list, list, list_name(list)});
    add_entries(report, list, places);
  }
  for (const int number : meets(kServices, field) ? missing_services(report) : std::vector<int>{}) {
    const std::string name = std::to_string(number);
    places.push_back({kServices + ("#" + name), kServices, {"事業 " + name, "service " + name}});
  }
  for (const char* section : kSections) {
    for (std::size_t i = 0; i < report.size(section); ++i) {
      if (meets(at(section, i), field)) add_item_lists(report, at(section, i), field, places);
    }
    if (report.size(section) == 0 && meets(section, field)) {
      const std::string text = std::string(section) + "/0/goal";
      places.push_back({text, text, report::field_name(text)});
    }
  }
  return places;
}

std::vector<PlaceForWords> neighbours_of(const ReportEditor& report, const std::map<std::string, Place>& origins,
                                         Place place) {
  std::vector<PlaceForWords> places;
  if (place.line == 0) return places;
  const std::pair<const std::string, Place>* before = nullptr;
  const std::pair<const std::string, Place>* after = nullptr;
  for (const std::string& list : all_item_lists(report)) {
    for (std::size_t i = 0; i < report.size(list); ++i) {
      const auto origin = origins.find(at(list, i) + "/text/0");
      if (origin == origins.end() || origin->second.line == 0) continue;
      if (origin->second < place && (!before || before->second < origin->second)) before = &*origin;
      if (place < origin->second && (!after || origin->second < after->second)) after = &*origin;
    }
  }
  const auto add = [&](const std::pair<const std::string, Place>* found, char sign) {
    if (!found) return;
    const std::string entry = found->first.substr(0, found->first.size() - std::string("/text/0").size());
    const bool behind = sign == '+';
    const std::string quoted =
        "「" + report::excerpt(base::decode_utf8(report.text(text_pointer(report, entry, behind))), behind) + "」";
    places.push_back({sign + entry, entry.substr(0, entry.find_last_of('/')),
                      behind ? base::Message{quoted + "のつづき", "goes on behind " + quoted}
                             : base::Message{quoted + "の前の部分", "goes before " + quoted}});
  };
  add(before, '+');
  add(after, '-');
  return places;
}

std::size_t index_by_place(std::size_t size, const std::string& list, const std::map<std::string, Place>& origins,
                           Place place) {
  for (std::size_t i = 0; i < size; ++i) {
    auto origin = origins.find(at(list, i) + "/text/0");
    if (origin == origins.end()) origin = origins.find(at(list, i));
    if (origin != origins.end() && origin->second.line > 0 && place < origin->second) return i;
  }
  return size;
}

bool put_words(ReportEditor& report, const std::map<std::string, Place>& origins, const Entry& words, Place from,
               const std::string& id) {
  if (words.texts.empty() || id.empty()) return false;
  if (id.front() == '+' || id.front() == '-') return go_on(report, words, id);
  if (id.front() == '=') return report.replace(id.substr(1), words.texts);
  const std::size_t hash = id.find('#');
  const std::string list = id.substr(0, hash);
  if (list == kServices && hash != std::string::npos) {
    return put_service(report, base::parse_count(id.substr(hash + 1), kServiceCount).value_or(0), words_of(words));
  }
  if (!is_list(list)) {
    if (list.ends_with("/goal")) {
      const std::string section = list.substr(0, list.find('/', 1));
      if (report.size(section) == 0) report.add_goal(section);
    } else if (list != "/purpose" && list != "/title") {
      return false;
    }
    report.set_text(list, words_of(words));
    return true;
  }
  Entry entry = words;
  if (hash != std::string::npos) {
    const auto mark = base::parse_count(id.substr(hash + 1), base::kMaxCircledNumber);
    if (!mark || *mark == 0) return false;
    entry.marks = {*mark};
  }
  if (std::ranges::find(kTextLists, list) != std::end(kTextLists)) {
    std::size_t index = index_by_place(report.size(list), list, origins, from);
    for (const std::string& text : words.texts) report.insert(list, index++, {{}, {text}});
    return true;
  }
  std::size_t index = index_by_place(report.size(list), list, origins, from);
  if (!entry.marks.empty()) {
    const std::vector<Entry> there = report.entries(list);
    const auto later = std::ranges::find_if(
        there, [&](const Entry& one) { return !one.marks.empty() && one.marks.front() > entry.marks.front(); });
    index = std::min(index, static_cast<std::size_t>(later - there.begin()));
  }
  report.insert(list, index, entry);
  return true;
}

void take_words_out(ReportEditor& report, const Entry& words) {
  for (const std::string& text : words.texts) {
    const std::u32string part = without_spaces(text);
    if (part.empty()) continue;
    for (const auto& [pointer, there] : texts_of(report)) {
      const std::u32string whole = without_spaces(there);
      if (whole == part || (part.find(whole) != part.npos && whole.size() * 2 > part.size())) {
        report.remove(pointer);
        break;
      }
      if (auto rest = cut_out(there, part); rest && part.size() > 3) {
        report.set_text(pointer, *rest);
        break;
      }
    }
  }
}

}  // namespace hub::desk
