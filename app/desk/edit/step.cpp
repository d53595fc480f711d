#include "desk/edit/step.h"

#include <algorithm>

#include "desk/store/json.h"

namespace hub::desk {

namespace {

std::string escaped(const std::string& key) {
  std::string step;
  for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return step;
}

// The value that is there, or null.
const Json* value_at(const Json& json, const std::string& pointer) {
  try {
    return &json.at(Json::json_pointer(pointer));
  } catch (const Json::exception&) {
    return nullptr;
  }
}

base::Error changed_elsewhere(const Edit& edit) {
  return {{"「" + edit.file + "」の " + edit.pointer + " が、ほかで変えられています。",
           edit.file + ", " + edit.pointer + " was changed elsewhere."},
          {"今の文を確かめてから、もう一度お試しください。", "Look at what it says now, and try again."}};
}

bool is(const Json* there, const std::optional<std::string>& expected) {
  if (!there || !expected) return !there && !expected;
  const auto json = parsed(*expected);
  return json && *json == *there;
}

base::Status put(Json& json, const Edit& edit, const std::optional<std::string>& after) {
  if (!after) {
    const Json::json_pointer pointer(edit.pointer);
    Json& above = json.at(pointer.parent_pointer());
    if (above.is_object()) above.erase(pointer.back());
    return base::Done{};
  }
  auto value = parsed(*after);
  if (!value) return changed_elsewhere(edit);
  json[Json::json_pointer(edit.pointer)] = *std::move(value);
  return base::Done{};
}

// The edit as seen from either side.
base::Status turn(ContentFiles& files, const Edit& edit, const std::optional<std::string>& from,
                  const std::optional<std::string>& to) {
  const auto file = files.find(edit.file);
  if (edit.pointer.empty()) {
    const auto json = file == files.end() ? std::nullopt : parsed(file->second);
    if (!is(json ? &*json : nullptr, from)) return changed_elsewhere(edit);
    if (to) {
      const auto value = parsed(*to);
      if (!value) return changed_elsewhere(edit);
      files[edit.file] = page_of(*value);
    } else {
      files.erase(edit.file);
    }
    return base::Done{};
  }
  auto json = file == files.end() ? std::nullopt : parsed(file->second);
  if (!json || !is(value_at(*json, edit.pointer), from)) return changed_elsewhere(edit);
  try {
    if (auto done = put(*json, edit, to); !done) return done;
  } catch (const Json::exception&) {
    return changed_elsewhere(edit);
  }
  file->second = page_of(*json);
  return base::Done{};
}

bool are_objects(const Json& list) {
  return std::ranges::all_of(list, [](const Json& one) { return one.is_object(); });
}

void compare(const std::string& file, const std::string& pointer, const Json& before, const Json& after,
             std::vector<Edit>& edits) {
  if (before == after) return;
  const bool lists = before.is_array() && after.is_array() && before.size() == after.size();
  if (lists && are_objects(before) && are_objects(after)) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      compare(file, pointer + "/" + std::to_string(i), before[i], after[i], edits);
    }
    return;
  }
  if (!before.is_object() || !after.is_object()) {
    edits.push_back({file, pointer, line_of(before), line_of(after)});
    return;
  }
  for (const auto& [key, value] : before.items()) {
    const std::string at = pointer + "/" + escaped(key);
    if (const Json* then = member(after, key.c_str())) {
      compare(file, at, value, *then, edits);
    } else {
      edits.push_back({file, at, line_of(value), std::nullopt});
    }
  }
  for (const auto& [key, value] : after.items()) {
    if (before.contains(key)) continue;
    edits.push_back({file, pointer + "/" + escaped(key), std::nullopt, line_of(value)});
  }
}

}  // namespace

base::Result<ContentFiles> made(ContentFiles files, const Step& step) {
  for (const Edit& edit : step.edits) {
    if (auto done = turn(files, edit, edit.before, edit.after); !done) return done.error();
  }
  return files;
}

base::Result<ContentFiles> undone(ContentFiles files, const Step& step) {
  for (auto edit = step.edits.rbegin(); edit != step.edits.rend(); ++edit) {
    if (auto done = turn(files, *edit, edit->after, edit->before); !done) return done.error();
  }
  return files;
}

std::vector<Edit> edits_between(const std::string& file, const std::string& before, const std::string& after) {
  std::vector<Edit> edits;
  const auto from = parsed(before), to = parsed(after);
  if (from && to) compare(file, "", *from, *to, edits);
  return edits;
}

std::optional<std::string> moved_by(const Step& step, const std::string& file, std::string pointer) {
  const Moved* nearest = nullptr;
  for (const Moved& one : step.moved) {
    const bool holds = one.file == file && (pointer == one.from || pointer.starts_with(one.from + "/"));
    if (holds && (!nearest || one.from.size() > nearest->from.size())) nearest = &one;
  }
  if (!nearest) return pointer;
  if (nearest->to.empty()) return std::nullopt;
  return nearest->to + pointer.substr(nearest->from.size());
}

}  // namespace hub::desk
