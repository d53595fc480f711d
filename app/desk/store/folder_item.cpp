#include "desk/store/folder_item.h"

#include "pack/archive.h"

namespace hub::desk {

std::string folder_bytes(const base::FolderBytes& files) { return pack::archive_of(files); }

base::Result<base::FolderBytes> files_of_folder(std::string_view bytes) {
  auto files = pack::files_in(bytes);
  if (files) return *std::move(files);
  return base::Error{{"受け取った content フォルダーが壊れていて、読めません。", "The content folder is damaged."},
                     {"USB メモリーを差しなおして、もう一度選んでください。", "Plug the stick in again."}};
}

base::Message name_of_content_file(const std::string& file) {
  const std::string name = file.substr(file.find_last_of('/') + 1);
  if (name == "hub.json") return {"拠点のことば（hub）", "hub.json"};
  if (name == "readings.json") return {"ふりがな（readings）", "readings.json"};
  return {name.substr(0, name.find('.')) + "年度の報告書", name};
}

}  // namespace hub::desk
