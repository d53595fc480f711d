#include "config/hub_choice.h"

#include <algorithm>

namespace hub::config {

namespace {

constexpr std::size_t kMaxBytes = 256;

std::string file_in(const std::string& state_folder) { return state_folder + "/hub"; }

base::Error nowhere() {
  return {{"選んだ拠点を書き込む場所がありません。", "There is no place to keep the chosen hub."},
          {"環境変数 STATE_DIRECTORY か HOME を設定してください。",
           "Set the environment variable STATE_DIRECTORY or HOME."}};
}

base::Error gone(const std::string& id) {
  return {{"スタッフが選んだ拠点「" + id + "」は、もうありません。設定ファイルの拠点を使います。",
           "The hub that staff chose, \"" + id + "\", is not there any more: the configuration's is used."},
          {"スタッフ用の画面で、拠点を選びなおしてください。", "Choose a hub again in the staff panel."}};
}

}  // namespace

KeptHub kept_hub(const base::FileReader& files, const std::string& state_folder, const std::vector<std::string>& hubs) {
  const std::string path = file_in(state_folder);
  if (state_folder.empty() || !files.exists(path)) return {};
  const base::Result<std::string> read = files.read(path, kMaxBytes);
  if (!read) return {"", {read.error()}};
  const std::string id = read.value().substr(0, read.value().find_first_of("\r\n"));
  if (std::ranges::find(hubs, id) == hubs.end()) return {"", {gone(id)}};
  return {id, {}};
}

base::Status keep_hub(base::FileWriter& files, const std::string& state_folder, const std::string& id) {
  if (state_folder.empty()) return nowhere();
  if (const base::Status made = files.make_folder(state_folder); !made) return made;
  return files.write(file_in(state_folder), id + "\n");
}

}  // namespace hub::config
