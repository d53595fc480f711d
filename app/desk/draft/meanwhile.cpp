#include "desk/draft/meanwhile.h"

#include <algorithm>

#include "desk/store/json.h"
#include "report/draft/field_names.h"

namespace hub::desk {

namespace {

std::string whole(const std::string& json) { return json.empty() ? "{}" : json; }

bool touch(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + "/") || b.starts_with(a + "/");
}

std::string value_at(const std::string& json, const std::string& pointer) {
  const auto file = parsed(json);
  if (!file) return {};
  try {
    return line_of(file->at(Json::json_pointer(pointer)));
  } catch (const Json::exception&) {
    return {};
  }
}

// Where both have changed something, told as closely as the two allow: of a goal that both have written, the texts that
// differ.
void add_collisions(const std::string& file, const std::string& pointer, const std::string& ours,
                    const std::string& theirs, std::vector<Collision>& collisions) {
  for (const Edit& one : edits_between(file, ours.empty() ? "null" : ours, theirs.empty() ? "null" : theirs)) {
    const bool is_all = one.pointer.empty();  // also where one of the two has nothing there
    Collision found{file, pointer + one.pointer, is_all ? ours : one.before.value_or(""),
                    is_all ? theirs : one.after.value_or("")};
    if (std::ranges::find(collisions, found) == collisions.end()) collisions.push_back(std::move(found));
  }
}

void collect(const Json& value, std::string& words) {
  const auto add = [&](const std::string& text) { words += (words.empty() || text.empty() ? "" : " ") + text; };
  if (value.is_string()) return add(value.get<std::string>());
  if (value.is_number_integer()) return add(std::to_string(value.get<int>()));
  if (const Json* japanese = value.is_object() ? member(value, "ja") : nullptr) return collect(*japanese, words);
  if (!value.is_structured()) return;
  for (const auto& [key, one] : value.items()) {
    if (key != "marks" && key != "number") collect(one, words);
  }
}

}  // namespace

Meanwhile meanwhile(const std::string& file, const std::string& base, const std::string& draft,
                    const std::string& shows) {
  Meanwhile found;
  const std::vector<Edit> ours = edits_between(file, whole(base), whole(draft));
  for (Edit& theirs : edits_between(file, whole(base), whole(shows))) {
    std::string at = theirs.pointer;
    bool touched = false;
    for (const Edit& mine : ours) {
      if (!touch(mine.pointer, theirs.pointer)) continue;
      touched = true;
      if (mine.pointer.size() < at.size()) at = mine.pointer;
    }
    if (!touched) {
      found.moves_over.push_back(std::move(theirs));
    } else {
      add_collisions(file, at, value_at(draft, at), value_at(shows, at), found.collisions);
    }
  }
  return found;
}

base::Message name_of(const Collision& collision) { return report::field_name(collision.pointer); }

std::string words_of(const std::string& json) {
  std::string words;
  if (const auto value = json.empty() ? std::nullopt : parsed(json)) collect(*value, words);
  return words;
}

}  // namespace hub::desk
