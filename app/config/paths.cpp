#include "config/paths.h"

#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

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
    if (files.exists(folder + "/" + file)) return folder;
  }
  return folders.back();
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc{} || stop != end || value < 0) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string default_content_folder(const base::FileReader& files) {
  // A folder that is there is meant, also when something is missing in it: its faults are said, not passed over.
  if (files.exists("content")) return "content";
  return first_with(files, "common", {"/var/lib/hub-kiosk/content", HUB_SHARE_DIR "/content"});
}

std::string strings_folder() { return HUB_SHARE_DIR "/assets/strings"; }

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

ReadContent read_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub) {
  const std::string folder = content_folder.empty() ? default_content_folder(files) : content_folder;
  // A publishing between two files mixes nothing.
  const base::PinnedFolder still(files, folder);
  const base::RecordingReader read(still);
  ReadContent content;
  content.loaded = content::load(read, folder, strings_folder(), hub);
  content.files = read.below(folder);
  base::Fingerprint of;
  of.add(content.files);
  for (const content::Diagnostic& one : content.loaded.diagnostics) of.add(describe(one, base::StaffLanguage::en));
  content.fingerprint = of.value();
  return content;
}

content::Loaded load_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub) {
  return read_content(files, content_folder, hub).loaded;
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

std::optional<SizePx> parse_size(const std::string& text) {
  const auto parts = split(text, 'x');
  if (parts.size() != 2) return std::nullopt;
  const auto width = number(parts[0]);
  const auto height = number(parts[1]);
  const auto fits = [](const std::optional<int>& side) { return side && *side >= kMinSide_px && *side <= kMaxSide_px; };
  if (!fits(width) || !fits(height)) return std::nullopt;
  return SizePx{*width, *height};
}

std::optional<base::Date> parse_date(const std::string& text) {
  const auto parts = split(text, '-');
  if (parts.size() != 3) return std::nullopt;
  const auto year = number(parts[0]);
  const auto month = number(parts[1]);
  const auto day = number(parts[2]);
  if (!year || !month || !day) return std::nullopt;
  const base::Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                        std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace hub::config
