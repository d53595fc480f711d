#include "fleet/sending.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "base/file_errors.h"
#include "base/files.h"
#include "base/folder_tree.h"
#include "base/parse.h"
#include "base/path.h"
#include "base/pinned_folder.h"
#include "base/system_message.h"
#include "desk/pack_making.h"
#include "desk/store/folders.h"
#include "pack/pack.h"

namespace hub::fleet {

namespace {

constexpr std::chrono::milliseconds kLook{100};
constexpr int kMostLooks = 300;  // at the folder that somebody else sends into: as many packs as a stick has

using base::Error;
using base::FileDescriptor;
using base::SystemCalls;

// A page shows no paths, and where one stands tells staff to ask somebody else: so none does.
Error no_key(const base::Message& why) {
  return {{"署名に使う鍵を開けないので、画面に送れません（" + why.ja + "）。",
           "The key that signs cannot be opened, so nothing can be sent: " + why.en + "."},
          {"鍵のファイルを元のところに戻してから、もう一度送ってください。",
           "Put the key's file back where it was, then send it again."}};
}

Error other_key() {
  return {{"鍵のファイルが、この編集の画面を始めたときのものではないので、画面に送っていません。",
           "The key's file is another one than when this program began: nothing was sent."},
          {"編集の画面を終えて、始めなおしてください。", "End the editor, and begin it again."}};
}

Error no_packs(int error_number) {
  const base::Message why = base::system_message(error_number);
  return {{"パックを置くフォルダーを開けないので、画面に送れません（" + why.ja + "）。",
           "The folder for packs cannot be opened, so nothing can be sent: " + why.en + "."},
          {"サーバーやフォルダーにつながっているか見てから、もう一度送ってください。",
           "See whether the server or the folder is connected, then send it again."}};
}

Error no_statuses(const base::Message& why) {
  return {{"画面の知らせのフォルダーを開けないので、どの画面に届いたか分からず、次の番号も決められません（" + why.ja +
               "）。",
           "The folder of screens' statuses cannot be opened, so the next number is not known: " + why.en + "."},
          {"サーバーやフォルダーにつながっているか見てから、もう一度送ってください。",
           "See whether the server or the folder is connected, then send it again."}};
}

Error somebody_else() {
  return {{"ほかの人が、いま、同じところから画面に送っています。", "Somebody else is sending from here."},
          {"少し待ってから、もう一度送ってください。", "Send it again in a moment."}};
}

Error no_number_left() {
  return {{"パックの番号を使いきりました。", "There are no serials left."},
          {"パックのフォルダーに、まちがって大きな番号を付けたパックがあれば、出してから、もう一度送ってください。",
           "If a pack has so great a number by mistake, take it out of the folder, then send it again."}};
}

Error not_believed(const std::string& screen, int serial, const std::string& hub) {
  const std::string number = std::to_string(serial), name = desk::name_of_pack(hub, serial);
  return {
      {"画面「" + screen + "」が、ここにない " + number +
           " 番を知っていると知らせています。まちがいか、いたずらかもしれないので、送っていません。",
       "The screen \"" + screen + "\" says that it knows number " + number + ", which is not here. Nothing was sent."},
      {"ほんとうに送った番号なら、そのパック（" + name +
           "）を、パックのフォルダーに戻してください。そうでなければ、この画面の知らせのファイルを消してください。",
       "If it was sent, put that pack (" + name + ") back among the others; else remove that screen's status."}};
}

base::Message without_stop(base::Message sentence) {
  constexpr std::string_view kStop = "。";
  if (sentence.ja.ends_with(kStop)) sentence.ja.resize(sentence.ja.size() - kStop.size());
  if (sentence.en.ends_with('.')) sentence.en.pop_back();
  return sentence;
}

base::Result<std::string> key_file(const SystemCalls& calls, const SendingPlace& place) {
  const FileDescriptor there(calls, calls.open_at(base::kHere, place.key_file, O_RDONLY | O_NONBLOCK));
  if (!there.open()) return no_key(base::system_message(-there.number()));
  auto file = base::DiskFiles().read(place.key_file, pack::kMostKeyFileBytes);
  if (!file) return no_key({"鍵のファイルではありません", "it is no file of a key"});
  return file;
}

base::Result<pack::SecretKey> key_of(const SystemCalls& calls, const SendingPlace& place, std::string_view password) {
  const auto file = key_file(calls, place);
  if (!file) return file.error();
  auto key = pack::SecretKey::from_file(file.value(), password);
  if (!key) return no_key(without_stop(key.error().what));
  if (key.value().public_key() != place.key) return other_key();
  return key;
}

base::Result<FileDescriptor> packs_folder(const SystemCalls& calls, const SendingPlace& place) {
  FileDescriptor folder(calls, calls.open_at(base::kHere, place.packs_folder, O_RDONLY | O_DIRECTORY));
  if (!folder.open()) return no_packs(-folder.number());
  return folder;
}

// 0 or an errno.
int statuses_fault(const SystemCalls& calls, const SendingPlace& place) {
  const FileDescriptor folder(calls, calls.open_at(base::kHere, place.statuses_folder, O_RDONLY | O_DIRECTORY));
  return folder.open() ? 0 : -folder.number();
}

base::Result<base::FolderBytes> files_of(const std::string& content_folder, const std::string& hub) {
  const base::DiskFiles disk;
  return desk::files_for_pack(base::PinnedFolder(disk, content_folder), content_folder, hub);
}

std::string carried_name(const std::string& hub) { return hub + ".hubpack"; }

// What a pack says of itself, by its first bytes: a folder holds many.
std::optional<pack::Label> label_of(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name) {
  const FileDescriptor file(calls, calls.open_at(folder.number(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (!file.open()) return std::nullopt;
  std::string head(pack::kMostHeadBytes, '\0');
  std::size_t filled = 0;
  while (filled < head.size()) {
    const ssize_t got = calls.read(file.number(), head.data() + filled, head.size() - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  head.resize(filled);
  return pack::label_unverified(head);
}

struct NewestPack {
  int serial = 0;    // of all packs of the hub, by their names and by what they say of themselves; 0: there are none
  std::string name;  // of the file that is called after it; empty: none is
};

base::Result<NewestPack> newest_of(const SystemCalls& calls, const FileDescriptor& folder, const SendingPlace& place,
                                   const std::string& hub) {
  const auto entries = base::list_folder(calls, folder, place.packs_folder);
  if (!entries) return entries.error();
  NewestPack newest;
  for (const base::TreeEntry& entry : entries.value()) {
    const bool may_be = entry.kind == base::TreeEntry::Kind::file && !entry.name.starts_with('.');
    if (!may_be || !desk::is_pack(entry.name)) continue;
    const int named = desk::hub_in_name(entry.name) == hub ? desk::serial_in_name(entry.name) : 0;
    const auto label = label_of(calls, folder, entry.name);
    const int serial = std::max(named, label && label->hub == hub ? label->serial : 0);
    if (serial == 0) continue;
    if (serial > newest.serial) newest = {serial, ""};
    if (serial == newest.serial && named == serial) newest.name = entry.name;
  }
  return newest;
}

// The bytes of the newest pack, where it is signed with this key and says just that.
std::optional<std::string> newest_that_says(const SystemCalls& calls, const FileDescriptor& folder,
                                            const SendingPlace& place, const NewestPack& newest,
                                            const base::FolderBytes& files) {
  if (newest.name.empty()) return std::nullopt;
  auto bytes = base::read_file(calls, folder, newest.name, pack::kMostPackBytes, newest.name);
  if (!bytes) return std::nullopt;
  const auto opened = pack::open_pack(bytes.value().bytes, newest.name, {{place.key, ""}});
  const auto* pack = std::get_if<pack::Pack>(&opened);
  const bool says = pack != nullptr && pack->label.serial == newest.serial && pack->files == files;
  return says ? std::optional(std::move(bytes.value().bytes)) : std::nullopt;
}

bool is_carried(const SystemCalls& calls, const FileDescriptor& folder, const std::string& hub,
                const std::string& bytes) {
  const std::string name = carried_name(hub);
  const auto there = base::read_file(calls, folder, name, pack::kMostPackBytes, name);
  return there && there.value().bytes == bytes;
}

// What a screen has heard of. What was refused for being another hub's is not of this one's serials.
int serial_of(const ScreenStatus& status) {
  int most = std::max(status.serial, status.taken);
  for (const RefusedPack& one : status.refused) {
    if (one.what != "other-hub") most = std::max(most, one.serial);
  }
  return most;
}

// The greatest that is used up. Error: it cannot be known, or a screen says what cannot be.
base::Result<int> newest_said(const SystemCalls& calls, const SendingPlace& place, const std::string& hub, int newest) {
  if (place.statuses_folder.empty()) return newest;
  if (const int fault = statuses_fault(calls, place)) return no_statuses(base::system_message(fault));
  const auto found = statuses_in(calls, place.statuses_folder);
  if (!found) return found.error();
  int most = newest;
  for (const SeenStatus& one : found.value().statuses) {
    if (one.status.hub != hub) continue;
    const int said = serial_of(one.status);
    if (said - newest > kMostLeap) return not_believed(one.status.screen, said, hub);
    most = std::max(most, said);
  }
  return most;
}

// What somebody who was interrupted has left of this hub's.
void sweep(const SystemCalls& calls, const FileDescriptor& folder, const std::string& hub) {
  std::vector<std::string> names;
  if (calls.names(folder.number(), names) != 0) return;
  for (const std::string& name : names) {
    if (!name.ends_with(desk::kInTheMaking)) continue;
    const std::string of = name.substr(0, name.size() - std::string_view(desk::kInTheMaking).size());
    const bool ours = of == carried_name(hub) || (desk::is_pack(of) && desk::hub_in_name(of) == hub);
    if (ours) calls.remove_at(folder.number(), name);
  }
}

// Nobody else sends into it until it is closed. There is no file for that: carriers would bring it to the screens.
base::Status lock(const SystemCalls& calls, const FileDescriptor& folder) {
  for (int i = 0; i < kMostLooks; ++i) {
    const int locked = calls.lock(folder.number());
    if (locked == 0) return base::Done{};
    if (locked != -EWOULDBLOCK && locked != -EINTR) return no_packs(-locked);
    std::this_thread::sleep_for(kLook);
  }
  return somebody_else();
}

// A serial is used up for good: its name is on the disk before anything else is there.
base::Status put_numbered(const SystemCalls& calls, const FileDescriptor& folder, const SendingPlace& place,
                          const std::string& name, const std::string& bytes) {
  const std::string path = base::join(place.packs_folder, name);
  if (auto done = desk::replace_file(calls, folder, name, bytes, path); !done) return done;
  if (const int failed = base::sync_folder(calls, folder)) return base::cannot_write(path, failed);
  return base::Done{};
}

// From its new name on it is sent: what a power cut takes back of that is seen, and sent again.
base::Status put_carried(const SystemCalls& calls, const FileDescriptor& folder, const SendingPlace& place,
                         const std::string& hub, const std::string& bytes) {
  const std::string name = carried_name(hub);
  auto done = desk::replace_file(calls, folder, name, bytes, base::join(place.packs_folder, name));
  if (done) base::sync_folder(calls, folder);
  return done;
}

}  // namespace

base::Result<int> send_pack(const SystemCalls& calls, const base::Clock& clock, const SendingPlace& place,
                            std::string_view password, const std::string& content_folder, const std::string& hub,
                            bool anew) {
  const auto key = key_of(calls, place, password);
  if (!key) return key.error();
  const auto files = files_of(content_folder, hub);
  if (!files) return files.error();
  const auto folder = packs_folder(calls, place);
  if (!folder) return folder.error();
  if (auto locked = lock(calls, folder.value()); !locked) return locked.error();
  sweep(calls, folder.value(), hub);
  const auto newest = newest_of(calls, folder.value(), place, hub);
  if (!newest) return newest.error();
  const auto used = newest_said(calls, place, hub, newest.value().serial);
  if (!used) return used.error();
  if (used.value() == newest.value().serial) {
    const auto there = newest_that_says(calls, folder.value(), place, newest.value(), files.value());
    const bool carried = there && is_carried(calls, folder.value(), hub, *there);
    if (there && !carried) {
      if (auto done = put_carried(calls, folder.value(), place, hub, *there); !done) return done.error();
    }
    if (there && (!carried || !anew)) return used;
  }
  if (used.value() >= pack::kMostSerial) return no_number_left();
  const int serial = used.value() + 1;
  const auto bytes =
      pack::made_pack({hub, serial, base::iso_text(clock.today()), place.from}, files.value(), key.value());
  if (!bytes) return bytes.error();
  auto done = put_numbered(calls, folder.value(), place, desk::name_of_pack(hub, serial), bytes.value());
  if (done) done = put_carried(calls, folder.value(), place, hub, bytes.value());
  if (!done) return done.error();
  return serial;
}

std::vector<Error> faults_of(const SystemCalls& calls, const SendingPlace& place) {
  std::vector<Error> faults;
  const auto file = key_file(calls, place);
  if (!file) {
    faults.push_back(file.error());
  } else if (!pack::is_secret_key(file.value())) {
    faults.push_back(no_key(without_stop(pack::SecretKey::from_file(file.value(), "").error().what)));
  }
  const auto folder = packs_folder(calls, place);
  if (!folder) faults.push_back(folder.error());
  const int fault = place.statuses_folder.empty() ? 0 : statuses_fault(calls, place);
  if (fault != 0) faults.push_back(no_statuses(base::system_message(fault)));
  return faults;
}

// A screen that has taken something newer of this key will not take it. What is not believed decides nothing here
// either.
bool has_newer(const Screen& screen, const SendingPlace& place, int newest) {
  const ScreenStatus& status = screen.seen.status;
  const int taken = std::max(status.serial, status.taken);
  return status.key == pack::text_of(place.key.id) && taken > newest && taken - newest <= kMostLeap;
}

Outgoing outgoing_of(const SystemCalls& calls, const SendingPlace& place, const std::string& content_folder,
                     const std::string& hub, std::int64_t now_s) {
  Outgoing all;
  all.faults = faults_of(calls, place);
  const auto folder = packs_folder(calls, place);
  const auto newest = folder ? newest_of(calls, folder.value(), place, hub) : folder.error();
  if (newest) {
    all.newest = newest.value().serial;
    const auto files = files_of(content_folder, hub);
    const auto there =
        files ? newest_that_says(calls, folder.value(), place, newest.value(), files.value()) : std::nullopt;
    all.is_sent = there && is_carried(calls, folder.value(), hub, *there);
  }
  if (place.statuses_folder.empty()) return all;
  auto found = statuses_in(calls, place.statuses_folder);
  if (!found) return all;
  all.heard = true;
  all.screens = ranked(std::move(found.value().statuses), now_s, {{{hub, ""}, all.newest}});
  std::erase_if(all.screens, [&](const Screen& one) { return one.seen.status.hub != hub; });
  const auto newer = [&](const Screen& one) { return has_newer(one, place, all.newest); };
  all.is_sent = all.is_sent && std::ranges::none_of(all.screens, newer);
  return all;
}

bool has_newest(const Screen& screen) {
  return std::max(screen.seen.status.serial, screen.seen.status.taken) >= screen.newest && screen.newest > 0;
}

std::string said_of(const Screen& screen) {
  const std::string matter = matter_of(screen);
  if (!has_newest(screen) || screen.health == Health::silent) return matter;
  const bool shows = screen.seen.status.serial >= screen.newest;
  return (shows ? "映っています。" : "受け取りましたが、いまは、その画面で選んだ別の内容です。") + matter;
}

}  // namespace hub::fleet
