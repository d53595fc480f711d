// Where a visitor is. A route is a path: "services/3".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/snapshot.h"

namespace hub::ui {

struct Route {
  enum class Page { attract, home, purpose, services, service, goals, goal, review, thread, years, about, staff };
  Page page = Page::attract;
  int first = 0;   // the N of services/N, goals/N, review/N/M, review/N/years; from 1
  int second = 0;  // the M of review/N/M
  bool operator==(const Route&) const = default;
};

std::optional<Route> parse_route(std::string_view path);
std::string path_of(const Route& route);

// Where もどる leads. attract and home are their own parents.
Route parent_of(const Route& route);

// Every route that this hub's shown report has, in the order of a walk through them. The staff's is none of a
// visitor's.
std::vector<Route> routes_of(const content::Hub& hub, const content::Report& report);

// What a sideways swipe leads to: the services, the goals and the review's threads stand in a row. Nothing: an end.
struct Siblings {
  std::optional<Route> previous;
  std::optional<Route> next;
  int place = 0;  // of the route among its siblings, from 1
  int count = 0;  // of them, the route among them
};
Siblings siblings_of(const Route& route, const content::Hub& hub, const content::Report& report);
// `staff_panel`: whether this kiosk has one.
bool exists(const Route& route, const content::Hub& hub, const content::Report& report, bool staff_panel = false);

}  // namespace hub::ui
