// The pieces that screens share: texts in their roles, chips, discs, cards, lists.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/model/fill_in.h"
#include "ui/layout/element.h"
#include "ui/screens/build_context.h"

namespace hub::ui {

using content::Fill;

struct Words {
  std::string words;
  std::string language;
};

// The app's own words in the visitor's language, with places filled in.
Words say(const BuildContext& context, std::string_view key, std::initializer_list<Fill> fills = {});
// Content in the visitor's language, or in Japanese.
Words said(const BuildContext& context, const content::Text& text);
// A sentence of the report word for word, with … where it begins or ends in the middle of a sentence.
Words quoted(const content::Text& text);
// Whether somebody has rendered a sentence of the report in the visitor's language.
bool is_rendered(const BuildContext& context, const content::Text& text);
// 令和6年度
std::string year_name(const BuildContext& context, int year);

enum class Lines { filled, balanced };
text::Style text_style(const Metrics& metrics, Role role, bool furigana = false);
Element text(const BuildContext& context, const Words& words, Role role, Colour colour, Lines lines = Lines::filled);
// A sentence of the report. In the visitor's language a rendering, where there is one, and smaller below it the
// original.
Element report_text(const BuildContext& context, const content::Text& text, Role role, Colour colour,
                    Lines lines = Lines::filled);
// Without furigana, whatever the visitor chose: numbers, what names a language in its own letters.
Element plain_text(const BuildContext& context, const Words& words, Role role, Colour colour);
Element icon_of(char32_t code_point, int size_px, Colour colour);

// A round badge with an icon or a number in it.
int disc_px(const BuildContext& context);  // how large the discs of cards are
Element icon_disc(const BuildContext& context, char32_t code_point, int size_px, Colour fill, Colour on);
Element number_disc(const BuildContext& context, int number, int size_px, Colour fill);
// A pill with a few words.
Element chip(const BuildContext& context, const Words& words, Colour fill, Colour on);
void outline(const BuildContext& context, BoxStyle& box_style);
Element card(const BuildContext& context, Colour fill, std::vector<Element> children);
// Whether a goal's number stands beside its words rather than above them, as on upright screens.
bool number_beside(const BuildContext& context);
// A goal in the report's words with its number.
Element numbered_goal(const BuildContext& context, int number, Colour fill, const content::Text& goal, Role role);
Element hairline(const BuildContext& context);
// 取組を見る ›: at the end of a card that opens a page.
Element open_label(const BuildContext& context, std::string_view key, Colour colour);
// ‹ 3 / 7 ›: that a page has siblings, and the way to them; nothing where it has none. With `numbers`, a way
// to each, the arrows stand behind them.
std::optional<Element> pager(const BuildContext& context, std::optional<Element> numbers = std::nullopt);
// A page's head with the pager at its end, or above it where both find no room beside each other.
Element with_pager(const BuildContext& context, Element head);
// A QR code, so wide with the light around it.
Element bare_qr_code(const BuildContext& context, const std::string& text, int width_px);
// A QR code of an address, with what it is for.
Element qr_code(const BuildContext& context, const std::string& url);
// When the hub is open today and how it is reached, a line each; no children where its content does not say.
Element visiting(const BuildContext& context);
// All that it says of that, with the QR code of its page.
void add_visiting(const BuildContext& context, std::vector<Element>& children);
// The line between two cards of which one follows from the other.
Element tie(const BuildContext& context);
// A sun-coloured dot (or the number) with a text that hangs beside it.
Element bullet(const BuildContext& context, Element words);
Element numbered(const BuildContext& context, int number, Colour colour, Element words);

// On top of a card whose words exist only in Japanese while the visitor reads another language: 日本語. Where a
// sentence of the report has a rendering: not official · 公式の文ではありません, and that the Japanese is the original.
using Texts = std::vector<const content::Text*>;
Texts texts_of(const std::vector<content::Text>& sentences);
void add_language_tag(const BuildContext& context, const content::Text& sample, std::vector<Element>& children);
void add_report_tags(const BuildContext& context, const Texts& sentences, std::vector<Element>& children);

int inner_width_px(const BuildContext& context);        // between the page's margins
int page_margin_along_px(const BuildContext& context);  // above and below what the page holds
// The column that every page is, with the screen's margins.
Element page(const BuildContext& context, int gap_px, std::vector<Element> children);
// A page's head: the title, with a chip before and a note after it.
Element page_head(const BuildContext& context, std::vector<Element> children);
// "令和6年度の目標です": nothing when the report is this year's.
void add_outdated_notice(const BuildContext& context, std::string_view key, int year, std::vector<Element>& children);

// Whether each of the words stands on so many lines of this width in the role; the largest of the roles in which they
// do, and the last when they do in none.
bool fit(const BuildContext& context, const std::vector<Words>& words, int width_px, std::size_t lines, Role role);
Role largest_fitting(const BuildContext& context, const std::vector<Words>& words, int width_px, std::size_t lines,
                     std::initializer_list<Role> roles);

// The page in the largest of the roles in which it needs no scrolling; in the last when it needs it anyway.
Element first_that_fits(const BuildContext& context, std::initializer_list<Role> roles,
                        const std::function<Element(Role)>& build);
// The largest of the roles in which each of `siblings` pages needs no scrolling, so that they look alike. Chosen as if
// without furigana: who asks for furigana does not want smaller letters.
using BuildSibling = std::function<Element(const BuildContext&, Role, std::size_t index)>;
Role role_for_siblings(const BuildContext& context, std::initializer_list<Role> roles, std::size_t siblings,
                       const BuildSibling& build);

// The role of a page's title: smaller where the screen is low or narrow.
Role title_role(const BuildContext& context);

}  // namespace hub::ui
