#include "web/draw/screen_wish.h"

#include <algorithm>
#include <utility>

#include "config/paths.h"

namespace hub::web {

namespace {

constexpr int kLeastWidth_px = 64, kMostWidth_px = 1920;
constexpr int kMostScroll_px = 1'000'000;
constexpr std::size_t kLongestWord = 40;

// Letters, digits, dashes and slashes: a route, a language, a sheet.
std::string word_from(const Fields& fields, std::string_view name, std::string otherwise) {
  const std::string* value = fields.find(name);
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
  };
  if (value == nullptr || value->size() > kLongestWord || !std::ranges::all_of(*value, is_plain)) return otherwise;
  return *value;
}

}  // namespace

Fields fields_of(const ScreenWish& wish) {
  const ScreenWish usual;
  Fields fields;
  if (wish.of == ScreenWish::Of::shown) fields.add("of", "shown");
  if (wish.of == ScreenWish::Of::version) fields.add("of", std::to_string(wish.version));
  if (wish.size.width_px != usual.size.width_px || wish.size.height_px != usual.size.height_px) {
    fields.add("size", std::to_string(wish.size.width_px) + "x" + std::to_string(wish.size.height_px));
  }
  if (wish.route != usual.route) fields.add("route", wish.route);
  if (wish.language != usual.language) fields.add("lang", wish.language);
  if (!wish.date.empty()) fields.add("date", wish.date);
  if (!wish.sheet.empty()) fields.add("sheet", wish.sheet);
  const auto add = [&](const char* name, int value, int otherwise) {
    if (value != otherwise) fields.add(name, std::to_string(value));
  };
  add("phrase", wish.phrase, 0);
  add("text", wish.text_step, 1);
  add("furigana", wish.furigana ? 1 : 0, 0);
  add("scroll", wish.scroll_px, 0);
  add("width", wish.width_px, 0);
  return fields;
}

ScreenWish wish_from(const Fields& fields) {
  ScreenWish wish;
  if (fields.text("of") == "shown") wish.of = ScreenWish::Of::shown;
  if (const auto version = fields.number("of", 1, 1'000'000)) {
    wish.of = ScreenWish::Of::version;
    wish.version = *version;
  }
  if (const auto size = config::parse_size(fields.text("size"))) wish.size = *size;
  wish.route = word_from(fields, "route", wish.route);
  wish.language = word_from(fields, "lang", wish.language);
  if (const auto date = base::parse_date(fields.text("date"))) wish.date = base::iso_text(*date);
  wish.sheet = word_from(fields, "sheet", "");
  wish.phrase = fields.number("phrase", 0, 1000).value_or(0);
  wish.text_step = fields.number("text", 1, 3).value_or(1);
  wish.furigana = fields.is_set("furigana");
  wish.scroll_px = fields.number("scroll", 0, kMostScroll_px).value_or(0);
  wish.width_px = fields.number("width", kLeastWidth_px, kMostWidth_px).value_or(0);
  return wish;
}

}  // namespace hub::web
