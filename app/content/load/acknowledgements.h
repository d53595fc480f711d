// Warnings that somebody has looked at, and that nobody can or need mend: the report itself begins mid-sentence. They
// are counted, and not said again. Kept with the content, in <hub>/acknowledged.json and common/acknowledged.json.
#pragma once

#include <string>
#include <vector>

#include "content/json/json_file_reader.h"
#include "content/load/folder_plan.h"

namespace hub::content {

struct Acknowledgement {
  std::string file;     // in the folder of acknowledged.json: "reports/2024.json"
  std::string place;    // JSON Pointer; empty: the whole file
  std::string warning;  // its Japanese words
  std::string text;     // what it is about, as Diagnostic::words; empty: nothing
  std::string reason;
};

std::vector<Acknowledgement> decode_acknowledgements(const Value& root);
std::string acknowledgements_json(const std::vector<Acknowledgement>& all);

// The acknowledgement of a warning about a file in `folder` (content/izumi).
Acknowledgement acknowledgement_of(const Diagnostic& warning, const std::string& folder, std::string reason);

// Takes the acknowledged warnings out of the reader's diagnostics, and warns of each acknowledgement that there is
// nothing to acknowledge for any more. How many were taken out.
int leave_out_acknowledged(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan);

}  // namespace hub::content
