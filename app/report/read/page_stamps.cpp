#include "report/read/page_stamps.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr double kLargestReading = 0.65;  // of the height of the word below it; usual is a half
constexpr double kStampSize = 2.2;        // of the page's words: titles are smaller
constexpr double kSameStamp = 2;          // how much its letters differ in size
constexpr std::size_t kMostStampLetters = 60;
constexpr std::size_t kLongestReading = 30;

constexpr std::u32string_view kStamps[] = {
    U"案",     U"素案",     U"原案",   U"草案",   U"試案",     U"見本",         U"サンプル", U"sample",
    U"draft",  U"写",       U"写し",   U"控",     U"控え",     U"複写",         U"コピー",   U"copy",
    U"秘",     U"部外秘",   U"社外秘", U"㊙",     U"取扱注意", U"confidential", U"未定稿",   U"校正中",
    U"下書き", U"たたき台", U"暫定版", U"未確定", U"検討中",   U"preview"};

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FF; }

double height_of(const Fragment& word) { return word.bottom - word.top; }
double width_of(const Fragment& word) { return word.right - word.left; }
double middle_of(const Fragment& word) { return (word.top + word.bottom) / 2; }

// Of one letter, whichever way the word is turned.
double letter_size(const Fragment& word) {
  const auto letters = static_cast<double>(word.words.size());
  const bool upright = word.words.size() >= 2 && height_of(word) > 1.5 * width_of(word);
  return upright ? std::max(width_of(word), height_of(word) / letters)
                 : std::max(height_of(word), width_of(word) / letters);
}

// Half of all letters stand in words that are no higher.
double usual_height(const std::vector<Fragment>& words) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const Fragment& word : words) {
    heights.emplace_back(height_of(word), word.words.size());
    all += word.words.size();
  }
  std::ranges::sort(heights);
  std::size_t below = 0;
  for (const auto& [height, letters] : heights) {
    below += letters;
    if (2 * below >= all) return height;
  }
  return 0;
}

// The middles of both, where their letters are: boxes are higher than those.
bool lies_over(const Fragment& stamp, const Fragment& word) {
  const double x = 0.2 * width_of(stamp), y = 0.2 * height_of(stamp), inner = 0.3 * height_of(word);
  return stamp.left + x < word.right && word.left < stamp.right - x && stamp.top + y < word.bottom - inner &&
         word.top + inner < stamp.bottom - y;
}

bool is_near(const Fragment& a, const Fragment& b) {
  const double size = std::max(letter_size(a), letter_size(b));
  const bool alike = size < kSameStamp * std::min(letter_size(a), letter_size(b));
  const double x = std::abs(a.left + a.right - b.left - b.right) / 2, y = std::abs(middle_of(a) - middle_of(b));
  return alike && x < 1.5 * size && y < 1.5 * size;
}

// The letters of one stamp as it is read: from left to right, and what is turned by a quarter from below.
std::u32string words_of(std::vector<Fragment> letters) {
  const auto [left, right] = std::ranges::minmax(letters, {}, &Fragment::left);
  const auto [top, bottom] = std::ranges::minmax(letters, {}, &Fragment::top);
  const bool across = right.left - left.left > 0.3 * (bottom.top - top.top);
  if (across) {
    std::ranges::stable_sort(letters, {}, &Fragment::left);
  } else {
    std::ranges::stable_sort(letters, std::greater(), &Fragment::top);
  }
  std::u32string words;
  for (const Fragment& letter : letters) words += letter.words;
  return words;
}

// Which of the large letters belong together.
std::vector<std::vector<std::size_t>> groups_of(const std::vector<Fragment>& words,
                                                const std::vector<std::size_t>& large) {
  std::vector<std::vector<std::size_t>> groups;
  std::vector<bool> taken(large.size());
  for (std::size_t i = 0; i < large.size(); ++i) {
    if (taken[i]) continue;
    taken[i] = true;
    std::vector<std::size_t> group = {large[i]};
    for (std::size_t of = 0; of < group.size(); ++of) {
      for (std::size_t k = 0; k < large.size(); ++k) {
        if (taken[k] || !is_near(words[group[of]], words[large[k]])) continue;
        taken[k] = true;
        group.push_back(large[k]);
      }
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

template <class IsTaken>
void erase_words(std::vector<Fragment>& words, const IsTaken& is_taken) {
  std::vector<Fragment> kept;
  kept.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_taken(i)) kept.push_back(std::move(words[i]));
  }
  words = std::move(kept);
}

}  // namespace

bool is_stamp(std::u32string_view folded) {
  constexpr std::u32string_view kOpening = U"([{<【〔〈《「『", kClosing = U")]}>】〕〉》」』";
  if (folded.size() >= 3 && kOpening.find(folded.front()) != kOpening.npos &&
      kClosing.find(folded.back()) != kClosing.npos) {
    folded = folded.substr(1, folded.size() - 2);
  }
  if (folded.size() > 12) return false;
  std::u32string words(folded);
  for (char32_t& c : words) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return std::ranges::find(kStamps, words) != std::end(kStamps);
}

std::vector<LeftOut> take_readings(std::vector<Fragment>& words) {
  std::vector<std::size_t> by_middle(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) by_middle[i] = i;
  const auto middle = [&](std::size_t i) { return middle_of(words[i]); };
  std::ranges::stable_sort(by_middle, {}, middle);
  std::vector<bool> is_reading(words.size());
  std::vector<LeftOut> readings;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Fragment& small = words[i];
    if (small.words.size() > kLongestReading || !std::ranges::all_of(small.words, is_kana)) continue;
    const double height = height_of(small);
    const auto first = std::ranges::upper_bound(by_middle, middle_of(small) + 0.25 * height, {}, middle);
    for (auto below = first; below != by_middle.end() && middle(*below) < middle_of(small) + 2.5 * height; ++below) {
      const Fragment& base = words[*below];
      const double centre = (small.left + small.right) / 2;
      if (height > kLargestReading * height_of(base) || centre < base.left || centre > base.right) continue;
      if (std::ranges::none_of(base.words, is_kanji)) continue;
      is_reading[i] = true;
      readings.push_back({LeftOut::Why::reading, small.words, small.place});
      break;
    }
  }
  erase_words(words, [&](std::size_t i) { return is_reading[i]; });
  return readings;
}

std::vector<LeftOut> take_stamps(std::vector<Fragment>& words) {
  const double usual = usual_height(words);
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (letter_size(words[i]) >= kStampSize * usual) large.push_back(i);
  }
  std::vector<LeftOut> stamps;
  if (usual <= 0 || large.size() > kMostStampLetters) return stamps;
  std::vector<bool> is_large(words.size()), is_taken(words.size());
  for (const std::size_t i : large) is_large[i] = true;
  for (const std::vector<std::size_t>& group : groups_of(words, large)) {
    std::vector<Fragment> letters;
    letters.reserve(group.size());
    for (const std::size_t i : group) letters.push_back(words[i]);
    bool over = false;
    for (std::size_t i = 0; i < words.size() && !over; ++i) {
      over =
          !is_large[i] && std::ranges::any_of(letters, [&](const Fragment& one) { return lies_over(one, words[i]); });
    }
    std::u32string all = words_of(letters);
    if (!over && !is_stamp(fold(all))) continue;
    for (const std::size_t i : group) is_taken[i] = true;
    stamps.push_back({LeftOut::Why::stamp, std::move(all), letters.front().place});
  }
  erase_words(words, [&](std::size_t i) { return is_taken[i]; });
  return stamps;
}

}  // namespace hub::report
