#include "report/around/page_parts.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongestLabel = 40;
constexpr double kLinkShare = 0.8;
constexpr std::size_t kMenu = 3;  // links that are a menu wherever they stand

constexpr std::string_view kNoWords[] = {"script", "style", "head", "meta", "link"};
constexpr std::string_view kBlocks[] = {
    "p",        "div",        "li",         "h1",     "h2",    "h3",   "h4",      "h5",      "h6",
    "ul",       "ol",         "dl",         "dt",     "dd",    "hr",   "pre",     "section", "article",
    "main",     "blockquote", "table",      "tr",     "td",    "th",   "caption", "address", "header",
    "figure",   "body",       "nav",        "footer", "aside", "form", "details", "summary", "dialog",
    "fieldset", "legend",     "figcaption", "hgroup", "center"};
constexpr std::string_view kAroundTags[] = {"nav", "footer", "aside", "form", "button", "select", "textarea", "dialog"};
constexpr std::string_view kUnseenTags[] = {"template", "noscript", "iframe", "svg",      "object",
                                            "canvas",   "audio",    "video",  "noframes", "datalist"};
constexpr std::string_view kAroundRoles[] = {"navigation",  "search", "contentinfo", "complementary", "dialog",
                                             "alertdialog", "menu",   "menubar",     "toolbar"};
// Parts of the names that pages give their classes and ids.
constexpr std::string_view kAroundNames[] = {
    "breadcrumb",   "breadcrumbs", "pankuzu",    "topicpath",  "topicspath", "crumb",     "crumbs",     "bread",
    "gnav",         "gnavi",       "globalnav",  "globalnavi", "globalmenu", "lnav",      "localnav",   "localnavi",
    "sidenav",      "sidebar",     "sidemenu",   "navbar",     "nav",        "navi",      "navigation", "menu",
    "pager",        "pagination",  "pagenation", "pagetop",    "totop",      "backtotop", "gotop",      "sns",
    "share",        "social",      "skip",       "skiplink",   "skipnav",    "footer",    "cookie",     "cookies",
    "fontsize",     "mojisize",    "textsize",   "search",     "toc",        "language",  "lang",       "lastupdate",
    "lastmodified", "modified",    "updatedate"};
constexpr std::string_view kPerhapsAroundNames[] = {"contact", "inquiry", "toiawase", "otoiawase", "related",
                                                    "kanren",  "update",  "print",    "tools",     "side",
                                                    "banner",  "enquete", "adobe"};
constexpr std::string_view kHiddenNames[] = {"sr-only",
                                             "sronly",
                                             "visually-hidden",
                                             "visuallyhidden",
                                             "visually_hidden",
                                             "screen-reader-text",
                                             "screen-reader",
                                             "screenreader",
                                             "u-hidden",
                                             "d-none",
                                             "hidden",
                                             "is-hidden",
                                             "hide",
                                             "is-hide",
                                             "invisible",
                                             "display-none",
                                             "dn",
                                             "u-visually-hidden",
                                             "a11y-hidden",
                                             "element-invisible",
                                             "uk-hidden",
                                             "offscreen",
                                             "off-screen",
                                             "is-visually-hidden",
                                             "assistive-text",
                                             "voice-only",
                                             "readonly-text"};
constexpr std::string_view kFoldedNames[] = {"accordion", "accordionbody", "collapse", "collapsed", "tab",   "tabs",
                                             "tabpanel",  "panel",         "pane",     "toggle",    "slide", "fold"};
constexpr std::string_view kMainNames[] = {
    "main",         "contents",      "content",      "main-content", "main-contents", "maincontent",  "maincontents",
    "main_content", "main_contents", "honbun",       "tmp_contents", "contents-main", "content-main", "entry-content",
    "article-body", "post-content",  "contentsarea", "page-content", "the-content",   "body-content", "wysiwyg"};
// Words of headings, as they stand in the page.
constexpr std::string_view kLabelWords[] = {"重点目標", "取組",       "取り組み", "事業実施期間", "事業の実施者",
                                            "事業目的", "事業の目的", "基本理念", "事業の内容",   "評価実施方法"};

template <class List>
bool is_one_of(const List& list, std::string_view name) {
  return std::ranges::find(list, name) != std::end(list);
}

std::string_view name_of(const xmlNode& node) { return reinterpret_cast<const char*>(node.name); }

std::string_view content_of(const xmlNode& node) {
  return node.content ? reinterpret_cast<const char*>(node.content) : "";
}

