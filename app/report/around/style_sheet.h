// What styles say of whether a page's words are seen: as much of CSS as hides words or strikes them out.
#pragma once

#include <libxml/tree.h>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hub::report {

// By name; lower case, without spaces at both ends. Missing: nobody says anything of it.
using Style = std::map<std::string, std::string, std::less<>>;

class StyleSheet {
 public:
  // Rules for tags, classes and ids, also one inside another; what depends on anything else (:hover, @media print) is
  // passed over, and so are rules that neither hide nor strike out.
  void add(std::string_view css);

  // What the rules, in their order and weight, and the element's own style attribute say.
  Style style_of(const xmlNode& element);

 private:
  struct Compound {  // td.x#y
    std::string tag, id;
    std::vector<std::string> classes;
  };
  struct Rule {
    std::vector<Compound> path;  // the last is the element, those before it stand around it, in this order
    int weight = 0;
    Style style;
  };
  void add_rule(std::string_view selectors, const Style& style);
  bool matches(const Compound& compound, const xmlNode& element);
  bool matches(const Rule& rule, const xmlNode& element);

  std::vector<Rule> rules_;
  std::size_t comparisons_left_ = 2'000'000;  // of an element with a part of a rule; then no rule matches any more
  std::multimap<std::string, std::size_t, std::less<>> by_key_;  // #id, .class or tag of the element → rules
};

std::string attribute(const xmlNode& element, const char* name);  // "" where there is none
std::vector<std::string> class_names(const xmlNode& element);

bool hides(const Style& style);        // display: none and all that shows words to nobody, but for colours
bool strikes_out(const Style& style);  // text-decoration: line-through
bool writes_white(const Style& style);
bool paints_background(const Style& style);  // with anything but white

}  // namespace hub::report
