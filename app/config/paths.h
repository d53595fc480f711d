// Where the kiosk finds its content and its own words when nobody says.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/parse.h"
#include "base/recording_reader.h"
#include "content/load/load.h"
#include "content/store/last_good.h"

namespace hub::config {

// ./content where there is one; else what was published here; else what came with this binary: in the source tree it
// was built from, or in its package.
std::string default_content_folder(const base::FileReader& files);
// Where the package publishes to: what shows on this machine.
std::string published_content_folder();
std::string strings_folder();
// Where the editor in a browser says how it is: hub-kiosk-edit.service's RuntimeDirectory=.
std::string editor_run_folder();

// The configuration that the package has installed; empty: there is none.
std::string installed_config(const base::FileReader& files);

// Where the kiosk keeps what it must remember across restarts: systemd's StateDirectory=, else the XDG state folder of
// its user. Empty: nowhere. `variable` gives an environment variable's value, or null.
using Environment = std::function<const char*(const char* name)>;
std::string state_folder(const Environment& variable);

// Loads what the options name, with the strings of this installation.
content::Loaded load_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                             const content::CanDraw& can_draw = {});

// The same, with what was read of the folder.
struct ReadContent {
  content::Loaded loaded;
  base::FolderBytes files;
  // Of what was read and what was found wrong: the same once more is no news.
  std::uint64_t fingerprint = 0;
};
ReadContent read_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                         const content::CanDraw& can_draw = {});

// The copies of what showed of a content folder; without a state folder there are none.
content::LastGood last_good_of(const base::FileReader& files, const std::string& state_folder,
                               const std::string& content_folder);

// "1920x1080", each side 320 … 7680.
std::optional<base::Size> parse_size(std::string_view text);

}  // namespace hub::config
