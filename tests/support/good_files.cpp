#include "support/good_files.h"

namespace hub::tests {

namespace {

const char* const kReport = R"({
  "title": "泉区地域子育て支援拠点事業",
  "ward": "泉区",
  "reviewYear": 2023,
  "goalYear": 2024,
  "period": {"from": "2023-04-01", "to": "2024-03-31", "termYear": 1, "termYears": 5},
  "implementers": ["ちょこっといずみ"],
  "purpose": "子育てを支えます。",
  "review": [
    {"number": 1, "goal": "取り組みます。",
      "activities": [{"marks": [1], "text": ["集います。"]}, {"marks": [2], "text": ["話します。"]}],
      "outcomes": [{"marks": [1, 2], "text": ["集った。"]}],
      "challenges": []}
  ],
  "goals": [
    {"number": 1, "goal": "つながります。", "activities": [{"marks": [], "text": ["会います。"]}]},
    {"number": 2, "goal": "広げます。", "activities": []}
  ]
}
)";

const char* const kHub = R"({
  "id": "izumi",
  "ward": "泉区",
  "name": {"ja": "泉区の拠点", "en": "Izumi Hub"},
  "tagline": {"ja": "安心して", "en": "Be at ease"},
  "colour": "#2E7D6B",
  "url": "https://example.org/izumi",
  "services": {"6": {"name": "預けあい", "url": "https://example.org/6"}}
}
)";

std::string services() {
  std::string list;
  for (int number = 1; number <= 7; ++number) {
    const std::string n = std::to_string(number);
    list += std::string(number > 1 ? ",\n" : "") + "  {\"number\": " + n + R"(, "icon": "baby", "name": ")" + "名前" +
            n + R"(", "need": "遊びたい", "explanation": "遊べます。", "situations": ["雨の日"]})";
  }
  return "{\"services\": [\n" + list + "\n]}\n";
}

}  // namespace

MemoryFiles good_files() {
  MemoryFiles files;
  files.files[kReportPath] = kReport;
  files.files[kHubPath] = kHub;
  files.files[kServicesPath] = services();
  files.files[kReadingsPath] = "{\"readings\": {\n  \"妊娠期\": \"にんしんき\",\n  \"くださ\": \"\"\n}}\n";
  files.files[kJapanesePath] = "{\n  \"home\": \"ホーム\",\n  \"year\": \"{year}の目標です\"\n}\n";
  files.files[kEnglishPath] = "{\n  \"home\": \"Home\",\n  \"year\": \"Goals of {year}\"\n}\n";
  return files;
}

}  // namespace hub::tests
