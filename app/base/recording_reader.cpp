#include "base/recording_reader.h"

namespace hub::base {

void Fingerprint::add(std::string_view thing) {
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  for (const char byte : thing) value_ = (value_ ^ static_cast<unsigned char>(byte)) * kPrime;
  value_ = (value_ ^ 0x100) * kPrime;  // where it ends
}

void Fingerprint::add(const FolderBytes& folder) {
  for (const auto& [name, bytes] : folder) {
    add(name);
    add(bytes);
  }
}

FolderBytes RecordingReader::below(const std::string& folder) const {
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  FolderBytes below;
  for (auto one = read_.lower_bound(prefix); one != read_.end() && one->first.starts_with(prefix); ++one) {
    below.emplace(one->first.substr(prefix.size()), one->second);
  }
  return below;
}

Result<std::string> RecordingReader::read(const std::string& path, std::size_t max_bytes) const {
  Result<std::string> bytes = files_.read(path, max_bytes);
  if (bytes) read_.insert_or_assign(path, bytes.value());
  return bytes;
}

}  // namespace hub::base
