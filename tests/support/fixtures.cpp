#include "support/fixtures.h"

#include <doctest/doctest.h>

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

std::map<std::string, std::string> content_tree() {
  std::map<std::string, std::string> tree;
  for (const auto& [path, bytes] : good_files().files) {
    if (path.starts_with("content/")) tree[path.substr(8)] = bytes;
  }
  return tree;
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

std::map<std::string, std::string> content_tree(const std::string& tagline) {
  std::map<std::string, std::string> tree = content_tree();
  std::string& hub = tree["izumi/hub.json"];
  const std::string before = "Be at ease";
  hub.replace(hub.find(before), before.size(), tagline);
  return tree;
}

std::map<std::string, std::string> small_hub(const std::string& tagline) {
  std::map<std::string, std::string> tree = content_tree();
  std::string& hub = tree["izumi/hub.json"];
  hub = replaced(hub, R"({"ja": "安心して", "en": "Be at ease"})", "\"" + tagline + "\"");
  return tree;
}

content::Loaded load_all(const base::FileReader& files, const std::string& only_hub) {
  return content::load(files, "content", "strings", only_hub);
}

std::string replaced(std::string words, const std::string& from, const std::string& to) {
  const std::size_t at = words.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  REQUIRE_MESSAGE(words.find(from, at + 1) == std::string::npos, from);
  return words.replace(at, from.size(), to);
}

std::string described(const std::vector<content::Diagnostic>& diagnostics) {
  std::string words;
  for (const content::Diagnostic& one : diagnostics) words += describe(one, base::StaffLanguage::ja) + "\n";
  return words;
}

std::string read_source(const std::string& path_in_repository) {
  const auto bytes =
      base::DiskFiles().read(std::string(HUB_SOURCE_DIR) + "/" + path_in_repository, content::kMaxFileBytes);
  REQUIRE_MESSAGE(bytes.ok(), path_in_repository);
  return bytes.value();
}

}  // namespace hub::tests
