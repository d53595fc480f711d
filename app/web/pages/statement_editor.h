// One statement as it is edited: its Japanese, what differs from the report, its translations, what can be done with
// it.
#pragma once

#include "web/pages/opening_days.h"
#include "web/pages/typed_parts.h"

namespace hub::web {

struct EditorPlace {
  const PageContext& context;
  const desk::Texts& texts;
  const TypedPart& part;

  Url back() const;  // the page that it stands on
};

Markup statement_editor(const EditorPlace& place, const desk::Statement& statement);
// Hours by the day, of the statement that has them: as they are, or as somebody typed them.
Markup opening_form(const EditorPlace& place, const desk::Statement& one, const OpeningDays& days);
// A new entry, at the end of a list.
Markup entry_adder(const EditorPlace& place, const desk::Address& list, const std::string& words);
// What every form of an edit says: which one, of which draft, and where it leads back.
Markup hidden_edit(const EditorPlace& place, const std::string& edit);
Markup hidden_field(const std::string& name, const std::string& value);

// …#/goals/0/activities of …#/goals/0/activities/2
desk::Address list_of(const desk::Address& entry);

}  // namespace hub::web
