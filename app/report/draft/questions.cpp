#include "report/draft/questions.h"

#include <algorithm>
#include <map>

#include "content/model/sentence.h"
#include "report/draft/alternatives.h"
#include "report/draft/field_names.h"
#include "report/draft/question_list.h"
#include "report/parse/stray_spaces.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

// The words themselves: what is cut off, what looks like a slip, what is nowhere in the draft.
class WordingQuestions {
 public:
  WordingQuestions(const std::vector<FieldSource>& sources, QuestionList& questions)
      : sources_(sources), questions_(questions) {}

  void ask() {
    for (const FieldSource& one : sources_) about_words(one);
    about_spaces();
    about_script_spaces();
  }
  void ask_where(const SourceText& words) {
    questions_.ask(Question::Kind::unplaced, "",
                   {"「" + excerpt(words.words) +
                        "」をどこに入れるかわかりません。報告書の文なら、正しい場所に書き写してください。",
                    "「" + excerpt(words.words) +
                        "」 has no place in the draft. If it is of the report, copy it to where it belongs."},
                   words.place, 0.1, utf8(words.words));
  }

 private:
  void about_words(const FieldSource& one) {
    if (one.pointer.starts_with("/implementers")) about_name(one);
    const std::u32string& words = one.words.words;
    const bool in_goal = one.pointer.starts_with("/review") || one.pointer.starts_with("/goals");
    const bool part = one.pointer.starts_with("/principles") || one.pointer.starts_with("/services");
    const bool sentence = in_goal || (part && content::ends_midway(utf8(words))) || one.pointer == "/purpose" ||
                          one.pointer.starts_with("/evaluationMethod");
    if (!sentence) return;
    const base::Message name = field_name(one.pointer);
    if (content::starts_midway(utf8(words))) {
      questions_.ask(
          Question::Kind::midway, one.pointer,
          name +
              base::Message{"の書き出しが欠けているようです（「" + excerpt(words) + "」）。報告書で確かめてください。",
                            ": its beginning seems to be missing (「" + excerpt(words) + "」). Check the report."},
          one.words.place, 0.2);
    }
    if (content::ends_midway(utf8(words))) {
      questions_.ask(
          Question::Kind::midway, one.pointer,
          name + base::Message{"の終わりが欠けているようです（「" + excerpt(words, true) +
                                   "」）。報告書で確かめてください。",
                               ": its end seems to be missing (「" + excerpt(words, true) + "」). Check the report."},
          one.words.place, 0.2);
    } else if (!ends_sentence(words) && is_sentence_field(one.pointer)) {
      questions_.ask(
          Question::Kind::midway, one.pointer,
          name + base::Message{"が「。」で終わっていません（「" + excerpt(words, true) +
                                   "」）。続きがないか確かめてください。",
                               " does not end with 。 (「" + excerpt(words, true) + "」). Check whether it goes on."},
          one.words.place, 0.5);
    }
    about_digits(one, name);
    about_latin(one, name);
  }

