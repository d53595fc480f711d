// How the questions about a draft are put, and the parts they are about.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/draft.h"
#include "report/front.h"
#include "report/goals.h"

namespace hub::report {

class Asker {
 public:
  void ask(Doubt::Kind kind, std::string field, base::Message question, Place place, double confidence,
           std::string text = {}) {
    doubts_.push_back({kind, std::move(field), std::move(question), place, confidence, std::move(text)});
  }
  std::vector<Doubt> take() { return std::move(doubts_); }

 private:
  std::vector<Doubt> doubts_;
};

void ask_about_front(const Front& front, Asker& asker);
void ask_about_goals(const FoundGoals& goals, Document::Kind kind, Asker& asker);

// The whole section of goals whose lines seem to be mixed up: one question, in place of one for each sentence.
inline bool is_about_section(const Doubt& doubt) {
  return doubt.kind == Doubt::Kind::placement && (doubt.field == "/review" || doubt.field == "/goals");
}

}  // namespace hub::report
