// One report in every form that a text of it may have: tables as Markdown, pipes, CSV, TSV and drawn boxes, a page on
// one line, an empty line after each, quoted in a mail, with letters spaced.
#pragma once

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

namespace hub::tests {

struct FormedText {
  std::string bytes;
  nlohmann::json expected;
};

struct TextForm {
  std::string name;
  FormedText (*make)(const nlohmann::json& report, std::mt19937& random);
};

const std::vector<TextForm>& text_forms();

}  // namespace hub::tests
