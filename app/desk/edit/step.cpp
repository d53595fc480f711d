#include "desk/edit/step.h"

#include <algorithm>
#include <map>

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

// Content files while they are changed: each is read when it is first asked for, and written when all is done.
class FilesInHand {
 public:
  explicit FilesInHand(ContentFiles files) : files_(std::move(files)) {}

  // The edit as seen from either side.
  base::Status turn(const Edit& edit, const std::optional<std::string>& from, const std::optional<std::string>& to) {
    std::optional<Json>& file = opened(edit.file);
    if (edit.pointer.empty()) {
      if (!is(file ? &*file : nullptr, from)) return changed_elsewhere(edit);
      auto value = to ? parsed(*to) : std::nullopt;
      if (to && !value) return changed_elsewhere(edit);
      file = std::move(value);
      return base::Done{};
    }
    if (!file || !is(value_at(*file, edit.pointer), from)) return changed_elsewhere(edit);
    try {
      return put(*file, edit, to);
    } catch (const Json::exception&) {
      return changed_elsewhere(edit);
    }
  }

  ContentFiles take() {
    for (const auto& [name, json] : changed_) {
      if (json) {
        files_[name] = page_of(*json);
      } else {
        files_.erase(name);
      }
    }
    return std::move(files_);
  }

 private:
  std::optional<Json>& opened(const std::string& name) {
    const auto [there, is_new] = changed_.emplace(name, std::nullopt);
    if (const auto file = files_.find(name); is_new && file != files_.end()) there->second = parsed(file->second);
    return there->second;
  }

  ContentFiles files_;
  std::map<std::string, std::optional<Json>> changed_;
};

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

base::Result<ContentFiles> made(ContentFiles files, const Step& step) { return made_all(std::move(files), {&step}); }

base::Result<ContentFiles> made_all(ContentFiles files, const std::vector<const Step*>& steps) {
  FilesInHand in_hand(std::move(files));
  for (const Step* step : steps) {
    for (const Edit& edit : step->edits) {
      if (auto done = in_hand.turn(edit, edit.before, edit.after); !done) return done.error();
    }
  }
  return in_hand.take();
}

base::Result<ContentFiles> undone(ContentFiles files, const Step& step) {
  return made(std::move(files), inverted(step));
}

Step inverted(const Step& step) {
  Step back;
  for (auto edit = step.edits.rbegin(); edit != step.edits.rend(); ++edit) {
    back.edits.push_back({edit->file, edit->pointer, edit->after, edit->before});
  }
  for (const Moved& one : step.moved) {
    if (!one.to.empty()) back.moved.push_back({one.file, one.to, one.from});
  }
  return back;
}

Step joined(const Step& first, const Step& second, const ContentFiles& before, const ContentFiles& after) {
  Step both;
  const auto json_in = [](const ContentFiles& files, const std::string& name) -> std::optional<std::string> {
    const auto file = files.find(name);
    const auto json = file == files.end() ? std::nullopt : parsed(file->second);
    return json ? std::optional(line_of(*json)) : std::nullopt;
  };
  ContentFiles all = before;
  all.insert(after.begin(), after.end());
  for (const auto& file : all) {
    const auto was = json_in(before, file.first), is = json_in(after, file.first);
    if (was && is) {
      for (Edit& edit : edits_between(file.first, *was, *is)) both.edits.push_back(std::move(edit));
    } else if (was || is) {
      both.edits.push_back({file.first, "", was, is});
    }
  }
  for (const Moved& one : first.moved) {
    const auto to = one.to.empty() ? std::nullopt : moved_by(second, one.file, one.to);
    both.moved.push_back({one.file, one.from, to.value_or("")});
  }
  for (const Moved& one : second.moved) {
    const bool known = std::ranges::any_of(first.moved, [&](const Moved& other) {
      return other.file == one.file && (other.from == one.from || other.to == one.from);
    });
    if (!known) both.moved.push_back(one);
  }
  return both;
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
