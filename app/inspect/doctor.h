// What is well and what is wrong with this machine, in words for whoever sets it up. One function a matter: from facts
// to a finding, so that tests have any machine they like.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "config/config.h"
#include "content/model/snapshot.h"
#include "platform/machine.h"
#include "platform/machine_clock.h"
#include "platform/screen_power.h"
#include "platform/x_facts.h"

namespace hub::inspect {

struct Finding {
  enum class Kind { fine, doubtful, wrong };  // wrong: must be mended before the kiosk can work as it should
  Kind kind = Kind::fine;
  base::Message what;
  base::Message remedy;  // empty where all is fine
};

Finding check_renderer(const base::Result<std::string>& gl_name);
Finding check_display(const std::optional<platform::XFacts>& x, const base::FileReader& files);
Finding check_touch(const std::optional<platform::XFacts>& x, const base::FileReader& files);
Finding check_rotation(const std::optional<platform::XFacts>& x, int rotate_deg);
Finding check_light(platform::ScreenPower::Means means, bool has_hours);
// With opening hours it must keep Japanese time, and somebody must vouch for it.
Finding check_clock(const base::FileReader& files, const platform::MachineClock& clock, const content::Hub* hub,
                    bool has_hours);
// One for each spot of the glass that the kiosk ignores, as it keeps them in its state folder.
std::vector<Finding> check_phantoms(const base::FileReader& files, const std::string& state_folder);
Finding check_temperature(const base::FileReader& files);
std::optional<Finding> check_supply(const base::FileReader& files);  // nothing: the machine does not measure it
Finding check_memory(const base::FileReader& files);
Finding check_root(const base::FileReader& files);
// Of the folder that the kiosk remembers things in.
struct Folder {
  std::string path;  // absolute; empty: there is none
  bool writable = false;
  std::optional<std::uint64_t> free_bytes;
};
Finding check_state_folder(const base::FileReader& files, const Folder& folder);
Finding check_watchdog(const base::FileReader& files);
// Of a configuration with a PIN in it, of this name. Nothing: nobody reads it whom it does not concern.
std::optional<Finding> check_pin_file(const std::string& path, bool everybody_reads_it);
Finding check_sandbox(const base::Status& probe, config::Config::Reports::Sandbox wanted);  // that reports are read in

// ○, △ or ×, what, and on a line of its own what to do.
std::string describe(const Finding& finding, base::StaffLanguage language);

}  // namespace hub::inspect
