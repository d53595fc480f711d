// What all pages have in common: the frame around them, and the small things that they are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/message.h"
#include "base/result.h"
#include "desk/desk.h"
#include "fleet/sending.h"
#include "web/access/gate.h"
#include "web/markup/markup.h"

namespace hub::web {

// What a page is made of. All of it outlives the page.
struct PageContext {
  const desk::Desk& desk;
  const base::Clock& clock;
  const Session& session;
  std::string hub_name;                       // 泉区 地域子育て支援拠点 すきっぷ
  const std::optional<desk::Work>& work;      // the draft
  bool many_hubs = false;                     // there are others, to choose from
  bool sends = false;                         // what is published goes to other screens as well
  const fleet::Outgoing* outgoing = nullptr;  // where it does, and the page tells of it

  Url to(std::vector<std::string> path, Fields query = {}) const;  // inside this hub
};

// 画面に映す, or 画面に送る: what the last step is called.
std::string publish_words(const PageContext& context);

enum class Step { hub, bring, questions, text, words, see, publish, none };

struct Page {
  Step step = Step::none;
  std::string title;
  Markup main;
  bool looks_again = false;  // something goes on that the page shows; without script it comes again by itself
  bool two_columns = false;  // where there is room: words beside a picture
};
std::string html_of(const Page& page, const PageContext& context);
// One that belongs to no hub and to nobody: why something cannot be.
std::string plain_html(const std::string& title, const Markup& main);

Markup heading(const std::string& words);
Markup paragraph(const std::string& words);
Markup small(const std::string& words);
Markup card(const std::string& title, const Markup& content);

enum class Tone { done, trouble, note };
Markup notice(Tone tone, const std::string& what, const std::string& more = {});
Markup trouble(const base::Error& why);

enum class Weight { main, plain, quiet };
Markup link_button(const Url& to, const std::string& words, Weight weight = Weight::plain);
// Asks for something with one press.
Markup press_button(const PageContext& context, const Url& to, const Fields& fields, const std::string& words,
                    Weight weight = Weight::plain);
// A form of ours, with what makes it one. Enter sends none: only its buttons do.
Markup form_to(const PageContext& context, const Url& to, const Markup& content);
Markup file_form_to(const PageContext& context, const Url& to, const Markup& content);
Markup button(const std::string& words, Weight weight = Weight::plain);

// 2026年11月27日（金）15:03, of the desk's 2026-11-27T15:03. Empty: of none.
std::string moment_text(const std::string& at);
std::string size_text(std::size_t bytes);  // 340 KB

}  // namespace hub::web
