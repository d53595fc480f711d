// Which files of a folder are content: what publishing copies, and what it leaves where it is.
#pragma once

#include <string>
#include <vector>

#include "base/folder_tree.h"
#include "base/result.h"
#include "content/load/folder_plan.h"

namespace hub::content {

inline constexpr std::size_t kMaxPictureBytes = 20 << 20;  // a camera's JPEG is half of that
inline constexpr std::size_t kMaxKnownFiles = 2'000;
inline constexpr std::size_t kMaxKnownBytes = 256 << 20;  // of all files together

struct KnownFile {
  std::string path;  // in the folder: "izumi/reports/2024.json"
  std::size_t max_bytes = 0;
  base::FileStamp stamp;
  bool operator==(const KnownFile&) const = default;
};

struct KnownFiles {
  std::vector<KnownFile> files;       // in the plan's order
  std::vector<NameFinding> left_out;  // what the plan warns of
  std::vector<base::Error> errors;    // what the plan refuses, links, devices, what cannot be read or is too large
};

// What load/folder_plan.h takes. No link is followed. `folder_path` is only what errors call the folder.
KnownFiles known_files(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                       const std::string& folder_path);

}  // namespace hub::content
