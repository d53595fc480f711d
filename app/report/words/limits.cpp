#include "report/words/limits.h"

#include <string>

#include "report/words/kinds.h"

namespace hub::report {

namespace {

// 4000 → 4,000
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

struct Excess {
  const char* ja;
  std::size_t most;
  const char* en;
};

Excess excess_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::no_text:
    case Refusal::garbled:
    case Refusal::damaged:
      break;
    case Refusal::unpacked:
      return {"MB（ひらいた中身）", kMostUnpackedBytes >> 20, "MB when it is unpacked"};
    case Refusal::pages:
      return {"ページ", kMostPages, "pages"};
    case Refusal::lines:
      return {"行", kMostLines, "lines"};
    case Refusal::raw_lines:
      return {"行（空の行も入れて）", kMostRawLines, "lines, with the empty ones"};
    case Refusal::characters:
      return {"文字", kMostCharacters, "characters"};
    case Refusal::words:
      return {"語（空白で区切られたもの）", kMostWords, "words"};
    case Refusal::columns:
      return {"列（1 つの表）", kMostColumns, "columns in a table"};
    case Refusal::cells:
      return {"マス（表）", kMostCells, "cells of tables"};
    case Refusal::elements:
      return {"HTML の要素", kMostElements, "elements of HTML"};
    case Refusal::attributes:
      return {"属性（HTML の 1 つの要素）", kMostAttributes, "attributes on an element of HTML"};
    case Refusal::nesting:
      return {"重なり（HTML の要素の中の要素）", kDeepest, "elements of HTML inside each other"};
    case Refusal::headings:
      return {"見出し（文の横にあるもの）", kMostHeadings, "headings beside text"};
    case Refusal::groups:
      return {"文のまとまり", kMostGroups, "groups of paragraphs"};
    case Refusal::paragraph:
      return {"文字（1 つの段落）", kLongestParagraph, "characters in a paragraph"};
  }
  return {"", 0, ""};
}

}  // namespace

base::Error error_of(Refusal refusal) {
  if (refusal == Refusal::no_text) {
    return {{"これは報告書の " + readable_kinds().ja + "ではなく、文字でないファイルです。",
             "This is no " + readable_kinds().en + ", but a file without readable words."},
            choose_report()};
  }
  if (refusal == Refusal::garbled) {
    return {{"このファイルからは、文字を正しく取り出せません。取り出すと、別の文字になってしまいます（文字化け）。",
             "The words of this file cannot be taken out: other letters come out of it (garbled)."},
            {"ホームページの報告書（HTML）を使うか、元の Word などから PDF を作りなおしてください。どちらもなければ、"
             "報告書を見ながらメモ帳に打ちこみ、そのテキストを選んでください。",
             "Use the report's web page (HTML), or make a PDF from the original anew. Without either, type the report "
             "into a text file, and choose that."}};
  }
  if (refusal == Refusal::damaged) {
    return {{"この Word や Excel のファイルは壊れているようです。", "This Word or Excel file seems to be damaged."},
            {"Word や Excel で開けるか確かめて、「名前を付けて保存」で保存しなおし、そのファイルを選んでください。",
             "See whether Word or Excel opens it, save it anew there, and choose that file."}};
  }
  const Excess over = excess_of(refusal);
  const std::string most = grouped(over.most);
  return {
      {"このファイルは長すぎます。" + std::string(over.ja) + "は " + most + " までです。拠点の報告書ではないようです。",
       "This file is too long: a report has at most " + most + " " + over.en +
           ". It does not look like a hub's report."},
      {"報告書だけのファイルを選んでください。", "Choose a file with the report alone."}};
}

}  // namespace hub::report
