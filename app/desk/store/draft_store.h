// The one unpublished draft of a hub, on disk: a folder that changes whole (base/versioned_folder), so it is there as
// it was before a change or after it, whatever happens in between.
//
//   draft/work.json                      what was done, and what was answered (desk/work.h)
//   draft/reading.json                   what the reader found and asks (desk/store/reading.h)
//   draft/content/izumi/reports/2025.json   changed content files: an overlay on what is published
#pragma once

#include <functional>
#include <string>

#include "base/recording_reader.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

using DraftFiles = base::FolderBytes;

inline constexpr const char* kWorkFile = "work.json";
inline constexpr const char* kReadingFile = "reading.json";
inline constexpr const char* kContentFolder = "content";
inline constexpr std::size_t kMostDraftFiles = 200;

class DraftStore {
 public:
  // `calls` outlives it.
  DraftStore(const base::SystemCalls& calls, std::string folder) : calls_(&calls), folder_(std::move(folder)) {}

  // All of one version; empty: there is no draft.
  base::Result<DraftFiles> read() const;

  // Makes the draft what `change` makes of it. Nobody else changes it meanwhile. An Error of `change`, or of writing:
  // the draft is what it was. Empty files: there is no draft any more.
  using Change = std::function<base::Result<DraftFiles>(DraftFiles now)>;
  base::Status change(const Change& change) const;

  // Where the overlay can be read as a folder, with the version that showed now.
  std::string content_path() const;

 private:
  const base::SystemCalls* calls_;
  std::string folder_;
};

}  // namespace hub::desk
