#include "content/model/snapshot.h"

#include <algorithm>

#include "base/check.h"
#include "content/model/year.h"

namespace hub::content {

bool for_staff(std::string_view key) { return key.starts_with("panel."); }

bool is_form(std::string_view key) { return key.starts_with("date."); }

Said Strings::say(std::string_view key, std::string_view language) const {
  const auto found = texts_.find(key);
  HUB_CHECK_THAT(found != texts_.end(),
                 "no words have the key \"" + std::string(key) +
                     "\": add it to assets/strings/ja.json, then to the other languages beside it");
  return found->second.in(language);
}

const Hub* Snapshot::find_hub(std::string_view id) const {
  const auto found = std::find_if(hubs.begin(), hubs.end(), [&](const Hub& hub) { return hub.id == id; });
  return found == hubs.end() ? nullptr : &*found;
}

ServiceView Snapshot::service(const Hub& hub, int number) const {
  const auto same = [&](const ServiceWords& words) { return words.number == number; };
  const auto common = std::find_if(services.begin(), services.end(), same);
  HUB_CHECK_THAT(common != services.end(), "there is no service " + std::to_string(number) + " in services.json");
  ServiceView view{*common, std::nullopt};
  const auto found = hub.overrides.find(number);
  if (found == hub.overrides.end()) return view;
  const ServiceOverride& own = found->second;
  if (own.name) view.words.name = *own.name;
  if (own.need) view.words.need = *own.need;
  if (own.explanation) view.words.explanation = *own.explanation;
  if (own.situations) view.words.situations = *own.situations;
  view.url = own.url;
  return view;
}

Languages Snapshot::languages(const Hub& hub) const {
  const auto app_speaks = [&](std::string_view language) {
    const auto& texts = strings.all();
    return std::any_of(texts.begin(), texts.end(), [&](const auto& entry) { return entry.second.has(language); });
  };
  const auto hub_speaks = [&](std::string_view language) {
    return hub.tagline.has(language) || std::any_of(services.begin(), services.end(), [&](const ServiceWords& words) {
             return service(hub, words.number).words.name.has(language);
           });
  };
  Languages languages;
  for (const std::string& language : strings.languages()) {
    if (language == "ja" || (app_speaks(language) && hub_speaks(language))) languages.push_back(language);
  }
  return languages;
}

const Report& shown_report(const Hub& hub, base::Date today) {
  HUB_CHECK_THAT(!hub.reports.empty(), "hub \"" + hub.id + "\" has no report");
  const int year = fiscal_year(today);
  const Report* shown = nullptr;
  for (const Report& report : hub.reports) {  // oldest first
    if (report.goal_year <= year) shown = &report;
  }
  return shown ? *shown : hub.reports.back();
}

bool is_plausible(base::Date today, const Hub& hub) {
  return !hub.reports.empty() && fiscal_year(today) >= hub.reports.back().goal_year - 1;
}

bool is_outdated(const Report& report, base::Date today) { return report.goal_year < fiscal_year(today); }

bool is_of_this_year(const Report& report, base::Date today) { return report.goal_year == fiscal_year(today); }

}  // namespace hub::content
