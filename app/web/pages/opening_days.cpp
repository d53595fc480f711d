#include "web/pages/opening_days.h"

#include <cstdio>
#include <optional>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"
#include "desk/store/json.h"

namespace hub::web {

namespace {

using desk::Json;

constexpr const char* kExceptions = "exceptions";  // of a form
constexpr std::size_t kMostLines = 60;

// One width of digits and signs, one kind of dash, no spaces around it: what is left is easy to read.
std::u32string plain_letters(const std::string& words) {
  std::u32string plain;
  for (const char32_t one : base::decode_utf8(words)) {
    const char32_t c = one >= 0xFF01 && one <= 0xFF5E ? one - 0xFEE0 : one;
    const bool dash = std::u32string_view(U"〜～~-–—―−ー‐‑").find(c) != std::u32string_view::npos;
    if (dash) {
      plain += U'-';
    } else if (c == U'，' || c == U',' || c == U'・' || c == U'､') {
      plain += U'、';
    } else {
      plain += c == U'\u3000' || c == U'\t' ? U' ' : c;
    }
  }
  return plain;
}

// Reads a text from its beginning.
class Reader {
 public:
  explicit Reader(std::u32string_view text) : rest_(text) {}

  bool at_end() {
    skip_spaces();
    return rest_.empty();
  }
  bool takes(std::u32string_view words) {
    skip_spaces();
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }
  // Of one or two digits, or with four as well.
  std::optional<int> number(std::size_t most_digits = 2) {
    skip_spaces();
    int value = 0;
    std::size_t digits = 0;
    while (digits < rest_.size() && rest_[digits] >= U'0' && rest_[digits] <= U'9') {
      if (digits == most_digits) return std::nullopt;
      value = value * 10 + static_cast<int>(rest_[digits] - U'0');
      ++digits;
    }
    if (digits == 0) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  std::u32string_view rest() const { return rest_; }

 private:
  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == U' ') rest_.remove_prefix(1);
  }
  std::u32string_view rest_;
};

// 9:30, 9時, 9時半, 9時30分
std::optional<std::string> time_of(Reader& reader) {
  const auto hour = reader.number();
  if (!hour) return std::nullopt;
  int minute = 0;
  if (reader.takes(U":")) {
    const auto after = reader.number();
    if (!after) return std::nullopt;
    minute = *after;
  } else if (reader.takes(U"時")) {
    if (reader.takes(U"半")) {
      minute = 30;
    } else if (const auto after = reader.number()) {
      minute = *after;
      reader.takes(U"分");
    }
  } else {
    return std::nullopt;
  }
  char text[16];
  std::snprintf(text, sizeof text, "%d:%02d", *hour, minute);
  return text;
}

// Nothing: it is no list of times.
std::optional<Json> spans_of(std::u32string_view words) {
  Json spans = Json::array();
  Reader reader(words);
  for (const std::u32string_view closed : {U"休み", U"休館日", U"休館", U"閉館", U"お休み", U"定休日", U"なし"}) {
    if (reader.takes(closed) && reader.at_end()) return spans;
  }
  while (!reader.at_end()) {
    const auto from = time_of(reader);
    if (!from || (!reader.takes(U"-") && !reader.takes(U"から"))) return std::nullopt;
    const auto to = time_of(reader);
    if (!to) return std::nullopt;
    reader.takes(U"まで");
    reader.takes(U"、");
    spans.push_back(*from + "-" + *to);
  }
  return spans;
}

// 12月29日, 12/29, 2026年11月23日, 2026-11-23 (its dashes have been made one kind)
std::optional<std::string> date_of(Reader& reader) {
  auto first = reader.number(4);
  if (!first) return std::nullopt;
  std::string year;
  const bool named = reader.takes(U"年");
  if (named || (*first > 99 && (reader.takes(U"-") || reader.takes(U"/")))) {
    if (*first < 1000) return std::nullopt;
    year = std::to_string(*first) + "-";
    first = reader.number();
  }
  if (!first || (!reader.takes(U"月") && !reader.takes(U"/") && !reader.takes(U"-"))) return std::nullopt;
  const auto day = reader.number();
  if (!day) return std::nullopt;
  reader.takes(U"日");
  char text[16];
  std::snprintf(text, sizeof text, "%02d-%02d", *first, *day);
  return year + text;
}

// A line of exceptions into the object.
bool add_exception(std::u32string_view line, Json& into) {
  Reader reader(line);
  auto days = date_of(reader);
  if (!days) return false;
  if (reader.takes(U"-") || reader.takes(U"から")) {
    const auto last = date_of(reader);
    if (!last) return false;
    reader.takes(U"まで");
    *days += ".." + *last;
  }
  reader.takes(U":");
  if (reader.at_end()) return false;  // open or closed?
  auto spans = spans_of(reader.rest());
  if (!spans) return false;
  into[*days] = *std::move(spans);
  return true;
}

std::string readable_span(std::string span) {
  const std::size_t dash = span.find('-');
  return dash == span.npos ? span : span.replace(dash, 1, "〜");
}

std::string readable_spans(const Json* spans) {
  std::string all;
  if (spans == nullptr || !spans->is_array()) return all;
  for (const Json& one : *spans) {
    if (one.is_string()) all += (all.empty() ? "" : "、") + readable_span(one.get<std::string>());
  }
  return all;
}

// 2026-11-23 → 2026年11月23日; 12-29 → 12月29日
std::string readable_date(const std::string& date) {
  const auto number = [](const std::string& digits) { return digits.starts_with('0') ? digits.substr(1) : digits; };
  const std::size_t at = date.size() == 10 ? 5 : 0;
  if (date.size() != 10 && date.size() != 5) return date;
  const std::string year = at == 0 ? "" : date.substr(0, 4) + "年";
  return year + number(date.substr(at, 2)) + "月" + number(date.substr(at + 3, 2)) + "日";
}

std::string readable_days(const std::string& days) {
  const std::size_t to = days.find("..");
  if (to == days.npos) return readable_date(days);
  return readable_date(days.substr(0, to)) + "〜" + readable_date(days.substr(to + 2));
}

base::Error not_times(const std::string& of, const std::string& written) {
  return {
      {of + "の「" + base::shown(written) + "」を、時間として読めませんでした。",
       "These are no hours: " + base::shown(written)},
      {"「9:30〜16:00」のように書いてください。昼に閉まる日は「9:30〜12:00、13:00〜16:00」、休みの日は空けておきます。",
       "Write 9:30-16:00, or nothing for a day that is closed."}};
}

base::Error no_exception(const std::string& written) {
  return {{"決まった休みなどの「" + base::shown(written) + "」を、日と時間として読めませんでした。",
           "This is no day with its hours: " + base::shown(written)},
          {"1 行に 1 つ、「12月29日〜1月3日 休み」「11月23日 10:00〜12:00」のように書いてください。",
           "Write one a line: the day, then its hours or 休み."}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else if (c != '\r') {
      lines.back() += c;
    }
  }
  std::erase_if(lines, [](const std::string& line) { return Reader(plain_letters(line)).at_end(); });
  return lines;
}

}  // namespace

