#include "desk/store/version_pictures.h"

#include <algorithm>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/parse.h"
#include "base/path.h"
#include "desk/store/folders.h"

namespace hub::desk {

namespace {

constexpr const char* kPictures = "pictures";
constexpr const char* kEnding = ".ppm";
constexpr const char* kNew = "new";  // in the making

std::string name_of(int version) { return std::to_string(version) + kEnding; }

}  // namespace

std::string VersionPictures::pictures() const { return base::join(folder_, kPictures); }

std::string VersionPictures::path_of(int version) const { return base::join(pictures(), name_of(version)); }

bool VersionPictures::has(int version) const {
  const auto folder = base::open_root(*calls_, pictures(), false);
  struct stat status {};
  return folder && calls_->status_at(folder.value().number(), name_of(version), status) == 0;
}

base::Status VersionPictures::put(int version, std::string_view ppm, const std::vector<int>& kept) const {
  if (ppm.size() > kMostPictureBytes) return base::too_large(name_of(version), kMostPictureBytes);
  const auto folder = open_or_make_folder(*calls_, pictures());
  if (!folder) return folder.error();
  base::remove_tree(*calls_, folder.value(), kNew);
  if (auto done = base::write_file(*calls_, folder.value(), kNew, ppm, path_of(version)); !done) {
    base::remove_tree(*calls_, folder.value(), kNew);
    return done;
  }
  const int renamed = calls_->rename_at(folder.value().number(), kNew, folder.value().number(), name_of(version));
  if (renamed != 0) return base::cannot_write(path_of(version), -renamed);
  const auto entries = base::list_folder(*calls_, folder.value(), pictures());
  if (!entries) return base::Done{};
  for (const base::TreeEntry& entry : entries.value()) {
    const auto number = base::parse_number<int>(entry.name.substr(0, entry.name.find('.')));
    const bool stays = number && (*number == version || std::ranges::find(kept, *number) != kept.end());
    if (!stays) base::remove_tree(*calls_, folder.value(), entry.name);
  }
  return base::Done{};
}

}  // namespace hub::desk
