// 拠点: what shows now, since when and from what; the draft; what showed before.
#include <algorithm>

#include "web/pages/pages.h"

namespace hub::web {

namespace {

constexpr int kPicture_px = 560, kThumbnail_px = 240;

ScreenWish home_of(ScreenWish::Of of, int version, int width_px) {
  ScreenWish wish;
  wish.of = of;
  wish.version = version;
  wish.width_px = width_px;
  return wish;
}

std::string from_text(const desk::PublishedVersion& version) {
  return version.source.empty() ? std::string() : "報告書: " + version.source;
}
std::string since_text(const desk::PublishedVersion& version) {
  return version.at.empty() ? "前から映っていた内容" : moment_text(version.at) + "から";
}

Markup shown_card(const PageContext& context, const std::vector<desk::PublishedVersion>& versions) {
  Markup said;
  if (versions.empty()) {
    said = paragraph("ここから映したものは、まだありません。はじめからの内容が映っています。");
  } else {
    const desk::PublishedVersion& now = versions.front();
    said = {element("p", {{"class", "strong"}}, now.what), small(since_text(now)), small(from_text(now))};
  }
  const ScreenWish wish = home_of(ScreenWish::Of::shown, 0, 0);
  return card(
      "いま映っているもの",
      {element("a", {{"class", "picture"}, {"href", context.to({"see"}, fields_of(wish))}},
               screen_picture(context, home_of(ScreenWish::Of::shown, 0, kPicture_px), "いまのホームの画面")),
       said, element("p", {{"class", "row"}}, link_button(context.to({"see"}, fields_of(wish)), "画面を見る"))});
}

Markup draft_card(const PageContext& context) {
  if (!context.work) {
    return card("下書き", {paragraph("まだ映していない下書きはありません。"),
                           element("p", {{"class", "row"}},
                                   link_button(context.to({"report"}), "報告書を入れる", Weight::main))});
  }
  const desk::Work& work = *context.work;
  int open = 0;
  for (int i = 0; i < static_cast<int>(work.reading().questions.size()); ++i) {
    if (work.state_of(i) == desk::Work::State::open || work.state_of(i) == desk::Work::State::later) ++open;
  }
  const std::size_t changes = context.desk.changes(work).size();
  const std::string left = open > 0 ? "確かめたいことが、あと " + std::to_string(open) + " つあります。"
                                    : std::string("確かめたいことは、残っていません。");
  const std::string changed = changes > 0 ? "いまの画面から変わるところ: " + std::to_string(changes) + " か所"
                                          : std::string("いまの画面から変わるところはありません。");
  const Url next = open > 0 ? context.to({"questions"}) : context.to({"see"});
  return card("下書き・まだ映していません",
              {element("p", {{"class", "strong"}}, work.source().name), paragraph(left), small(changed),
               element("div", {{"class", "row"}},
                       {link_button(next, open > 0 ? "つづける" : "画面で見る", Weight::main),
                        link_button(context.to({"publish"}), publish_words(context)),
                        link_button(context.to({"discard"}), "下書きをやめる", Weight::quiet)})});
}

Markup version_row(const PageContext& context, const desk::PublishedVersion& version, bool shows_now) {
  Markup action = shows_now ? element("span", {{"class", "tag"}}, "いま映っています") : Markup();
  if (!shows_now && version.kept) {
    action = link_button(context.to({"back"}, {{"version", std::to_string(version.number)}}), "これに戻す");
  }
  const Markup picture = version.kept
                             ? screen_picture(context, home_of(ScreenWish::Of::version, version.number, kThumbnail_px),
                                              "第" + std::to_string(version.number) + "版のホームの画面")
                             : Markup();
  const std::string& who = version.who;
  const std::string differing =
      version.differing > 0 ? "報告書とちがう文が " + std::to_string(version.differing) + " つ" : std::string();
  const std::string back = version.back_to > 0 ? "第" + std::to_string(version.back_to) + "版に戻したもの" : "";
  return element(
      "li", {},
      {element("div", {{"class", "thumbnail"}}, picture),
       element("div", {{"class", "says"}},
               {element("p", {{"class", "strong"}}, "第" + std::to_string(version.number) + "版　" + version.what),
                small(version.at.empty() ? "前から映っていた内容" : moment_text(version.at)), small(from_text(version)),
                small(differing), small(back), small(who)}),
       element("div", {{"class", "does"}}, action)});
}

Markup history_card(const PageContext& context, const std::vector<desk::PublishedVersion>& versions) {
  if (versions.size() < 2) {
    return card("前に戻す",
                paragraph("戻せる画面は、まだありません。新しい内容を映すと、いまの画面がここに残ります。"));
  }
  Markup list;
  for (const desk::PublishedVersion& one : versions) list += version_row(context, one, &one == &versions.front());
  return card("前に戻す", element("ul", {{"class", "versions"}}, list));
}

// Who the history says that it was: a name from those that were used, or another one. No account, nothing to prove.
Markup who_card(const PageContext& context, const std::vector<desk::PublishedVersion>& versions) {
  Markup names;
  std::vector<std::string> told;
  for (const desk::PublishedVersion& one : versions) {
    if (one.who.empty() || std::ranges::find(told, one.who) != told.end()) continue;
    told.push_back(one.who);
    names += element("option", {{"value", one.who}}, "");
  }
  const Markup content = {element("label", {{"for", "who"}}, "お名前"),
                          element("input", {{"id", "who"},
                                            {"name", "who"},
                                            {"type", "text"},
                                            {"list", "who-names"},
                                            {"value", context.session.who},
                                            {"autocomplete", "off"},
                                            {"maxlength", 20}}),
                          element("datalist", {{"id", "who-names"}}, names),
                          element("p", {{"class", "row"}}, button("この名前にする"))};
  return card("変えた人の名前",
              {small("書いておくと、だれが変えて映したかが「前に戻す」の一覧に残ります。書かなくてもかまいません。"),
               form_to(context, context.to({"who"}), content)});
}

}  // namespace

Page hub_page(const PageContext& context) {
  const std::vector<desk::PublishedVersion> versions = context.desk.history();
  Page page{Step::hub, "拠点", {}, false, true};
  page.main = {element("div", {{"class", "column"}},
                       {heading(context.hub_name), draft_card(context), sending_faults(context), screens_card(context),
                        history_card(context, versions), who_card(context, versions)}),
               element("div", {{"class", "column side"}}, shown_card(context, versions))};
  return page;
}

Page back_page(const PageContext& context, const desk::PublishedVersion& version) {
  Page page{Step::hub, "前に戻す", {}, false, true};
  const std::string number = std::to_string(version.number);
  page.main = {
      element(
          "div", {{"class", "column"}},
          {heading("この画面に戻しますか"), element("p", {{"class", "strong"}}, "第" + number + "版　" + version.what),
           small(since_text(version)), small(from_text(version)), paragraph("いまの画面にも、あとでまた戻せます。"),
           context.sends ? paragraph("戻した内容は、すぐにほかの画面にも送ります。") : Markup(),
           element("div", {{"class", "row"}},
                   {press_button(context, context.to({"back"}), {{"version", number}}, "この画面に戻す", Weight::main),
                    link_button(context.to({}), "戻さない")})}),
      element("div", {{"class", "column side"}},
              card("", screen_picture(context, home_of(ScreenWish::Of::version, version.number, kPicture_px),
                                      "第" + number + "版のホームの画面")))};
  return page;
}

Page discard_page(const PageContext& context) {
  Page page{Step::hub, "下書きをやめる", {}};
  page.main = {heading("下書きをやめますか"),
               element("p", {{"class", "strong"}}, context.work ? context.work->source().name : std::string()),
               paragraph("この下書きと、その答えはなくなります。画面に映っているものは、そのままです。"),
               element("div", {{"class", "row"}},
                       {link_button(context.to({}), "やめない", Weight::main),
                        press_button(context, context.to({"discard"}), {}, "下書きをやめる")})};
  return page;
}

Page gone_page(const PageContext& context, const base::Error& why) {
  Page page{Step::none, "見つかりません", {}};
  page.main = {heading("見つかりません"), trouble(why),
               element("p", {{"class", "row"}}, link_button(context.to({}), "拠点のページへ", Weight::main))};
  return page;
}

}  // namespace hub::web
