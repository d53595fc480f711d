#include "replay/script.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/parse.h"
#include "content/json/json_file_reader.h"
#include "content/json/problems.h"
#include "replay/script_keys.h"
#include "replay/script_problems.h"

namespace hub::replay {

namespace {

constexpr double kFarthest_px = 20'000;  // a finger may leave the picture
constexpr int kMostFingers = 99;
constexpr double kLongestMove_s = 60;
constexpr double kLongestWait_s = 24 * 3600;
constexpr int kLeastSide_px = 320;
constexpr int kMostSide_px = 7680;
constexpr double kMostScroll_px = 1e6;
constexpr int kMostFrames = 1'000'000;
constexpr int kMostSpots = 32;
constexpr std::string_view kClocks[] = {"none", "synchronised", "battery", "set"};  // as base::ClockSource has them
constexpr std::string_view kSheets[] = {"none", "language", "staff", "phrase"};

std::optional<base::Size> decode_size(const content::Value& value) {
  const auto words = value.as_string();
  if (!words) return std::nullopt;
  const auto size = base::parse_size(*words, kLeastSide_px, kMostSide_px);
  if (!size) value.error(problems::bad_size(kLeastSide_px, kMostSide_px));
  return size;
}

std::optional<std::string> decode_language(const content::Value& value) {
  auto words = value.as_string();
  if (!words || content::is_known(value.languages(), *words)) return words;
  value.error(content::problems::unknown_language(*words, value.languages()));
  return std::nullopt;
}

std::optional<std::string> decode_sheet(const content::Value& value) {
  auto words = value.as_string();
  if (!words || std::ranges::find(kSheets, *words) != std::end(kSheets)) return words;
  value.error(problems::not_one_of(*words, kSheets));
  return std::nullopt;
}

Place decode_place(const content::Value& value) {
  if (value.node().type == content::Node::Type::string) return {value.as_string().value_or(""), 0, 0};
  const bool pair = value.node().type == content::Node::Type::array && value.node().children.size() == 2;
  if (!pair) {
    value.error(problems::bad_place());
    return {};
  }
  const std::vector<content::Value> xy = value.entries();
  return {"", xy[0].as_number(-kFarthest_px, kFarthest_px).value_or(0),
          xy[1].as_number(-kFarthest_px, kFarthest_px).value_or(0)};
}

// One object of the file. What is absent stays as the script's types have it.
class Reading {
 public:
  Reading(const content::Value& object, std::span<const content::Key> keys) : fields_(object.fields(keys)) {}

  template <class T, class Decode>
  void read(std::string_view key, T& into, Decode decode) const {
    const auto value = fields_.find(key);
    if (!value) return;
    if (auto decoded = decode(*value)) into = std::move(*decoded);
  }
  template <class T>
  void as_int(std::string_view key, T& into, int least, int most) const {
    read(key, into, [&](const content::Value& v) { return v.as_int(least, most); });
  }
  template <class T>
  void as_number(std::string_view key, T& into, double least, double most) const {
    read(key, into, [&](const content::Value& v) { return v.as_number(least, most); });
  }
  template <class T>
  void as_bool(std::string_view key, T& into) const {
    read(key, into, [](const content::Value& v) { return v.as_bool(); });
  }
  template <class T>
  void as_string(std::string_view key, T& into) const {
    read(key, into, [](const content::Value& v) { return v.as_string(); });
  }
  void place(std::string_view key, Place& into) const {
    read(key, into, [](const content::Value& v) { return std::optional(decode_place(v)); });
  }
  void list(std::string_view key, std::vector<std::string>& into) const {
    for (const content::Value& entry : fields_.entries(key)) into.push_back(entry.as_string().value_or(""));
  }

 private:
  content::Fields fields_;
};

std::optional<std::chrono::minutes> decode_time(const content::Value& value) {
  if (!value.must_be(content::Node::Type::string)) return std::nullopt;
  const std::string& written = value.node().string;
  const auto time = base::parse_time_of_day(written);
  if (!time) value.error(problems::no_such_time(written));
  return time;
}

std::optional<base::ClockSource> decode_clock_source(const content::Value& value) {
  const auto words = value.as_string();
  if (!words) return std::nullopt;
  const auto found = std::ranges::find(kClocks, *words);
  if (found != std::end(kClocks)) return static_cast<base::ClockSource>(found - std::begin(kClocks));
  value.error(problems::not_one_of(*words, kClocks));
  return std::nullopt;
}

SetClock decode_clock(const content::Value& value) {
  const Reading from(value, kReplayClockKeys);
  SetClock clock;
  from.read("source", clock.source, decode_clock_source);
  from.read("date", clock.date, [](const content::Value& v) { return v.date(); });
  from.read("time", clock.time, decode_time);
  return clock;
}

Expect decode_expect(const content::Value& value) {
  const Reading from(value, kReplayExpectKeys);
  Expect expect;
  from.as_string("route", expect.route);
  from.list("texts", expect.texts);
  from.list("no_texts", expect.no_texts);
  from.as_number("scroll_px", expect.scroll_px, -kMostScroll_px, kMostScroll_px);
  from.as_number("tolerance_px", expect.tolerance_px, 0, kMostScroll_px);
  from.as_bool("scrolled", expect.scrolled);
  from.as_int("frames", expect.frames, 0, kMostFrames);
  from.as_int("frames_at_most", expect.frames_at_most, 0, kMostFrames);
  from.read("language", expect.language, decode_language);
  from.as_int("text_size", expect.text_size, 1, 3);
  from.as_bool("furigana", expect.furigana);
  from.read("sheet", expect.sheet, decode_sheet);
  from.as_bool("dark", expect.dark);
  from.as_int("ignored_spots", expect.ignored_spots, 0, kMostSpots);
  return expect;
}

// Reads the steps in their order and knows which fingers are down, so that a finger that moves without having come
// down is found before anything is played.
class StepReader {
 public:
  std::optional<Step> step(const content::Value& value) {
    value.fields(kReplayStepKeys);  // says what is unknown
    std::vector<content::Value> actions;
    for (const content::Value& member :
         value.node().type == content::Node::Type::object ? value.members() : std::vector<content::Value>()) {
      if (std::ranges::any_of(kReplayStepKeys, [&](const content::Key& k) { return k.name == member.node().key; })) {
        actions.push_back(member);
      }
    }
    if (actions.size() == 1) {
      Step step;
      step.line = value.position().line;
      decode(actions.front(), step);
      return step;
    }
    const bool explained =
        value.node().type != content::Node::Type::object || (actions.empty() && !value.members().empty());
    if (!explained) value.error(problems::one_action_wanted());
    return std::nullopt;
  }

