#include "replay/replay_report.h"

#include <cstdio>
#include <utility>

#include "content/json/json_text.h"

namespace hub::replay {

namespace {

constexpr std::size_t kMostFailures = 50;

std::string member(const char* key, std::size_t value) {
  return std::string("\"") + key + "\":" + std::to_string(value);
}

}  // namespace

void ReplayReport::fail(ReplayFailure failure) {
  if (failures.size() < kMostFailures) {
    failures.push_back(std::move(failure));
  } else {
    ++failures_left_out;
  }
}

void ReplayReport::take(VirtualKiosk& kiosk) {
  events = kiosk.contacts();
  frames = kiosk.frames();
  virtual_s = base::Seconds(kiosk.now().time_since_epoch()).count();
  routes = kiosk.invariants().routes();
  route_changes = kiosk.invariants().route_changes();
  final_route = ui::path_of(kiosk.state().route);
}

std::string to_json(const ReplayReport& report, base::StaffLanguage language) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.3f", report.virtual_s);
  std::string out = "{" + member("events", report.events) + "," + member("frames", report.frames) +
                    ",\"virtual_s\":" + seconds + "," + member("route_changes", report.route_changes) + ",\"routes\":[";
  for (std::size_t i = 0; i < report.routes.size(); ++i) {
    out += (i > 0 ? "," : "") + content::json_quoted(report.routes[i]);
  }
  out += "],\"final_route\":" + content::json_quoted(report.final_route);
  if (const auto& did = report.monkey) {
    out += ",\"monkey\":{" + member("seed", did->seed) + "," + member("begins", did->begins) + "," +
           member("ends", did->ends) + "," + member("resizes", did->resizes) + "," + member("swaps", did->swaps) + "," +
           member("breakages", did->breakages) + "," + member("losses", did->losses) + "," +
           member("jumps", did->jumps) + "," + member("keys", did->keys) + "," + member("pins", did->pins) + "," +
           member("visits", did->visits) + "}";
  }
  out += ",\"failures\":[";
  for (std::size_t i = 0; i < report.failures.size(); ++i) {
    const ReplayFailure& one = report.failures[i];
    out += std::string(i > 0 ? "," : "") + "{" + member("step", one.step) +
           (one.line > 0 ? ",\"line\":" + std::to_string(one.line) : "") +
           ",\"what\":" + content::json_quoted(one.what.in(language)) + "}";
  }
  return out + "]," + member("failures_left_out", report.failures_left_out) + "}";
}

}  // namespace hub::replay
