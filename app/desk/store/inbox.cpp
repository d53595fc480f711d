#include "desk/store/inbox.h"

#include <algorithm>
#include <cstdio>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "base/sha256.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"
#include "report/sandbox/read_document.h"

namespace hub::desk {

namespace {

constexpr const char* kAbout = "item.json";
constexpr const char* kBytes = "bytes";
constexpr const char* kNew = ".new";  // in the making
constexpr const char* kFolder = "content-folder";
constexpr std::size_t kMostAbout = 16 << 10;
constexpr const char* kWays[] = {"stick", "browser", "download", "command"};  // in the order of CameFrom

Json json_of(const base::Message& message) { return {{"ja", message.ja}, {"en", message.en}}; }

base::Message message_of(const Json& json, const char* key) {
  const Json* message = member(json, key);
  return message ? base::Message{text_of(*message, "ja"), text_of(*message, "en")} : base::Message{};
}

std::string about(const InboxItem& item) {
  Json json = {{"name", item.name},
               {"from", word_of(item.from)},
               {"at", item.at},
               {"bytes", item.bytes},
               {"sha256", item.sha256}};
  if (const auto& why = item.no_report) json["noReport"] = {{"what", json_of(why->what)}, {"do", json_of(why->remedy)}};
  if (item.kind == InboxItem::Kind::content_folder) json["kind"] = kFolder;
  return page_of(json);
}

std::optional<InboxItem> item_of(const std::string& id, std::string_view bytes) {
  const auto json = parsed(bytes);
  if (!json || !json->is_object()) return std::nullopt;
  InboxItem item{id,
                 name_alone(text_of(*json, "name")),
                 way_of(text_of(*json, "from")),
                 text_of(*json, "at"),
                 number_of<std::size_t>(*json, "bytes"),
                 text_of(*json, "sha256")};
  if (const Json* why = member(*json, "noReport")) {
    item.no_report = base::Error{message_of(*why, "what"), message_of(*why, "do")};
  }
  if (text_of(*json, "kind") == kFolder) item.kind = InboxItem::Kind::content_folder;
  return item;
}

base::Error empty_file(const std::string& name) {
  return {
      {"「" + name + "」は空のファイルです。", "\"" + name + "\" is an empty file."},
      {"もとのファイルを開いて、中身があるか確かめてください。", "Open the file, and see whether anything is in it."}};
}

}  // namespace

CameFrom way_of(std::string_view word) {
  const auto found = std::ranges::find(kWays, word);
  return found == std::end(kWays) ? CameFrom::command : static_cast<CameFrom>(found - kWays);
}

const char* word_of(CameFrom from) { return kWays[static_cast<std::size_t>(from)]; }

base::Result<base::FileDescriptor> Inbox::open_folder() const { return open_or_make_folder(*calls_, folder_); }

// What an interruption left behind.
void Inbox::sweep(const base::FileDescriptor& folder) const {
  const auto entries = base::list_folder(*calls_, folder, folder_);
  if (!entries) return;
  for (const base::TreeEntry& entry : entries.value()) {
    if (entry.name.ends_with(kNew)) base::remove_tree(*calls_, folder, entry.name);
  }
}

// Later than all that is there, also when the clock was set back.
std::string Inbox::free_id(base::LocalTime now, const std::string& last) const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(base::time_of_day(now)).count();
  const base::Date day = base::date_of(now);
  char moment[32];
  std::snprintf(moment, sizeof moment, "%04d%02u%02u-%02d%02d%02d-", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  const std::string prefix = std::max(std::string(moment), last.substr(0, last.find_last_of('-') + 1));
  for (int number = 1;; ++number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%03d", number);
    if (prefix + digits > last) return prefix + digits;
  }
}

// Its name goes first, so that an interruption leaves something that is swept.
int Inbox::drop(const base::FileDescriptor& folder, const std::string& id) const {
  calls_->rename_at(folder.number(), id, folder.number(), id + kNew);
  return base::remove_tree(*calls_, folder, id + kNew);
}

base::Result<InboxItem> Inbox::take(std::string_view bytes, std::string_view name, CameFrom from, base::LocalTime now,
                                    InboxItem::Kind kind) {
  InboxItem item{"", name_alone(name), from, minute_text(now), bytes.size(), base::sha256_text(bytes)};
  if (bytes.empty()) return empty_file(item.name);
  if (bytes.size() > kMostItemBytes) return base::too_large(item.name, kMostItemBytes);
  item.kind = kind;
  if (kind == InboxItem::Kind::file) item.no_report = report::wrong_kind_of_file(bytes);
  const auto same = [&](const InboxItem& other) { return other.sha256 == item.sha256 && other.name == item.name; };
  const std::vector<InboxItem> there = list();
  if (const auto found = std::ranges::find_if(there, same); found != there.end()) return *found;

  const auto folder = open_folder();
  if (!folder) return folder.error();
  sweep(folder.value());
  item.id = free_id(now, there.empty() ? "" : there.front().id);
  const std::string staged = item.id + kNew, path = base::join(folder_, item.id);
  const std::string described = about(item);
  const auto fill = [&]() -> base::Status {
    const auto made = base::make_folder(*calls_, folder.value(), staged, path);
    if (!made) return made.error();
    for (const auto& [file, content] : {std::pair<const char*, std::string_view>{kBytes, bytes}, {kAbout, described}}) {
      if (const auto done = base::write_file(*calls_, made.value(), file, content, base::join(path, file)); !done) {
        return done;
      }
    }
    if (const int failed = base::sync_folder(*calls_, made.value())) return base::cannot_write(path, failed);
    const int renamed = calls_->rename_at(folder.value().number(), staged, folder.value().number(), item.id);
    if (renamed != 0) return base::cannot_write(path, -renamed);
    return base::Done{};
  };
  if (const base::Status done = fill(); !done) {
    base::remove_tree(*calls_, folder.value(), staged);
    return done.error();
  }
  base::sync_folder(*calls_, folder.value());  // what a power cut takes from here on comes again
  for (std::size_t i = kMostInboxItems - 1; i < there.size(); ++i) drop(folder.value(), there[i].id);
  return item;
}

std::vector<InboxItem> Inbox::list() const {
  std::vector<InboxItem> items;
  const auto folder = base::open_root(*calls_, folder_, false);
  if (!folder) return items;
  const auto entries = base::list_folder(*calls_, folder.value(), folder_);
  if (!entries) return items;
  for (const base::TreeEntry& entry : entries.value()) {
    if (entry.kind != base::TreeEntry::Kind::folder || entry.name.ends_with(kNew)) continue;
    const std::string path = base::join(folder_, entry.name);
    const auto inside = base::open_folder(*calls_, folder.value(), entry.name, path);
    if (!inside) continue;
    const auto bytes = base::read_file(*calls_, inside.value(), kAbout, kMostAbout, path);
    if (!bytes) continue;
    if (auto item = item_of(entry.name, bytes.value().bytes)) items.push_back(*std::move(item));
  }
  std::ranges::reverse(items);
  return items;
}

std::optional<InboxItem> Inbox::find(const std::string& id) const {
  const std::vector<InboxItem> items = list();
  const auto found = std::ranges::find(items, id, &InboxItem::id);
  return found == items.end() ? std::nullopt : std::optional(*found);
}

base::Result<std::string> Inbox::read(const InboxItem& item) const {
  const std::string path = base::join(folder_, item.id);
  const auto folder = base::open_root(*calls_, path, false);
  if (!folder) return folder.error();
  auto read = base::read_file(*calls_, folder.value(), kBytes, kMostItemBytes, item.name);
  if (!read) return read.error();
  return std::move(read.value().bytes);
}

std::string Inbox::path_of(const InboxItem& item) const { return base::join(base::join(folder_, item.id), kBytes); }

base::Status Inbox::remove(const std::string& id) {
  if (!find(id)) return base::Done{};
  const auto folder = open_folder();
  if (!folder) return folder.error();
  if (const int failed = drop(folder.value(), id)) return base::cannot_write(base::join(folder_, id), failed);
  return base::Done{};
}

}  // namespace hub::desk