 private:
  void decode(const content::Value& value, Step& step) {
    const std::string& key = value.node().key;
    if (key == "touch") {
      step.what = touch(value);
    } else if (key == "move") {
      step.what = move(value);
    } else if (key == "lift") {
      step.what = Lift{up(value)};
    } else if (key == "cancel") {
      step.what = Cancel{up(value)};
    } else if (key == "tap") {
      step.what = Tap{decode_place(value)};
    } else if (key == "flick") {
      step.what = flick(value);
    } else if (key == "wait") {
      step.what = Wait{value.as_number(0, kLongestWait_s).value_or(0)};
    } else if (key == "resize") {
      step.what = Resize{decode_size(value).value_or(base::Size{})};
    } else if (key == "content") {
      step.what = SwapContent{value.as_string().value_or("")};
    } else if (key == "picture") {
      step.what = DrawPicture{value.as_string().value_or("")};
    } else if (key == "clock") {
      step.what = decode_clock(value);
    } else if (key == "expect") {
      step.what = decode_expect(value);
    } else {
      if (value.as_bool() == false) value.error(problems::only_true());
      if (key == "mark") step.what = Mark{};
      if (key == "settle") step.what = Settle{};
    }
  }

  Touch touch(const content::Value& value) {
    const Reading from(value, kReplayTouchKeys);
    Touch touch;
    from.as_int("id", touch.id, 1, kMostFingers);
    from.place("at", touch.at);
    if (!down_.insert(touch.id).second) value.error(problems::finger_is_down(touch.id));
    return touch;
  }

  Move move(const content::Value& value) {
    const Reading from(value, kReplayMoveKeys);
    Move move;
    from.as_int("id", move.id, 1, kMostFingers);
    from.place("to", move.to);
    from.as_number("over_s", move.over_s, 0, kLongestMove_s);
    if (!down_.contains(move.id)) value.error(problems::finger_is_up(move.id));
    return move;
  }

  int up(const content::Value& value) {
    const Reading from(value, kReplayFingerKeys);
    int id = 1;
    from.as_int("id", id, 1, kMostFingers);
    if (down_.erase(id) == 0) value.error(problems::finger_is_up(id));
    return id;
  }

  static Flick flick(const content::Value& value) {
    const Reading from(value, kReplayFlickKeys);
    Flick flick;
    from.place("from", flick.from);
    from.place("to", flick.to);
    from.as_number("over_s", flick.over_s, 0, kLongestMove_s);
    return flick;
  }

  std::set<int> down_;
};

Script decode_script(const content::Value& root) {
  const Reading from(root, kReplayKeys);
  Script script;
  from.read("hub", script.hub, content::decode_id);
  from.read("size", script.size, decode_size);
  from.read("date", script.date, [](const content::Value& v) { return v.date(); });
  from.read("time", script.time, decode_time);
  from.read("clock", script.clock, decode_clock_source);
  from.read("language", script.language, decode_language);
  from.as_int("text_size", script.text_size, 1, 3);
  from.as_bool("furigana", script.furigana);
  from.as_bool("staff", script.staff);
  from.as_string("start", script.start);
  if (const auto start = root.member("start")) script.start_line = start->position().line;
  if (const auto steps = root.member("steps")) {
    StepReader reader;
    for (const content::Value& one : steps->entries()) {
      if (auto step = reader.step(one)) script.steps.push_back(std::move(*step));
    }
  }
  return script;
}

}  // namespace

LoadedScript load_script(const base::FileReader& files, const std::string& path, content::Languages languages) {
  content::JsonFileReader reader(files, std::move(languages));
  LoadedScript loaded;
  loaded.script = reader.decode(path, decode_script);
  loaded.diagnostics = std::move(reader.diagnostics());
  content::sort_by_place(loaded.diagnostics);
  if (content::has_errors(loaded.diagnostics)) loaded.script.reset();
  return loaded;
}

}  // namespace hub::replay
