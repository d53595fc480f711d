// The spots of the glass that are tapped by nobody, kept in the state folder, so that a restart does not have to learn
// them anew. A file that is not there or not whole keeps none, and is written anew when something is learnt.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "ui/touch/phantom_record.h"

namespace hub::kiosk {

// Of a screen of this size; none without a state folder.
std::vector<ui::PhantomSpot> kept_phantoms(const base::FileReader& files, const std::string& state_folder,
                                           ui::Point screen_px);

// Done when nothing is to be kept: without a state folder.
base::Status keep_phantoms(base::FileWriter& files, const std::string& state_folder, const ui::PhantomRecord& record);

}  // namespace hub::kiosk
