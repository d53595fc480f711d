#include "desk/store/stick_news.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kFile = "stick.json";
constexpr std::size_t kMostBytes = 64 << 10;

template <class T, class Same>
void add(std::vector<T>& to, const std::vector<T>& more, Same same) {
  for (const T& one : more) {
    if (std::ranges::none_of(to, [&](const T& other) { return same(one, other); })) to.push_back(one);
  }
}

// Beside what did come, it is of the rest of the stick.
void add_said(std::vector<base::Message>& to, const std::vector<base::Message>& more, bool is_rest) {
  std::vector<base::Message> worded = more;
  for (base::Message& one : worded) {
    if (!is_rest) break;
    one = {"この USB メモリーの、ほかの区画について: " + one.ja, "Of another partition of this stick: " + one.en};
  }
  add(to, worded, [](const base::Message& one, const base::Message& other) { return one.ja == other.ja; });
}

}  // namespace

StickNews together(const StickNews& before, StickNews now) {
  if (now.stick.empty() || before.stick != now.stick) return now;
  const bool now_first = before.items.empty() && !now.items.empty();
  const StickNews& first = now_first ? now : before;
  const StickNews& second = now_first ? before : now;
  StickNews both{now.at, first.items, first.said, now.stick};
  add(both.items, second.items, std::equal_to<>());
  add_said(both.said, second.said, !first.items.empty() && second.items.empty());
  return both;
}

std::optional<StickNews> stick_news(const base::SystemCalls& calls, const std::string& folder) {
  const auto inside = base::open_root(calls, folder, false);
  if (!inside) return std::nullopt;
  const auto bytes = base::read_file(calls, inside.value(), kFile, kMostBytes, base::join(folder, kFile));
  const auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_object()) return std::nullopt;
  StickNews news;
  news.at = text_of(*json, "at");
  news.stick = text_of(*json, "stick");
  if (const Json* items = member(*json, "items"); items && items->is_array()) {
    for (const Json& one : *items) news.items.push_back(one.is_string() ? one.get<std::string>() : "");
  }
  if (const Json* said = member(*json, "said"); said && said->is_array()) {
    for (const Json& one : *said) news.said.push_back({text_of(one, "ja"), text_of(one, "en")});
  }
  return news;
}

base::Status write_stick_news(const base::SystemCalls& calls, const std::string& folder, const StickNews& of_now) {
  const auto before = stick_news(calls, folder);
  const StickNews news = before ? together(*before, of_now) : of_now;
  const std::string path = base::join(folder, kFile);
  const auto inside = open_or_make_folder(calls, folder);
  if (!inside) return inside.error();
  Json json = {{"at", news.at}, {"items", news.items}, {"said", Json::array()}, {"stick", news.stick}};
  for (const base::Message& one : news.said) json["said"].push_back({{"ja", one.ja}, {"en", one.en}});
  return replace_file(calls, inside.value(), kFile, page_of(json), path);
}

}  // namespace hub::desk
