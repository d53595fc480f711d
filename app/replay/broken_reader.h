// A content folder in the hands of somebody who breaks it: each file that is read may come cut off, overwritten or not
// at all. The same from the same seed.
#pragma once

#include <cstdint>

#include "base/files.h"

namespace hub::replay {

class BrokenReader : public base::FileReader {
 public:
  // `files` outlives it.
  BrokenReader(const base::FileReader& files, std::uint64_t seed) : files_(files), seed_(seed) {}

  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  base::Result<std::vector<base::FileEntry>> list(const std::string& folder) const override {
    return files_.list(folder);
  }
  bool exists(const std::string& path) const override { return files_.exists(path); }

 private:
  const base::FileReader& files_;
  std::uint64_t seed_;
};

}  // namespace hub::replay
