// Somebody who has the report in hand and answers every question about a draft without typing: of the answers that are
// offered the one that brings the draft nearest to the report, then, where words are still missing, the lines they
// stand on and where those go.
#pragma once

#include <nlohmann/json.hpp>

#include "desk/draft/work.h"
#include "report/words/document.h"

namespace hub::tests {

struct Answering {
  int answers = 0;  // that changed something
  int settled = 0;  // questions
  int questions = 0;
};

Answering answer_all(desk::Work& work, const report::Document& document, const nlohmann::json& expected);

}  // namespace hub::tests
