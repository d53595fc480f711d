// A draft that staff have mended, as it stands: nothing that they wrote is made anew.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "desk/report_filing.h"

namespace hub::desk {

struct ReadDraft {
  std::optional<Filing> filing;  // nothing with an error
  std::vector<content::Diagnostic> diagnostics;
};

// Whether a file that is to be imported is a draft, and not a published report: by its name.
bool is_draft(const std::string& path);

// The line of each value of a draft, by JSON Pointer.
std::map<std::string, int> lines_of(const std::string& json);

ReadDraft read_draft(const base::FileReader& files, const std::string& path);

}  // namespace hub::desk