OpeningDays opening_days(const std::string& json) {
  OpeningDays days;
  const auto root = desk::parsed(json);
  if (!root) return days;
  for (std::size_t i = 0; i < days.days.size(); ++i) {
    const Json* day = desk::member(*root, kDayWords[i]);
    days.days[i] = readable_spans(day != nullptr ? day : desk::member(*root, "every_day"));
  }
  const Json* dates = desk::member(*root, "dates");
  if (dates == nullptr || !dates->is_object()) return days;
  for (const auto& [key, spans] : dates->items()) {
    const std::string hours = readable_spans(&spans);
    days.exceptions += readable_days(key) + " " + (hours.empty() ? "休み" : hours) + "\n";
  }
  return days;
}

base::Result<std::string> json_of(const OpeningDays& days) {
  Json root = Json::object();
  bool open = false;
  for (std::size_t i = 0; i < days.days.size(); ++i) {
    auto spans = spans_of(plain_letters(days.days[i]));
    if (!spans) return not_times(kDayNames[i], days.days[i]);
    open = open || !spans->empty();
    root[kDayWords[i]] = *std::move(spans);
  }
  const std::vector<std::string> lines = lines_of(days.exceptions);
  if (lines.size() > kMostLines) return no_exception(lines[kMostLines]);
  Json dates = Json::object();
  for (const std::string& line : lines) {
    if (!add_exception(plain_letters(line), dates)) return no_exception(line);
  }
  if (!open && dates.empty()) return std::string();
  if (!dates.empty()) root["dates"] = std::move(dates);
  return desk::line_of(root);
}

OpeningDays opening_days_of(const Fields& form) {
  OpeningDays days;
  for (std::size_t i = 0; i < days.days.size(); ++i) days.days[i] = form.text(kDayWords[i]);
  days.exceptions = form.text(kExceptions);
  return days;
}

std::string sentence_of(const OpeningDays& days) {
  std::string all;
  const auto say = [&](const std::string& words) { all += (all.empty() ? "" : "。") + words; };
  for (std::size_t i = 0; i < days.days.size();) {
    std::size_t last = i;
    while (last + 1 < days.days.size() && days.days[last + 1] == days.days[i]) ++last;
    const std::string to = last > i ? std::string("〜") + kDayNames[last] : std::string();
    say(kDayNames[i] + to + " " + (days.days[i].empty() ? "休み" : days.days[i]));
    i = last + 1;
  }
  for (const std::string& line : lines_of(days.exceptions)) say(line);
  return all;
}

}  // namespace hub::web
