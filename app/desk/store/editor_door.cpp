#include "desk/store/editor_door.h"

#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kWish = "edit-wanted";
constexpr const char* kNow = "now.json";
constexpr std::size_t kMostBytes = 16 << 10;

std::optional<Json> read(const base::SystemCalls& calls, const std::string& folder, const char* name) {
  const auto inside = base::open_root(calls, folder, false);
  if (!inside) return std::nullopt;
  const auto bytes = base::read_file(calls, inside.value(), name, kMostBytes, base::join(folder, name));
  auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_object()) return std::nullopt;
  return json;
}

base::Status write(const base::SystemCalls& calls, const std::string& folder, const char* name, const Json& json) {
  const auto inside = open_or_make_folder(calls, folder);
  if (!inside) return inside.error();
  return replace_file(calls, inside.value(), name, page_of(json), base::join(folder, name));
}

}  // namespace

std::string editor_wish_folder(const std::string& state_folder) { return base::join(state_folder, "desk"); }

std::optional<EditorWish> editor_wish(const base::SystemCalls& calls, const std::string& state_folder) {
  const auto json = read(calls, editor_wish_folder(state_folder), kWish);
  if (!json) return std::nullopt;
  return EditorWish{text_of(*json, "boot"), text_of(*json, "hub")};
}

base::Status want_editor(const base::SystemCalls& calls, const std::string& state_folder, const EditorWish& wish) {
  return write(calls, editor_wish_folder(state_folder), kWish, {{"boot", wish.boot}, {"hub", wish.hub}});
}

void want_no_editor(const base::SystemCalls& calls, const std::string& state_folder) {
  const auto inside = base::open_root(calls, editor_wish_folder(state_folder), false);
  if (inside) calls.remove_at(inside.value().number(), kWish);
}

std::optional<EditorNow> editor_now(const base::SystemCalls& calls, const std::string& run_folder) {
  const auto json = read(calls, run_folder, kNow);
  if (!json) return std::nullopt;
  EditorNow now;
  now.addresses = list_of<std::string>(*json, "addresses");
  now.code = text_of(*json, "code");
  now.code_until = text_of(*json, "until");
  now.devices = list_of<std::string>(*json, "devices");
  now.network = text_of(*json, "network");
  now.passphrase = text_of(*json, "passphrase");
  now.trouble = text_of(*json, "trouble");
  return now;
}

base::Status write_editor_now(const base::SystemCalls& calls, const std::string& run_folder, const EditorNow& now) {
  return write(calls, run_folder, kNow,
               {{"addresses", now.addresses},
                {"code", now.code},
                {"until", now.code_until},
                {"devices", now.devices},
                {"network", now.network},
                {"passphrase", now.passphrase},
                {"trouble", now.trouble}});
}

}  // namespace hub::desk
