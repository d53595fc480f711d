#include "web/door.h"

#include <algorithm>

#include "desk/store/folders.h"

namespace hub::web {

namespace {

// Digits and dots: nothing else becomes a name of this server.
bool is_address(std::string_view word) {
  return !word.empty() && word.size() <= 15 && word.find_first_not_of("0123456789.") == std::string_view::npos;
}

constexpr std::size_t kMostAddresses = 8;
constexpr std::size_t kClock = 11;  // of 2026-11-27T15:03

}  // namespace

Link parse_link(std::string_view lines) {
  Link link;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    const std::string_view says = line.substr(std::min(space + 1, line.size()));
    if (word == "address" && is_address(says) && link.addresses.size() < kMostAddresses) {
      link.addresses.emplace_back(says);
    }
    if (word == "network") link.network = says;
    if (word == "passphrase") link.passphrase = says;
    if (word == "trouble") link.trouble = says;
  }
  if (link.addresses.empty() && link.trouble.empty()) link.trouble = desk::kNoAddress;
  return link;
}

Door::Door(const base::SystemCalls& calls, const base::Clock& clock, Gate& gate, DoorSetup setup)
    : calls_(calls), clock_(clock), gate_(gate), setup_(std::move(setup)) {
  const std::string port = std::to_string(setup_.port);
  for (const std::string& address : setup_.link.addresses) {
    gate_.add_host(address + ":" + port);
    now_.addresses.push_back("http://" + address + ":" + port + "/");
  }
  now_.network = setup_.link.network;
  now_.passphrase = setup_.link.passphrase;
  now_.trouble = setup_.link.trouble;
}

bool Door::look() {
  const auto wish = desk::editor_wish(calls_, setup_.state_folder);
  if (!wish || wish->boot != setup_.boot) return false;
  desk::EditorNow now = now_;
  now.devices = gate_.devices();
  // Where nobody can come in there is no code to show, and one that lies about is one too many.
  const bool full = now.devices.size() >= kMostSessions;
  if (!now.trouble.empty() || full) {
    now.code.clear();
    now.code_until.clear();
  } else if (!gate_.is_code(now.code)) {
    now.code = gate_.new_code();
    const auto until = clock_.local() + std::chrono::duration_cast<base::LocalTime::duration>(kCodeLasts);
    now.code_until = desk::minute_text(until).substr(kClock);
  }
  if (told_ && now == now_) return true;
  now_ = std::move(now);
  told_ = desk::write_editor_now(calls_, setup_.run_folder, now_).ok();
  return true;
}

void Door::close() { desk::want_no_editor(calls_, setup_.state_folder); }

}  // namespace hub::web
