#include "report/read/read.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "report/read/encoding.h"

namespace hub::report {

namespace {

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

// Tags of a whole page; a text with <p> left in it is still a text.
bool is_html(std::string_view utf8, bool by_name) {
  const std::string start = lower(utf8.substr(0, 4096));
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body"}) {
    if (start.find(tag) != std::string::npos) return true;
  }
  if (!by_name) return false;
  const std::string all = lower(utf8);
  for (const char* tag : {"<table", "<div", "<section", "<h1", "<h2", "<h3", "<dl"}) {
    if (all.find(tag) != std::string::npos) return true;
  }
  return false;
}

// Within the limits, whichever way the lines were put together.
Document bounded(Document document) {
  std::size_t characters = 0;
  for (const Line& line : document.lines) characters += line.words.size();
  if (document.lines.size() > kMostLines) document.refused = Refusal::lines;
  if (characters > kMostCharacters) document.refused = Refusal::characters;
  if (document.refused) document.lines.clear();
  return document;
}

}  // namespace

Document read_as(Document::Kind kind, std::string_view bytes) {
  if (kind == Document::Kind::pdf) return bounded(read_pdf_words(bytes));
  const auto utf8 = to_utf8(bytes);
  if (!utf8 || utf8->find('\0') != std::string::npos) return {kind, {}, Refusal::no_text};
  return bounded(is_html(*utf8, kind == Document::Kind::html) ? read_html(*utf8) : read_text(*utf8));
}

}  // namespace hub::report
