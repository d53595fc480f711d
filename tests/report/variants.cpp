#include "variants.h"

#include "variant_layout.h"

namespace hub::tests {

namespace {

using nlohmann::json;

// Two to four goals a section, from any reports.
json mixed_report(const std::vector<json>& reports, const Layout& layout, int year, Random& random) {
  const json& base = random.one_of(reports);
  json made = {{"title", base["title"]}, {"ward", base["ward"]}, {"reviewYear", year}, {"goalYear", year + 1}};
  if (layout.has_front) {
    const unsigned term = 1 + random.any(5);
    made["period"] = {{"from", std::to_string(year) + "-04-01"},
                      {"to", std::to_string(year + 1) + "-03-31"},
                      {"termYear", term},
                      {"termYears", 5}};
    const json& other = base.contains("purpose") ? base : reports[0];
    for (const char* key : {"implementers", "purpose", "principles", "services", "evaluationMethod"}) {
      if (other.contains(key)) made[key] = other[key];
    }
  }
  for (const char* section : {"review", "goals"}) {
    std::vector<json> pool;
    for (const json& report : reports) {
      for (const json& goal : report[section]) pool.push_back(goal);
    }
    random.shuffle(pool);
    pool.resize(2 + random.any(3));
    made[section] = json::array();
    for (json& goal : pool) {
      goal["number"] = made[section].size() + 1;
      if (layout.goals != Goals::headed) take_marks_off(goal);
      made[section].push_back(goal);
    }
  }
  return made;
}

}  // namespace

Variant make_variant(unsigned seed, const std::vector<json>& reports) {
  Random random(seed);
  Layout layout = any_layout(random);
  const int year = 2017 + static_cast<int>(random.any(10));
  layout.western = random.chance(10);
  layout.heisei_31 = random.chance(50);
  layout.number = random.one_of({"　", " ", "．", "."});
  layout.brackets = random.chance(50);
  layout.stray_spaces = random.chance(30);
  const json report = mixed_report(reports, layout, year, random);
  return {set_in_lines(report, layout, random), report, described(layout)};
}

}  // namespace hub::tests
