#include "report/words/grammar.h"

#include <algorithm>
#include <string_view>

#include "report/words/characters.h"

namespace hub::report {

namespace {

using List = std::u32string_view;

constexpr List kPast[] = {U"た", U"ました", U"でした", U"だった"};
// Also ends in た, but tells of a wish.
constexpr List kOnward[] = {
    U"ていく",     U"でいく",       U"ていきます",       U"でいきます",       U"ていきたい", U"でいきたい",
    U"たい",       U"たいです",     U"たいと考えている", U"と考えている",     U"検討する",   U"検討します",
    U"検討",       U"検討中である", U"必要がある",       U"必要である",       U"必要です",   U"必要",
    U"必要となる", U"課題である",   U"課題です",         U"課題となっている", U"課題",       U"考える",
    U"考えます",   U"目指す",       U"求められる",       U"求められている",   U"ていない",   U"できていない",
    U"難しい",     U"不足している", U"図っていく",       U"予定である",       U"予定",       U"努める"};
constexpr List kOfChallenges[] = {U"今後",   U"引き続き", U"課題",   U"次年度", U"難し",     U"不足",     U"ものの",
                                  U"必要が", U"必要で",   U"検討",   U"しかし", U"できなか", U"至らなか", U"さらなる",
                                  U"偏り",   U"固定",     U"ため、", U"見直し", U"一方"};
constexpr List kOfOutcomes[] = {U"実施した", U"開催した", U"参加", U"でき",   U"増え",  U"つなが",
                                U"見られ",   U"得られ",   U"延べ", U"行った", U"が寄せ"};

template <class Words>
bool ends_with_any(std::u32string_view sentence, const Words& endings) {
  return std::ranges::any_of(endings, [&](List ending) { return sentence.ends_with(ending); });
}

template <class Words>
int count_of(std::u32string_view text, const Words& words) {
  return static_cast<int>(std::ranges::count_if(words, [&](List word) { return contains(text, word); }));
}

// Without what follows a sentence in brackets, and without 。.
std::vector<std::u32string_view> sentences_of(std::u32string_view text) {
  std::vector<std::u32string_view> sentences;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(U"。!?");
    std::u32string_view sentence = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    const bool bracketed = !sentence.empty() && sentence.front() == U'(' && sentence.back() == U')';
    while (!sentence.empty() && (sentence.front() == U')' || sentence.front() == U'」')) sentence.remove_prefix(1);
    if (!sentence.empty() && (!bracketed || sentences.empty())) sentences.push_back(sentence);
  }
  return sentences;
}

bool ends_past(std::u32string_view sentence) { return ends_with_any(sentence, kPast); }

RoleScores scores_of(std::u32string_view paragraph) {
  const std::vector<std::u32string_view> sentences = sentences_of(paragraph);
  RoleScores scores{};
  if (sentences.empty()) return scores;
  const bool last_past = ends_past(sentences.back());
  const bool any_past = std::ranges::any_of(sentences, ends_past);
  const bool onward = !last_past && ends_with_any(sentences.back(), kOnward);
  const bool present = !last_past && !onward;
  const double challenge_words = std::min(3, count_of(paragraph, kOfChallenges));
  const double outcome_words = std::min(2, count_of(paragraph, kOfOutcomes));
  const auto add = [&](Role role, double score) { scores[role] += score; };
  add(Role::outcomes, last_past ? 2.5 : any_past ? 0.5 : -1.5);
  add(Role::outcomes, 0.3 * outcome_words - (onward ? 1.5 : 0));
  add(Role::challenges, onward ? 1.5 : last_past ? -0.8 : -0.3);
  add(Role::challenges, 0.5 * challenge_words + (any_past && !last_past ? 0.8 : 0));
  add(Role::activities, any_past ? -2 : present ? 1.5 : 0);
  add(Role::activities, -0.4 * challenge_words);
  add(Role::goal, any_past ? -3 : present ? 1 : 0);
  add(Role::goal, sentences.size() > 2 ? -1 : 0);
  add(Role::goal, contains(paragraph, U"必要がある") || contains(paragraph, U"必要である") ? -1 : 0);
  return scores;
}

}  // namespace

RoleScores role_scores(const std::vector<std::u32string>& paragraphs, bool listed) {
  RoleScores scores{};
  if (paragraphs.empty()) return scores;
  for (const std::u32string& paragraph : paragraphs) {
    const RoleScores one = scores_of(paragraph);
    for (const Role role : kRoles) scores[role] += one[role] / static_cast<double>(paragraphs.size());
  }
  // One paragraph by itself is more like a goal, a list is more like what is done for one.
  const bool alone = paragraphs.size() == 1 && !listed;
  scores[Role::goal] += alone ? 1.2 : listed ? -2.5 : -1.5;
  scores[Role::activities] += alone ? -0.5 : 0.3;
  return scores;
}

bool is_past(std::u32string_view folded) {
  const std::vector<std::u32string_view> sentences = sentences_of(folded);
  return !sentences.empty() && ends_past(sentences.back());
}

}  // namespace hub::report
