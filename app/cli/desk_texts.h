// The actions of desk that change words by hand, and say what there is to change.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "desk/typing.h"

namespace hub::cli {

struct TextOptions {
  std::string action;
  std::string first;   // an address of `texts`; a word of `reading`
  std::string second;  // words, another address, a number
  std::string language = "ja";
  std::string marks;  // 1,2; none
  std::string draft;  // what texts --json says it is; empty: whatever it is
  std::string who;
  int to = 0;  // which place in the list, from 1; 0: the last
  bool render = false;
  bool json = false;
  base::StaffLanguage staff = base::StaffLanguage::ja;
};

// texts, set, add, remove, move, split, join, marks, confirm, reading, check, findings
const std::vector<std::string>& text_actions();
Outcome act_on_texts(desk::Desk& desk, const TextOptions& options);

// 「報告書とちがう文が 2 つあります。」 with both of each; nothing where there is none.
void say_differing(const desk::Desk& desk, const desk::Work& work, base::StaffLanguage staff);

}  // namespace hub::cli
