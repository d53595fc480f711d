#include "compare.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/files.h"
#include "report/draft/write_draft.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using Flat = std::map<std::string, std::string>;

void flatten(const json& value, const std::string& pointer, Flat& flat) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) flatten(member, pointer + "/" + key, flat);
  } else if (value.is_array() && !pointer.ends_with("/marks")) {
    flat[pointer] = "#" + std::to_string(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) flatten(value[i], pointer + "/" + std::to_string(i), flat);
  } else {
    flat[pointer] = value.dump();
  }
}

std::string without_spaces(std::string words) {
  for (const std::string& space : {std::string(" "), std::string("　")}) {
    for (std::size_t at; (at = words.find(space)) != std::string::npos;) words.erase(at, space.size());
  }
  return words;
}

void collect(const json& value, std::string& words) {
  if (value.is_string()) words += without_spaces(value.get<std::string>()) + "\n";
  if (value.is_structured()) {
    for (const json& member : value) collect(member, words);
  }
}

}  // namespace

Comparison compare(const json& wanted, const json& got) {
  Flat of_wanted, of_got;
  flatten(wanted, "", of_wanted);
  flatten(got, "", of_got);
  Comparison comparison;
  comparison.fields = static_cast<int>(of_wanted.size());
  for (const auto& [pointer, value] : of_wanted) {
    const auto found = of_got.find(pointer);
    const std::string other = found == of_got.end() ? "" : found->second;
    if (other != value) comparison.wrong.push_back({pointer, value, other});
  }
  return comparison;
}

bool is_flagged(const std::string& pointer, const std::vector<report::Question>& questions) {
  return std::ranges::any_of(questions, [&](const report::Question& question) {
    if (question.kind == report::Question::Kind::wording) return pointer == question.field;
    if (question.field.empty()) return question.kind == report::Question::Kind::unplaced;
    return pointer.starts_with(question.field) || question.field.starts_with(pointer);
  });
}

std::vector<std::string> lost_sentences(const json& wanted, const report::Draft& draft) {
  std::string there, wanted_words;
  collect(json::parse(report::report_json(draft.report)), there);
  for (const report::Question& question : draft.questions) {
    if (question.kind == report::Question::Kind::unplaced) there += without_spaces(question.text) + "\n";
  }
  collect(wanted, wanted_words);
  std::vector<std::string> lost;
  const std::string stop = "。";
  for (std::size_t at = 0; at < wanted_words.size();) {
    const std::size_t line = wanted_words.find('\n', at), full_stop = wanted_words.find(stop, at);
    const std::size_t end = full_stop < line ? full_stop + stop.size() : line;
    const std::string sentence = wanted_words.substr(at, end - at);
    at = wanted_words[end] == '\n' ? end + 1 : end;
    if (!sentence.empty() && there.find(sentence) == std::string::npos) lost.push_back(sentence);
  }
  return lost;
}

std::string described(const Comparison& comparison) {
  std::string words;
  for (const Difference& one : comparison.wrong) {
    words += one.pointer + "\n  wanted " + one.wanted + "\n  got    " + one.got + "\n";
  }
  return words;
}

std::string read_bytes(const std::string& path_in_repository) {
  const auto bytes = base::DiskFiles().read(std::string(HUB_SOURCE_DIR) + "/" + path_in_repository, 16 << 20);
  REQUIRE_MESSAGE(bytes.ok(), path_in_repository);
  return bytes.value();
}

json read_json(const std::string& path_in_repository) { return json::parse(read_bytes(path_in_repository)); }

}  // namespace hub::tests
