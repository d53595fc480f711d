// A prepared content folder as one item of the inbox: the files of one hub in it, as one archive.
#pragma once

#include <string>
#include <string_view>

#include "base/message.h"
#include "base/recording_reader.h"
#include "base/result.h"

namespace hub::desk {

// Its name among what came in.
inline constexpr const char* kContentFolderName = "content フォルダー";

// `files`: by path inside the content folder. Preconditions: they are a hub's own, as kind_of_file knows them, and keep
// pack/archive's limits.
std::string folder_bytes(const base::FolderBytes& files);
// Error: this is no such archive.
base::Result<base::FolderBytes> files_of_folder(std::string_view bytes);

// A file of it as staff know it: 2026年度の報告書, 拠点のことば, ふりがな.
base::Message name_of_content_file(const std::string& file);

}  // namespace hub::desk
