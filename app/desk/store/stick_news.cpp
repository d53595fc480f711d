#include "desk/store/stick_news.h"

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kFile = "stick.json";
constexpr const char* kStaged = "stick.json.new";
constexpr std::size_t kMostBytes = 64 << 10;

}  // namespace

std::optional<StickNews> stick_news(const base::SystemCalls& calls, const std::string& folder) {
  const auto inside = base::open_root(calls, folder, false);
  if (!inside) return std::nullopt;
  const auto bytes = base::read_file(calls, inside.value(), kFile, kMostBytes, base::join(folder, kFile));
  const auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_object()) return std::nullopt;
  StickNews news;
  news.at = text_of(*json, "at");
  if (const Json* items = member(*json, "items"); items && items->is_array()) {
    for (const Json& one : *items) news.items.push_back(one.is_string() ? one.get<std::string>() : "");
  }
  if (const Json* said = member(*json, "said"); said && said->is_array()) {
    for (const Json& one : *said) news.said.push_back({text_of(one, "ja"), text_of(one, "en")});
  }
  return news;
}

base::Status write_stick_news(const base::SystemCalls& calls, const std::string& folder, const StickNews& news) {
  const std::string path = base::join(folder, kFile);
  const auto inside = open_or_make_folder(calls, folder);
  if (!inside) return inside.error();
  Json json = {{"at", news.at}, {"items", news.items}, {"said", Json::array()}};
  for (const base::Message& one : news.said) json["said"].push_back({{"ja", one.ja}, {"en", one.en}});
  base::remove_tree(calls, inside.value(), kStaged);
  base::Status done = base::write_file(calls, inside.value(), kStaged, page_of(json), path);
  if (done) {
    const int renamed = calls.rename_at(inside.value().number(), kStaged, inside.value().number(), kFile);
    if (renamed == 0) return base::Done{};
    done = base::cannot_write(path, -renamed);
  }
  base::remove_tree(calls, inside.value(), kStaged);
  return done;
}

}  // namespace hub::desk
