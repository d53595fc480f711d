// Where words of a report can go, and putting them there.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "desk/edit/report_editor.h"
#include "report/words/document.h"

namespace hub::desk {

// A place for words, as one word of a command line: a list (/goals/0/activities), a list with the mark that the new
// entry has (/review/0/outcomes#2), a text (/purpose), an entry that says them instead (=/review/0/outcomes/1), or one
// that goes on with the words: behind it (+/review/0/outcomes/1) or before it (-/review/0/outcomes/1).
// A service that is missing is a place by its number: /services#3.
struct PlaceForWords {
  std::string id;
  std::string list;  // which part of the report: what has the same list is offered together
  base::Message name;
};

// The part of the report that places or choices of one list are in, by the name that staff know it by.
base::Message list_name(const std::string& list);
// What becomes of words that go there, and of what stands there now.
base::Message consequence_of(const ReportEditor& report, const PlaceForWords& place);

// Of the report's part that `field` names; "": of all of it. In the report's order.
std::vector<PlaceForWords> places_in(const ReportEditor& report, const std::string& field);

// The entries that words from `place` may belong to because they stand just before or after them.
std::vector<PlaceForWords> neighbours_of(const ReportEditor& report,
                                         const std::map<std::string, report::Place>& origins, report::Place place);

// Puts them there; into a list where the report has them. False: there is no such place.
bool put_words(ReportEditor& report, const std::map<std::string, report::Place>& origins, const Entry& words,
               report::Place from, const std::string& id);

// Before which entry of a list the words from `place` belong, by the report's own order.
std::size_t index_by_place(std::size_t size, const std::string& list,
                           const std::map<std::string, report::Place>& origins, report::Place place);

// Takes the words out of wherever they stand in the report; what stands around them stays.
void take_words_out(ReportEditor& report, const Entry& words);

// Every text of the report: its pointer and what it says.
std::vector<std::pair<std::string, std::string>> texts_of(const ReportEditor& report);

}  // namespace hub::desk
