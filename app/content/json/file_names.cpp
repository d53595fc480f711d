#include "content/json/file_names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"
#include "content/json/limits.h"
#include "content/json/words_alike.h"

namespace hub::content {

namespace {

constexpr std::size_t kLongestName_bytes = 765;  // 255 on NTFS, in UTF-8; others have shorter ones
constexpr int kBeforeReiwa = 2018;
constexpr int kBeforeHeisei = 1988;

// What Windows, macOS, Linux, Android and network drives put into folders, in lower case.
constexpr std::array<std::string_view, 24> kOfTheSystem = {"system volume information",
                                                           "$recycle.bin",
                                                           "recycler",
                                                           "recycled",
                                                           "recycle.bin",
                                                           "lost+found",
                                                           "lost.dir",
                                                           "thumbs.db",
                                                           "ehthumbs.db",
                                                           "ehthumbs_vista.db",
                                                           "desktop.ini",
                                                           "autorun.inf",
                                                           "__macosx",
                                                           "icon\r",
                                                           "network trash folder",
                                                           "temporary items",
                                                           "thevolumesettingsfolder",
                                                           "@eadir",
                                                           "@recycle",
                                                           "@recently-snapshot",
                                                           "#recycle",
                                                           "#snapshot",
                                                           "indexervolumeguid",
                                                           "wpsettings.dat"};

// Of an editor's or a browser's half-written or saved-aside file.
constexpr std::array<std::string_view, 9> kLeftoverEnds = {"~",           ".tmp",     ".temp",     ".swp", ".swo",
                                                           ".crdownload", ".partial", ".filepart", ".part"};
// Behind or instead of .json.
constexpr std::array<std::string_view, 9> kTextEnds = {".txt",   ".text", ".json", ".jsonc", ".json5",
                                                       ".jsonl", ".js",   ".html", ".htm"};
constexpr std::array<std::string_view, 9> kBackupEnds = {".bak",  ".backup", ".old",  ".orig", ".original",
                                                         ".save", ".sav",    ".copy", "~"};

// "コピー ～ 2024", "Copy (2) of 2024", "旧2024"
constexpr const char* kCopyBefore =
    "^\\(?(コピー|複製|写し|旧|古い|新|最新|予備|控え|バックアップ|(copy|old|new|backup|bak)(?=[ _~\\(-]))\\)?"
    "( ?\\([0-9]+\\))?( of)?[ _~-]*";
// "2024 - コピー (2)", "2024 (1)", "2024_old", "2024 2", "2024_20260401", "2024 (○○ の競合コピー)", "2024-DESKTOP-1A2B"
constexpr const char* kCopyAfter =
    "[ _.,~-]*("
    "\\([0-9]{1,3}\\)|[ _-][0-9]{1,2}|"
    "[\\(\\[]?(のコピー|コピー|の複製|複製|複写|写し|バックアップ|旧版|旧|古い|予備|控え|控|前|元|最新版|最新|新版|新|"
    "修正版|修正|訂正版|訂正|最終版|最終|確定版|確定|保存用)[\\)\\]]?( ?\\(?[0-9]{1,3}\\)?)?|"
    "[ _.\\(\\[-](copy|copied|backup|bak|old|orig|original|new|final|dup|duplicate|save|v|ver|rev)[\\)\\]]?"
    "[ _-]?(\\(?[0-9]{1,3}\\)?)?|"
    "[ _-]20[0-9]{2}([-_.]|年)?[0-9]{1,2}([-_.]|月)?[0-9]{1,2}(日)?|"
    "[ _.-]*\\(.*(conflict|競合|衝突).*|"
    "-(desktop|laptop|pc)-[0-9a-z]+"
    ")$";

// One width and case, dashes, tildes, dots and spaces each of one kind: as names are compared. nfkc() also puts か and
// a ゛ of its own together, as macOS writes names.
std::string folded(std::string_view name) {
  std::u32string out;
  for (const char32_t c : base::nfkc(base::decode_utf8(name.substr(0, kLongestName_bytes)))) {
    if (base::is_space(c)) {
      if (!out.empty() && out.back() != U' ') out += U' ';
    } else if (c == U'。' || c == U'․') {
      out += U'.';
    } else if (c == U'、') {
      out += U',';
    } else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
      out += U'-';
    } else if (c == U'〜' || c == U'∼') {
      out += U'~';
    } else {
      out += c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
    }
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return base::encode_utf8(out);
}

bool cut_end(std::string& name, std::string_view end) {
  if (name.size() <= end.size() || !name.ends_with(end)) return false;
  name.resize(name.size() - end.size());
  return true;
}

void cut_all(std::string& name, std::string_view letters) {
  while (name.size() > 1 && letters.find(name.back()) != letters.npos) name.pop_back();
}

struct Stem {
  std::string name;        // without what stands for .json
  bool is_backup = false;  // .bak behind it
  bool is_other = false;   // .pdf, .docx: no JSON, whatever its name says
};

// ".jsom", ".josn"
bool is_almost_json(std::string_view extension) {
  return extension.size() >= 3 && extension.size() <= 6 && are_alike(extension, "json", 1);
}

Stem stem_of(std::string_view file_name) {
  Stem stem{folded(file_name)};
  std::string& name = stem.name;
  for (bool again = true; again;) {
    again = false;
    cut_all(name, ". ,");
    for (const std::string_view end : kTextEnds) again = cut_end(name, end) || again;
    for (const std::string_view end : kBackupEnds) {
      if (!cut_end(name, end)) continue;
      stem.is_backup = again = true;
    }
    const std::size_t dot = name.find_last_of(".,");
    if (dot == name.npos || dot == 0) continue;
    const std::string extension = name.substr(dot + 1);
    if (is_almost_json(extension)) {
      name.resize(dot);
      again = true;
    }
  }
  if (cut_end(name, "json")) cut_all(name, " ._-,");
  const std::size_t dot = name.find_last_of('.');
  const std::string_view rest = dot == name.npos ? std::string_view() : std::string_view(name).substr(dot + 1);
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  stem.is_other = !rest.empty() && rest.size() <= 5 && std::ranges::all_of(rest, is_plain) &&
                  std::ranges::any_of(rest, [](char c) { return c >= 'a' && c <= 'z'; }) && rest != "old" &&
                  rest != "new" && rest != "copy" && rest != "bak";
  return stem;
}

// Without the words that make it a copy's name; the same when there are none.
std::string without_copy_words(const std::string& stem) {
  static const std::regex before(kCopyBefore), after(kCopyAfter);
  std::string left = stem;
  for (int words = 0; words < 4; ++words) {
    std::string shorter = std::regex_replace(left, after, "", std::regex_constants::format_first_only);
    if (shorter == left) shorter = std::regex_replace(left, before, "", std::regex_constants::format_first_only);
    while (!shorter.empty() && shorter.front() == ' ') shorter.erase(0, 1);
    cut_all(shorter, " ");
    if (shorter.empty() || shorter == left) break;
    left = std::move(shorter);
  }
  return left;
}

// A reader takes one for the other: one letter more, less or in another place, two in a long word.
bool is_alike(std::string_view stem, std::string_view wanted) {
  std::string plain(stem);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  std::string target(wanted);
  std::erase(target, '-');
  return plain == target || are_alike(plain, target, target.size() < 7 ? 1 : 2);
}

std::string_view without_json(std::string_view name) {
  return name.ends_with(".json") ? name.substr(0, name.size() - 5) : name;
}

// 二〇二六 as 2026; 十 is no digit.
std::string with_digits(std::string_view words) {
  constexpr std::u32string_view kKanji = U"〇一二三四五六七八九";
  std::u32string out;
  for (const char32_t c : base::decode_utf8(words)) {
    const std::size_t digit = kKanji.find(c);
    out += digit == kKanji.npos ? c : U'0' + static_cast<char32_t>(digit);
  }
  return base::encode_utf8(out);
}

int between(int year, int first, int last) { return year >= first && year <= last ? year : 0; }

// The one year that a stem names; 0: none, or more than one.
int year_in(std::string_view stem) {
  std::string words = with_digits(stem);
  std::erase(words, ' ');
  std::smatch found;
  static const std::regex era("(令和|平成|令|平|reiwa|heisei|(^|[^a-z])[rh])(元|[0-9]{1,2})(?![0-9])");
  if (std::regex_search(words, found, era)) {
    const bool reiwa =
        found[1].str().starts_with("令") || found[1].str().starts_with("reiwa") || found[1].str().ends_with("r");
    const int of_era = found[3] == "元" ? 1 : std::atoi(found[3].str().c_str());
    const std::string rest = found.suffix().str();
    if (rest.find_first_of("0123456789") != rest.npos) return 0;
    return between((reiwa ? kBeforeReiwa : kBeforeHeisei) + of_era, kFirstYear, kLastYear);
  }
  const std::size_t begin = words.find_first_of("0123456789");
  if (begin == words.npos) return 0;
  const std::size_t end = std::min(words.find_first_not_of("0123456789", begin), words.size());
  if (end - begin != 4 || words.find_first_of("0123456789", end) != words.npos) return 0;
  return between(std::atoi(words.substr(begin, 4).c_str()), kFirstYear, kLastYear);
}

bool is_bare_id(std::string_view word) {
  return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == word.npos;
}

}  // namespace

bool is_passed_over(std::string_view name) {
  if (name.starts_with('.') || name.find(".sync-conflict-") != name.npos) return true;
  if (name.size() > 2 && name.starts_with('#') && name.ends_with('#')) return true;
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
  const auto ends = [&](std::string_view end) { return lower.ends_with(end); };
  if (std::ranges::any_of(kLeftoverEnds, ends)) return true;
  const bool found_by_chkdsk = lower.size() == 9 && lower.starts_with("found.") && lower.ends_with('0');
  return found_by_chkdsk || std::ranges::find(kOfTheSystem, lower) != kOfTheSystem.end();
}

bool is_lock(std::string_view name) {
  return name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'));
}

std::optional<Likeness> like_file(std::string_view name, std::span<const std::string_view> wanted) {
  const Stem stem = stem_of(name);
  if (stem.is_other) return std::nullopt;
  const std::string bare = without_copy_words(stem.name);
  // A copy of readings.json is never taken for a misspelling of it.
  for (const bool is_copy : {true, false}) {
    if (is_copy && bare == stem.name) continue;
    for (const std::string_view one : wanted) {
      const std::string_view target = without_json(one);
      const bool alike = is_copy ? bare == target : is_alike(stem.name, target);
      if (alike) return Likeness{std::string(one), is_copy || stem.is_backup};
    }
  }
  return std::nullopt;
}

std::optional<Likeness> like_report(std::string_view name) {
  const Stem stem = stem_of(name);
  if (stem.is_other) return std::nullopt;
  const std::string bare = without_copy_words(stem.name);
  const int year = year_in(bare);
  if (year == 0) return std::nullopt;
  return Likeness{std::to_string(year) + ".json", stem.is_backup || bare != stem.name};
}

std::optional<Likeness> like_folder(std::string_view name, std::span<const std::string_view> wanted) {
  const std::string whole = folded(name), bare = without_copy_words(whole);
  for (const std::string_view one : wanted) {
    if (bare != whole && bare == one) return Likeness{std::string(one), true};
    if (is_alike(whole, one)) return Likeness{std::string(one), false};
  }
  std::string id = bare;
  std::ranges::replace(id, ' ', '-');
  std::ranges::replace(id, '_', '-');
  return is_bare_id(id) ? std::optional(Likeness{id, bare != whole}) : std::nullopt;
}

bool is_report_name(std::string_view name) {
  return name.size() == 9 && name.ends_with(".json") && name.find_first_not_of("0123456789") == 4;
}

int year_of_published(std::string_view name) {
  constexpr std::array<std::string_view, 9> kEnds = {".pdf", ".html", ".htm", ".mhtml", ".docx",
                                                     ".doc", ".xlsx", ".xls", ".odt"};
  std::string stem = folded(name);
  for (const std::string_view end : kEnds) {
    if (cut_end(stem, end)) return year_in(stem);
  }
  return 0;
}

bool has_second_extension(std::string_view name) {
  const std::string whole = folded(name);
  const std::size_t json = whole.find(".json");
  return json != whole.npos && whole.size() > json + 5;
}

}  // namespace hub::content
