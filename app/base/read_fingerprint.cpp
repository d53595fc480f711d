#include "base/read_fingerprint.h"

namespace hub::base {

void ReadFingerprint::add(std::string_view bytes) const {
  constexpr std::uint64_t kPrime = 1099511628211ULL;  // FNV-1a
  for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * kPrime;
  value_ = (value_ ^ 0x100) * kPrime;  // where one thing ends
}

Result<std::string> ReadFingerprint::read(const std::string& path, std::size_t max_bytes) const {
  Result<std::string> bytes = files_.read(path, max_bytes);
  add(path);
  add(bytes ? bytes.value() : bytes.error().what.en);
  return bytes;
}

Result<std::vector<FileEntry>> ReadFingerprint::list(const std::string& folder) const {
  Result<std::vector<FileEntry>> entries = files_.list(folder);
  add(folder);
  if (!entries) return entries;
  for (const FileEntry& entry : entries.value()) add(entry.name);
  return entries;
}

bool ReadFingerprint::exists(const std::string& path) const {
  const bool there = files_.exists(path);
  add(path);
  add(there ? "there" : "");
  return there;
}

}  // namespace hub::base
