#include "kiosk/kept_lock.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/parse.h"
#include "base/path.h"

namespace hub::kiosk {

namespace {

using std::chrono::milliseconds;
using Kind = base::FileEntry::Kind;

constexpr const char* kFile = "staff-lock";
constexpr std::size_t kMaxBytes = 256;
constexpr const char* kBootIdFile = "/proc/sys/kernel/random/boot_id";

// One line: how many wrong ones, the wait that was left, when that was written, and in which boot. Milliseconds.
struct Written {
  int wrong_tries = 0;
  std::int64_t wait_ms = 0;
  std::int64_t at_ms = 0;
  std::string_view boot_id;
};

std::optional<Written> parse(std::string_view line) {
  const auto number = [&]<class Number>(Number) -> std::optional<Number> {
    const std::optional<Number> value = base::take_number<Number>(line);
    if (!value || *value < 0 || !line.starts_with(' ')) return std::nullopt;
    line.remove_prefix(1);
    return value;
  };
  const auto tries = number(0);
  const auto wait = number(std::int64_t{0});
  const auto at = number(std::int64_t{0});
  if (!tries || !wait || !at || !line.ends_with('\n')) return std::nullopt;
  line.remove_suffix(1);
  return Written{*tries, *wait, *at, line};
}

std::int64_t whole_ms(std::chrono::nanoseconds time) { return std::chrono::ceil<milliseconds>(time).count(); }

std::int64_t longest_wait_ms() { return whole_ms(base::nanoseconds_of(ui::longest_wait())); }

// What is left of it now.
std::int64_t left_ms(const Written& written, const BootTime& time) {
  const std::int64_t wait_ms = std::min(written.wait_ms, longest_wait_ms());
  const std::int64_t now_ms = std::chrono::floor<milliseconds>(time.now.time_since_epoch()).count();
  const bool same_boot = !time.boot_id.empty() && written.boot_id == time.boot_id && written.at_ms <= now_ms;
  return same_boot ? std::max<std::int64_t>(0, wait_ms - (now_ms - written.at_ms)) : wait_ms;
}

// What stands in the folder under that name. Listed, since who asks whether it exists asks where a link leads.
std::optional<Kind> kind_in(const base::FileReader& files, const std::string& state_folder) {
  const auto entries = files.list(state_folder);
  if (!entries) return std::nullopt;
  const auto found = std::ranges::find(entries.value(), kFile, &base::FileEntry::name);
  return found == entries.value().end() ? std::nullopt : std::optional(found->kind);
}

KeptLock longest(const BootTime& time, base::Error why) {
  KeptLock kept;
  kept.lock.wrong_tries = ui::kMostTries;
  kept.lock.locked_until = time.now + base::nanoseconds_of(ui::longest_wait());
  kept.complaints.push_back(std::move(why));
  return kept;
}

base::Error nonsense(const std::string& path) {
  return {{"暗証番号のまちがいの記録「" + path + "」が読めません。15 分待つと、番号を入れられます。",
           "What was kept of wrong PINs, \"" + path + "\", cannot be read. The pad waits for 15 minutes."},
          {"正しい番号を入れると、記録は作りなおされます。くり返し出るときは、SD カードを確かめてください。",
           "The right PIN writes it anew. If this comes again, check the SD card."}};
}

}  // namespace

KeptLock kept_lock(const base::FileReader& files, const std::string& state_folder, const BootTime& time) {
  const std::optional<Kind> kind = state_folder.empty() ? std::nullopt : kind_in(files, state_folder);
  if (!kind) return {};
  const std::string path = base::join(state_folder, kFile);
  const base::Result<std::string> read = files.read(path, kMaxBytes);
  const std::optional<Written> written = read && *kind == Kind::file ? parse(read.value()) : std::nullopt;
  if (!written) return longest(time, nonsense(path));
  KeptLock kept;
  kept.lock.wrong_tries = std::min(written->wrong_tries, ui::kMostTries);
  const std::int64_t left = left_ms(*written, time);
  if (left > 0) kept.lock.locked_until = time.now + milliseconds(left);
  return kept;
}

base::Status keep_lock(base::FileWriter& files, const std::string& state_folder, const ui::StaffLock& lock,
                       const BootTime& time) {
  if (state_folder.empty()) return base::Done{};
  if (const base::Status made = files.make_folder(state_folder); !made) return made;
  const base::Instant now = std::chrono::ceil<milliseconds>(time.now);
  const std::int64_t left = lock.locked_until ? std::max<std::int64_t>(0, whole_ms(*lock.locked_until - time.now)) : 0;
  return files.write(base::join(state_folder, kFile), std::to_string(lock.wrong_tries) + " " + std::to_string(left) +
                                                          " " + std::to_string(whole_ms(now.time_since_epoch())) + " " +
                                                          time.boot_id + "\n");
}

std::string boot_id(const base::FileReader& files, const char* variable) {
  if (variable != nullptr) return variable;
  const base::Result<std::string> read = files.read(kBootIdFile, kMaxBytes);
  return read ? read.value().substr(0, read.value().find('\n')) : "";
}

}  // namespace hub::kiosk
