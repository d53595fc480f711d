// wrap: the lines that the text layer makes of what stands on standard input, a paragraph a line.
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "config/paths.h"
#include "content/json/json_text.h"
#include "render/reviewed_readings.h"
#include "text/glyphs/faces.h"
#include "text/lines/block.h"

namespace hub::cli {

namespace {

// Large, so that rounding to whole pixels is a thousandth of an em.
constexpr int kEm_px = 1000;

enum class Filling { body, title };  // filled lines, balanced lines

struct WrapOptions : CommonOptions {
  double width_em = 0;
  Filling style = Filling::body;
  std::string language = "ja";  // of the text
  bool furigana = false;        // leaves the room that readings need
  bool json = false;
};

const char* name_of(text::Break level) {
  switch (level) {
    case text::Break::never:
      return "never";
    case text::Break::forced:
      return "forced";
    case text::Break::strict:
      return "strict";
    case text::Break::lean:
      return "lean";
    case text::Break::part:
      return "part";
    case text::Break::seam:
      return "seam";
    case text::Break::word:
      return "word";
    case text::Break::close:
      return "close";
    case text::Break::phrase:
      return "phrase";
    case text::Break::must:
      return "must";
  }
  return "";
}

const char* name_of(text::ReadingSource source) {
  switch (source) {
    case text::ReadingSource::inline_markup:
      return "inline";
    case text::ReadingSource::reviewed:
      return "reviewed";
    case text::ReadingSource::rule:
      return "rule";
    case text::ReadingSource::dictionary:
      return "dictionary";
  }
  return "";
}

std::string utf8(std::u32string_view characters) { return base::encode_utf8(characters); }

void print_lines(const text::Block& block) {
  for (std::size_t i = 0; i < block.lines.size(); ++i) print_line(stdout, block.line_text(i));
  print_line(stdout, "");
}

// {"text":…,"lines":[{"text":…,"begin":0,"end":12,"width_em":11.5,"level":"phrase"}],"ruby":[…]}; positions count
// characters of "text", which is what is drawn.
void print_block_json(const text::Block& block, const text::Analysis& analysis) {
  std::string out = "{\"text\":" + content::json_quoted(utf8(block.text)) + ",\"lines\":[";
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const text::Line& line = block.lines[i];
    char width[32];
    std::snprintf(width, sizeof width, "%.3f", static_cast<double>(line.x_px + line.width_px) / kEm_px);
    out += (i > 0 ? "," : "") + std::string("{\"text\":") + content::json_quoted(block.line_text(i)) +
           ",\"begin\":" + std::to_string(line.begin) + ",\"end\":" + std::to_string(line.end) +
           ",\"width_em\":" + width + ",\"level\":\"" + name_of(line.level) + "\"}";
  }
  out += "],\"ruby\":[";
  bool first = true;
  for (const text::Ruby& ruby : analysis.ruby) {
    const std::u32string_view base = std::u32string_view(analysis.text).substr(ruby.begin, ruby.end - ruby.begin);
    out += (first ? "" : ",") + std::string("{\"begin\":") + std::to_string(ruby.begin) +
           ",\"end\":" + std::to_string(ruby.end) + ",\"base\":" + content::json_quoted(utf8(base)) +
           ",\"reading\":" + content::json_quoted(utf8(ruby.reading)) + ",\"source\":\"" + name_of(ruby.source) + "\"}";
    first = false;
  }
  print_json(stdout, out + "]}\n");
}

text::Analyser make_analyser(const WrapOptions& options) {
  const base::DiskFiles files;
  const content::Loaded loaded = config::load_content(files, options.content, options.hub);
  if (!loaded.snapshot) return text::Analyser({});
  return text::Analyser(render::reviewed_readings(loaded.snapshot.get(), loaded.snapshot->hubs.front().id));
}

Outcome wrap(const WrapOptions& options) {
  const auto faces = text::Faces::open();
  if (!faces) return Failure(faces.error());
  const text::Analyser analyser = make_analyser(options);
  const bool title = options.style == Filling::title;
  const text::Style style{title ? text::Weight::bold : text::Weight::regular, kEm_px, kEm_px, title, options.furigana};
  const int width_px = static_cast<int>(std::lround(options.width_em * kEm_px));
  for (std::string paragraph; std::getline(std::cin, paragraph);) {
    if (!paragraph.empty() && paragraph.back() == '\r') paragraph.pop_back();
    const text::Analysis analysis = analyser.analyse(paragraph, options.language);
    const text::Shaped shaped = text::shape(analysis, style.weight, faces.value());
    const text::Block block = text::set_block(analysis, shaped, style, width_px, faces.value());
    options.json ? print_block_json(block, analysis) : print_lines(block);
  }
  return Exit::done;
}

void declare(Options& options, WrapOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。人が確かめたことばを読みます。書かなければ、最初の拠点",
                           "The hub whose reviewed words count: the name of its folder (default: the first)"});
  options
      .number("--width", {"文字", "EM"}, values.width_em, {1, 1000},
              {"--width は 1 から 1000 までの数(em)で書いてください。", "--width wants 1 to 1000 em."},
              {"行の幅が何文字分か。必ず書きます", "Width of the lines in em (required)"})
      .required();
  options.choice<Filling>("--style", values.style, {{"body", Filling::body}, {"title", Filling::title}},
                          {"行をつめる body（書かないとき）か、行の長さをそろえる title か",
                           "body: filled lines (default); title: balanced lines"});
  options.language("--lang", values.language, {"文のことば。書かなければ ja", "Language of the text (default: ja)"});
  options.flag("--furigana", values.furigana,
               {"ふりがなに要るだけの幅をあけます", "Leave the room that readings need"});
  options.flag("--json", values.json,
               {"段落ごとに JSON を 1 つ。行、位置、読みと、行の終わりのよさ",
                "One JSON object a paragraph: lines, break levels, positions, ruby"});
}

}  // namespace

void add_wrap(CommandLine& line) {
  line.add("wrap",
           {"標準入力の段落を、画面と同じように行に分けます", "Break the paragraphs on standard input into lines"},
           declare, wrap);
}

}  // namespace hub::cli
