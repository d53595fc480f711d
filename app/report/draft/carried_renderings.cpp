#include "report/draft/carried_renderings.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

#include "content/json/keys.h"

namespace hub::report {

namespace {

using nlohmann::ordered_json;
using Renderings = std::map<std::string, ordered_json>;  // by the sentence that they render

ordered_json parsed(const std::string& json) { return ordered_json::parse(json, nullptr, false); }

// Empty: no sentence.
std::string sentence_of(const ordered_json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto ja = value.is_object() ? value.find("ja") : value.end();
  return value.is_object() && ja != value.end() && ja->is_string() ? ja->get<std::string>() : std::string();
}

bool is_rendered(const ordered_json& value) {
  if (!value.is_object() || sentence_of(value).empty()) return false;
  const auto from = value.find(std::string(content::kRenderedFrom));
  const bool up_to_date = from == value.end() || *from == sentence_of(value);
  const std::size_t others = value.size() - 1 - (from == value.end() ? 0 : 1);
  return up_to_date && others > 0;
}

// A depth that no report has: a stranger's file does not fill the stack.
constexpr int kDeepest = 16;

void collect(const ordered_json& value, Renderings& renderings, int depth = 0) {
  if (is_rendered(value)) {
    renderings.emplace(sentence_of(value), value);
  } else if (value.is_structured() && depth < kDeepest) {
    for (const ordered_json& child : value) collect(child, renderings, depth + 1);
  }
}

int put_in(ordered_json& value, const Renderings& renderings, int depth = 0) {
  const std::string sentence = sentence_of(value);
  if (!sentence.empty()) {
    const auto found = renderings.find(sentence);
    const bool bare = value.is_string() || value.size() == 1;
    if (!bare || found == renderings.end()) return 0;
    value = found->second;
    value[std::string(content::kRenderedFrom)] = sentence;
    return 1;
  }
  int count = 0;
  if (value.is_structured() && depth < kDeepest) {
    for (ordered_json& child : value) count += put_in(child, renderings, depth + 1);
  }
  return count;
}

void collect_sentences(const ordered_json& value, std::set<std::string>& sentences, int depth = 0) {
  if (const std::string sentence = sentence_of(value); !sentence.empty()) {
    sentences.insert(sentence);
  } else if (value.is_structured() && depth < kDeepest) {
    for (const ordered_json& child : value) collect_sentences(child, sentences, depth + 1);
  }
}

int count_left(const std::string& before, const ordered_json& report) {
  Renderings renderings;
  collect(parsed(before), renderings);
  std::set<std::string> sentences;
  collect_sentences(report, sentences);
  int left = 0;
  for (const auto& [sentence, rendering] : renderings) left += sentences.contains(sentence) ? 0 : 1;
  return left;
}

}  // namespace

CarriedRenderings carry_renderings(const std::string& json, const std::vector<std::string>& earlier) {
  Renderings renderings;
  for (const std::string& one : earlier) collect(parsed(one), renderings);
  ordered_json report = parsed(json);
  if (renderings.empty() || report.is_discarded()) return {json};
  const int left = count_left(earlier.front(), report);
  const int carried = put_in(report, renderings);
  if (carried == 0) return {json, 0, left};
  return {report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n", carried, left};
}

}  // namespace hub::report
