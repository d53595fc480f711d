#include "ui/state/route.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/parse.h"

namespace hub::ui {

namespace {

using Page = Route::Page;

struct Shape {
  Page page;
  std::string_view path;  // kNumber stands for a number
};

constexpr std::string_view kNumber = "#";
constexpr std::array<Shape, 12> kShapes = {{{Page::attract, "attract"},
                                            {Page::home, "home"},
                                            {Page::purpose, "purpose"},
                                            {Page::services, "services"},
                                            {Page::service, "services/#"},
                                            {Page::goals, "goals"},
                                            {Page::goal, "goals/#"},
                                            {Page::review, "review"},
                                            {Page::thread, "review/#/#"},
                                            {Page::years, "review/#/years"},
                                            {Page::about, "about"},
                                            {Page::staff, "staff"}}};

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

std::optional<int> number(std::string_view digits) {
  const std::optional<int> value = base::parse_number<int>(digits);
  return value && *value >= 1 ? value : std::nullopt;
}

std::optional<Route> parse_as(const Shape& shape, const std::vector<std::string_view>& parts) {
  const std::vector<std::string_view> names = split(shape.path);
  if (names.size() != parts.size()) return std::nullopt;
  Route route{shape.page};
  int* place = &route.first;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<int> value = number(parts[i]);
    if (names[i] == kNumber ? !value : names[i] != parts[i]) return std::nullopt;
    if (value) *std::exchange(place, &route.second) = *value;
  }
  return route;
}

}  // namespace

std::optional<Route> parse_route(std::string_view path) {
  const std::vector<std::string_view> parts = split(path);
  for (const Shape& shape : kShapes) {
    if (const std::optional<Route> route = parse_as(shape, parts)) return route;
  }
  return std::nullopt;
}

std::string path_of(const Route& route) {
  std::string path;
  int value = route.first;
  for (const std::string_view name : split(std::ranges::find(kShapes, route.page, &Shape::page)->path)) {
    if (!path.empty()) path += "/";
    path += name == kNumber ? std::to_string(std::exchange(value, route.second)) : std::string(name);
  }
  return path;
}

Route parent_of(const Route& route) {
  switch (route.page) {
    case Page::attract:
      return {Page::attract};
    case Page::service:
      return {Page::services};
    case Page::goal:
      return {Page::goals};
    case Page::thread:
      return {Page::review};
    case Page::years:
      return {Page::thread, route.first, 1};
    default:
      return {Page::home};
  }
}

std::vector<Route> routes_of(const content::Hub&, const content::Report& report) {
  std::vector<Route> routes = {{Page::attract}, {Page::home}, {Page::purpose}, {Page::services}};
  for (int n = 1; n <= 7; ++n) routes.push_back({Page::service, n});
  routes.push_back({Page::goals});
  for (const content::Goal& goal : report.goals) routes.push_back({Page::goal, goal.number});
  routes.push_back({Page::review});
  for (const content::ReviewedGoal& goal : report.review) {
    const int threads = static_cast<int>(content::threads_of(goal).size());
    for (int m = 1; m <= threads; ++m) routes.push_back({Page::thread, goal.number, m});
    if (!goal.earlier.empty()) routes.push_back({Page::years, goal.number});
  }
  routes.push_back({Page::about});
  return routes;
}

Siblings siblings_of(const Route& route, const content::Hub& hub, const content::Report& report) {
  const std::vector<Route> routes = routes_of(hub, report);
  Siblings siblings;
  for (const Route& one : routes) {
    if (one.page != route.page) continue;
    ++siblings.count;
    if (one == route) siblings.place = siblings.count;
    if (one == route) continue;
    const bool before = std::pair(one.first, one.second) < std::pair(route.first, route.second);
    if (before) siblings.previous = one;
    if (!before && !siblings.next) siblings.next = one;
  }
  return siblings;
}

bool exists(const Route& route, const content::Hub& hub, const content::Report& report, bool staff_panel) {
  if (route.page == Page::staff) return staff_panel;
  const std::vector<Route> routes = routes_of(hub, report);
  return std::ranges::find(routes, route) != routes.end();
}

}  // namespace hub::ui
