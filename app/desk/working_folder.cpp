#include "desk/working_folder.h"

#include <algorithm>
#include <filesystem>

#include "config/paths.h"

namespace hub::desk {

namespace {

namespace fs = std::filesystem;

// A folder of versions is what publishing makes beside what it publishes (base/versioned_folder.h).
bool is_published(const std::string& folder) {
  std::error_code unknown;  // what is not there is nothing that a kiosk reads
  const fs::path real = fs::weakly_canonical(folder, unknown);
  if (unknown) return false;
  const auto is_of_versions = [](const fs::path& part) {
    const std::string name = part.string();
    return name.starts_with('.') && name.ends_with(".versions");
  };
  if (std::ranges::any_of(real, is_of_versions)) return true;
  return real == fs::weakly_canonical(config::published_content_folder(), unknown);
}

}  // namespace

base::Result<std::string> working_content_folder(const base::FileReader& files, const std::string& named) {
  const std::string folder = named.empty() ? "content" : named;
  if (!files.exists(folder)) {
    if (!named.empty()) {
      return base::Error{{"「" + folder + "」というフォルダーがありません。何も書いていません。",
                          "There is no folder \"" + folder + "\". Nothing was written."},
                         {"--content の名前を確かめてください。", "See what --content names."}};
    }
    return base::Error{{"ここには content フォルダーがないので、何も書いていません。",
                        "There is no folder content here. Nothing was written."},
                       {"content フォルダーのあるところで打つか、--content で、直しているフォルダーを書いてください。",
                        "Go to where the folder content is, or name the folder that you work on with --content."}};
  }
  if (is_published(folder)) {
    return base::Error{
        {"「" + folder + "」はキオスクが映しているフォルダーなので、じかには書き入れません。何も書いていません。",
         "Kiosks show \"" + folder + "\": it is not written into. Nothing was written."},
        {"手もとの content フォルダーに入れて、hub-kiosk publish で公開してください。",
         "Write into a content folder of your own, and publish it with hub-kiosk publish."}};
  }
  return folder;
}

}  // namespace hub::desk
