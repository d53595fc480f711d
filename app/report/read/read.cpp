#include "report/read/read.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "report/around/left_out.h"
#include "report/around/navigation.h"
#include "report/read/encoding.h"
#include "report/read/letters.h"
#include "report/words/upright.h"

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

Document read_text_or_html(std::string_view utf8, bool html_by_name) {
  if (is_html(utf8, html_by_name)) return read_html(utf8);
  Document noted;
  Document document = read_text(with_mended_letters(utf8, noted));
  document.mended_letters = std::move(noted.mended_letters);
  document.wordless_pages = std::move(noted.wordless_pages);
  return document;
}

void join_upright_headings(std::vector<Line>& all) {
  std::vector<UprightLine> lines;
  lines.reserve(all.size());
  for (const Line& line : all) {
    const Line& above = lines.empty() ? line : all[lines.size() - 1];
    lines.push_back({line.words, line.cell == above.cell && !line.gap && !line.item});
  }
  std::vector<Line> kept;
  std::size_t done = 0;
  const auto keep_until = [&](std::size_t end) {
    for (; done < end; ++done) kept.push_back(std::move(all[done]));
  };
  for (const UprightHeading& heading : find_upright_headings(lines)) {
    keep_until(heading.begin + 1);
    kept.back().words = heading.words;
    kept.back().closed = true;
    done = heading.begin + heading.count;
  }
  keep_until(all.size());
  all = std::move(kept);
}

// A line that leads somewhere else is no word of the report, whatever file it stands in.
void take_links_out(Document& document) {
  const auto leads_away = [](const Line& line) { return is_link(line.words); };
  if (std::ranges::none_of(document.lines, leads_away)) return;
  LeftOutList left_out;
  left_out.add(document.left_out);
  std::vector<Line> kept;
  bool gap = false;
  for (Line& line : document.lines) {
    gap = gap || line.gap;
    if (leads_away(line)) {
      left_out.add(LeftOut::Why::navigation, line.words, line.place);
    } else {
      line.gap = std::exchange(gap, false);
      kept.push_back(std::move(line));
    }
  }
  document.lines = std::move(kept);
  document.left_out = left_out.take();
}

}  // namespace

Document finished(Document document) {
  mend_letters(document);
  join_upright_headings(document.lines);
  take_links_out(document);
  std::size_t characters = 0;
  for (const Line& line : document.lines) characters += line.words.size();
  if (document.lines.size() > kMostLines) document.refused = Refusal::lines;
  if (characters > kMostCharacters) document.refused = Refusal::characters;
  if (!document.refused && is_garbled(document.lines)) document.refused = Refusal::garbled;
  return document.refused ? Document{document.kind, {}, document.refused} : document;
}

Document read_as(Document::Kind kind, std::string_view bytes) {
  if (kind == Document::Kind::pdf) return finished(read_pdf_words(bytes));
  const auto utf8 = to_utf8(bytes);
  if (!utf8 || utf8->find('\0') != std::string::npos) return {kind, {}, Refusal::no_text};
  return finished(read_text_or_html(*utf8, kind == Document::Kind::html));
}

}  // namespace hub::report
