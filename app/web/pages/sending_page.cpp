// What goes to other screens: how many there are, whether it has gone, and what became of it on each.
#include <algorithm>

#include "web/pages/pages.h"

namespace hub::web {

namespace {

std::string number_text(int serial) { return std::to_string(serial) + " 番"; }

// A word for those to whom colours say nothing.
struct Mark {
  const char* words;
  const char* kind;
};
// `is_sent`: there is something that can have come.
Mark mark_of(const fleet::Screen& screen, bool is_sent) {
  if (screen.health == fleet::Health::silent) return {"連絡なし", "tag warns"};
  if (is_sent && fleet::has_newest(screen)) return {"届きました", "tag done"};
  return fleet::is_refusing(screen) ? Mark{"受け取らず", "tag warns"} : Mark{"まだ", "tag"};
}

// Of screens whose clock is wrong it is this machine that knows when they were heard.
std::string heard_text(std::int64_t ago_s) {
  constexpr std::int64_t kMinute_s = 60, kHour_s = 60 * kMinute_s, kDay_s = 24 * kHour_s;
  if (ago_s < 2 * kMinute_s) return "たったいまの知らせ";
  if (ago_s < 2 * kHour_s) return std::to_string(ago_s / kMinute_s) + " 分前の知らせ";
  if (ago_s < 2 * kDay_s) return std::to_string(ago_s / kHour_s) + " 時間前の知らせ";
  return std::to_string(ago_s / kDay_s) + " 日前の知らせ";
}

// What shows there where the sentence has not said it.
std::string shows_text(const fleet::Screen& screen, bool is_sent) {
  const fleet::ScreenStatus& status = screen.seen.status;
  const std::string heard = heard_text(screen.silent_s);
  const bool silent = screen.health == fleet::Health::silent;
  if (is_sent && !silent && status.serial >= screen.newest) return heard;
  const std::string what = status.serial > 0 ? number_text(status.serial) : std::string("パックではない内容");
  return heard + "では、" + what + (silent ? "を映していました" : "を映しています");
}

Markup screen_row(const fleet::Screen& screen, bool is_sent) {
  const Mark mark = mark_of(screen, is_sent);
  const std::string said = is_sent ? fleet::said_of(screen) : fleet::matter_of(screen);
  return element("li", {},
                 {element("div", {{"class", "says"}},
                          {element("p", {{"class", "strong"}}, screen.seen.status.screen), paragraph(said),
                           small(shows_text(screen, is_sent))}),
                  element("div", {{"class", "does"}}, element("span", {{"class", mark.kind}}, mark.words))});
}

// How far it has come.
std::string sum_text(const fleet::Outgoing& outgoing) {
  const auto all = outgoing.screens.size();
  const auto have = static_cast<std::size_t>(
      std::ranges::count_if(outgoing.screens, [](const auto& one) { return fleet::has_newest(one); }));
  const std::string number = number_text(outgoing.newest), screens = std::to_string(all) + " 台";
  if (have == all) return number + "が、" + screens + "すべてに届きました。";
  return number + "が、" + screens + "のうち " + std::to_string(have) + " 台に届きました。";
}

Markup send_again(const PageContext& context, const std::string& words, Weight weight) {
  return press_button(context, context.to({"send"}), {}, words, weight);
}

}  // namespace

std::string send_words(const PageContext& context) {
  const std::size_t screens = context.outgoing != nullptr ? context.outgoing->screens.size() : 0;
  return screens == 0 ? "画面に送る" : std::to_string(screens) + "台の画面に送る";
}

Markup sending_faults(const PageContext& context) {
  Markup all;
  if (context.outgoing == nullptr) return all;
  for (const base::Error& one : context.outgoing->faults) all += trouble(one);
  if (!all.empty()) {
    all += small("送れなくても、押した内容はここに残ります。直ったら、「もう一度送る」で送れます。");
  }
  return all;
}

Markup screens_card(const PageContext& context, bool with_button) {
  if (context.outgoing == nullptr) return {};
  const fleet::Outgoing& outgoing = *context.outgoing;
  Markup content;
  if (!outgoing.is_sent) content += notice(Tone::note, "いまの内容は、まだ画面に送っていません。");
  if (!outgoing.heard) {
    content += paragraph("どの画面に届いたかは、ここからは分かりません。");
  } else if (outgoing.screens.empty()) {
    content += paragraph("この拠点の画面からの知らせは、まだありません。");
  } else {
    Markup list;
    for (const fleet::Screen& one : outgoing.screens) list += screen_row(one, outgoing.is_sent);
    if (outgoing.is_sent) content += element("p", {{"class", "strong"}}, sum_text(outgoing));
    content += element("ul", {{"class", "items screens"}}, list);
  }
  if (outgoing.heard) {
    content +=
        small("画面からの知らせは、変わったときと、1 時間に 1 度来ます。このページを開きなおすと、新しくなります。");
  }
  const Weight weight = outgoing.is_sent ? Weight::quiet : Weight::plain;
  const std::string words = outgoing.newest == 0 ? "いまの内容を送る" : "もう一度送る";
  if (with_button) content += element("div", {{"class", "row"}}, send_again(context, words, weight));
  return card("画面のようす", content);
}

Page sent_page(const PageContext& context, const std::optional<base::Error>& why_not) {
  const bool sent = context.outgoing->is_sent && !why_not;
  const std::string title = why_not ? "送れませんでした" : sent ? "送りました" : "まだ送っていません";
  Page page{Step::publish, title, {}, false, true};
  Markup told, again;
  if (sent) {
    told = notice(Tone::done, number_text(context.outgoing->newest) + "を送りました。",
                  "画面が受け取って映すまで、少しかかります。");
  } else {
    if (why_not) told = trouble(*why_not);
    told += paragraph("直した内容は、ここに残っています。送れるようになったら、「もう一度送る」を押してください。");
    again = element("div", {{"class", "row show"}}, send_again(context, "もう一度送る", Weight::main));
  }
  const std::vector<desk::PublishedVersion> versions = context.desk.history();
  Markup said, back;
  if (!versions.empty()) {
    const desk::PublishedVersion& now = versions.front();
    said =
        card("", {element("p", {{"class", "strong"}}, "いまの内容: " + now.what), small(moment_text(now.at) + "から"),
                  small(now.source.empty() ? std::string() : "報告書: " + now.source)});
  }
  if (versions.size() > 1 && versions[1].kept) {
    back = link_button(context.to({"back"}, {{"version", std::to_string(versions[1].number)}}), "前に戻す");
  }
  const Markup end = link_button(context.to({}), "おわる", sent ? Weight::main : Weight::plain);
  ScreenWish shown;
  shown.of = ScreenWish::Of::shown;
  ScreenWish small_one = shown;
  small_one.width_px = 560;
  page.main = {element("div", {{"class", "column"}},
                       {heading(title), told, again, said, screens_card(context, sent),
                        element("div", {{"class", "row"}}, {end, back})}),
               element("div", {{"class", "column side"}},
                       card("", element("a", {{"class", "picture"}, {"href", context.to({"see"}, fields_of(shown))}},
                                        screen_picture(context, small_one, "いまのホームの画面"))))};
  return page;
}

}  // namespace hub::web