  // Names may have spaces of their own, but hardly half-width ones between two Japanese characters.
  void about_name(const FieldSource& one) {
    const std::u32string& words = one.words.words;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (words[i] != U' ' || !is_japanese(words[i - 1]) || !is_japanese(words[i + 1])) continue;
      questions_.ask(Question::Kind::wording, one.pointer,
                     {"名前「" + utf8(words) + "」の中の空白は、このままでよいですか。",
                      "Is the space in the name 「" + utf8(words) + "」 as it should be?"},
                     one.words.place, 0.5);
      std::u32string joined = words;
      joined.erase(i, 1);
      offer_texts({{one.pointer, utf8(joined)}});
      return;
    }
  }

  // Other words for some fields: as the report has them, or without what seems to be a slip.
  void offer_texts(std::map<std::string, std::string> texts) {
    Alternative other;
    other.texts = std::move(texts);
    other.confidence = 0.2;
    questions_.offer({std::move(other)});
  }

  // Where most entries of the same list end with 。, one that does not may have lost its end.
  bool is_sentence_field(const std::string& pointer) const {
    if (pointer == "/purpose" || pointer.starts_with("/evaluationMethod")) return true;
    const bool listed = pointer.find("/activities/") != pointer.npos;
    int ended = 0, all = 0;
    for (const FieldSource& other : sources_) {
      if (!other.pointer.starts_with("/review") && !other.pointer.starts_with("/goals")) continue;
      if ((other.pointer.find("/activities/") != other.pointer.npos) != listed) continue;
      ++all;
      if (ends_sentence(other.words.words)) ++ended;
    }
    return ended * 2 > all;
  }

  // １8: one number in two widths.
  void about_digits(const FieldSource& one, const base::Message& name) {
    const std::u32string& words = one.words.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const bool mixed = is_digit(words[i]) && is_digit(words[i + 1]) && (words[i] < 0x80) != (words[i + 1] < 0x80);
      if (!mixed) continue;
      const std::string digits = utf8(words.substr(i, std::min<std::size_t>(4, words.size() - i)));
      questions_.ask(
          Question::Kind::wording, one.pointer,
          name + base::Message{"の「" + digits + "」は、全角と半角の数字がまざっています。報告書のままにしてあります。",
                               ": 「" + digits + "」 mixes full and half width digits. It is left as it is."},
          one.words.place, 0.7);
      return;
    }
  }

  // A small Latin letter inside a Japanese word is no abbreviation.
  void about_latin(const FieldSource& one, const base::Message& name) {
    const std::u32string& words = one.words.words;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      const bool small = (words[i] >= U'a' && words[i] <= U'z') || (words[i] >= U'ａ' && words[i] <= U'ｚ');
      const auto is_word = [](char32_t c) { return is_japanese(c) && !(c >= 0x3001 && c <= 0x3020) && c < 0xFF00; };
      if (!small || !is_word(words[i - 1]) || !is_word(words[i + 1])) continue;
      const std::string around = utf8(words.substr(i >= 3 ? i - 3 : 0, 7));
      questions_.ask(
          Question::Kind::wording, one.pointer,
          name + base::Message{"の「" + around + "」に英字がまぎれこんでいるようです。報告書で確かめてください。",
                               ": a Latin letter seems to have slipped into 「" + around + "」. Check the report."},
          one.words.place, 0.4);
      return;
    }
  }

  void about_spaces() {
    std::string words;
    const FieldSource* first = nullptr;
    std::map<std::string, std::string> texts;
    for (const FieldSource& one : sources_) {
      if (!one.taken_spaces.empty()) texts[one.pointer] = utf8(one.words.words);
      for (const std::u32string& taken : one.taken_spaces) {
        if (!first) first = &one;
        words += (words.empty() ? "「" : "、「") + utf8(taken) + "」";
      }
    }
    if (!first) return;
    questions_.ask(Question::Kind::wording, first->pointer,
                   {"ことばの途中の空白を取りました: " + words + "。報告書で確かめてください。",
                    "Spaces inside words were taken out: " + words + ". Check the report."},
                   first->words.place, 0.8, words);
    offer_texts(std::move(texts));
  }

  void about_script_spaces() {
    const auto joined = std::ranges::find_if(sources_, &FieldSource::scripts_joined);
    if (joined == sources_.end()) return;
    std::map<std::string, std::string> texts;
    for (const FieldSource& one : sources_) {
      if (one.scripts_joined) texts[one.pointer] = utf8(without_stray_spaces(one.words.words, nullptr));
    }
    questions_.ask(
        Question::Kind::wording, joined->pointer,
        {"数字と英字の前後の空白は、PDF から文字を取り出したときに入ったものとして、全部取りました。"
         "報告書で確かめてください。",
         "All spaces around digits and Latin words were taken out, as what came with taking the text out of a "
         "PDF. Check the report."},
        joined->words.place, 0.9);
    offer_texts(std::move(texts));
  }

  const std::vector<FieldSource>& sources_;
  QuestionList& questions_;
};

