// Which elements of a web page are none of the report's words: readings, deletions, what is hidden, what stands around.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/around/style_sheet.h"
#include "report/words/document.h"

namespace hub::report {

class PageParts {
 public:
  // The page must outlive it. Looks at all of it once.
  explicit PageParts(const xmlNode* root);

  // Why all words of the element are left out, or nothing: then its own elements are asked about. To be asked from the
  // outside inwards. What holds much of the report is never left out, whatever the page says of it.
  std::optional<LeftOut::Why> why_left_out(const xmlNode& element);

  // Scripts and styles, which hold no words.
  static bool has_no_words(std::string_view name);
  static bool is_block(std::string_view name);
  // All its words are a heading of a report.
  static bool is_label(const xmlNode& element);

 private:
  // What stands in an element.
  struct Weight {
    std::size_t characters = 0, linked = 0;  // without spaces; of links
    std::size_t links = 0, anchors = 0;      // anchors: links into the same page
    std::size_t labels = 0;                  // words that only a report's headings have, outside links
    std::size_t sentences = 0;
    std::size_t titles = 0;               // 拠点事業, outside links
    int first_label = 0, last_label = 0;  // which of the page's texts; 0: none
    int first = 0;
  };
  Weight weigh(const xmlNode* node, std::size_t depth, bool linked);
  void weigh_text(std::string_view utf8, bool linked, Weight& weight);
  void find_main(const xmlNode* node, std::size_t depth);

  Weight weight_of(const xmlNode& element) const;
  bool holds_report(const Weight& weight) const;
  bool is_folded_away(const xmlNode& element, const Weight& weight) const;
  bool is_hidden(const xmlNode& element, const Style& style, const Weight& weight) const;
  bool is_unseen_colour(const xmlNode& element, const Style& style);
  bool is_navigation(const xmlNode& element, const Weight& weight) const;
  bool is_menu_of_links(const xmlNode& element, const Weight& weight) const;
  bool is_outside_main(const xmlNode& element, const Weight& weight) const;

  std::unordered_map<const xmlNode*, Weight> weights_;
  Weight page_;
  int texts_ = 0;
  StyleSheet styles_;
  std::set<const xmlNode*> painted_;      // elements on anything but white, of those asked about
  std::set<std::string> controlled_;      // ids of what a button or a link on the page shows
  const xmlNode* main_ = nullptr;         // what holds the report, where the page says so
  std::set<const xmlNode*> around_main_;  // main_ and all that it stands in
};

}  // namespace hub::report
