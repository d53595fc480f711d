#include "fleet/fleet.h"

#include <algorithm>
#include <tuple>

#include "base/folder_tree.h"
#include "desk/pack_making.h"

namespace hub::fleet {

namespace {

constexpr std::int64_t kDay_s = std::int64_t{24} * 3600;
constexpr std::size_t kMostStatuses = 10'000;

// What carriers bring once more, and what is for others, is refused in all peace.
bool is_trouble(const RefusedPack& one) { return one.what != "older" && one.what != "other-hub"; }

// A status that was read off a screen has not its words.
std::string words_of(const RefusedPack& one) {
  return one.said.empty() ? "「" + one.name + "」を受け取っていません（" + one.what + "）。" : one.said;
}

const RefusedPack* trouble_of(const ScreenStatus& status) {
  const auto found = std::ranges::find_if(status.refused, is_trouble);
  return found == status.refused.end() ? nullptr : &*found;
}

Health health_of(const Screen& screen) {
  const ScreenStatus& status = screen.seen.status;
  if (screen.silent_s >= kSilent_s) return Health::silent;
  if (std::max(status.serial, status.taken) < screen.newest || status.hub.empty()) return Health::behind;
  if (trouble_of(status) != nullptr) return Health::refusing;
  return status.wrong.empty() ? Health::well : Health::wrong;
}

int behind_by(const Screen& screen) {
  return std::max(0, screen.newest - std::max(screen.seen.status.serial, screen.seen.status.taken));
}

bool is_before(const Screen& a, const Screen& b) {
  const auto weight = [](const Screen& one) {
    const bool silent = one.health == Health::silent;
    return std::tuple(one.health, silent ? -one.silent_s : 0, -behind_by(one));
  };
  return std::tuple_cat(weight(a), std::tie(a.seen.status.screen)) <
         std::tuple_cat(weight(b), std::tie(b.seen.status.screen));
}

// Statuses of one screen that was given another hub, or whose file was copied.
std::vector<SeenStatus> newest_of_each(std::vector<SeenStatus> statuses) {
  std::ranges::stable_sort(statuses, [](const SeenStatus& a, const SeenStatus& b) {
    return std::tuple(a.status.screen, -a.seen_s) < std::tuple(b.status.screen, -b.seen_s);
  });
  const auto same = [](const SeenStatus& a, const SeenStatus& b) { return a.status.screen == b.status.screen; };
  statuses.erase(std::unique(statuses.begin(), statuses.end(), same), statuses.end());
  return statuses;
}

// `within`: the folder's name, with / at its end; empty: it is the one that was named.
void look_at(const base::SystemCalls& calls, const base::FileDescriptor& folder,
             const std::vector<base::TreeEntry>& entries, const std::string& within, FoundStatuses& found) {
  for (const base::TreeEntry& entry : entries) {
    if (entry.kind != base::TreeEntry::Kind::file || entry.name.starts_with('.')) continue;
    if (const std::string hub = desk::is_pack(entry.name) ? desk::hub_in_name(entry.name) : ""; !hub.empty()) {
      int& newest = found.newest[{hub, ""}];
      newest = std::max(newest, desk::serial_in_name(entry.name));
    }
    if (!entry.name.ends_with(".json")) continue;
    const auto bytes = base::read_file(calls, folder, entry.name, kMostStatusBytes, entry.name);
    auto status = bytes ? status_from(bytes.value().bytes) : std::nullopt;
    struct stat about {};
    // When it came here: its own time is the sender's, where a carrier keeps that.
    const bool told = status && calls.status_at(folder.number(), entry.name, about) == 0;
    if (told && found.statuses.size() < kMostStatuses) {
      found.statuses.push_back({*std::move(status), about.st_ctim.tv_sec});
    } else {
      found.passed_over.push_back(within + entry.name);
    }
  }
}

}  // namespace

base::Result<FoundStatuses> statuses_in(const base::SystemCalls& calls, const std::string& path) {
  FoundStatuses found;
  const auto folder = base::open_root(calls, path, true);
  if (!folder) return folder.error();
  const auto entries = base::list_folder(calls, folder.value(), path);
  if (!entries) return entries.error();
  look_at(calls, folder.value(), entries.value(), "", found);
  for (const base::TreeEntry& entry : entries.value()) {
    if (entry.kind != base::TreeEntry::Kind::folder || entry.name.starts_with('.')) continue;
    const auto inner = base::open_folder(calls, folder.value(), entry.name, entry.name);
    const auto inside = inner ? base::list_folder(calls, inner.value(), entry.name) : inner.error();
    if (inside) {
      look_at(calls, inner.value(), inside.value(), entry.name + "/", found);
    } else {
      found.passed_over.push_back(entry.name + "/");
    }
  }
  return found;
}

std::vector<Screen> ranked(std::vector<SeenStatus> statuses, std::int64_t now_s, NewestPacks newest) {
  statuses = newest_of_each(std::move(statuses));
  for (const SeenStatus& one : statuses) {
    int& known = newest[{one.status.hub, one.status.key}];
    known = std::max({known, one.status.serial, one.status.taken});
  }
  std::vector<Screen> screens;
  for (SeenStatus& one : statuses) {
    Screen screen;
    screen.silent_s = std::max<std::int64_t>(0, now_s - one.seen_s);
    screen.newest = newest[{one.status.hub, one.status.key}];
    // A pack's name does not say whose key signed it.
    if (const auto of_hub = newest.find({one.status.hub, ""}); of_hub != newest.end()) {
      screen.newest = std::max(screen.newest, of_hub->second);
    }
    screen.seen = std::move(one);
    screen.health = health_of(screen);
    screens.push_back(std::move(screen));
  }
  std::ranges::sort(screens, is_before);
  return screens;
}

bool is_refusing(const Screen& screen) { return trouble_of(screen.seen.status) != nullptr; }

std::string matter_of(const Screen& screen) {
  const ScreenStatus& status = screen.seen.status;
  switch (screen.health) {
    case Health::silent:
      return std::to_string(screen.silent_s / kDay_s) + " 日、連絡がありません。電源と、つながりを見てください。";
    case Health::behind: {
      if (status.hub.empty()) return "内容が映っていません。パックを届けてください。";
      std::string said = std::to_string(screen.newest) + " 番が、まだ映っていません。";
      if (const RefusedPack* trouble = trouble_of(status)) said += words_of(*trouble);
      return said;
    }
    case Health::refusing:
      return words_of(*trouble_of(status));
    case Health::wrong:
      return status.wrong.front() +
             (status.wrong.size() > 1 ? "ほか " + std::to_string(status.wrong.size() - 1) + " 件。" : "");
    case Health::well:
      break;
  }
  return {};
}

}  // namespace hub::fleet
