// What a typed edit makes of a hub's content files.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "desk/edit/step.h"
#include "desk/typed/file_checks.h"
#include "desk/typed/typed_edit.h"

namespace hub::desk {

struct Edited {
  Step step;
  std::optional<Address> at;           // where what was edited stands then; nothing: it is gone
  base::Message label;                 // 次の重点目標②の目標の文: 書きかえ
  std::vector<base::Message> notices;  // what else a person should know
  bool counts = false;                 // also without edits: somebody says that a translation is right
};

// What the edit is made on.
struct EditedFiles {
  const ContentFiles& files;  // the hub's, as steps name them; what is not there is not there
  std::string services;       // common/services.json: what a hub says of a service where it says nothing itself
  const ContentRules& rules;
  std::string report_file = {};  // what the draft's report is called in the content folder
  // The languages in which a text was typed, or found right, since its Japanese is what it is.
  std::function<std::set<std::string>(const Address& text)> made_anew = {};
  // The Japanese that whoever types a translation has before them; nothing: that of now.
  std::optional<std::string> seen_japanese = std::nullopt;
};

// Error: nothing stands there, the words cannot be saved, or the file could not be loaded any more. Nothing to do
// (it says so already): a step without edits.
base::Result<Edited> edited(const EditedFiles& content, const TypedEdit& edit);

// Every place that an edit names, as `where` has it. Nothing: one of them is gone.
using Where = std::function<std::optional<Address>(const Address&)>;
std::optional<TypedEdit> placed_anew(const TypedEdit& edit, const Where& where);

// The first place that it names; of a reading the word's in the hub's readings.
Address place_of(const TypedEdit& edit, const std::string& hub);

// The values that it changes or takes for granted, as JSON: what it may not be made over when they have changed.
std::string rests_on(const EditedFiles& content, const TypedEdit& edit);
// What a person would read there: the text, the marks, the reading; and what the edit would have there.
std::string read_there(const EditedFiles& content, const TypedEdit& edit);
std::string typed_there(const TypedEdit& edit);

}  // namespace hub::desk
