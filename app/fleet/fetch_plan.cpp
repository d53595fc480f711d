#include "fleet/fetch_plan.h"

#include <cmath>

namespace hub::fleet {

namespace {

constexpr std::size_t kMostName = 40;  // as the configuration has it

}  // namespace

FetchPlan plan_of(const Carrier& carrier, const std::string& hub, const std::string& screen) {
  FetchPlan plan;
  if (!carrier.url.empty() && !hub.empty()) plan.pack_url = carrier.url + hub + ".hubpack";
  if (!carrier.status_url.empty()) plan.status_url = carrier.status_url + screen + ".json";
  plan.every_s = static_cast<int>(std::lround(carrier.every_min * 60));
  return plan;
}

std::string to_text(const FetchPlan& plan) {
  if (plan.pack_url.empty() && plan.status_url.empty()) return {};
  return "pack=" + plan.pack_url + "\nstatus=" + plan.status_url + "\nevery_s=" + std::to_string(plan.every_s) + "\n";
}

std::string screen_name_from(std::string_view machine_name) {
  std::string name;
  for (const char c : machine_name.substr(0, kMostName)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool large = c >= 'A' && c <= 'Z';
    name += letter ? c : large ? static_cast<char>(c - 'A' + 'a') : '-';
  }
  return name.empty() ? "kiosk" : name;
}

}  // namespace hub::fleet
