#include "report/around/style_sheet.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace hub::report {

namespace {

constexpr std::size_t kMostRules = 500;
constexpr std::size_t kLongestPath = 6;
constexpr std::size_t kMostAncestors = 200;
constexpr double kFarOff_px = -900;
constexpr std::string_view kProperties[] = {"display",
                                            "visibility",
                                            "opacity",
                                            "font-size",
                                            "color",
                                            "background",
                                            "background-color",
                                            "background-image",
                                            "position",
                                            "left",
                                            "top",
                                            "text-indent",
                                            "clip",
                                            "clip-path",
                                            "text-decoration",
                                            "text-decoration-line"};

struct FreeString {
  void operator()(xmlChar* string) const { xmlFree(string); }
};

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  return words;
}

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

std::string without_comments(std::string_view css) {
  std::string kept;
  while (!css.empty()) {
    const std::size_t comment = css.find("/*");
    kept += css.substr(0, comment);
    if (comment == css.npos) break;
    const std::size_t end = css.find("*/", comment + 2);
    css.remove_prefix(end == css.npos ? css.size() : end + 2);
  }
  return kept;
}

// display:none; color:#fff !important
Style declarations(std::string_view css) {
  Style style;
  while (!css.empty()) {
    const std::size_t end = css.find(';');
    const std::string_view one = css.substr(0, end);
    css.remove_prefix(end == css.npos ? css.size() : end + 1);
    const std::size_t colon = one.find(':');
    if (colon == one.npos) continue;
    const std::string name = lower(trimmed(one.substr(0, colon)));
    if (std::ranges::find(kProperties, name) == std::end(kProperties)) continue;
    const std::string_view value = one.substr(colon + 1);
    style[name] = lower(trimmed(value.substr(0, value.find('!'))));
  }
  return style;
}

// Where the } stands that closes what { has opened just before `at`.
std::size_t end_of_block(std::string_view css, std::size_t at) {
  int depth = 1;
  for (; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at;
  }
  return css.size();
}

std::string_view value_of(const Style& style, std::string_view name) {
  const auto found = style.find(name);
  return found == style.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<double> number_of(std::string_view value) {
  const std::string text(value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return end == text.c_str() ? std::nullopt : std::optional(number);
}

bool is_zero(std::string_view value) { return number_of(value).value_or(1) == 0; }
bool is_far_off(std::string_view value) {
  const double unit = value.ends_with("em") ? 10 : 1;  // of the smallest letters; % of the screen is as far
  return number_of(value).value_or(0) * unit <= kFarOff_px;
}

bool is_white(std::string_view colour) {
  if (colour == "white" || colour == "transparent") return true;
  if (colour.starts_with('#')) {
    const std::string_view digits = colour.substr(1);
    return digits.size() >= 3 && digits.find_first_not_of('f') == digits.npos;
  }
  return colour.starts_with("rgb") && (colour.find("255,255,255") != colour.npos ||
                                       colour.find("255, 255, 255") != colour.npos || colour.ends_with(",0)"));
}

}  // namespace

void StyleSheet::add(std::string_view css) {
  const std::string kept = without_comments(css);
  std::string_view rest = kept;
  while (rules_.size() < kMostRules) {
    const std::size_t open = rest.find('{');
    if (open == rest.npos) return;
    std::string_view head = rest.substr(0, open);
    head = trimmed(head.substr(head.find_last_of(";}") == head.npos ? 0 : head.find_last_of(";}") + 1));
    const std::size_t close = end_of_block(rest, open + 1);
    const std::string_view body = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(std::min(close + 1, rest.size()));
    const std::string condition = lower(head);
    if (condition.starts_with("@media")) {
      const bool seen = condition.ends_with("screen") || condition.ends_with("all");
      if (seen && body.find("@media") == body.npos) add(body);
    } else if (!condition.starts_with('@')) {
      if (const Style style = declarations(body); !style.empty()) add_rule(head, style);
    }
  }
}

void StyleSheet::add_rule(std::string_view selectors, const Style& style) {
  while (!selectors.empty() && rules_.size() < kMostRules) {
    const std::size_t comma = selectors.find(',');
    std::string_view one = trimmed(selectors.substr(0, comma));
    selectors.remove_prefix(comma == selectors.npos ? selectors.size() : comma + 1);
    if (one.empty() || one.find_first_of(":[]+~*\\|&") != one.npos) continue;
    Rule rule{{}, 0, style};
    for (std::size_t at = 0; at < one.size();) {
      if (is_space(one[at]) || one[at] == '>') {
        ++at;
        continue;
      }
      Compound& compound = rule.path.emplace_back();
      while (at < one.size() && !is_space(one[at]) && one[at] != '>') {
        const char kind = one[at] == '.' || one[at] == '#' ? one[at++] : '\0';
        const std::size_t end = std::min(one.find_first_of(".#> \t\r\n", at), one.size());
        const std::string name(one.substr(at, end - at));
        at = end;
        if (kind == '.') compound.classes.push_back(name);
        if (kind == '#') compound.id = name;
        if (kind == '\0') compound.tag = lower(name);
        rule.weight += kind == '#' ? 10'000 : kind == '.' ? 100 : 1;
      }
    }
    if (rule.path.empty() || rule.path.size() > kLongestPath) continue;
    const Compound& element = rule.path.back();
    const std::string key = !element.id.empty()        ? "#" + element.id
                            : !element.classes.empty() ? "." + element.classes.front()
                                                       : element.tag;
    by_key_.emplace(key, rules_.size());
    rules_.push_back(std::move(rule));
  }
}

bool StyleSheet::matches(const Compound& compound, const xmlNode& element) {
  if (comparisons_left_ == 0) return false;
  --comparisons_left_;
  if (!compound.tag.empty() && compound.tag != reinterpret_cast<const char*>(element.name)) return false;
  if (!compound.id.empty() && compound.id != attribute(element, "id")) return false;
  if (compound.classes.empty()) return true;
  const std::vector<std::string> names = class_names(element);
  return std::ranges::all_of(compound.classes,
                             [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); });
}

