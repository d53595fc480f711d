// How the questions about a draft are put, and the parts they are about.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/draft/draft.h"
#include "report/parse/front_matter.h"
#include "report/parse/goals.h"

namespace hub::report {

class QuestionList {
 public:
  void ask(Question::Kind kind, std::string field, base::Message question, Place place, double confidence,
           std::string text = {}) {
    doubts_.push_back({kind, std::move(field), std::move(question), place, confidence, std::move(text)});
  }
  std::vector<Question> take() { return std::move(doubts_); }

 private:
  std::vector<Question> doubts_;
};

void ask_about_front(const FrontMatter& front, QuestionList& questions);
void ask_about_goals(const FoundGoals& goals, Document::Kind kind, QuestionList& questions);

// The whole section of goals whose lines seem to be mixed up: one question, in place of one for each sentence.
inline bool is_about_section(const Question& question) {
  return question.kind == Question::Kind::placement && (question.field == "/review" || question.field == "/goals");
}

}  // namespace hub::report
