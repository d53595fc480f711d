// The wrong PINs and the wait that they cost, kept in the state folder: neither a restart nor pulling the plug gives a
// try away. Time is what the machine has counted since it was switched on, so setting its clock changes nothing.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "ui/state/staff_state.h"

namespace hub::kiosk {

// Since the machine was switched on, and which time that was.
struct BootTime {
  base::Instant now;
  std::string boot_id;  // another each time it is switched on; empty: nobody knows
};

struct KeptLock {
  ui::StaffLock lock;
  std::vector<base::Error> complaints;  // why the longest wait counts instead of what was kept
};

// In the same boot the wait has gone on meanwhile; in another, what was left when it was written is waited for once
// more. A file that cannot be read or says nonsense, or a link in its place, costs the longest wait: whoever
// damages it gains nothing, and is not locked out for good. Without a state folder, or a file in it, nothing was tried.
KeptLock kept_lock(const base::FileReader& files, const std::string& state_folder, const BootTime& time);

// Done when nothing is to be kept: without a state folder.
base::Status keep_lock(base::FileWriter& files, const std::string& state_folder, const ui::StaffLock& lock,
                       const BootTime& time);

// Of Linux (random(4)), or what `variable` HUB_KIOSK_BOOT says: where a service may not look.
std::string boot_id(const base::FileReader& files, const char* variable);

}  // namespace hub::kiosk
