// The reports that drafts were read from, each once, by its bytes: evidence is shown from them, and what is published
// can say where it came from.
//
//   sources/<sha256>/report      the file as it came in
//   sources/<sha256>/document    its lines, as the reader gave them (report/sandbox/document_bytes.h)
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/system_calls.h"
#include "report/words/document.h"

namespace hub::desk {

inline constexpr std::size_t kMostSources = 12;  // the oldest give way: more than the versions that are kept

class Sources {
 public:
  // `calls` outlives it.
  Sources(const base::SystemCalls& calls, std::string folder) : calls_(&calls), folder_(std::move(folder)) {}

  // What is there already is not written again. `keep`: the SHA-256 of one that must not give way; may be empty.
  base::Status add(const std::string& sha256, std::string_view bytes, const report::Document& document,
                   const std::string& keep) const;
  base::Result<std::string> bytes(const std::string& sha256) const;
  base::Result<report::Document> document(const std::string& sha256) const;

 private:
  base::Result<std::string> read(const std::string& sha256, const char* file, std::size_t most) const;
  void sweep(const base::FileDescriptor& folder, const std::string& added, const std::string& keep) const;

  const base::SystemCalls* calls_;
  std::string folder_;
};

}  // namespace hub::desk
