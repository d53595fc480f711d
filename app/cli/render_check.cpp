#include "cli/render_check.h"

#include <array>
#include <map>
#include <utility>

namespace hub::cli {

namespace {

using Kind = ui::Fault::Kind;

constexpr std::array<ui::Point, 4> kSizes_px = {{{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}}};

struct Where {
  std::string route;
  std::string size;
  int text_step = 1;
  std::string language;
  int more = 0;  // other places with the same fault
};
// By what is at fault: the same text at fault on many screens is one error.
using Found = std::map<std::pair<Kind, std::string>, Where>;

void collect(const ui::Layer& layer, const Where& where, Found& found) {
  for (const ui::Fault& fault : ui::faults(layer)) {
    const std::string& name = fault.words.empty() ? fault.path : fault.words;
    const auto [at, is_new] = found.try_emplace({fault.kind, name}, where);
    if (!is_new) ++at->second.more;
  }
}

base::Message what_of(Kind kind, const std::string& words) {
  if (kind == Kind::missing_character) {
    return {"表示できない文字「" + words + "」があります。", "No face has the character \"" + words + "\"."};
  }
  return {"「" + words + "」が画面に収まりません。", "\"" + words + "\" does not fit its place on the screen."};
}

base::Message remedy_of(Kind kind) {
  if (kind == Kind::missing_character) return {"別の文字に変えてください。", "Write it with another character."};
  return {"文を短くしてください。報告書の文なら、開発者に知らせてください。",
          "Make the text shorter. If it is the report's own, tell the developers."};
}

base::Error describe(const std::string& hub, Kind kind, const std::string& words, const Where& where) {
  base::Message what = what_of(kind, words);
  const std::string step = std::to_string(where.text_step);
  const std::string more = std::to_string(where.more);
  what.ja = hub + ": " + what.ja + " (画面 " + where.route + "、" + where.size + "、文字の大きさ " + step + "、" +
            where.language + (where.more > 0 ? "、ほか " + more + " か所)" : ")");
  what.en = hub + ": " + what.en + " (screen " + where.route + ", " + where.size + ", text size " + step + ", " +
            where.language + (where.more > 0 ? ", and " + more + " more places)" : ")");
  return {std::move(what), remedy_of(kind)};
}

}  // namespace

std::vector<base::Error> check_rendering(Typography& typography,
                                         const std::shared_ptr<const content::Snapshot>& snapshot,
                                         const content::Hub& hub, base::Date today) {
  Found found;
  ui::World world;
  world.snapshot = snapshot;
  world.today = today;
  ui::UiState state;
  state.hub = hub.id;
  for (const ui::Point size : kSizes_px) {
    world.screen = {size.x, size.y};
    for (const std::string& language : snapshot->languages(hub)) {
      state.language = language;
      for (state.text_step = 1; state.text_step <= 3; ++state.text_step) {
        for (const ui::Route& route : ui::routes_of(hub, content::shown_report(hub, today))) {
          state.route = route;
          const ui::Scene& scene = typography.stage(snapshot, hub.id).scene(world, state, {});
          const Where where{ui::path_of(route), std::to_string(size.x) + "x" + std::to_string(size.y), state.text_step,
                            language};
          collect(scene.page, where, found);
          if (scene.dock) collect(*scene.dock, where, found);
        }
      }
    }
  }
  std::vector<base::Error> errors;
  for (const auto& [fault, where] : found) errors.push_back(describe(hub.id, fault.first, fault.second, where));
  return errors;
}

}  // namespace hub::cli
