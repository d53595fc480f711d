#include "desk/store/pack_news.h"

#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kFile = "packs.json";
constexpr std::size_t kMostBytes = 64 << 10;

Json json_of(const base::Message& message) { return {{"ja", message.ja}, {"en", message.en}}; }

base::Message message_of(const Json& json, const char* key) {
  const Json* message = member(json, key);
  return message ? base::Message{text_of(*message, "ja"), text_of(*message, "en")} : base::Message{};
}

Json json_of(const PackNews& one) {
  return {{"item", one.item}, {"name", one.name},     {"from", word_of(one.from)}, {"at", one.at},
          {"what", one.what}, {"serial", one.serial}, {"said", json_of(one.said)}, {"remedy", json_of(one.remedy)}};
}

PackNews news_of(const Json& json) {
  return {text_of(json, "item"),    text_of(json, "name"),     way_of(text_of(json, "from")),
          text_of(json, "at"),      text_of(json, "what"),     number_of<int>(json, "serial"),
          message_of(json, "said"), message_of(json, "remedy")};
}

}  // namespace

std::string to_json(const PackNews& news) {
  return page_of({{"name", news.name},
                  {"from", word_of(news.from)},
                  {"at", news.at},
                  {"what", news.what},
                  {"serial", news.serial},
                  {"said", news.said.ja},
                  {"remedy", news.remedy.ja}});
}

std::vector<PackNews> pack_news(const base::SystemCalls& calls, const std::string& folder) {
  std::vector<PackNews> all;
  const auto inside = base::open_root(calls, folder, false);
  if (!inside) return all;
  const auto bytes = base::read_file(calls, inside.value(), kFile, kMostBytes, base::join(folder, kFile));
  const auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_array()) return all;
  for (const Json& one : *json) {
    if (all.size() < kMostPackNews && !text_of(one, "what").empty()) all.push_back(news_of(one));
  }
  return all;
}

base::Status add_pack_news(const base::SystemCalls& calls, const std::string& folder, const PackNews& news) {
  const auto inside = open_or_make_folder(calls, folder);
  if (!inside) return inside.error();
  Json all = Json::array({json_of(news)});
  for (const PackNews& one : pack_news(calls, folder)) {
    if (one.item != news.item && all.size() < kMostPackNews) all.push_back(json_of(one));
  }
  return replace_file(calls, inside.value(), kFile, page_of(all), base::join(folder, kFile));
}

}  // namespace hub::desk
