// How the panel and the editor in a browser, two processes of one user, find each other on a kiosk:
//
//   <state>/desk/edit-wanted     staff want the editor; systemd starts it when this file appears, and it ends when the
//                                file goes. Who ends takes it away.
//   <run>/now.json               what the panel shows of it, as long as it runs (systemd's RuntimeDirectory=)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

struct EditorWish {
  std::string boot;  // which switching-on of the machine it is of; a wish of an earlier one is none
  std::string hub;   // that is opened first
};
std::optional<EditorWish> editor_wish(const base::SystemCalls& calls, const std::string& state_folder);
base::Status want_editor(const base::SystemCalls& calls, const std::string& state_folder, const EditorWish& wish);
void want_no_editor(const base::SystemCalls& calls, const std::string& state_folder);
// Where a wish appears and goes.
std::string editor_wish_folder(const std::string& state_folder);

// Why nobody can reach it, in a word of the program that makes the link (packaging/edit-link).
inline constexpr const char* kNoAddress = "no-address";  // no network that it could be reached by
inline constexpr const char* kNoManager = "no-manager";  // no NetworkManager, which makes hotspot and cable
inline constexpr const char* kNoDevice = "no-device";    // no Wi-Fi, or no socket for a cable
inline constexpr const char* kNoLink = "no-link";        // the device did not do it

struct EditorNow {
  std::vector<std::string> addresses;  // http://192.168.1.20:8137/
  std::string code;                    // that opens it once; empty: no one can come in at the moment
  std::string code_until;              // 14:32
  std::vector<std::string> devices;    // that have it open, in words
  std::string network;                 // of a hotspot; empty: there is none
  std::string passphrase;
  std::string trouble;  // empty: it can be reached
  bool operator==(const EditorNow&) const = default;
};
// Nothing: it does not run.
std::optional<EditorNow> editor_now(const base::SystemCalls& calls, const std::string& run_folder);
base::Status write_editor_now(const base::SystemCalls& calls, const std::string& run_folder, const EditorNow& now);

}  // namespace hub::desk
