#include "config/paths.h"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/path.h"
#include "base/pinned_folder.h"
#include "content/json/diagnostic.h"

namespace hub::config {

namespace {

constexpr int kMinSide_px = 320;
constexpr int kMaxSide_px = 7680;

// The first folder that holds the file it must hold; the last when none does, so that its name is in the message.
std::string first_with(const base::FileReader& files, const std::string& file,
                       const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (files.exists(base::join(folder, file))) return folder;
  }
  return folders.back();
}

}  // namespace

std::string default_content_folder(const base::FileReader& files) {
  // A folder that is there is meant, also when something is missing in it: its faults are said, not passed over.
  if (files.exists("content")) return "content";
  return first_with(files, "common", {published_content_folder(), HUB_SHARE_DIR "/content"});
}

std::string published_content_folder() { return "/var/lib/hub-kiosk/content"; }

std::string strings_folder() { return HUB_SHARE_DIR "/assets/strings"; }

std::string editor_run_folder() { return "/run/hub-kiosk-edit"; }

std::string installed_config(const base::FileReader& files) {
  constexpr const char* kInstalled = "/etc/hub-kiosk/kiosk.json";
  return files.exists(kInstalled) ? kInstalled : "";
}

std::string state_folder(const Environment& variable) {
  const auto value = [&](const char* name) {
    const char* found = variable(name);
    return std::string(found == nullptr ? "" : found);
  };
  // systemd gives every folder of StateDirectory=, with colons between.
  const std::string given = value("STATE_DIRECTORY");
  if (!given.empty()) return given.substr(0, given.find(':'));
  // A relative path is to be ignored (XDG Base Directory Specification).
  const std::string state_home = value("XDG_STATE_HOME");
  if (state_home.starts_with('/')) return state_home + "/hub-kiosk";
  const std::string home = value("HOME");
  return home.empty() ? "" : home + "/.local/state/hub-kiosk";
}

ReadContent read_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                         const content::CanDraw& can_draw) {
  const std::string folder = content_folder.empty() ? default_content_folder(files) : content_folder;
  // A publishing between two files mixes nothing.
  const base::PinnedFolder still(files, folder);
  const base::RecordingReader read(still);
  ReadContent content;
  content.loaded = content::load(read, folder, strings_folder(), hub, can_draw);
  content.files = read.below(folder);
  base::Fingerprint of;
  of.add(content.files);
  for (const content::Diagnostic& one : content.loaded.diagnostics) of.add(describe(one, base::StaffLanguage::en));
  content.fingerprint = of.value();
  return content;
}

content::Loaded load_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                             const content::CanDraw& can_draw) {
  return read_content(files, content_folder, hub, can_draw).loaded;
}

content::LastGood last_good_of(const base::FileReader& files, const std::string& state_folder,
                               const std::string& content_folder) {
  std::string folder = content_folder.empty() ? default_content_folder(files) : content_folder;
  std::error_code unknown;  // where the process is
  const std::filesystem::path whole = std::filesystem::absolute(folder, unknown);
  if (!unknown) folder = whole.lexically_normal().string();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return content::LastGood({state_folder, std::move(folder), strings_folder()});
}

std::optional<base::Size> parse_size(std::string_view text) { return base::parse_size(text, kMinSide_px, kMaxSide_px); }

}  // namespace hub::config
