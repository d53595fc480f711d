// Reads one hub: hub.json, its readings and its reports.
#pragma once

#include <string>

#include "content/json/json_file_reader.h"
#include "content/load/folder_plan.h"
#include "content/model/snapshot.h"

namespace hub::content {

void load_hub(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan, const std::string& id,
              Snapshot& snapshot);

}  // namespace hub::content
