#include "pack/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/check.h"

namespace hub::pack {

namespace {

struct Free {
  void operator()(archive* one) const { archive_free(one); }
  void operator()(archive_entry* one) const { archive_entry_free(one); }
};
using Archive = std::unique_ptr<archive, Free>;

// Nothing: damaged, or longer than a file may be.
std::optional<std::string> bytes_of_entry(archive* reader) {
  std::string bytes;
  std::array<char, 65536> chunk;
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, chunk.data(), chunk.size());
    if (got < 0) return std::nullopt;
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > kMostFileBytes) return std::nullopt;
  }
}

bool is_plain_file(archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
         archive_entry_symlink(entry) == nullptr && archive_entry_sparse_count(entry) == 0 &&
         archive_entry_size(entry) >= 0 && archive_entry_size(entry) <= static_cast<la_int64_t>(kMostFileBytes);
}

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

}  // namespace

bool is_name(std::string_view name) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == '/';
  };
  const bool folders = !name.empty() && !name.starts_with('/') && !name.ends_with('/') && name.find("//") == name.npos;
  const bool hidden = name.starts_with('.') || name.find("/.") != name.npos;
  return folders && !hidden && name.size() <= kMostNameBytes && std::ranges::all_of(name, may_stand);
}

std::string archive_of(const base::FolderBytes& files) {
  std::string bytes;
  const Archive writer(archive_write_new());
  HUB_CHECK(writer && archive_write_set_format_ustar(writer.get()) == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  HUB_CHECK(archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (const auto& [name, content] : files) {
    HUB_CHECK(is_name(name) && content.size() <= kMostFileBytes);
    const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    HUB_CHECK(archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK);
    HUB_CHECK(archive_write_data(writer.get(), content.data(), content.size()) ==
              static_cast<la_ssize_t>(content.size()));
  }
  HUB_CHECK(archive_write_close(writer.get()) == ARCHIVE_OK);
  return bytes;
}

std::optional<base::FolderBytes> files_in(std::string_view bytes) {
  base::FolderBytes files;
  const Archive reader(archive_read_new());
  if (!reader || archive_read_support_format_tar(reader.get()) != ARCHIVE_OK) return std::nullopt;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return std::nullopt;
  archive_entry* entry = nullptr;
  for (;;) {
    const int found = archive_read_next_header(reader.get(), &entry);
    if (found == ARCHIVE_EOF) break;
    if (found != ARCHIVE_OK || files.size() >= kMostFiles || !is_plain_file(entry)) return std::nullopt;
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr || !is_name(name) || files.contains(name)) return std::nullopt;
    std::string called = name;
    auto content = bytes_of_entry(reader.get());
    if (!content) return std::nullopt;
    files.emplace(std::move(called), *std::move(content));
  }
  if (files.empty()) return std::nullopt;
  return files;
}

}  // namespace hub::pack
