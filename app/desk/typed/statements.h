// A hub's content files as statements: what each says, in the order in which staff read them.
#pragma once

#include <string>
#include <vector>

#include "desk/edit/step.h"
#include "desk/typed/edited.h"
#include "desk/typed/statement.h"

namespace hub::desk {

// Of `report` (a file of content.files), then of hub.json. A text that may be there and is not has an address and no
// words. Without sources and readings. `menu`: the languages that the hub's screens offer; a text that is translated
// lacks those of them that it does not have.
std::vector<Statement> statements_of(const EditedFiles& content, const std::string& report,
                                     const content::Languages& menu);

}  // namespace hub::desk
