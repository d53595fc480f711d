#include "desk/edit/report_editor.h"

#include <algorithm>
#include <functional>

#include "base/check.h"
#include "base/parse.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kInHand = "\x01";  // an entry between two lists

struct Tracked {
  std::string from;
  std::string now;  // "": gone
};

void add_pointers(const Json& json, const std::string& pointer, std::vector<Tracked>& all) {
  all.push_back({pointer, pointer});
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) add_pointers(value, pointer + "/" + key, all);
  } else if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) add_pointers(json[i], pointer + "/" + std::to_string(i), all);
  }
}

std::string above(const std::string& pointer) { return pointer.substr(0, pointer.find_last_of('/')); }
std::string last_of(const std::string& pointer) { return pointer.substr(pointer.find_last_of('/') + 1); }
std::size_t index_of(const std::string& pointer) {
  const auto index = base::parse_number<std::size_t>(last_of(pointer));
  return index ? *index : 0;
}
bool lies_in(const std::string& pointer, const std::string& in) {
  return pointer == in || pointer.starts_with(in + "/");
}
std::string at(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

// A text stands as a string, or with its translations as {"ja": …}.
std::string japanese(const Json& json) { return json.is_string() ? json.get<std::string>() : text_of(json, "ja"); }

bool holds_items(const std::string& list) { return list.starts_with("/review/") || list.starts_with("/goals/"); }

Json json_of(const std::string& list, const Entry& entry) {
  if (!holds_items(list)) return entry.texts.empty() ? "" : entry.texts.front();
  return {{"marks", entry.marks}, {"text", entry.texts}};
}

Entry entry_of(const Json& json) {
  const Json *marks = member(json, "marks"), *texts = member(json, "text");
  if (!marks && !texts) return {{}, {japanese(json)}};
  Entry entry;
  if (marks && marks->is_array()) {
    for (const Json& mark : *marks) {
      if (mark.is_number_integer()) entry.marks.push_back(mark.get<int>());
    }
  }
  if (texts && texts->is_array()) {
    for (const Json& text : *texts) entry.texts.push_back(japanese(text));
  }
  return entry;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): of a JSON value, which is never broken when it goes
struct ReportEditor::Impl {
  std::string file;
  Json before;
  Json json;
  std::vector<Tracked> tracked;

  Json* find(const std::string& pointer) {
    try {
      return &json.at(Json::json_pointer(pointer));
    } catch (const Json::exception&) {
      return nullptr;
    }
  }
  Json& list(const std::string& pointer) {
    Json& there = json[Json::json_pointer(pointer)];
    if (!there.is_array()) there = Json::array();
    return there;
  }
  void rename(const std::string& from, const std::string& to) {
    for (Tracked& one : tracked) {
      if (!one.now.empty() && lies_in(one.now, from)) one.now = to.empty() ? "" : to + one.now.substr(from.size());
    }
  }
  // The entries of the list from `index` on change their place.
  void shift(const std::string& list, std::size_t index, int by) {
    for (Tracked& one : tracked) {
      if (!one.now.starts_with(list + "/")) continue;
      const std::string rest = one.now.substr(list.size() + 1);
      const std::string first = rest.substr(0, rest.find('/'));
      const auto number = base::parse_number<std::size_t>(first);
      if (!number || *number < index) continue;
      one.now = list + "/" + std::to_string(static_cast<long>(*number) + by) + rest.substr(first.size());
    }
  }
  Json take_out(const std::string& entry, const std::string& becomes) {
    const std::string in = above(entry);
    Json& from = list(in);
    const std::size_t index = index_of(entry);
    HUB_CHECK(index < from.size());
    Json taken = from[index];
    from.erase(index);
    rename(entry, becomes);
    shift(in, index + 1, -1);
    return taken;
  }
  void put_in(const std::string& in, std::size_t index, Json value) {
    Json& to = list(in);
    index = std::min(index, to.size());
    shift(in, index, 1);
    to.insert(to.begin() + static_cast<std::ptrdiff_t>(index), std::move(value));
    rename(kInHand, at(in, index));
  }
};

ReportEditor::ReportEditor(std::string file, const std::string& json) : impl_(std::make_unique<Impl>()) {
  auto read = parsed(json);
  HUB_CHECK(read && read->is_object());
  impl_->file = std::move(file);
  impl_->json = impl_->before = *std::move(read);
  add_pointers(impl_->json, "", impl_->tracked);
}

ReportEditor::~ReportEditor() = default;

std::size_t ReportEditor::size(const std::string& list) const {
  const Json* there = impl_->find(list);
  return there && there->is_array() ? there->size() : 0;
}

std::vector<Entry> ReportEditor::entries(const std::string& list) const {
  std::vector<Entry> entries;
  const Json* there = impl_->find(list);
  if (!there || !there->is_array()) return entries;
  for (const Json& one : *there) entries.push_back(entry_of(one));
  return entries;
}

std::string ReportEditor::text(const std::string& pointer) const {
  const Json* there = impl_->find(pointer);
  return there ? japanese(*there) : "";
}

int ReportEditor::number(const std::string& pointer) const {
  const Json* there = impl_->find(pointer);
  return there && there->is_number_integer() ? there->get<int>() : 0;
}

bool ReportEditor::has(const std::string& pointer) const { return impl_->find(pointer) != nullptr; }

std::string ReportEditor::json() const { return page_of(impl_->json); }

void ReportEditor::insert(const std::string& list, std::size_t index, const Entry& entry) {
  impl_->put_in(list, index, json_of(list, entry));
}

// Its translations were made of other words, and go with them.
void ReportEditor::set_text(const std::string& pointer, const std::string& text) {
  impl_->json[Json::json_pointer(pointer)] = text;
}

bool ReportEditor::replace(const std::string& entry, const std::vector<std::string>& texts) {
  Json* there = impl_->find(entry);
  if (!there || texts.empty()) return false;
  Entry replaced = entry_of(*there);
  replaced.texts = texts;
  *there = json_of(above(entry), replaced);
  return true;
}

void ReportEditor::set_marks(const std::string& entry, std::vector<int> marks) {
  std::ranges::sort(marks);
  if (Json* there = impl_->find(entry)) (*there)["marks"] = marks;
}

void ReportEditor::put_service(int number, const std::string& description, const std::string& program) {
  const Json* there = impl_->find("/services");
  std::size_t index = 0;
  while (there && there->is_array() && index < there->size() && number_of<int>((*there)[index], "number") < number) {
    ++index;
  }
  Json service = {{"number", number}, {"description", description}, {"program", program}};
  const bool is_there =
      there && there->is_array() && index < there->size() && number_of<int>((*there)[index], "number") == number;
  if (is_there) {
    impl_->list("/services")[index] = std::move(service);
  } else {
    impl_->put_in("/services", index, std::move(service));
  }
}

void ReportEditor::set_number(const std::string& pointer, int number) {
  impl_->json[Json::json_pointer(pointer)] = number;
}

void ReportEditor::remove(const std::string& pointer) {
  const Json* in = impl_->find(above(pointer));
  if (!impl_->find(pointer) || !in) return;
  if (!in->is_array()) return set_text(pointer, "");
  const bool last_paragraph = last_of(above(pointer)) == "text" && in->size() == 1;
  impl_->take_out(last_paragraph ? above(above(pointer)) : pointer, "");
}

void ReportEditor::move(const std::string& entry, const std::string& list, std::size_t index) {
  const Entry moved = entry_of(*impl_->find(entry));
  Json taken = impl_->take_out(entry, kInHand);
  const bool same_kind = holds_items(above(entry)) == holds_items(list);
  impl_->put_in(list, index, same_kind ? std::move(taken) : json_of(list, moved));
}

void ReportEditor::join(const std::string& list, std::size_t index) {
  const std::vector<Entry> all = entries(list);
  HUB_CHECK(index + 1 < all.size());
  Entry joined = all[index];
  for (std::size_t i = 0; i < all[index + 1].texts.size(); ++i) {
    if (i == 0 && !joined.texts.empty()) {
      joined.texts.back() += all[index + 1].texts[0];
    } else {
      joined.texts.push_back(all[index + 1].texts[i]);
    }
  }
  impl_->list(list)[index] = json_of(list, joined);
  impl_->rename(at(list, index + 1), at(list, index));
  impl_->list(list).erase(index + 1);
  impl_->shift(list, index + 2, -1);
}

void ReportEditor::split(const std::string& paragraph, std::size_t at_byte) {
  const bool item = last_of(above(paragraph)) == "text";
  const std::string entry = item ? above(above(paragraph)) : paragraph, list = above(entry);
  Entry first = entry_of(*impl_->find(entry)), second = first;
  const std::size_t which = item ? index_of(paragraph) : 0;
  const std::string all = first.texts[which];
  const auto middle = static_cast<std::ptrdiff_t>(which);
  first.texts.erase(first.texts.begin() + middle + 1, first.texts.end());
  second.texts.erase(second.texts.begin(), second.texts.begin() + middle);
  first.texts[which] = all.substr(0, at_byte);
  second.texts.front() = all.substr(at_byte);
  impl_->list(list)[index_of(entry)] = json_of(list, first);
  insert(list, index_of(entry) + 1, second);
}

void ReportEditor::add_goal(const std::string& section) {
  Json& goals = impl_->list(section);
  Json goal = {{"number", goals.size() + 1}, {"goal", ""}, {"activities", Json::array()}};
  if (section == "/review") {
    goal["outcomes"] = Json::array();
    goal["challenges"] = Json::array();
  }
  goals.push_back(std::move(goal));
}

void ReportEditor::swap_goals(const std::string& a, const std::string& b) {
  Json *one = impl_->find(a), *other = impl_->find(b);
  if (!one || !other) return;
  std::swap(*one, *other);
  std::swap((*one)["number"], (*other)["number"]);
  impl_->rename(a, kInHand);
  impl_->rename(b, a);
  impl_->rename(kInHand, b);
}

void ReportEditor::remove_goal(const std::string& goal) {
  impl_->take_out(goal, "");
  int number = 0;
  for (Json& one : impl_->list(above(goal))) one["number"] = ++number;
}

Step ReportEditor::step() const {
  Step step{edits_between(impl_->file, page_of(impl_->before), page_of(impl_->json)), {}};
  for (const Tracked& one : impl_->tracked) {
    if (one.from != one.now) step.moved.push_back({impl_->file, one.from, one.now});
  }
  return step;
}

}  // namespace hub::desk
