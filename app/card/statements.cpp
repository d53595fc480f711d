#include "card/statements.h"

#include <algorithm>
#include <utility>

#include "card/card.h"
#include "card/problems.h"

namespace hub::card {

namespace {

constexpr std::size_t kMostFindings = 40;

// A name or a password may hold anything, also what begins a comment elsewhere.
bool is_verbatim(Key key) { return key == Key::wifi_name || key == Key::wifi_password; }

Part value_of(Key key, std::string_view words, std::size_t begin) {
  Part part = trimmed(words, {begin, words.size()});
  if (!is_verbatim(key)) part = without_comment(words, part);
  return unquoted(words, part, !is_verbatim(key));
}

void add_statement(const Line& line, Findings& findings, std::vector<Statement>& statements) {
  const std::string_view words = *line.words;
  const Part all = without_comment(words, trimmed(words, {0, words.size()}));
  const Separator separator = find_separator(words);
  if (!says_something(all.of(words))) return;
  if (separator.at >= all.end) {
    const FoundKey near = find_key(all.of(words));
    const std::string_view name = near.key ? words_of(*near.key).name : near.nearest;
    return findings.error(line.number, problems::no_separator(name));
  }
  const std::string_view name = trimmed(words, {0, separator.at}).of(words);
  const FoundKey found = find_key(name);
  if (!found.key) return findings.error(line.number, problems::unknown_key(name, found.nearest));
  const Part part = value_of(*found.key, words, separator.at + separator.size);
  if (part.begin < part.end) statements.push_back({*found.key, line, part, std::string(part.of(words))});
}

}  // namespace

void Findings::add(content::Diagnostic::Severity severity, int line, content::Problem problem) {
  all_.push_back({severity, kCardFile, line, 1, "", std::move(problem.what), std::move(problem.remedy)});
}

std::vector<content::Diagnostic> Findings::take() {
  std::ranges::stable_sort(all_, {}, &content::Diagnostic::line);
  if (all_.size() > kMostFindings) all_.resize(kMostFindings);
  return std::move(all_);
}

std::vector<Statement> statements_of(const std::vector<Line>& lines, Findings& findings) {
  std::vector<Statement> statements;
  for (const Line& line : lines) {
    if (line.words) {
      add_statement(line, findings, statements);
    } else if (line.bytes.size() > kMostLineBytes) {
      findings.error(line.number, problems::line_too_long());
    } else {
      findings.error(line.number, problems::no_text());
    }
  }
  return statements;
}

}  // namespace hub::card
