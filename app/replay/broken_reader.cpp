#include "replay/broken_reader.h"

#include <cerrno>
#include <functional>
#include <random>

#include "base/file_errors.h"
#include "base/recording_reader.h"

namespace hub::replay {

namespace {

constexpr int kBroken_in = 4;  // files
constexpr int kMostBytes = 12;
constexpr std::string_view kBytes = "{}[]\",:\\0129-e \n\x01\x1b\x80\xE3\xFF";

}  // namespace

base::Result<std::string> BrokenReader::read(const std::string& path, std::size_t max_bytes) const {
  base::Result<std::string> bytes = files_.read(path, max_bytes);
  if (!bytes || bytes.value().empty()) return bytes;
  base::Fingerprint name;
  name.add(path);
  std::mt19937_64 random(seed_ ^ name.value());
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  if (below(kBroken_in) != 0) return bytes;
  std::string& broken = bytes.value();
  switch (below(3)) {
    case 0:
      return base::cannot_read(path, EIO);
    case 1:
      broken.resize(below(broken.size()));
      break;
    default:
      for (std::size_t left = 1 + below(kMostBytes); left > 0; --left)
        broken[below(broken.size())] = kBytes[below(kBytes.size())];
  }
  return bytes;
}

}  // namespace hub::replay
