#include "web/draw/screen_answer.h"

#include <algorithm>

namespace hub::web {

namespace {

constexpr std::string_view kPicture = "picture\n", kLayout = "layout\n", kError = "error\n";
constexpr int kMost_px = 1'000'000;

base::Error no_answer() {
  return {{"画面を描けませんでした。", "The screen could not be drawn."},
          {"少し待ってから、もう一度開いてください。", "Wait a moment, and open it again."}};
}

// A line of fields each.
std::string line_of(const Fields& fields) { return encoded(fields) + "\n"; }

std::optional<Fields> take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  auto fields = parse_fields(bytes.substr(0, end));
  bytes.remove_prefix(end + 1);
  return fields;
}

std::string bytes_of(const ScreenLayout& layout) {
  Fields head = {{"range", std::to_string(layout.scroll_range_px)},
                 {"page", std::to_string(layout.page_px)},
                 {"words", layout.words},
                 {"wish", encoded(fields_of(layout.wish))}};
  for (const std::string& language : layout.languages) head.add("speaks", language);
  std::string bytes = std::string(kLayout) + line_of(head);
  for (const TapTarget& one : layout.targets) {
    bytes += line_of({{"x", std::to_string(one.x)},
                      {"y", std::to_string(one.y)},
                      {"width", std::to_string(one.width)},
                      {"height", std::to_string(one.height)},
                      {"says", one.says},
                      {"to", encoded(fields_of(one.to))}});
  }
  return bytes;
}

ScreenWish wish_of(const Fields& fields, std::string_view name) {
  return wish_from(parse_fields(fields.text(name)).value_or(Fields()));
}

ScreenAnswer layout_from(std::string_view bytes) {
  const auto head = take_line(bytes);
  if (!head) return no_answer();
  ScreenLayout layout;
  const auto pixels = [](const Fields& fields, const char* name) {
    return fields.number(name, -kMost_px, kMost_px).value_or(0);
  };
  layout.wish = wish_of(*head, "wish");
  layout.scroll_range_px = pixels(*head, "range");
  layout.page_px = pixels(*head, "page");
  layout.languages = head->every("speaks");
  layout.words = head->text("words");
  while (const auto line = take_line(bytes)) {
    layout.targets.push_back({pixels(*line, "x"), pixels(*line, "y"), pixels(*line, "width"), pixels(*line, "height"),
                              line->text("says"), wish_of(*line, "to")});
  }
  return layout;
}

}  // namespace

std::string to_bytes(const ScreenQuestion& question) {
  Fields fields = fields_of(question.wish);
  fields.add("hub", question.hub);
  fields.add("wants", question.wants == ScreenQuestion::Wants::layout ? "layout" : "picture");
  return encoded(fields);
}

std::optional<ScreenQuestion> question_from(std::string_view bytes) {
  const auto fields = parse_fields(bytes);
  if (!fields || fields->text("hub").empty()) return std::nullopt;
  using Wants = ScreenQuestion::Wants;
  return ScreenQuestion{fields->text("wants") == "layout" ? Wants::layout : Wants::picture, fields->text("hub"),
                        wish_from(*fields)};
}

std::string to_bytes(const ScreenAnswer& answer) {
  if (const auto* png = std::get_if<std::string>(&answer)) return std::string(kPicture) + *png;
  if (const auto* layout = std::get_if<ScreenLayout>(&answer)) return bytes_of(*layout);
  const auto& error = std::get<base::Error>(answer);
  return std::string(kError) +
         line_of({{"ja", error.what.ja}, {"en", error.what.en}, {"do", error.remedy.ja}, {"do-en", error.remedy.en}});
}

ScreenAnswer answer_from(std::string_view bytes) {
  const auto takes = [&](std::string_view kind) {
    if (!bytes.starts_with(kind)) return false;
    bytes.remove_prefix(kind.size());
    return true;
  };
  if (takes(kPicture)) return std::string(bytes);
  if (takes(kLayout)) return layout_from(bytes);
  if (!takes(kError)) return no_answer();
  const auto said = take_line(bytes);
  if (!said) return no_answer();
  return base::Error{{said->text("ja"), said->text("en")}, {said->text("do"), said->text("do-en")}};
}

}  // namespace hub::web
