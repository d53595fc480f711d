#include "web/pages/page.h"

#include <array>

#include "base/parse.h"
#include "ui/state/screen_words.h"
#include "web/pages/assets.h"

namespace hub::web {

namespace {

struct StepOfNav {
  Step step;
  const char* path;  // empty: the hub's own page
  const char* words;
};
constexpr StepOfNav kSteps[] = {{Step::hub, "", "拠点"},
                                {Step::bring, "report", "報告書を入れる"},
                                {Step::questions, "questions", "確かめる"},
                                {Step::text, "text", "文章"},
                                {Step::words, "words", "ことば"},
                                {Step::see, "see", "見る"},
                                {Step::publish, "publish", "画面に映す"}};

const char* class_of(Weight weight) {
  switch (weight) {
    case Weight::main:
      return "button main";
    case Weight::quiet:
      return "button quiet";
    case Weight::plain:
      break;
  }
  return "button";
}

Url step_url(const PageContext& context, const StepOfNav& one) {
  return *one.path == '\0' ? context.to({}) : context.to({one.path});
}

std::string words_of(const StepOfNav& one, const PageContext& context) {
  return one.step == Step::publish ? publish_words(context) : one.words;
}

Markup steps_list(const Page& page, const PageContext& context) {
  Markup list;
  for (const StepOfNav& one : kSteps) {
    const bool here = one.step == page.step;
    Markup words = words_of(one, context);
    if (one.step == Step::questions && context.work) {
      int open = 0;
      for (int i = 0; i < static_cast<int>(context.work->reading().questions.size()); ++i) {
        const desk::Work::State state = context.work->state_of(i);
        if (state == desk::Work::State::open || state == desk::Work::State::later) ++open;
      }
      if (open > 0) words += element("span", {{"class", "count"}}, std::to_string(open));
    }
    if (here) {
      list += element("li", {}, element("a", {{"href", step_url(context, one)}, {"aria-current", "page"}}, words));
    } else {
      list += element("li", {}, element("a", {{"href", step_url(context, one)}}, words));
    }
  }
  return list;
}

std::string name_of(Step step, const PageContext& context) {
  for (const StepOfNav& one : kSteps) {
    if (one.step == step) return words_of(one, context);
  }
  return "ほかの画面へ";
}

// On a phone the steps are behind one button, on a PC they stand in a row.
Markup header_of(const Page& page, const PageContext& context) {
  const Markup steps = steps_list(page, context);
  Markup tail, others;
  if (context.many_hubs) others = element("li", {}, element("a", {{"href", Url({})}}, "ほかの拠点"));
  if (context.many_hubs) tail += element("a", {{"href", Url({})}, {"class", "other"}}, "ほかの拠点");
  tail += press_button(context, Url({"leave"}), {}, "終わる", Weight::quiet);
  return element("header", {},
                 {element("div", {{"class", "bar"}},
                          {element("a", {{"href", context.to({})}, {"class", "hub"}}, context.hub_name),
                           element("div", {{"class", "tail"}}, tail)}),
                  element("nav", {{"class", "wide"}, {"aria-label", "画面"}}, element("ul", {}, steps)),
                  element("details", {{"class", "narrow"}},
                          {element("summary", {}, name_of(page.step, context)),
                           element("nav", {{"aria-label", "画面"}}, element("ul", {}, {steps, others}))})});
}

std::string document(const std::string& title, bool looks_again, const Markup& body) {
  Markup head = {element("meta", {{"charset", "utf-8"}}),
                 element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                 element("title", {}, title),
                 element("link", {{"rel", "stylesheet"}, {"href", asset_url("edit.css")}}),
                 element("link", {{"rel", "icon"}, {"href", asset_url("icon.svg")}}),
                 element("script", {{"type", "module"}, {"src", asset_url("edit.js")}}, {})};
  if (looks_again) head += element("noscript", {}, again_after(2));
  return "<!DOCTYPE html>" + element("html", {{"lang", "ja"}}, {element("head", {}, head), body}).html();
}

Markup form(const PageContext& context, const Url& to, const char* kind, const Markup& content) {
  // The first button of a form is what Enter presses: one that cannot be pressed.
  const Markup never = element("button", {{"type", "submit"}, {"disabled", true}, {"hidden", true}}, "");
  const Markup token = element("input", {{"type", "hidden"}, {"name", "token"}, {"value", context.session.token}});
  return element("form", {{"method", "post"}, {"action", to}, {"enctype", kind}}, {never, token, content});
}

}  // namespace

std::string publish_words(const PageContext& context) { return context.sends ? "画面に送る" : "画面に映す"; }

Url PageContext::to(std::vector<std::string> path, Fields query) const {
  path.insert(path.begin(), desk.hub());
  return Url(std::move(path), std::move(query));
}

std::string html_of(const Page& page, const PageContext& context) {
  const char* const shape = page.two_columns ? "two" : "one";
  const Markup body = element(
      "body", {{"data-token", context.session.token}, {"data-hub", context.desk.hub()}},
      {element("a", {{"href", Url::on_this_page("main")}, {"class", "skip"}}, "本文へ"), header_of(page, context),
       element("main", {{"id", "main"}, {"class", shape}, {"data-again", page.looks_again ? "1" : ""}}, page.main),
       element("p", {{"id", "says"}, {"role", "status"}, {"aria-live", "polite"}}, "")});
  return document(page.title + "｜" + context.hub_name, page.looks_again, body);
}

std::string plain_html(const std::string& title, const Markup& main) {
  return document(title, false, element("body", {}, element("main", {{"id", "main"}, {"class", "one"}}, main)));
}

Markup heading(const std::string& words) { return element("h1", {}, words); }
Markup paragraph(const std::string& words) { return element("p", {}, words); }
Markup small(const std::string& words) { return element("p", {{"class", "small"}}, words); }

Markup card(const std::string& title, const Markup& content) {
  const Markup head = title.empty() ? Markup() : element("h2", {}, title);
  return element("section", {{"class", "card"}}, {head, content});
}

Markup notice(Tone tone, const std::string& what, const std::string& more) {
  const char* const kind = tone == Tone::done ? "notice done" : tone == Tone::trouble ? "notice trouble" : "notice";
  const Markup rest = more.empty() ? Markup() : element("p", {}, more);
  return element("div", {{"class", kind}, {"role", tone == Tone::trouble ? "alert" : "status"}},
                 {element("p", {{"class", "what"}}, what), rest});
}

Markup trouble(const base::Error& why) {
  const ui::ScreenWords words = ui::screen_words(why);
  return notice(Tone::trouble, words.what, words.remedy);
}

Markup link_button(const Url& to, const std::string& words, Weight weight) {
  return element("a", {{"class", class_of(weight)}, {"href", to}}, words);
}

Markup button(const std::string& words, Weight weight) {
  return element("button", {{"class", class_of(weight)}, {"type", "submit"}}, words);
}

Markup form_to(const PageContext& context, const Url& to, const Markup& content) {
  return form(context, to, "application/x-www-form-urlencoded", content);
}
Markup file_form_to(const PageContext& context, const Url& to, const Markup& content) {
  return form(context, to, "multipart/form-data", content);
}

Markup press_button(const PageContext& context, const Url& to, const Fields& fields, const std::string& words,
                    Weight weight) {
  Markup hidden;
  for (const auto& [name, value] : fields.all()) {
    hidden += element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  return form_to(context, to, {hidden, button(words, weight)});
}

std::string moment_text(const std::string& at) {
  const auto day = base::parse_iso_date(at.substr(0, 10));
  if (!day) return {};
  constexpr std::array kDays = {"日", "月", "火", "水", "木", "金", "土"};
  const std::chrono::weekday weekday{std::chrono::sys_days(*day)};
  const std::string time = at.size() > 11 ? " " + at.substr(11) : std::string();
  return std::to_string(static_cast<int>(day->year())) + "年" + std::to_string(static_cast<unsigned>(day->month())) +
         "月" + std::to_string(static_cast<unsigned>(day->day())) + "日（" + kDays.at(weekday.c_encoding()) + "）" +
         time;
}

std::string size_text(std::size_t bytes) {
  constexpr std::size_t kKilo = 1024;
  if (bytes >= kKilo * kKilo) return std::to_string((bytes + kKilo * kKilo / 2) / (kKilo * kKilo)) + " MB";
  return std::to_string(std::max<std::size_t>(1, (bytes + kKilo / 2) / kKilo)) + " KB";
}

}  // namespace hub::web
