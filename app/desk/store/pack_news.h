// What became of the packs that came in last, for whoever stands before the panel, and for whoever looks after many
// screens:
//
//   <state>/desk/<hub>/packs.json
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "desk/store/inbox.h"

namespace hub::desk {

struct PackNews {
  std::string item;  // its id in the inbox, while it was there
  std::string name;  // of the file
  CameFrom from = CameFrom::command;
  std::string at;    // 2026-11-27T15:03, as the machine believed
  std::string what;  // shows, was-here, failed, or why it was refused (desk/taken_pack.h)
  int serial = 0;    // 0: it is not known
  base::Message said;
  base::Message remedy;  // may be empty
};
inline constexpr std::size_t kMostPackNews = 8;

inline bool is_refusal(const PackNews& news) { return news.what != "shows" && news.what != "was-here"; }

// For other programs: {"name", "from", "at", "what", "serial", "said", "remedy"}, in Japanese.
std::string to_json(const PackNews& news);

// `folder`: of the hub's desk. The newest first; what cannot be read is none.
std::vector<PackNews> pack_news(const base::SystemCalls& calls, const std::string& folder);
// What is said of the same item again takes the place of what was said.
base::Status add_pack_news(const base::SystemCalls& calls, const std::string& folder, const PackNews& news);

}  // namespace hub::desk
