#include "support/fixtures.h"

#include <doctest/doctest.h>

namespace hub::tests {

namespace {

std::map<std::string, std::string> content_tree() {
  std::map<std::string, std::string> tree;
  for (const auto& [path, bytes] : good_files().files) {
    if (path.starts_with("content/")) tree[path.substr(8)] = bytes;
  }
  return tree;
}

}  // namespace

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
