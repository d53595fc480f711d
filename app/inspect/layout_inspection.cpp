#include "inspect/layout_inspection.h"

#include <array>
#include <map>
#include <utility>

#include "content/model/year.h"

namespace hub::inspect {

namespace {

using Kind = ui::Fault::Kind;

constexpr std::array<ui::Point, 8> kSizes_px = {
    {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}, {720, 1280}, {1024, 600}, {600, 1024}}};

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

base::Error not_drawn(const std::string& hub, const Where& where, const base::Message& why) {
  return {{hub + ": 画面 " + where.route + " を描けません。" + why.ja + " (" + where.size + "、文字の大きさ " +
               std::to_string(where.text_step) + "、" + where.language + ")",
           hub + ": the screen " + where.route + " cannot be drawn. " + why.en + " (" + where.size + ", text size " +
               std::to_string(where.text_step) + ", " + where.language + ")"},
          {"開発者に知らせてください。", "Tell the developers."}};
}

bool is_empty(const platform::Picture& picture) {
  for (std::size_t i = 3; i < picture.rgb.size(); ++i) {
    if (picture.rgb[i] != picture.rgb[i - 3]) return false;
  }
  return true;
}

std::string size_of(const ui::FrameContext& frame_context) {
  return std::to_string(frame_context.screen.width_px) + "x" + std::to_string(frame_context.screen.height_px);
}

// One hub's screens in the ways that visitors can have them.
class Walk {
 public:
  Walk(render::ScreenContext& screen_context, const std::shared_ptr<const content::Snapshot>& snapshot,
       const content::Hub& hub, const std::function<void()>& checked)
      : screen_context_(screen_context), screens_(screen_context, snapshot, hub.id), hub_(hub), checked_(checked) {
    frame_context_.snapshot = snapshot;
    state_ = ui::fresh_state(hub.id, {});
  }

  void lay_out(base::Date day) {
    frame_context_.today = day;
    for (const ui::Point size : kSizes_px) {
      frame_context_.screen = {size.x, size.y};
      for (const std::string& language : frame_context_.snapshot->languages(hub_)) {
        state_.language = language;
        for (const bool furigana : {false, true}) {
          state_.furigana = furigana;
          for (state_.text_step = 1; state_.text_step <= 3; ++state_.text_step) lay_out_routes();
        }
      }
    }
  }

  void draw(render::ScreenshotRenderer& renderer, base::Date day) {
    frame_context_.today = day;
    for (const std::string& language : frame_context_.snapshot->languages(hub_)) {
      const bool japanese = language == "ja";
      state_.language = language;
      state_.furigana = japanese;
      frame_context_.screen = japanese ? ui::Screen{1920, 1080} : ui::Screen{800, 480};
      for (state_.text_step = 1; state_.text_step <= 3; ++state_.text_step) {
        for (const ui::Route& route : routes()) {
          state_.route = route;
          draw_screen(renderer);
        }
        if (!japanese) break;
      }
    }
  }

  std::vector<base::Error> errors() {
    for (const auto& [fault, where] : found_) {
      errors_.push_back(describe(hub_.id, fault.first, fault.second, where));
    }
    return std::move(errors_);
  }

 private:
  std::vector<ui::Route> routes() const {
    return ui::routes_of(hub_, content::shown_report(hub_, frame_context_.today));
  }
  Where where() const {
    return {ui::path_of(state_.route), size_of(frame_context_), state_.text_step, state_.language};
  }

  void lay_out_routes() {
    for (const ui::Route& route : routes()) {
      state_.route = route;
      int slides = 1;
      for (int slide = 0; slide < slides; ++slide) {
        const base::Seconds into(slide * frame_context_.timing.slide_s);
        const base::Instant now = state_.arrived + base::nanoseconds_of(into);
        const ui::Scene& scene = screens_.stage().scene(frame_context_, state_, now);
        if (route.page == ui::Route::Page::attract) slides = scene.attract_slides;
        collect(scene.page, where(), found_);
        if (scene.dock) collect(*scene.dock, where(), found_);
        if (scene.masthead) collect(*scene.masthead, where(), found_);
      }
      checked_();
    }
  }

  void draw_screen(render::ScreenshotRenderer& renderer) {
    const platform::Picture picture = renderer.draw(screens_, frame_context_, state_, base::Seconds(0));
    if (!screen_context_.pages().complete()) {
      errors_.push_back(not_drawn(hub_.id, where(), {"文字の絵を置く場所が足りません。", "Its letters find no room."}));
    }
    if (const unsigned error = renderer.take_fault(); error != 0) {
      errors_.push_back(not_drawn(hub_.id, where(),
                                  {"描画ドライバーのエラー " + std::to_string(error) + " です。",
                                   "The drawing driver says error " + std::to_string(error) + "."}));
    }
    if (is_empty(picture)) errors_.push_back(not_drawn(hub_.id, where(), {"何も映りません。", "It stays empty."}));
    checked_();
  }

  render::ScreenContext& screen_context_;
  render::HubScreens screens_;
  const content::Hub& hub_;
  const std::function<void()>& checked_;
  ui::FrameContext frame_context_;
  ui::UiState state_;
  Found found_;
  std::vector<base::Error> errors_;
};

base::Date first_day_of(int fiscal_year) {
  return base::Date{std::chrono::year{fiscal_year}, std::chrono::April, std::chrono::day{1}};
}

}  // namespace

std::vector<base::Date> days_to_check(const content::Hub& hub, base::Date today) {
  std::vector<base::Date> days = {today};
  const int this_year = content::fiscal_year(today);
  int last = 0;
  for (const content::Report& report : hub.reports) {
    last = report.goal_year;
    if (last > this_year) days.push_back(first_day_of(last));
  }
  if (last >= this_year) days.push_back(first_day_of(last + 1));
  return days;
}

std::vector<base::Error> check_rendering(render::ScreenContext& screen_context,
                                         const std::shared_ptr<const content::Snapshot>& snapshot,
                                         const content::Hub& hub, base::Date today,
                                         const std::function<void()>& checked) {
  Walk walk(screen_context, snapshot, hub, checked);
  for (const base::Date day : days_to_check(hub, today)) walk.lay_out(day);
  return walk.errors();
}

std::vector<base::Error> check_drawing(render::ScreenContext& screen_context, render::ScreenshotRenderer& renderer,
                                       const std::shared_ptr<const content::Snapshot>& snapshot,
                                       const content::Hub& hub, base::Date today,
                                       const std::function<void()>& checked) {
  Walk walk(screen_context, snapshot, hub, checked);
  walk.draw(renderer, today);
  return walk.errors();
}

}  // namespace hub::inspect
