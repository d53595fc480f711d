// What a person can do to a draft with a keyboard. Each is one step that can be undone.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/typed/address.h"

namespace hub::desk {

// The words of a text in one language. Empty words: of a translation and of what may be missing (hours, contact, url,
// a service's own words) it goes away; of anything else they are refused. When the Japanese changes, its translations
// stay and count as older (content's "renderedFrom") until they are typed again or confirmed.
struct SetText {
  Address at;
  std::string words;
  std::string language = "ja";
};

// The translations into `language` still say what the Japanese says now.
struct ConfirmRendering {
  Address at;
  std::string language;
};

// opening: JSON as hub.json has it. Empty: it goes away.
struct SetValue {
  Address at;
  std::string json;
};

// A new entry of a list: an item with its marks, or a text of a list of texts.
struct AddEntry {
  Address list;           // …#/goals/0/activities, …#/principles, …#/services/6/situations
  std::size_t index = 0;  // it stands there then; beyond the end: at the end
  std::string words;
  std::vector<int> marks = {};
};

// An entry, a paragraph of one (with its entry if that was all of it), or a goal with all it has.
struct Remove {
  Address at;
};

// `index` as it counts without the entry. Of one kind of list to the same kind.
struct MoveEntry {
  Address entry;
  Address list;
  std::size_t index = 0;
};

// The entry becomes two with the same marks, the second begins at this character of this paragraph.
struct SplitEntry {
  Address paragraph;
  std::size_t at = 0;  // code points of Statement::japanese before it; not 0, not all of them
};

// An entry and the one after it in its list become one, as one sentence.
struct JoinEntry {
  Address entry;
};

// None: it belongs to its whole goal.
struct SetMarks {
  Address entry;
  std::vector<int> marks;  // 1…20 (content/model/report.h)
};

// Of a word, in the hub's own readings.json. "": it is kept whole, and nobody says how it is read (content/model/
// snapshot.h). Nothing: this hub says nothing of it, the common reading or the dictionary's counts.
struct SetReading {
  std::string word;
  std::optional<std::string> reading;  // hiragana
};

struct AddGoal {
  Address section;  // …#/goals or …#/review
  std::string words;
};

using TypedEdit = std::variant<SetText, ConfirmRendering, SetValue, AddEntry, Remove, MoveEntry, SplitEntry, JoinEntry,
                               SetMarks, SetReading, AddGoal>;

}  // namespace hub::desk