bool has_attribute(const xmlNode& element, const char* name) {
  return xmlHasProp(&element, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

// global-nav, siteMenu and topic_path, as words and as a whole; of classes and of the id.
std::vector<std::string> name_parts(const xmlNode& element) {
  std::vector<std::string> names = class_names(element);
  if (std::string id = attribute(element, "id"); !id.empty()) names.push_back(std::move(id));
  std::vector<std::string> parts;
  for (const std::string& name : names) {
    std::string part, whole;
    char before = '\0';
    for (const char c : name) {
      const bool capital =
          std::isupper(static_cast<unsigned char>(c)) && std::islower(static_cast<unsigned char>(before));
      if ((capital || !std::isalnum(static_cast<unsigned char>(c))) && !part.empty())
        parts.push_back(std::exchange(part, {}));
      if (std::isalnum(static_cast<unsigned char>(c))) {
        part += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        whole += part.back();
      }
      before = c;
    }
    if (!part.empty()) parts.push_back(part);
    if (whole != part) parts.push_back(whole);
  }
  return parts;
}

template <class List>
bool has_name_of(const List& list, const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts, [&](const std::string& part) { return is_one_of(list, part); });
}

bool stands_in_cell(const xmlNode& element) {
  std::size_t left = kDeepest;
  for (const xmlNode* node = &element; node && node->type == XML_ELEMENT_NODE && left > 0;
       node = node->parent, --left) {
    if (name_of(*node) == "td" || name_of(*node) == "th") return true;
  }
  return false;
}

// All text of a small element.
std::u32string words_of(const xmlNode& element) {
  std::u32string words;
  std::vector<const xmlNode*> rest = {element.children};
  while (!rest.empty() && words.size() <= kLongestLabel) {
    const xmlNode* node = rest.back();
    rest.pop_back();
    if (!node) continue;
    rest.push_back(node->next);
    if (node->type == XML_TEXT_NODE) words += base::decode_utf8(content_of(*node));
    if (node->type == XML_ELEMENT_NODE) rest.push_back(node->children);
  }
  return words;
}

}  // namespace

bool PageParts::is_label(const xmlNode& element) {
  const std::u32string words = words_of(element);
  return words.size() <= kLongestLabel && parse_label(fold(words)).has_value();
}

PageParts::PageParts(const xmlNode* root) {
  page_ = weigh(root, 0, false);
  find_main(root, 0);
  for (const xmlNode* node = main_; node && node->type == XML_ELEMENT_NODE; node = node->parent)
    around_main_.insert(node);
}

void PageParts::weigh_text(std::string_view utf8, bool linked, Weight& weight) {
  ++texts_;
  weight.first = texts_;
  const std::u32string words = base::decode_utf8(utf8);
  for (const char32_t c : words) {
    if (is_space(c) || c < U' ') continue;
    ++weight.characters;
    if (linked) ++weight.linked;
    if (c == U'。') ++weight.sentences;
  }
  if (linked) return;
  if (utf8.find("拠点事業") != utf8.npos) ++weight.titles;
  for (const std::string_view word : kLabelWords) {
    for (std::size_t at = utf8.find(word); at != utf8.npos; at = utf8.find(word, at + word.size())) ++weight.labels;
  }
  if (weight.labels > 0) weight.first_label = weight.last_label = texts_;
}

PageParts::Weight PageParts::weigh(const xmlNode* node, std::size_t depth, bool linked) {
  Weight all;
  for (; node && depth <= kDeepest; node = node->next) {
    Weight one;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      weigh_text(content_of(*node), linked, one);
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = name_of(*node);
      if (name == "style") {
        for (const xmlNode* css = node->children; css; css = css->next) styles_.add(content_of(*css));
      }
      const bool link = name == "a" && has_attribute(*node, "href");
      const bool anchor = link && attribute(*node, "href").starts_with('#');
      if (anchor) controlled_.insert(attribute(*node, "href").substr(1));
      for (const char* target : {"aria-controls", "data-target", "data-bs-target"}) {
        std::string id = attribute(*node, target);
        if (id.starts_with('#')) id.erase(0, 1);
        if (!id.empty()) controlled_.insert(std::move(id));
      }
      // The sheets of the head are read, its words are nobody's.
      const Weight inside = weigh(node->children, depth + 1, linked || link);
      if (!has_no_words(name)) one = inside;
      one.links += link ? 1 : 0;
      one.anchors += anchor ? 1 : 0;
      weights_[node] = one;
    }
    all.characters += one.characters;
    all.linked += one.linked;
    all.links += one.links;
    all.anchors += one.anchors;
    all.labels += one.labels;
    all.sentences += one.sentences;
    all.titles += one.titles;
    if (all.first_label == 0) all.first_label = one.first_label;
    if (one.last_label > 0) all.last_label = one.last_label;
    if (all.first == 0) all.first = one.first;
  }
  return all;
}

// The innermost element that the page calls its main part and that holds nearly all of the report.
void PageParts::find_main(const xmlNode* node, std::size_t depth) {
  for (; node && depth <= kDeepest; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const Weight weight = weight_of(*node);
    if (weight.labels < 3 || weight.sentences == 0 || weight.labels * 5 < page_.labels * 4) continue;
    bool named = name_of(*node) == "main" || name_of(*node) == "article" || attribute(*node, "role") == "main" ||
                 is_one_of(kMainNames, lower(attribute(*node, "id")));
    for (const std::string& name : class_names(*node)) named = named || is_one_of(kMainNames, lower(name));
    if (named) main_ = node;
    find_main(node->children, depth + 1);
  }
}

PageParts::Weight PageParts::weight_of(const xmlNode& element) const {
  const auto found = weights_.find(&element);
  return found == weights_.end() ? Weight{} : found->second;
}

