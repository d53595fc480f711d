#include "desk/typed/source_comparison.h"

#include "base/parse.h"
#include "base/utf8.h"
#include "content/model/ruby.h"
#include "report/draft/compare.h"
#include "report/draft/evidence.h"

namespace hub::desk {

namespace {

using Checks = std::vector<report::SentenceCheck>;

// The sentences of each text, in its order.
std::vector<Checks> checks_of(const std::vector<SourceComparison::Asked>& texts, const report::Document& document) {
  // A report of nothing but these: it is asked about as any other is.
  content::Report report;
  for (const SourceComparison::Asked& one : texts) report.principles.emplace_back(one.japanese);
  std::vector<Checks> all(texts.size());
  const std::string list = "/principles/";
  for (report::SentenceCheck& check : report::check_against(report, document)) {
    const auto index = base::parse_number<std::size_t>(check.pointer.substr(list.size()));
    if (index && *index < all.size()) all[*index].push_back(std::move(check));
  }
  return all;
}

bool all_found(const Checks& checks) {
  for (const report::SentenceCheck& one : checks) {
    if (!one.found) return false;
  }
  return !checks.empty();
}

// Both sides of a text of which not every sentence is the report's.
void say_difference(const Checks& checks, SourceWords& words) {
  for (const report::SentenceCheck& one : checks) {
    const bool alike = one.found || !one.shown.empty();
    if (alike && words.place.line == 0) words.place = one.place;
    words.marked_ours += one.found ? one.sentence : one.shown.empty() ? "【" + one.sentence + "】" : one.shown;
    words.marked_source += one.found ? one.sentence : one.published;
  }
}

std::string without_marks(const std::string& marked) {
  std::u32string words = base::decode_utf8(marked);
  std::erase_if(words, [](char32_t c) { return c == U'【' || c == U'】'; });
  return base::encode_utf8(words);
}

}  // namespace

std::vector<SourceWords> SourceComparison::compare(const std::vector<Asked>& texts) const {
  const std::vector<Checks> checks = document_ ? checks_of(texts, *document_) : std::vector<Checks>(texts.size());
  std::vector<SourceWords> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Asked& text = texts[i];
    SourceWords& words = all.emplace_back();
    const bool as_read = text.from && content::as_read(text.from->words) == content::as_read(text.japanese);
    if (text.from) {
      words.place = text.from->place;
      words.words = text.from->words;
    }
    if (as_read || all_found(checks[i])) {
      words.same = SourceWords::Same::yes;
      if (!as_read) words.words = text.japanese;
      if (words.place.line == 0 && !checks[i].empty()) words.place = checks[i].front().place;
    } else if (document_ || text.from) {
      words.same = SourceWords::Same::no;
      say_difference(checks[i], words);
      if (words.words.empty()) words.words = without_marks(words.marked_source);
    }
    if (document_ && words.place.line > 0) {
      words.evidence = report::evidence_of(*document_, words.place, base::decode_utf8(words.words));
    }
  }
  return all;
}

}  // namespace hub::desk
