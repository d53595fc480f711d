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
};

// `folder`: of the hub's desk. Nothing: no stick was ever plugged in, or it is not known any more.
std::optional<StickNews> stick_news(const base::SystemCalls& calls, const std::string& folder);
base::Status write_stick_news(const base::SystemCalls& calls, const std::string& folder, const StickNews& news);

}  // namespace hub::desk
