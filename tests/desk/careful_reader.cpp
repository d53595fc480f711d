#include "careful_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"
#include "compare.h"
#include "report/draft/selected_lines.h"

namespace hub::tests {

namespace {

using desk::Work;
using nlohmann::json;
using report::Document;
using report::Place;

constexpr int kMostCorrections = 40;  // of one question

std::size_t wrong_in(const json& expected, const std::string& report) {
  return compare(expected, json::parse(report)).wrong.size();
}

std::u32string folded(const std::u32string& words) {
  std::u32string kept;
  for (const char32_t c : words) {
    if (!base::is_space(c)) kept += c;
  }
  return kept;
}

struct Lines {
  Place first;
  Place last;
};

// The lines on which these words stand, and no more than they must.
std::optional<Lines> lines_with(const Document& document, const std::string& text) {
  const std::u32string wanted = folded(base::decode_utf8(text));
  if (wanted.size() < 4) return std::nullopt;
  std::u32string all;
  std::vector<std::size_t> line_of;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const std::u32string words = folded(document.lines[i].words);
    all += words;
    line_of.insert(line_of.end(), words.size(), i);
  }
  const std::size_t at = all.find(wanted);
  if (at == all.npos) return std::nullopt;
  return Lines{document.lines[line_of[at]].place, document.lines[line_of[at + wanted.size() - 1]].place};
}

void collect(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) texts.push_back(value.get<std::string>());
  if (value.is_structured()) {
    for (const json& member : value) collect(member, texts);
  }
}

// Texts of the report that are not in the draft as they should be.
std::vector<std::string> missing_from(const json& expected, const std::string& report) {
  std::vector<std::string> wanted, there, missing;
  collect(expected, wanted);
  collect(json::parse(report), there);
  for (const std::string& text : wanted) {
    if (std::ranges::find(there, text) == there.end()) missing.push_back(text);
  }
  return missing;
}

class CarefulReader {
 public:
  CarefulReader(Work& work, const Document& document, const json& expected)
      : work_(work), document_(document), expected_(expected) {}

  Answering answer_all() {
    Answering answering;
    answering.questions = static_cast<int>(work_.reading().questions.size());
    for (int question = 0; question < answering.questions; ++question) {
      answering.answers += correct(question, false);
      // Whoever sees that it gets worse takes it back.
      const Work before = work_;
      const std::size_t wrong_before = wrong();
      const int more = wrong_before > 0 ? correct(question, true) : 0;
      if (wrong() < wrong_before) {
        answering.answers += more;
      } else {
        work_ = before;
      }
      if (is_open(question)) static_cast<void>(work_.answer(question, "right", "", "").ok());
      if (!is_open(question)) ++answering.settled;
    }
    return answering;
  }

 private:
  bool is_open(int question) const {
    const Work::State state = work_.state_of(question);
    return state == Work::State::open || state == Work::State::later;
  }
  std::size_t wrong() const { return wrong_in(expected_, work_.report()); }
  std::size_t wrong_after(const desk::Step& step) const {
    const auto files = desk::made(work_.files(), step);
    return files ? wrong_in(expected_, files.value().at(desk::kReportFile)) : static_cast<std::size_t>(-1);
  }

  // How many answers. `entry_by_entry`: also through what is worse for a moment.
  int correct(int question, bool entry_by_entry) {
    corrected_.clear();
    int answers = 0;
    while (answers < kMostCorrections && is_open(question)) {
      if (!choose(question) && !choose_lines(question) && !(entry_by_entry && correct_next(question))) break;
      ++answers;
    }
    return answers;
  }

  // Whether one made the draft better. Where nothing has to change, that is the answer.
  bool choose(int question) {
    const std::size_t now = wrong();
    std::size_t least = now;
    std::string best;
    for (const desk::Choice& choice : desk::choices_for(work_.asked(question))) {
      const std::size_t after = wrong_after(choice.step);
      if (after >= least) continue;
      least = after;
      best = choice.id;
    }
    return least < now && work_.answer(question, best, "", "").ok();
  }

  bool choose_lines(int question) {
    const std::size_t now = wrong();
    std::size_t least = now;
    std::optional<desk::Entry> best;
    std::string best_place;
    Place from;
    for (const std::string& text : missing_from(expected_, work_.report())) {
      const auto lines = lines_with(document_, text);
      if (!lines) continue;
      const report::SelectedWords words = report::selected_words(document_, lines->first, lines->last);
      if (words.texts.empty()) continue;
      const desk::Asked asked = work_.asked(question);
      for (const desk::PlaceForWords& place : desk::places_for(asked)) {
        const auto choice = desk::put_there(asked, {words.marks, words.texts}, words.place, place.id);
        const std::size_t after = choice ? wrong_after(choice->step) : now;
        if (after >= least) continue;
        least = after;
        best = desk::Entry{words.marks, words.texts};
        best_place = place.id;
        from = words.place;
      }
    }
    return best && work_.put(question, *best, from, best_place, "", "").ok();
  }

  // Entry by entry, from the top: what the report has there, whatever becomes of what stood there.
  bool correct_next(int question) {
    const json draft = json::parse(work_.report());
    for (const Difference& one : compare(expected_, draft).wrong) {
      const json wanted = expected_.at(json::json_pointer(one.pointer));
      if (!wanted.is_string() || corrected_.contains(one.pointer)) continue;
      corrected_.insert(one.pointer);
      const auto lines = lines_with(document_, wanted.get<std::string>());
      if (!lines) continue;
      const report::SelectedWords words = report::selected_words(document_, lines->first, lines->last);
      const std::size_t text = one.pointer.find("/text/");
      const std::string entry = one.pointer.substr(0, text), list = entry.substr(0, entry.find_last_of('/'));
      for (const std::string& place : text == one.pointer.npos ? std::vector{entry} : std::vector{"=" + entry, list}) {
        if (work_.put(question, {words.marks, words.texts}, words.place, place, "", "").ok()) return true;
      }
    }
    return false;
  }

  Work& work_;
  const Document& document_;
  const json& expected_;
  std::set<std::string> corrected_;
};

}  // namespace

Answering answer_all(Work& work, const Document& document, const json& expected) {
  return CarefulReader(work, document, expected).answer_all();
}

}  // namespace hub::tests
