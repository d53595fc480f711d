// A pack in the inbox is to be taken: asked for by whoever brings one, or asked for and waited for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "desk/jobs/worker.h"
#include "desk/store/inbox.h"
#include "desk/store/pack_news.h"

namespace hub::desk {

// Asks for each of the items that is a pack. On a stick for many hubs the packs of others are passed over, and leave
// the inbox; where there are only such, one of them is asked for, so that it is refused in words. Error: one could not
// be asked for.
base::Status ask_to_take_packs(const base::SystemCalls& calls, const std::string& state_folder, const std::string& hub,
                               const std::vector<InboxItem>& items, base::LocalTime now);

// Brings a pack by command and does the jobs that wait, this one among them; where somebody else does them, waits for
// that. Error: it could not be put into the inbox, or nobody said what became of it.
base::Result<PackNews> take_pack_now(const base::SystemCalls& calls, const base::Clock& clock, const WorkSetup& setup,
                                     const std::string& hub, std::string_view bytes, const std::string& name);

}  // namespace hub::desk
