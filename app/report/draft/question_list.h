// How the questions about a draft are put, and the parts they are about.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/draft/draft.h"
#include "report/draft/questions.h"
#include "report/parse/front_matter.h"
#include "report/parse/goals.h"

namespace hub::report {

class QuestionList {
 public:
  void ask(Question::Kind kind, std::string field, base::Message message, Place place, double confidence,
           std::string text = {}) {
    questions_.push_back({kind, std::move(field), std::move(message), place, confidence, std::move(text)});
  }
  // What may be right instead, of the question that was asked last.
  void offer(std::vector<Alternative> alternatives) { questions_.back().alternatives = std::move(alternatives); }
  std::vector<Question> take() { return std::move(questions_); }

 private:
  std::vector<Question> questions_;
};

// What was lost, mended and not read when the file became lines.
void ask_about_document(const Document& document, const std::vector<FieldSource>& sources, QuestionList& questions);
void ask_about_front_matter(const FrontMatter& front_matter, QuestionList& questions);
void ask_about_goals(const FoundGoals& goals, Document::Kind kind, QuestionList& questions);

// The whole section of goals whose lines seem to be mixed up: one question, in place of one for each sentence.
inline bool is_about_section(const Question& question) {
  return question.kind == Question::Kind::placement && (question.field == "/review" || question.field == "/goals");
}

}  // namespace hub::report
