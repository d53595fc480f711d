#include "report/around/left_out.h"

#include <algorithm>

#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongestPart = 100;  // what the pipe to the program takes of one (sandbox/document_bytes)

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

void LeftOutList::add(LeftOut::Why why, std::u32string_view words, Place place) {
  if (list_.size() >= kMostNoted) return;
  std::u32string shown(words);
  std::ranges::replace_if(shown, is_control, U' ');
  shown = trimmed(shown);
  if (shown.empty() || !seen_.emplace(why, shown).second) return;
  for (std::size_t at = 0; at < shown.size() && list_.size() < kMostNoted; at += kLongestPart) {
    std::u32string part = trimmed(std::u32string_view(shown).substr(at, kLongestPart));
    if (!part.empty()) list_.push_back({why, std::move(part), place});
  }
}

void LeftOutList::add(const std::vector<LeftOut>& others) {
  for (const LeftOut& one : others) add(one.why, one.words, one.place);
}

std::vector<LeftOut> LeftOutList::take() {
  std::ranges::stable_sort(list_, {}, &LeftOut::place);
  seen_.clear();
  return std::move(list_);
}

}  // namespace hub::report
