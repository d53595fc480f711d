// A change of the draft that can be undone: what stood where before, and what stands there after it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/recording_reader.h"
#include "base/result.h"

namespace hub::desk {

// The draft's own report in steps: its name in the content folder changes with its year.
inline constexpr const char* kReportFile = "report";

// One value of one content file. A list is one value: what changes inside a list changes the list.
struct Edit {
  std::string file;                   // inside the content folder: izumi/reports/2025.json
  std::string pointer;                // JSON Pointer (RFC 6901); "": the whole file
  std::optional<std::string> before;  // JSON; nothing: it was not there
  std::optional<std::string> after;
};

// Where a value of a file is after the step: whoever points at it goes on pointing at it.
struct Moved {
  std::string file;
  std::string from;
  std::string to;  // "": it is gone
};

struct Step {
  std::vector<Edit> edits;
  std::vector<Moved> moved;
};

using ContentFiles = base::FolderBytes;  // of JSON files, by path inside the content folder

// `files` with the step made; an Error names the first value that is not what the step found.
base::Result<ContentFiles> made(ContentFiles files, const Step& step);
base::Result<ContentFiles> undone(ContentFiles files, const Step& step);
// One step after the other, each file read and written once.
base::Result<ContentFiles> made_all(ContentFiles files, const std::vector<const Step*>& steps);

// What brings back what was before it.
Step inverted(const Step& step);
// Two that were made one after the other as one. `before`, `after`: the files before the first and after the second.
Step joined(const Step& first, const Step& second, const ContentFiles& before, const ContentFiles& after);

// The edits that lead from one JSON to the other, as small as they can be without looking into lists that grew or
// shrank.
std::vector<Edit> edits_between(const std::string& file, const std::string& before, const std::string& after);

// Where `pointer` leads after the step: what it was in moves with it. Nothing: it is gone.
std::optional<std::string> moved_by(const Step& step, const std::string& file, std::string pointer);

}  // namespace hub::desk
