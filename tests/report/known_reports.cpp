#include "known_reports.h"

#include "compare.h"

namespace hub::tests {

std::vector<nlohmann::json> known_reports() {
  std::vector<nlohmann::json> reports = {read_json("tests/content/expected/izumi-2024.json"),
                                         read_json("tests/content/expected/konan-2026.json")};
  for (const char* ward : {"aoba-2025", "asahi-2025", "kanazawa-2021", "midori-2019", "naka-2022", "seya-2023",
                           "totsuka-2020", "tsuzuki-2024"}) {
    reports.push_back(read_json(std::string("tests/report/fixtures/wards/") + ward + ".expected.json"));
  }
  return reports;
}

}  // namespace hub::tests
