// What became of the stick that was plugged in last, for whoever stands before the panel:
//
//   <state>/desk/<hub>/stick.json
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

struct StickNews {
  std::string at;                   // 2026-11-27T15:03
  std::vector<std::string> items;   // ids in the inbox, that it brought
  std::vector<base::Message> said;  // sentences: what happened, and what to do
  std::string stick = {};           // which one, as long as it is plugged in; empty: not known
};

// Of a stick's partitions each brings news of its own: those of one stick together, each once, first the partition that
// brought something.
StickNews together(const StickNews& before, StickNews now);

// `folder`: of the hub's desk. Nothing: no stick was ever plugged in, or it is not known any more.
std::optional<StickNews> stick_news(const base::SystemCalls& calls, const std::string& folder);
// Together with what is there already of the same stick.
base::Status write_stick_news(const base::SystemCalls& calls, const std::string& folder, const StickNews& news);

}  // namespace hub::desk
