// What each version shows, as a small picture (PPM) that staff know it by:
//
//   <state>/desk/<hub>/pictures/7.ppm
//
// A picture is there whole or not at all, and can always be drawn again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

inline constexpr std::size_t kMostPictureBytes = std::size_t{1} << 20;

class VersionPictures {
 public:
  // `folder`: of the hub's desk. `calls` outlives it.
  VersionPictures(const base::SystemCalls& calls, std::string folder) : calls_(&calls), folder_(std::move(folder)) {}

  std::string path_of(int version) const;
  bool has(int version) const;
  // Error: too large, or it cannot be written. Those of versions that are not `kept` go.
  base::Status put(int version, std::string_view ppm, const std::vector<int>& kept) const;

 private:
  std::string pictures() const;

  const base::SystemCalls* calls_;
  std::string folder_;
};

}  // namespace hub::desk
