// 画面に映す: what visitors will see changed, what is wrong with it, and the one button.
#include "web/pages/pages.h"

#include <algorithm>

#include "report/draft/field_names.h"
#include "ui/state/screen_words.h"

namespace hub::web {

namespace {

constexpr std::size_t kMostChanges = 200;

Markup change_row(const desk::StatementChange& change) {
  Markup sides;
  const auto side = [&](const char* kind, const char* label, const std::string& words) {
    if (words.empty()) return;
    sides += element("div", {{"class", kind}}, {small(label), paragraph(words)});
  };
  side("before", "いままで", change.before);
  side("after", "これから", change.after);
  return element("li", {},
                 {element("p", {{"class", "strong"}}, change.what.ja), element("div", {{"class", "sides"}}, sides)});
}

Markup changes_card(const PageContext& context) {
  const std::vector<desk::StatementChange> changes = context.desk.changes(*context.work);
  if (changes.empty()) return card("変わるところ", paragraph("変わるところはありません。"));
  Markup list;
  for (std::size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i) list += change_row(changes[i]);
  const Markup all = element("ol", {{"class", "changes"}}, list);
  const std::string count = std::to_string(changes.size()) + "か所あります。";
  if (changes.size() <= 3) return card("変わるところ", {paragraph(count), all});
  return card("変わるところ", element("details", {}, {element("summary", {}, count + "ぜんぶ見る"), all}));
}

// A finding is a sentence, what to do about it, and where.
Markup finding(const std::string& what, const std::string& remedy, bool refuses, const std::optional<Url>& field = {}) {
  const Markup link = field ? element("p", {}, element("a", {{"href", *field}}, "その文を直す")) : Markup();
  return element("li", {{"class", refuses ? "refuses" : "warns"}}, {paragraph(what), small(remedy), link});
}

Markup findings_card(const PageContext& context, const Inspection& inspection) {
  Markup list;
  bool refused = false;
  for (const Inspection::Found& one : inspection.findings) {
    refused = refused || one.finding.refuses;
    const ui::ScreenWords words = ui::screen_words({one.finding.what, one.finding.remedy});
    list += finding(words.what, words.remedy, one.finding.refuses, one.field);
  }
  Markup content;
  if (inspection.looked) {
    const desk::JobResult& result = inspection.looked->result;
    for (const Inspection::Seen& one : inspection.seen) list += finding(one.what, "", one.refuses, one.field);
    content = result.refused ? notice(Tone::trouble, "このままでは映せません。")
              : list.empty() ? notice(Tone::done, "すべての画面を確かめました。気になるところはありません。")
                             : notice(Tone::done, "すべての画面を確かめました。映せます。");
  } else if (refused) {
    content = notice(Tone::trouble, "このままでは映せません。", "「確かめる」で、答えていないところを見てください。");
  }
  if (!list.empty()) content += element("ul", {{"class", "findings"}}, list);
  if (list.empty() && !inspection.looked) content += paragraph("文に、気になるところは見つかっていません。");
  if (!inspection.looked && !refused) {
    content += element("div", {{"class", "row"}},
                       press_button(context, context.to({"inspect"}), {}, "すべての画面を先に確かめる"));
    content += small("映すときにも、すべての画面を確かめます。まちがいがあれば、映りません。");
  }
  return card("気になるところ", content);
}

Markup collisions_card(const PageContext& context, const std::vector<desk::Collision>& collisions) {
  if (collisions.empty()) return {};
  Markup list;
  for (const desk::Collision& one : collisions) {
    const Markup sides = {element("div", {{"class", "before"}}, {small("いま映っているほう"), paragraph(one.theirs)}),
                          element("div", {{"class", "after"}}, {small("下書きのほう"), paragraph(one.ours)})};
    list += element(
        "li", {},
        {element("p", {{"class", "strong"}}, report::field_name(one.pointer).ja),
         element("div", {{"class", "sides"}}, sides),
         press_button(
             context, context.to({"take-theirs"}),
             {{"file", one.file}, {"pointer", one.pointer}, {"revision", std::to_string(context.work->revision())}},
             "いま映っているほうにする")});
  }
  return card("", {notice(Tone::trouble, "下書きを作ったあとで、ほかの内容が映されました。",
                          "ちがうところを、どちらにするか選んでください。"),
                   element("ul", {{"class", "changes"}}, list)});
}

Markup differing_notice(const PageContext& context, int differing) {
  if (differing == 0) return {};
  return element("div", {{"class", "notice"}},
                 {element("p", {{"class", "what"}}, desk::differing_sentence(differing).ja),
                  element("p", {{"class", "row"}}, link_button(context.to({"text"}), "文章を見る"))});
}

Markup show_button(const PageContext& context, const Inspection& inspection) {
  const bool collides = !inspection.collisions.empty();
  Fields fields = {{"revision", std::to_string(context.work->revision())}};
  if (collides) fields.add("wins", "1");
  const std::string usual = context.sends ? send_words(context) : "画面に映す";
  const std::string colliding = context.sends ? "下書きのほうを、" + usual : "下書きのほうを映す";
  const std::string words = collides ? colliding : usual;
  return element("div", {{"class", "row show"}},
                 {press_button(context, context.to({"publish"}), fields, words, Weight::main),
                  link_button(context.to({"see"}), "画面で見る")});
}

int open_questions(const desk::Work& work) {
  int open = 0;
  for (int i = 0; i < static_cast<int>(work.reading().questions.size()); ++i) {
    const desk::Work::State state = work.state_of(i);
    if (state == desk::Work::State::open || state == desk::Work::State::later) ++open;
  }
  return open;
}

}  // namespace

Page publish_page(const PageContext& context, const Inspection& inspection, const std::optional<base::Error>& why_not) {
  Page page{Step::publish, publish_words(context), {}, false, true};
  if (!context.work) {
    page.two_columns = false;
    page.main = {heading(publish_words(context)), why_not ? trouble(*why_not) : Markup(),
                 paragraph("映していない下書きはありません。"),
                 element("p", {{"class", "row"}}, link_button(context.to({}), "拠点のページへ", Weight::main))};
    return page;
  }
  Markup open;
  if (const int count = open_questions(*context.work); count > 0) {
    open = element("div", {{"class", "notice"}},
                   {paragraph("答えていない質問が " + std::to_string(count) + " つあります。このままでも映せます。"),
                    element("p", {{"class", "row"}}, link_button(context.to({"questions"}), "確かめる"))});
  }
  ScreenWish home;
  home.width_px = 560;
  page.main = {element("div", {{"class", "column"}},
                       {heading(publish_words(context)), small(context.work->source().name),
                        why_not ? trouble(*why_not) : Markup(), open, differing_notice(context, inspection.differing),
                        collisions_card(context, inspection.collisions), changes_card(context),
                        findings_card(context, inspection), sending_faults(context), show_button(context, inspection),
                        small("映したあとも、前に戻せます。")}),
               element("div", {{"class", "column side"}},
                       card(context.sends ? "送るとこうなります" : "映すとこうなります",
                            element("a", {{"class", "picture"}, {"href", context.to({"see"})}},
                                    screen_picture(context, home, "下書きのホームの画面"))))};
  return page;
}

Page done_page(const PageContext& context) {
  Page page{Step::publish, "映しました", {}, false, true};
  const std::vector<desk::PublishedVersion> versions = context.desk.history();
  if (versions.empty()) return publish_page(context, {});
  const desk::PublishedVersion& now = versions.front();
  const bool went_back = now.back_to > 0;
  Markup said = {element("p", {{"class", "strong"}}, "いま映っているもの: " + now.what),
                 small(moment_text(now.at) + "から"),
                 small(now.source.empty() ? std::string() : "報告書: " + now.source)};
  Markup back;
  if (versions.size() > 1 && versions[1].kept) {
    back = link_button(context.to({"back"}, {{"version", std::to_string(versions[1].number)}}), "前に戻す");
  }
  ScreenWish shown;
  shown.of = ScreenWish::Of::shown;
  ScreenWish small_one = shown;
  small_one.width_px = 560;
  page.main = {
      element("div", {{"class", "column"}},
              {heading(went_back ? "前の画面に戻しました" : "映しました"), notice(Tone::done, "画面が変わりました。"),
               card("", said), paragraph("まちがいに気づいたら、「前に戻す」で元の画面にできます。"),
               element("div", {{"class", "row"}}, {link_button(context.to({}), "おわる", Weight::main), back})}),
      element("div", {{"class", "column side"}},
              card("", element("a", {{"class", "picture"}, {"href", context.to({"see"}, fields_of(shown))}},
                               screen_picture(context, small_one, "いまのホームの画面"))))};
  return page;
}

}  // namespace hub::web
