// What a screen's carrier (app/packaging/fetch) brings and tells, as lines that a shell reads. The carrier may not see
// the configuration: a PIN's hash stands in it.
//
//   pack=https://packs.example.jp/hubs/izumi.hubpack
//   status=https://packs.example.jp/status/izumi-1.json
//   every_s=1800
#pragma once

#include <string>
#include <string_view>

namespace hub::fleet {

struct FetchPlan {
  std::string pack_url;    // empty: nothing is brought
  std::string status_url;  // empty: nothing is told
  int every_s = 0;         // between two looks for a pack
};

struct Carrier {
  std::string url;         // the folder of packs, with / at its end; empty: none
  std::string status_url;  // the folder of statuses, the same
  double every_min = 0;
};
// `screen`: a name as screen_name_from gives it.
FetchPlan plan_of(const Carrier& carrier, const std::string& hub, const std::string& screen);

// Empty where nothing is brought or told.
std::string to_text(const FetchPlan& plan);

// A machine's own name as one that can stand in an address: a-z, 0-9, -; never empty.
std::string screen_name_from(std::string_view machine_name);

}  // namespace hub::fleet
