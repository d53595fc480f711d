#include "coverage.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/draft/write_draft.h"
#include "report/parse/paragraphs.h"
#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::tests {

namespace {

constexpr std::size_t kShortest = 4;

bool is_word(char32_t c) {
  const bool punctuation = c <= 0x303F || (c >= 0xFF00 && c <= 0xFF65) || c == U'・';
  return report::is_japanese(c) && !punctuation && !report::is_bullet(c);
}

bool begins_tag(const std::string& bytes, std::size_t at) {
  const char next = at + 1 < bytes.size() ? bytes[at + 1] : '\0';
  return bytes[at] == '<' &&
         (std::isalpha(static_cast<unsigned char>(next)) || std::string("/!?").find(next) != std::string::npos);
}

// Tags, scripts and style sheets are no words.
std::string without_tags(const std::string& bytes) {
  std::string words;
  for (std::size_t at = 0; at < bytes.size();) {
    if (!begins_tag(bytes, at)) {
      words += bytes[at++];
      continue;
    }
    for (const std::string name : {"head", "script", "style"}) {
      const bool is_it = bytes.compare(at + 1, name.size(), name) == 0 &&
                         !std::isalnum(static_cast<unsigned char>(bytes[at + 1 + name.size()]));
      if (is_it) at = std::min(bytes.find("</" + name, at), bytes.size() - 1);
    }
    const std::size_t end = bytes.find('>', at);
    if (end == std::string::npos) break;
    words += '\n';
    at = end + 1;
  }
  return words;
}

// 日から令和: of a period, which the draft holds as dates.
bool is_of_date(const std::u32string& word) {
  return word.find_first_not_of(U"年月日度平成令和元からまで目か") == word.npos;
}

void collect(const nlohmann::json& value, std::vector<std::string>& texts) {
  if (value.is_string()) texts.push_back(value.get<std::string>());
  if (value.is_structured()) {
    for (const nlohmann::json& member : value) collect(member, texts);
  }
}

std::size_t count(const std::u32string& text, const std::u32string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::u32string without_spaces(const std::u32string& words) {
  std::u32string kept;
  for (const char32_t c : words) {
    if (!report::is_space(c)) kept += c;
  }
  return kept;
}

}  // namespace

std::vector<std::string> lost_words(const std::string& bytes, const report::Document& document,
                                    const report::Draft& draft) {
  std::vector<std::string> texts;
  collect(nlohmann::json::parse(report::report_json(draft.report)), texts);
  for (const report::Question& question : draft.questions) {
    if (question.kind == report::Question::Kind::unplaced) texts.push_back(question.text);
  }
  std::u32string there;
  for (const std::string& text : texts) there += without_spaces(base::decode_utf8(text)) + U"\n";
  for (const report::Paragraph& paragraph : report::find_paragraphs(document)) {
    if (paragraph.kind != report::Paragraph::Kind::item) there += without_spaces(paragraph.words) + U"\n";
  }
  // What is left out is named once, however often it stands in the file.
  std::u32string left_out;
  for (const report::LeftOut& one : document.left_out) left_out += without_spaces(one.words) + U"\n";
  std::map<std::u32string, std::size_t> words;
  std::u32string word;
  for (const char32_t c : base::decode_utf8(without_tags(bytes)) + U"\n") {
    if (is_word(c)) {
      word += c;
      continue;
    }
    if (word.size() >= kShortest && !is_of_date(word)) ++words[word];
    word.clear();
  }
  std::vector<std::string> lost;
  for (const auto& [one, times] : words) {
    if (!report::parse_label(report::fold(one)) && count(there, one) < times && count(left_out, one) == 0) {
      lost.push_back(report::utf8(one));
    }
  }
  return lost;
}

}  // namespace hub::tests