void ask_about_short_names(const std::vector<SourceText>& names, QuestionList& questions) {
  std::string quoted, text;
  for (const SourceText& name : names) {
    quoted += "「" + excerpt(name.words) + "」";
    text += utf8(name.words) + "\n";
  }
  questions.ask(
      Question::Kind::unplaced, "",
      {quoted + "は、取組内容などの上に書かれた小見出しとして、入れていません。取組の文なら、書き写してください。",
       quoted + ": left out as headings above the entries. If they are entries, copy them."},
      names.front().place, 0.5, text);
}

void ask_about_lost_marks(const LostMarks& lost, QuestionList& questions) {
  questions.ask(Question::Kind::mark, "",
                {"①②③のあるはずのところが「@」「A」「B」になっています（「" + excerpt(lost.words) +
                     "」など）。①②③として読みました。報告書と見比べてください。",
                 "「@」「A」「B」 stand where ①②③ should (「" + excerpt(lost.words) +
                     "」 and others). They were taken as ①②③. Compare with the report."},
                lost.place, 0.5);
}

// Where a whole section is in doubt, its sentences are not asked about one by one.
void drop_answered(std::vector<Question>& questions) {
  std::vector<std::string> sections;
  for (const Question& question : questions) {
    if (is_about_section(question)) sections.push_back(question.field + "/");
  }
  std::erase_if(questions, [&](const Question& question) {
    const bool list = question.kind == Question::Kind::missing && !question.field.ends_with("/goal");
    const bool one_by_one = list || question.kind == Question::Kind::midway ||
                            question.kind == Question::Kind::placement || question.kind == Question::Kind::mark ||
                            question.kind == Question::Kind::heading;
    return one_by_one &&
           std::ranges::any_of(sections, [&](const std::string& s) { return question.field.starts_with(s); });
  });
}

}  // namespace

std::vector<Question> find_questions(const FrontMatter& front_matter, const FoundGoals& goals,
                                     const std::vector<FieldSource>& sources,
                                     const std::optional<LostMarks>& lost_marks, const Document& document) {
  QuestionList questions;
  WordingQuestions wording(sources, questions);
  ask_about_document(document, sources, questions);
  ask_about_front_matter(front_matter, questions);
  ask_about_goals(goals, document.kind, questions);
  wording.ask();
  if (lost_marks) ask_about_lost_marks(*lost_marks, questions);
  for (const SourceText& one : front_matter.leftover) wording.ask_where(one);
  for (const SourceText& one : goals.leftover) {
    wording.ask_where(one);
    questions.offer(other_places(goals, one.group, 0.1));
  }
  if (!goals.short_names.empty()) ask_about_short_names(goals.short_names, questions);
  for (std::size_t i = 1; i < front_matter.purpose.size(); ++i) wording.ask_where(front_matter.purpose[i]);
  std::vector<Question> asked = questions.take();
  drop_answered(asked);
  std::ranges::stable_sort(asked, [](const Question& a, const Question& b) {
    return std::pair(a.kind, a.confidence) < std::pair(b.kind, b.confidence);
  });
  return asked;
}

const char* name_of(Question::Kind kind) {
  switch (kind) {
    case Question::Kind::lost:
      return "lost";
    case Question::Kind::unread:
      return "unread";
    case Question::Kind::missing:
      return "missing";
    case Question::Kind::midway:
      return "midway";
    case Question::Kind::unplaced:
      return "unplaced";
    case Question::Kind::placement:
      return "placement";
    case Question::Kind::mark:
      return "mark";
    case Question::Kind::year:
      return "year";
    case Question::Kind::heading:
      return "heading";
    case Question::Kind::count:
      return "count";
    case Question::Kind::wording:
      return "wording";
    case Question::Kind::left_out:
      return "left_out";
    case Question::Kind::unpublished:
      return "unpublished";
  }
  return "";
}

}  // namespace hub::report
