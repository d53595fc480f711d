// Many screens, the worst first: which are silent, behind, refusing, or have something to be mended.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/system_calls.h"
#include "fleet/status.h"

namespace hub::fleet {

// A status, and when it last came. Screens' clocks may say anything: it is the clock of whoever collects them that
// tells how long a screen has been silent.
struct SeenStatus {
  ScreenStatus status;
  std::int64_t seen_s = 0;  // since 1970
};

// The worst first.
enum class Health {
  silent,    // for kSilent_s and longer
  behind,    // something newer is there for it
  refusing,  // it did not take what came last
  wrong,     // the machine has something to be mended
  well,
};
inline constexpr std::int64_t kSilent_s = std::int64_t{3} * 24 * 3600;

struct Screen {
  SeenStatus seen;
  Health health = Health::well;
  std::int64_t silent_s = 0;
  int newest = 0;  // serial that there is for it; 0: not known
};

// The newest serial that is known to be there, by hub and key; beside what the screens themselves have.
using NewestPacks = std::map<std::pair<std::string, std::string>, int>;

// Of a folder into which screens' statuses are put, with the packs that are there for them (izumi-0007.hubpack), and of
// the folders in it: a server has a folder of each kind, Syncthing one for each screen. What
// cannot be read, or is no status, is told in `passed_over` by its name. Error: the folder cannot be read.
struct FoundStatuses {
  std::vector<SeenStatus> statuses;
  NewestPacks newest;
  std::vector<std::string> passed_over;
};
base::Result<FoundStatuses> statuses_in(const base::SystemCalls& calls, const std::string& folder);

// In the order of a page: by health, then the longest silent, the farthest behind, the name. Of two with one name the
// one that came last.
std::vector<Screen> ranked(std::vector<SeenStatus> statuses, std::int64_t now_s, NewestPacks newest = {});

// Whether it has refused what came last, also where that is why it is behind.
bool is_refusing(const Screen& screen);

// What is the matter, as a sentence for the city's person; empty: nothing.
std::string matter_of(const Screen& screen);

// The page (HTML, whole and static) and the same for programs. `made`: when, as its reader writes it.
std::string page_of(const std::vector<Screen>& screens, const std::string& made);
std::string json_of(const std::vector<Screen>& screens, const std::string& made);

}  // namespace hub::fleet
