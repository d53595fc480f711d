// What a content folder holds, by its names alone: what is read, what is left where it is, and what is said of it.
// Checking, publishing and a running kiosk all go by this plan, so that none reads what another passes over.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "content/json/reporter.h"

namespace hub::content {

struct PlannedFile {
  enum class Kind { guide, schema, common, hub, report, picture };
  std::string path;  // in the folder: "izumi/reports/2024.json"
  Kind kind = Kind::guide;
};

// Copies, locks and what nobody knows the use of are warnings: they keep nothing from showing.
struct NameFinding {
  Diagnostic::Severity severity = Diagnostic::Severity::warning;
  std::string path;  // in the folder; empty: the folder itself
  Problem problem;
  bool is_report = false;  // somebody means visitors to see it, and they will not
};

struct FolderPlan {
  std::vector<std::string> hubs;  // ids, by name
  std::vector<PlannedFile> files;
  std::vector<NameFinding> findings;
  bool is_content = true;  // false: another folder is the content, and the only finding says which

  bool has(std::string_view path) const;
};

// What is in a folder of the content folder ("" is itself); nothing when it cannot be read, which the lister has said.
// A kind is file or folder: whoever follows links says what they lead to.
using FolderLister = std::function<std::optional<std::vector<base::FileEntry>>(const std::string& path)>;

// A hub given narrows the plan to common/ and that hub.
FolderPlan plan_folder(const FolderLister& list, const std::string& only_hub = "");

}  // namespace hub::content
