// 見る: the screen as the kiosk draws it. What a visitor can tap is a link: one goes through it as they do.
#include "web/pages/pages.h"

#include <algorithm>

namespace hub::web {

namespace {

struct Choice {
  std::string value;
  std::string words;
};

Markup select(const std::string& label, const std::string& name, const std::string& chosen,
              const std::vector<Choice>& choices) {
  Markup options;
  for (const Choice& one : choices) {
    options += element("option", {{"value", one.value}, {"selected", one.value == chosen}}, one.words);
  }
  const Markup list = element("select", {{"name", name}, {"id", "see-" + name}}, options);
  return element("div", {{"class", "field"}}, {element("label", {{"for", "see-" + name}}, label), list});
}

std::string size_of(const base::Size& size) {
  return std::to_string(size.width_px) + "x" + std::to_string(size.height_px);
}

std::vector<Choice> sizes(const std::string& now) {
  std::vector<Choice> all = {{"1920x1080", "大きな画面・よこ"},
                             {"1080x1920", "大きな画面・たて"},
                             {"1280x800", "タブレット・よこ"},
                             {"800x1280", "タブレット・たて"},
                             {"1366x768", "パソコンの画面"}};
  if (std::ranges::find(all, now, &Choice::value) == all.end()) all.push_back({now, now});
  return all;
}

std::string language_name(const std::string& tag) {
  const std::pair<const char*, const char*> known[] = {{"ja", "日本語"},  {"ja-easy", "やさしい日本語"},
                                                       {"en", "English"}, {"zh-Hans", "简体中文"},
                                                       {"ko", "한국어"},  {"vi", "Tiếng Việt"}};
  for (const auto& [one, name] : known) {
    if (tag == one) return name;
  }
  return tag;
}

std::vector<Choice> of_choices(const PageContext& context, const ScreenWish& wish) {
  std::vector<Choice> all;
  if (context.work) all.push_back({"", "下書き"});
  all.push_back({"shown", "いま映っているもの"});
  if (wish.of == ScreenWish::Of::version) {
    all.push_back({std::to_string(wish.version), "第" + std::to_string(wish.version) + "版"});
  }
  return all;
}

// What the form does not ask for goes on as it is.
Markup controls(const PageContext& context, const ScreenLayout& layout) {
  const ScreenWish& wish = layout.wish;
  std::vector<Choice> languages;
  for (const std::string& one : layout.languages) languages.push_back({one, language_name(one)});
  const Fields now = fields_of(wish);
  const std::string of = now.text("of").empty() && !context.work ? "shown" : now.text("of");
  Markup hidden = element("input", {{"type", "hidden"}, {"name", "route"}, {"value", wish.route}});
  const Markup date =
      element("div", {{"class", "field"}},
              {element("label", {{"for", "see-date"}}, "日付"),
               element("input", {{"type", "date"}, {"name", "date"}, {"id", "see-date"}, {"value", wish.date}})});
  return element("form",
                 {{"method", "get"}, {"action", context.to({"see"})}, {"id", "controls"}, {"class", "controls"}},
                 {hidden, select("内容", "of", of, of_choices(context, wish)),
                  select("画面", "size", size_of(wish.size), sizes(size_of(wish.size))),
                  select("文字", "text", std::to_string(wish.text_step),
                         {{"1", "ふつう"}, {"2", "大きく"}, {"3", "もっと大きく"}}),
                  select("ふりがな", "furigana", wish.furigana ? "1" : "0", {{"0", "なし"}, {"1", "あり"}}),
                  select("ことば", "lang", wish.language, languages), date,
                  element("div", {{"class", "field without-script"}}, button("この画面にする"))});
}

Markup target(const PageContext& context, const TapTarget& one) {
  const Markup title = element("title", {}, one.says.empty() ? std::string("ここにさわる") : one.says);
  const Markup place =
      element("rect", {{"x", one.x}, {"y", one.y}, {"width", one.width}, {"height", one.height}, {"rx", 24}});
  return element("a", {{"href", context.to({"see"}, fields_of(one.to))}}, {title, place});
}

Markup scroll_buttons(const PageContext& context, const ScreenLayout& layout) {
  if (layout.scroll_range_px <= 0) return {};
  const auto scrolled = [&](int to) {
    ScreenWish wish = layout.wish;
    wish.scroll_px = std::clamp(to, 0, layout.scroll_range_px);
    return context.to({"see"}, fields_of(wish));
  };
  const int step = std::max(1, layout.page_px * 4 / 5), now = layout.wish.scroll_px;
  Markup both;
  if (now > 0) both += link_button(scrolled(now - step), "▲ 上へ");
  if (now < layout.scroll_range_px) both += link_button(scrolled(now + step), "▼ 下へ");
  return element("p", {{"class", "row scroll"}}, both);
}

std::string shape_of(const base::Size& size) { return size.height_px > size.width_px ? "screen tall" : "screen"; }

}  // namespace

Markup screen_picture(const PageContext& context, const ScreenWish& wish, const std::string& says) {
  const int width = wish.width_px > 0 ? wish.width_px : wish.size.width_px;
  return element("img", {{"src", context.to({"screen.png"}, fields_of(wish))},
                         {"alt", says},
                         {"width", width},
                         {"height", width * wish.size.height_px / std::max(1, wish.size.width_px)},
                         {"loading", wish.of == ScreenWish::Of::version ? "lazy" : "eager"}});
}

Page see_page(const PageContext& context, const ScreenLayout& layout) {
  Page page{Step::see, "見る", {}};
  const base::Size& size = layout.wish.size;
  Markup targets;
  for (const TapTarget& one : layout.targets) targets += target(context, one);
  const std::string box = "0 0 " + std::to_string(size.width_px) + " " + std::to_string(size.height_px);
  const Markup over =
      element("svg", {{"viewBox", box}, {"role", "group"}, {"aria-label", "画面の中で、さわれるところ"}}, targets);
  const bool is_draft = context.work && layout.wish.of == ScreenWish::Of::draft;
  const Markup band = is_draft ? element("p", {{"class", "band"}}, "下書き・まだ映していません") : Markup();
  page.main = {
      heading("見る"), small("来館者が見るとおりの画面です。さわれるところを押すと、来館者と同じように進みます。"),
      controls(context, layout),
      element("div", {{"id", "see"}},
              {band,
               element("div", {{"class", shape_of(size)}}, {screen_picture(context, layout.wish, layout.words), over}),
               scroll_buttons(context, layout)}),
      element("div", {{"class", "row"}},
              {link_button(context.to({"publish"}), publish_words(context), is_draft ? Weight::main : Weight::plain),
               link_button(context.to({}), "拠点のページへ")})};
  return page;
}

Page cannot_see_page(const PageContext& context, const base::Error& why) {
  Page page{Step::see, "見る", {}};
  page.main = {heading("見る"), trouble(why),
               element("p", {{"class", "row"}}, link_button(context.to({"questions"}), "確かめる", Weight::main))};
  return page;
}

}  // namespace hub::web
