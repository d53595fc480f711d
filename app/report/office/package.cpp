#include "report/office/package.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

namespace hub::report {

namespace {

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

bool is_xml(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

// What the entry holds, no more than `most` bytes; nothing when it is damaged.
std::variant<std::string, Refusal> unpacked(archive* reader, std::size_t most) {
  std::string bytes;
  std::array<char, 65536> chunk;
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, chunk.data(), chunk.size());
    if (got < 0) return Refusal::damaged;
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) return Refusal::unpacked;
  }
}

}  // namespace

std::variant<OfficePackage, Refusal> OfficePackage::unpack(std::string_view bytes) {
  const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
  if (!reader || archive_read_support_format_zip(reader.get()) != ARCHIVE_OK) return Refusal::damaged;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return Refusal::damaged;
  OfficePackage package;
  std::size_t left = kMostUnpackedBytes;
  archive_entry* entry = nullptr;
  for (std::size_t entries = 0;; ++entries) {
    const int found = archive_read_next_header(reader.get(), &entry);
    if (found == ARCHIVE_EOF) break;
    if (found != ARCHIVE_OK && found != ARCHIVE_WARN) return Refusal::damaged;
    if (entries >= kMostParts) return Refusal::unpacked;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr || archive_entry_filetype(entry) != AE_IFREG || !is_xml(name)) continue;
    auto part = unpacked(reader.get(), left);
    if (const auto* refusal = std::get_if<Refusal>(&part)) return *refusal;
    left -= std::get<std::string>(part).size();
    package.parts_.emplace(name, std::get<std::string>(std::move(part)));
  }
  return package;
}

const std::string* OfficePackage::part(const std::string& name) const {
  const auto found = parts_.find(name);
  return found == parts_.end() ? nullptr : &found->second;
}

}  // namespace hub::report