bool StyleSheet::matches(const Rule& rule, const xmlNode& element) {
  if (!matches(rule.path.back(), element)) return false;
  const xmlNode* around = element.parent;
  std::size_t left = kMostAncestors;
  for (std::size_t i = rule.path.size() - 1; i-- > 0; around = around->parent) {
    while (around && around->type == XML_ELEMENT_NODE && left > 0 && !matches(rule.path[i], *around)) {
      around = around->parent;
      --left;
    }
    if (!around || around->type != XML_ELEMENT_NODE || left == 0) return false;
  }
  return true;
}

Style StyleSheet::style_of(const xmlNode& element) {
  std::vector<std::size_t> found;
  const auto look_up = [&](const std::string& key) {
    const auto [first, last] = by_key_.equal_range(key);
    for (auto at = first; at != last; ++at) {
      if (matches(rules_[at->second], element)) found.push_back(at->second);
    }
  };
  if (!rules_.empty()) {
    look_up(reinterpret_cast<const char*>(element.name));
    if (const std::string id = attribute(element, "id"); !id.empty()) look_up("#" + id);
    for (const std::string& name : class_names(element)) look_up("." + name);
  }
  std::ranges::sort(found, [&](std::size_t a, std::size_t b) {
    return std::pair(rules_[a].weight, a) < std::pair(rules_[b].weight, b);
  });
  Style style;
  const auto lay_over = [&](const Style& upper) {
    for (const auto& [name, value] : upper) style[name] = value;
  };
  for (const std::size_t rule : found) lay_over(rules_[rule].style);
  lay_over(declarations(attribute(element, "style")));
  return style;
}

std::string attribute(const xmlNode& element, const char* name) {
  if (!element.properties) return {};
  const std::unique_ptr<xmlChar, FreeString> value(xmlGetProp(&element, reinterpret_cast<const xmlChar*>(name)));
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

std::vector<std::string> class_names(const xmlNode& element) {
  std::vector<std::string> names;
  std::string name;
  for (const char c : attribute(element, "class") + " ") {
    if (!is_space(c)) {
      name += c;
    } else if (!name.empty()) {
      names.push_back(std::exchange(name, {}));
    }
  }
  return names;
}

bool hides(const Style& style) {
  const std::string_view visibility = value_of(style, "visibility"), position = value_of(style, "position");
  const std::string_view clip = value_of(style, "clip"), path = value_of(style, "clip-path");
  if (value_of(style, "display") == "none" || visibility == "hidden" || visibility == "collapse") return true;
  if (is_zero(value_of(style, "opacity")) || is_zero(value_of(style, "font-size"))) return true;
  if (is_far_off(value_of(style, "text-indent"))) return true;
  if (path.starts_with("inset(50%") || path.starts_with("inset(100%")) return true;
  const bool out = position == "absolute" || position == "fixed";
  return out && (is_far_off(value_of(style, "left")) || is_far_off(value_of(style, "top")) ||
                 clip.starts_with("rect(0") || clip.starts_with("rect(1px"));
}

bool strikes_out(const Style& style) {
  return value_of(style, "text-decoration").find("line-through") != std::string_view::npos ||
         value_of(style, "text-decoration-line").find("line-through") != std::string_view::npos;
}

bool writes_white(const Style& style) { return is_white(value_of(style, "color")); }

bool paints_background(const Style& style) {
  for (const std::string_view name : {"background", "background-color", "background-image"}) {
    const std::string_view value = value_of(style, name);
    const bool nothing = value.empty() || value == "none" || value == "inherit" || value == "initial" || value == "0";
    if (!nothing && !is_white(value)) return true;
  }
  return false;
}

}  // namespace hub::report
