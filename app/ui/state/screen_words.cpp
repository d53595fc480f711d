#include "ui/state/screen_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hub::ui {

namespace {

constexpr std::string_view kAsk =
    "画面を設置した人に、この画面を見せて（写真でもかまいません）、直してもらってください。いま映っている内容は、"
    "そのままです。";
constexpr std::string_view kOurs = "この機械に、直すところがあります。";
constexpr std::string_view kThing = "この機械のファイル";  // in place of where it lies
constexpr std::string_view kOpen = "「", kClose = "」", kStop = "。";
constexpr std::string_view kOfPrograms[] = {"sudo ",  "hub-kiosk", "bubblewrap", "pdftotext", "pdftoppm", "systemctl",
                                            "sysctl", ".json",     "JSON",       "minisign",  "$argon",   "環境変数"};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// --replace
bool has_option(std::string_view words) {
  for (std::size_t at = words.find("--"); at != words.npos; at = words.find("--", at + 1)) {
    if (at + 2 < words.size() && is_small(words[at + 2])) return true;
  }
  return false;
}

// /var/lib, /review/0; not km/h, https://… or </p>
bool has_path(std::string_view words) {
  for (std::size_t at = words.find('/'); at != words.npos; at = words.find('/', at + 1)) {
    const char before = at > 0 ? words[at - 1] : ' ';
    const bool begins = !is_letter(before) && before != '/' && before != ':' && before != '<' && before != '.';
    if (begins && at + 1 < words.size() && is_small(words[at + 1])) return true;
  }
  return false;
}

// A file's place gives way to what it is; who asked for it knows no place.
bool take_places_out(std::string& words) {
  bool any = false;
  for (std::size_t at = words.find(kOpen); at != words.npos; at = words.find(kOpen, at + 1)) {
    const std::size_t end = words.find(kClose, at);
    if (end == words.npos) break;
    if (words.compare(at + kOpen.size(), 1, "/") != 0) continue;
    words.replace(at, end + kClose.size() - at, kThing);
    any = true;
  }
  return any;
}

// Up to each full stop that is in no brackets and no quotation.
std::vector<std::string_view> sentences(std::string_view words) {
  constexpr std::array<std::string_view, 3> kOpening = {"「", "（", "『"}, kClosing = {"」", "）", "』"};
  std::vector<std::string_view> all;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto here = [&](std::string_view mark) { return words.substr(at).starts_with(mark); };
    if (std::ranges::any_of(kOpening, here)) ++depth;
    if (std::ranges::any_of(kClosing, here)) depth = std::max(0, depth - 1);
    if (depth > 0 || !here(kStop)) continue;
    all.push_back(words.substr(begin, at + kStop.size() - begin));
    begin = at + kStop.size();
  }
  if (begin < words.size()) all.push_back(words.substr(begin));
  return all;
}

struct Kept {
  std::string words;
  bool all = true;
};

Kept without_commands(std::string_view words) {
  Kept kept;
  for (const std::string_view sentence : sentences(words)) {
    if (speaks_of_commands(sentence)) {
      kept.all = false;
    } else {
      kept.words += sentence;
    }
  }
  return kept;
}

}  // namespace

bool speaks_of_commands(std::string_view sentence) {
  return has_option(sentence) || has_path(sentence) ||
         std::ranges::any_of(kOfPrograms, [&](std::string_view word) { return sentence.find(word) != sentence.npos; });
}

ScreenWords screen_words(const base::Error& error) {
  std::string happened = error.what.ja;
  const bool had_places = take_places_out(happened);
  Kept what = without_commands(happened), remedy = without_commands(error.remedy.ja);
  if (what.words.empty() && !what.all) what.words = kOurs;
  // What can be done about a place is nothing that staff could do.
  if (had_places) remedy.words.clear();
  if (had_places || !what.all || !remedy.all) remedy.words += kAsk;
  return {std::move(what.words), std::move(remedy.words)};
}

}  // namespace hub::ui
