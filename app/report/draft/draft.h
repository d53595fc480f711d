// A draft of reports/<year>.json with where each of its words came from, and what a person should look at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "content/model/report.h"
#include "report/words/document.h"

namespace hub::report {

// What may be right instead: another place for the words, other marks, another year, other words. Only one of the four
// is said.
struct Alternative {
  std::optional<std::string> field = std::nullopt;  // JSON Pointer of a goal's text or list; "": nowhere in the draft
  std::optional<std::vector<int>> marks = std::nullopt;  // of the item
  std::optional<int> year = std::nullopt;                // for the question's field
  std::map<std::string, std::string> texts = {};         // by JSON Pointer of a text: what it says instead
  double confidence = 0;                                 // 0…1
};

// Words on a page, to be shown to whoever is asked about them. Words that go on over a page's end have several.
struct Evidence {
  int page = 0;  // from 1
  PageBox box;
  PageSize size;  // of the page
};

struct Origin {
  Place place;
  double confidence = 1;                       // 0…1: how often a text that is as sure as this one is right
  std::vector<Alternative> alternatives = {};  // the likeliest first
  std::vector<Evidence> evidence = {};         // empty: the file has no pages
};

// A line as the report has it.
struct ReportLine {
  Place place;
  std::string words;
  std::vector<Evidence> evidence = {};
};

// A question for whoever publishes the report.
struct Question {
  enum class Kind {  // in the order of their weight
    lost,            // letters that no longer say which they are
    unpublished,     // a draft or a copy of the report, as it says itself
    unread,          // pages without words
    missing,         // the report needs it, and it was not found
    midway,          // a sentence has lost its beginning or end
    unplaced,        // words of the report that are nowhere in the draft
    placement,       // they might belong elsewhere
    mark,            // ①②③ are missing or do not fit
    year,            // years that disagree
    heading,         // headings do not stand where they should
    count,           // a list has not as many entries as usual
    wording,         // stray spaces, mixed digits, Latin letters inside a word
    left_out,        // what is none of the report's words: page numbers, menus, readings
  };
  Kind kind = Kind::placement;
  std::string field;  // JSON Pointer into the draft; "" is the whole of it
  base::Message message;
  Place place;  // line 0: nowhere in particular
  double confidence = 0.5;
  std::string text;                            // the words it is about; may be empty
  std::vector<Alternative> alternatives = {};  // the likeliest first
  std::vector<ReportLine> lines = {};          // of the report, around the place
  std::vector<Evidence> evidence = {};         // empty: nowhere in particular, or the file has no pages
};

struct Draft {
  content::Report report;
  std::map<std::string, Origin> origins;  // by JSON Pointer
  std::vector<Question> questions;        // the weightiest first
  Document::Kind kind = Document::Kind::text;
};

// An error when these lines are no report of a hub: no 重点目標 is found in them.
// `ward`: of the hub whose report it is said to be, where the report itself names none; empty: not known.
base::Result<Draft> make_draft(const Document& document, const std::string& ward = {});

const char* name_of(Question::Kind kind);

// 12 行目, 2 ページ 12 行目, 12 番目の段落 (Word), シート 2 の 12 行目 (Excel); empty for a place without line.
std::string describe(Place place, Document::Kind kind, base::StaffLanguage language);

}  // namespace hub::report
