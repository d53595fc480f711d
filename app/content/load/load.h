// Reads a content folder into a Snapshot, or into diagnostics that say what to mend.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "content/json/letters.h"
#include "content/json/limits.h"
#include "content/load/folder_plan.h"
#include "content/model/snapshot.h"

namespace hub::content {

// The languages that have a strings file, in the order of the menu; none when ja.json cannot be read.
Languages find_languages(const base::FileReader& files, const std::string& strings_folder);

struct Loaded {
  std::shared_ptr<const Snapshot> snapshot;  // null when there is an error
  std::vector<Diagnostic> diagnostics;       // by file and line
  int acknowledged = 0;                      // warnings more, which somebody has looked at (acknowledgements.h)
};

// content_folder holds common/ and one folder a hub; strings_folder is assets/strings. A hub given narrows the
// reading to common/ and that hub (other hubs' errors do not matter to it). Which files are read: folder_plan.h.
// `can_draw` is asked of the content's characters: one that nobody draws is an error.
Loaded load(const base::FileReader& files, const std::string& content_folder, const std::string& strings_folder,
            const std::string& only_hub = "", const CanDraw& can_draw = {});

// The app's own words and one hub, without an id, that says panel.title and builtin.title and no more: what staff's
// screens are made of while there is no content. Null: the words themselves have errors.
std::shared_ptr<const Snapshot> load_words_only(const base::FileReader& files, const std::string& strings_folder);

// What a content folder holds by its names. Links are followed.
FolderPlan plan_of(const base::FileReader& files, const std::string& content_folder, const std::string& only_hub = "");

// The ids of the hubs in a content folder, sorted; whether their content is good is not asked.
std::vector<std::string> hub_ids(const base::FileReader& files, const std::string& content_folder);

}  // namespace hub::content
