// What a hub says, statement by statement, as staff read it: in the order of the report, then of the screens.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "desk/typed/address.h"
#include "report/draft/draft.h"

namespace hub::desk {

// Of one language beside the Japanese.
struct Rendering {
  enum class State {
    missing,  // the hub's screens offer the language, other languages of the text are there, this one is not
    older,    // made of other Japanese words than the text has now
    made,
    none,  // the text is in Japanese alone, as somebody meant it
  };
  std::string language;  // BCP 47: en, zh-Hans, ja-easy
  std::string words;     // empty: missing or none
  State state = State::none;
};

// Where the words stand in the report that they were read from.
struct SourceWords {
  enum class Same {
    yes,      // letter by letter, spaces and line ends apart
    no,       // a person has changed them
    unknown,  // the report is not kept any more
  };
  Same same = Same::unknown;
  report::Place place;                     // line 0: nothing in the report is like them
  std::string words;                       // what the report says there; empty: nothing is like them
  std::string marked_ours, marked_source;  // both, with what differs in 【】; empty where they are the same
  std::vector<report::Evidence> evidence;  // boxes on its pages; empty: it has none
};

// A word of a text with its furigana.
struct WordReading {
  std::size_t begin = 0, end = 0;  // in code points of Statement::plain
  std::string word;                // as plain has it there
  std::string reading;             // hiragana
  enum class From {
    inline_markup,
    reviewed,
    rule,
    dictionary
  } from = From::dictionary;  // dictionary: nobody has looked
  bool reviewed() const { return from != From::dictionary; }
};

struct Statement {
  enum class Kind {
    // Of the report. Its words are the report's own.
    report_title,
    implementer,
    purpose,
    principle,
    service_description,
    service_program,
    evaluation_method,
    goal,   // of `section` and `goal_number`
    entry,  // of a goal's list: one paragraph of it
    // The hub's own.
    hub_name,
    hub_ward,
    tagline,
    hours,    // in words, as people say them
    opening,  // the same as a machine reads it: `value`
    contact,  // telephone, address
    url,      // `value`
    service_name,
    service_need,
    service_explanation,
    service_situation,
    service_url,  // `value`
  };
  enum class Section { none, review, goals };
  enum class List { none, activities, outcomes, challenges };  // 取組内容, 成果, 課題

  Kind kind = Kind::report_title;
  Address address;     // of the text; it may be written where nothing stands yet (hours that nobody has given)
  base::Message name;  // as staff know it: 次の重点目標②の取組内容の 1 つ目

  // Of a goal or an entry.
  Section section = Section::none;
  int goal_number = 0;  // from 1; of a service: its number
  List list = List::none;
  Address entry;         // what is moved, removed, marked: the whole entry; of other lists, the text itself. Else empty
  int entry_number = 0;  // from 1, in its list
  int paragraph = 0;     // from 1, in its entry
  std::vector<int> marks;  // ①②③ of the entry, ascending

  std::string japanese;               // as the file has it, with ruby markup; empty: nothing stands there
  std::string plain;                  // without markup: what is drawn
  std::string value;                  // of opening: its JSON; of a url: it; else empty
  bool of_report = false;             // false: the hub's own, edited freely
  bool own = true;                    // false: common words of all hubs, which an edit makes this hub's own
  std::vector<Rendering> renderings;  // one for each language of the screens but Japanese, in the menu's order
  std::optional<SourceWords> source;  // nothing: it came from no report
  std::vector<WordReading> readings;  // of the Japanese; empty where they were not asked for
  std::size_t most_bytes = 0;         // of its words in each language, in UTF-8
};

const char* word_of(Statement::Kind kind);  // report_title, as programs have it
const char* word_of(Statement::Section section);
const char* word_of(Statement::List list);
const char* word_of(Rendering::State state);
const char* word_of(WordReading::From from);

}  // namespace hub::desk
