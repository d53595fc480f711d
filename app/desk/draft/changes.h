// What visitors will see changed, statement by statement.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace hub::desk {

struct StatementChange {
  std::string pointer;    // into the report that comes; of what goes, into the one that was
  base::Message what;     // 次の重点目標②の取組内容: 文が変わります
  std::string before;     // empty: it was not there
  std::string after;      // empty: it goes
  std::string file = {};  // inside the content folder, that the pointer is into; empty: the report
};

// Between two reports as JSON; an empty one is none. In the report's order.
std::vector<StatementChange> changes_between(const std::string& before, const std::string& after);

}  // namespace hub::desk
