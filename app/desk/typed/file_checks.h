// What content's own loader finds wrong in one content file as it would be.
#pragma once

#include <string>
#include <vector>

#include "content/json/diagnostic.h"
#include "content/json/letters.h"
#include "content/model/languages.h"
#include "desk/typed/fields.h"

namespace hub::desk {

struct ContentRules {
  std::string hub;               // its id
  content::Languages languages;  // that texts may be in; empty: any
  content::CanDraw can_draw;     // empty: not asked
};

// `file`: as findings name it.
std::vector<content::Diagnostic> faults_of(FileKind kind, const std::string& file, const std::string& json,
                                           const ContentRules& rules);

// The first error that is not among those of before, whatever its place; null: none.
const content::Diagnostic* new_error(const std::vector<content::Diagnostic>& before,
                                     const std::vector<content::Diagnostic>& after);

}  // namespace hub::desk
