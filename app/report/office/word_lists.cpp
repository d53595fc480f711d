#include "report/office/word_lists.h"

#include <algorithm>
#include <utility>

#include "base/parse.h"
#include "base/utf8.h"
#include "report/office/numerals.h"

namespace hub::report {

namespace {

constexpr int kLongestStyleChain = 10;

int number_of(const std::string& value, int otherwise) { return base::parse_number<int>(value).value_or(otherwise); }

}  // namespace

WordLists::WordLists(const OfficePackage& package) {
  if (const std::string* part = package.part("word/styles.xml")) read_styles(root_of(parse_xml(*part)));
  const std::string* part = package.part("word/numbering.xml");
  if (!part) return;
  const XmlDocument document = parse_xml(*part);
  std::map<std::string, Levels> definitions;
  for_each_child(root_of(document), [&](const xmlNode& node) {
    if (name_of(node) == "abstractNum") read_levels(&node, definitions[attribute_or(&node, "abstractNumId", "")]);
  });
  for_each_child(root_of(document), [&](const xmlNode& node) {
    if (name_of(node) != "num") return;
    List list;
    list.counted_with = child_value(&node, "abstractNumId");
    list.levels = definitions[list.counted_with];
    for_each_child(&node, [&](const xmlNode& override) {
      if (name_of(override) != "lvlOverride") return;
      const int level = number_of(attribute_or(&override, "ilvl", "0"), 0);
      if (level < 0 || level >= static_cast<int>(kLevels)) return;
      list.restart[static_cast<std::size_t>(level)] = number_of(child_value(&override, "startOverride"), 0);
      read_levels(&override, list.levels);
    });
    lists_[attribute_or(&node, "numId", "")] = std::move(list);
  });
}

void WordLists::read_levels(const xmlNode* definition, Levels& levels) {
  for_each_child(definition, [&](const xmlNode& node) {
    if (name_of(node) != "lvl") return;
    const int at = number_of(attribute_or(&node, "ilvl", "0"), 0);
    if (at < 0 || at >= static_cast<int>(kLevels)) return;
    Level& level = levels[static_cast<std::size_t>(at)];
    level.format = child_value(&node, "numFmt");
    level.pattern = base::decode_utf8(child_value(&node, "lvlText"));
    level.start = number_of(child_value(&node, "start"), 1);
  });
}

void WordLists::read_styles(const xmlNode* root) {
  for_each_child(root, [&](const xmlNode& node) {
    if (name_of(node) != "style") return;
    Style style;
    style.based_on = child_value(&node, "basedOn");
    const xmlNode* properties = child(&node, "pPr");
    const xmlNode* in_list = child(properties, "numPr");
    style.list = child_value(in_list, "numId");
    style.level = number_of(child_value(in_list, "ilvl"), 0);
    style.heading = child(properties, "outlineLvl") != nullptr;
    styles_[attribute_or(&node, "styleId", "")] = std::move(style);
  });
}

WordLists::Place WordLists::place_of(const xmlNode* paragraph_properties) const {
  if (const xmlNode* own = child(paragraph_properties, "numPr")) {
    return {child_value(own, "numId"), number_of(child_value(own, "ilvl"), 0)};
  }
  auto style = styles_.find(child_value(paragraph_properties, "pStyle"));
  for (int i = 0; i < kLongestStyleChain && style != styles_.end(); ++i) {
    if (!style->second.list.empty()) return {style->second.list, style->second.level};
    style = styles_.find(style->second.based_on);
  }
  return {};
}

bool WordLists::is_heading(const xmlNode* paragraph_properties) const {
  if (child(paragraph_properties, "outlineLvl")) return true;
  const auto style = styles_.find(child_value(paragraph_properties, "pStyle"));
  return style != styles_.end() && style->second.heading;
}

ParagraphNumber WordLists::next_number(const xmlNode* paragraph_properties) {
  const Place place = place_of(paragraph_properties);
  const auto found = lists_.find(place.list);  // "0" takes a paragraph out of its style's list, and is none
  if (found == lists_.end() || place.level < 0 || place.level >= static_cast<int>(kLevels)) return {};
  List& list = found->second;
  const auto at = static_cast<std::size_t>(place.level);
  if (list.levels[at].format == "bullet") return {U"", true};
  if (list.levels[at].format == "none") return {};
  std::array<int, kLevels>& counters = counters_[list.counted_with];
  if (!std::exchange(list.begun, true)) {
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list.restart[i] > 0) counters[i] = 0, list.levels[i].start = list.restart[i];
    }
  }
  counters[at] = counters[at] == 0 ? list.levels[at].start : counters[at] + 1;
  std::fill(counters.begin() + place.level + 1, counters.end(), 0);
  ParagraphNumber number{U"", true};
  const std::u32string& pattern = list.levels[at].pattern;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool named = pattern[i] == U'%' && i + 1 < pattern.size() && pattern[i + 1] >= U'1' && pattern[i + 1] <= U'9';
    if (!named) {
      number.words.push_back(pattern[i]);
      continue;
    }
    const std::size_t level = pattern[++i] - U'1';
    number.words += numeral(std::max(counters[level], 1), list.levels[level].format);
  }
  return number;
}

}  // namespace hub::report
