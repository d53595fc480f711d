// 報告書を入れる: a file from this computer or phone, or what came in on another way; and slow work while it goes on.
#include "web/pages/pages.h"

#include <algorithm>

namespace hub::web {

namespace {

std::string from_text(desk::CameFrom from) {
  switch (from) {
    case desk::CameFrom::stick:
      return "USB メモリーから";
    case desk::CameFrom::browser:
      return "パソコンから";
    case desk::CameFrom::download:
      return "市のページから";
    case desk::CameFrom::command:
      break;
  }
  return "この機械で";
}

Markup item_row(const PageContext& context, const desk::InboxItem& item) {
  return element("li", {},
                 {element("div", {{"class", "says"}},
                          {element("p", {{"class", "strong"}}, item.name),
                           small(moment_text(item.at) + "　" + from_text(item.from) + "　" + size_text(item.bytes))}),
                  element("div", {{"class", "does"}},
                          press_button(context, context.to({"open"}), {{"item", item.id}}, "読み取る"))});
}

}  // namespace

Page bring_page(const PageContext& context, const std::optional<base::Error>& why_not) {
  Page page{Step::bring, "報告書を入れる", {}};
  const Markup field = element("input", {{"type", "file"},
                                         {"name", "report"},
                                         {"id", "report"},
                                         {"required", true},
                                         {"accept", ".pdf,.html,.htm,.txt,.docx,.xlsx"}});
  const Markup drop = element(
      "div", {{"class", "drop"}, {"id", "drop"}},
      {element("label", {{"for", "report"}, {"class", "strong"}}, "報告書のファイルを選ぶ"),
       small("PDF、Word、Excel、ウェブページのファイルを読み取れます（32 MB まで）。"), field,
       element("p", {{"class", "small with-script"}}, "ここに、ファイルを引っぱってきて置くこともできます。"),
       element("p", {{"class", "row"}}, button("読み取る", Weight::main)),
       element("progress",
               {{"id", "sending"}, {"max", 1}, {"value", 0}, {"hidden", true}, {"aria-label", "送っています"}}, "")});
  page.main = heading("報告書を入れる");
  if (why_not) page.main += trouble(*why_not);
  if (context.work) {
    page.main +=
        element("div", {{"class", "notice"}},
                {element("p", {}, "まだ映していない下書き（" + context.work->source().name + "）があります。"),
                 element("p", {{"class", "row"}}, link_button(context.to({"questions"}), "下書きをつづける"))});
  }
  page.main += card("", file_form_to(context, context.to({"upload"}), drop));
  Markup list;
  for (const desk::InboxItem& item : context.desk.inbox().list()) list += item_row(context, item);
  if (!list.empty()) page.main += card("届いている報告書", element("ul", {{"class", "items"}}, list));
  page.main += small("読み取っても、画面に映っているものは変わりません。映すのは、確かめてからです。");
  return page;
}

Page replace_page(const PageContext& context, const desk::InboxItem& item) {
  Page page{Step::bring, "報告書を入れる", {}};
  const std::string draft = context.work ? context.work->source().name : std::string();
  page.main = {
      heading("新しく読み取りますか"), element("p", {{"class", "strong"}}, item.name),
      paragraph("いまの下書き（" + draft + "）と、その答えはなくなります。画面に映っているものは、そのままです。"),
      element("div", {{"class", "row"}},
              {link_button(context.to({"questions"}), "いまの下書きをつづける", Weight::main),
               press_button(context, context.to({"open"}), {{"item", item.id}, {"replace", "1"}}, "新しく読み取る")})};
  return page;
}

Page job_page(const PageContext& context, const std::string& id, const desk::JobProgress& progress) {
  using State = desk::JobProgress::State;
  Page page{Step::none, "お待ちください", {}, !progress.has_ended()};
  if (progress.state == State::failed) {
    page.title = "できませんでした";
    page.main = {heading("できませんでした"), trouble({progress.message, progress.remedy})};
  } else if (progress.state == State::cancelled) {
    page.title = "やめました";
    page.main = {heading("やめました"), paragraph(progress.message.ja)};
  } else {
    const int percent = static_cast<int>(std::clamp(progress.fraction, 0.0, 1.0) * 100);
    const std::string doing = progress.message.ja.empty() ? "順番を待っています" : progress.message.ja;
    page.main = {
        heading("お待ちください"), element("p", {{"class", "strong"}}, doing),
        element("progress", {{"max", 100}, {"value", percent}, {"aria-label", doing}}, std::to_string(percent) + "%"),
        small(std::to_string(percent) + "%"), small("画面に映っているものは、終わるまで変わりません。")};
    if (progress.can_cancel) page.main += press_button(context, context.to({"job", id}), {}, "やめる", Weight::quiet);
    return page;
  }
  page.main += element("div", {{"class", "row"}},
                       {link_button(context.to({"report"}), "報告書を入れる", Weight::main),
                        link_button(context.to({}), "拠点のページへ")});
  return page;
}

}  // namespace hub::web
