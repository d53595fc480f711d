// What people write behind a key → what the configuration writes. Nothing: it cannot be meant. What is in no range, or
// no day that there is, comes out all the same: the configuration's own rules judge it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hub::card {

bool means_none(std::string_view written);  // なし, 無し, ない, none, -

std::optional<double> number_of(std::string_view written);  // 32, ３２インチ, 31.5 型, 700mm
std::optional<int> angle_of(std::string_view written);      // 90, 90度, 右に90, 左90, 横
bool means_upright(std::string_view written);               // 縦: to one side or to the other

// "full" or "low".
std::optional<std::string> reach_of(std::string_view written);

bool means_always(std::string_view written);  // いつも, 24時間, …
// 9時〜17時半 → "9:00-17:30"; what is none stays as it is written.
std::vector<std::string> spans_of(std::string_view written);

// 日、月 → "sun", "mon"; 火-木 are three.
std::optional<std::vector<std::string>> weekdays_of(std::string_view written);

// 12/29-1/3 → "12-29..01-03"; what is none stays as it is written.
std::vector<std::string> dates_of(std::string_view written);

}  // namespace hub::card