bool PageParts::holds_report(const Weight& weight) const { return weight.labels >= 2 && weight.sentences >= 1; }

// An accordion or a tab: what a button shows. Without it the page may have no report.
bool PageParts::is_folded_away(const xmlNode& element, const Weight& weight) const {
  if (!holds_report(weight)) return false;
  return page_.labels < weight.labels + 2 || has_name_of(kFoldedNames, name_parts(element)) ||
         controlled_.contains(attribute(element, "id"));
}

bool PageParts::is_hidden(const xmlNode& element, const Style& style, const Weight& weight) const {
  const std::string_view name = name_of(element);
  bool hidden = is_one_of(kUnseenTags, name) || has_attribute(element, "hidden") || hides(style);
  const std::vector<std::string> names = class_names(element);
  hidden =
      hidden || std::ranges::any_of(names, [](const std::string& one) { return is_one_of(kHiddenNames, lower(one)); });
  if (!hidden && attribute(element, "aria-hidden") == "true") {
    // Letters that are shown are words, whatever a screen reader is told; ornaments are none.
    const std::u32string words = words_of(element);
    hidden = std::ranges::none_of(words, [](char32_t c) {
      const bool letter = (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || c == U'々';
      const bool latin = (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z';
      return letter || latin || is_digit(c) || is_circled_number(c) || is_bullet(c);
    });
  }
  return hidden && !is_label(element) && !is_folded_away(element, weight);
}

// White words on white.
bool PageParts::is_unseen_colour(const xmlNode& element, const Style& style) {
  const std::string paper = lower(attribute(element, "bgcolor"));
  const bool own = paints_background(style) || (!paper.empty() && !writes_white({{"color", paper}}));
  if (own || painted_.contains(element.parent)) painted_.insert(&element);
  const bool white = writes_white(style) ||
                     (name_of(element) == "font" && writes_white({{"color", lower(attribute(element, "color"))}}));
  if (!white) return false;
  return !painted_.contains(&element);
}

bool PageParts::is_menu_of_links(const xmlNode& element, const Weight& weight) const {
  const std::string_view name = name_of(element);
  constexpr std::string_view kMenus[] = {"ul", "ol", "p", "div", "dl", "section", "li"};
  if (!is_one_of(kMenus, name) || weight.links == 0 || weight.sentences > 0 || weight.labels > 0) return false;
  if (static_cast<double>(weight.linked) < kLinkShare * static_cast<double>(weight.characters)) return false;
  if (stands_in_cell(element)) return false;
  const bool into_page = weight.anchors == weight.links && weight.links >= 2;
  const bool outside = page_.first_label > 0 && (weight.first < page_.first_label || weight.first > page_.last_label);
  return weight.links >= kMenu || into_page || outside;
}

bool PageParts::is_outside_main(const xmlNode& element, const Weight& weight) const {
  if (!main_ || around_main_.contains(&element) || weight.labels > 0) return false;
  if (weight.titles > 0 && weight_of(*main_).titles == 0) return false;
  std::size_t left = kDeepest;
  for (const xmlNode* node = element.parent; node && left > 0; node = node->parent, --left) {
    if (node == main_) return false;
  }
  return true;
}

bool PageParts::is_navigation(const xmlNode& element, const Weight& weight) const {
  const std::string_view name = name_of(element);
  if (holds_report(weight) || name == "body" || name == "html") return false;
  if (is_one_of(kAroundTags, name)) return !is_label(element);
  if (is_one_of(kAroundRoles, attribute(element, "role"))) return true;
  if (!is_block(name) && name != "a" && name != "span") return false;
  if (is_menu_of_links(element, weight)) return true;
  if (is_outside_main(element, weight)) return true;
  if (name == "span" || (!element.properties) || stands_in_cell(element)) return false;
  const std::vector<std::string> parts = name_parts(element);
  if (has_name_of(kAroundNames, parts)) return weight.labels == 0 || weight.sentences == 0;
  return weight.labels == 0 && weight.sentences <= 2 && has_name_of(kPerhapsAroundNames, parts);
}

std::optional<LeftOut::Why> PageParts::why_left_out(const xmlNode& element) {
  const std::string_view name = name_of(element);
  if (name == "rt" || name == "rp" || name == "rtc") return LeftOut::Why::reading;
  const Weight weight = weight_of(element);
  const Style style = styles_.style_of(element);
  if (is_hidden(element, style, weight)) return LeftOut::Why::hidden;
  if (is_unseen_colour(element, style) && !holds_report(weight)) return LeftOut::Why::hidden;
  if (name == "del" || name == "s" || name == "strike" || strikes_out(style)) {
    if (!is_folded_away(element, weight)) return LeftOut::Why::struck;
  }
  if (is_navigation(element, weight)) return LeftOut::Why::navigation;
  return std::nullopt;
}

bool PageParts::has_no_words(std::string_view name) { return is_one_of(kNoWords, name); }
bool PageParts::is_block(std::string_view name) { return is_one_of(kBlocks, name); }

}  // namespace hub::report
