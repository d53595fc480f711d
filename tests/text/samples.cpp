#include "text/samples.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"

namespace hub::tests {

namespace {

bool is_date(const std::string& text) { return text.size() == 10 && text[4] == '-' && text[7] == '-'; }

void collect(const nlohmann::json& json, std::set<std::string>& seen, std::vector<std::string>& texts) {
  if (json.is_string()) {
    const auto text = json.get<std::string>();
    if (!is_date(text) && seen.insert(text).second) texts.push_back(text);
  }
  if (!json.is_structured()) return;
  for (const auto& child : json) collect(child, seen, texts);
}

}  // namespace

std::vector<std::string> report_texts() {
  std::vector<std::string> texts;
  std::set<std::string> seen;
  for (const char* name : {"izumi-2024.json", "konan-2026.json"}) {
    std::ifstream file(std::string(HUB_SOURCE_DIR "/tests/content/expected/") + name);
    HUB_CHECK(file.good());
    collect(nlohmann::json::parse(file), seen, texts);
  }
  return texts;
}

std::vector<std::string> lines_of_file(const std::string& name) {
  std::ifstream file(std::string(HUB_SOURCE_DIR "/tests/text/") + name);
  HUB_CHECK(file.good());
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

namespace {

constexpr std::string_view kSnippets[] = {"子育て",
                                          "支援",
                                          "の",
                                          "を",
                                          "。",
                                          "、",
                                          "「",
                                          "」",
                                          "（",
                                          "）",
                                          "・",
                                          "ー",
                                          "っ",
                                          "ゃ",
                                          "コミュニケーション",
                                          "2024",
                                          "１２",
                                          "年度",
                                          "か所",
                                          "％",
                                          "50%",
                                          "¥1,234",
                                          "ABC",
                                          "LINE",
                                          "don't",
                                          " ",
                                          "　",
                                          "……",
                                          "——",
                                          "！",
                                          "？",
                                          "～",
                                          "／",
                                          "〃",
                                          "々",
                                          "㎏",
                                          "№",
                                          "#",
                                          "①",
                                          "★",
                                          "養育者",
                                          "取り組みます",
                                          "ください",
                                          "\n",
                                          "\u2060",
                                          "\u200B",
                                          "《",
                                          "》",
                                          "｜漢字《かんじ》",
                                          "地域《ちいき》",
                                          "👪",
                                          "👨‍👩‍👧",
                                          "e\u0301",
                                          "한글",
                                          "Tiếng Việt",
                                          "https://example.jp/a-b",
                                          "\"",
                                          "'",
                                          "“",
                                          "”",
                                          "℃",
                                          "12.5",
                                          "３，４",
                                          "(",
                                          ")",
                                          ":",
                                          ";",
                                          "-",
                                          "–",
                                          "…",
                                          "繋がる"};

}  // namespace

std::string random_text(std::uint32_t seed) {
  // The distributions of <random> differ between libraries; a generator alone does not.
  std::mt19937 random(seed);
  std::string text;
  const std::size_t pieces = 1 + random() % 40;
  for (std::size_t i = 0; i < pieces; ++i) text += kSnippets[random() % std::size(kSnippets)];
  return text;
}

std::string corpus_mix(std::uint32_t seed) {
  const std::vector<std::string> texts = report_texts();
  std::mt19937 random(seed);
  std::u32string mixed;
  for (std::size_t pieces = 2 + random() % 8; pieces > 0; --pieces) {
    const std::u32string text = letters(texts[random() % texts.size()]);
    const std::size_t begin = random() % text.size();
    mixed += text.substr(begin, 1 + random() % 30);
  }
  return utf8(mixed);
}

std::u32string letters(const std::string& utf8) { return base::decode_utf8(utf8); }
std::string utf8(std::u32string_view letters) { return base::encode_utf8(letters); }

const text::Faces& faces() {
  static const base::Result<text::Faces> opened = text::Faces::open();
  return opened.value();
}

const text::Analyser& analyser() {
  static const text::Analyser made({});
  return made;
}

const text::Analyser& told_analyser() {
  static const text::Analyser made = [] {
    std::ifstream file(HUB_SOURCE_DIR "/content/common/readings.json");
    HUB_CHECK(file.good());
    const nlohmann::json json = nlohmann::json::parse(file);
    std::vector<text::ReviewedReading> words;
    for (const auto& [word, reading] : json.at("readings").items()) {
      words.push_back({word, reading.get<std::string>()});
    }
    return text::Analyser(std::move(words));
  }();
  return made;
}

}  // namespace hub::tests
