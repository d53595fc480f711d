#include "content/json/json_syntax.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace hub::content {

namespace {

using Last = ParsedSoFar::Last;

// What keyboards in Japanese mode give instead of JSON's own signs.
constexpr std::pair<char32_t, char> kFullWidth[] = {
    {U'，', ','}, {U'、', ','}, {U'：', ':'}, {U'；', ':'}, {U'“', '"'},     {U'”', '"'},  {U'「', '"'},
    {U'」', '"'}, {U'『', '"'}, {U'』', '"'}, {U'＂', '"'}, {U'｛', '{'},    {U'｝', '}'}, {U'［', '['},
    {U'］', ']'}, {U'〔', '['}, {U'〕', ']'}, {U'　', ' '}, {U'\u00A0', ' '}};

class Explainer {
 public:
  Explainer(std::string_view bytes, const ParsedSoFar& so_far) : bytes_(bytes), so_far_(so_far) {}

  Fault explain() const {
    const std::size_t next = skip_space(so_far_.end);
    switch (so_far_.last) {
      case Last::key:
        return after_key(next);
      case Last::value:
        return so_far_.inside == 0 ? text_after_end(next) : after_value(next);
      case Last::opened:
        return so_far_.inside == '{' ? bad_key(next) : bad_value(next);
      case Last::nothing:
        break;
    }
    return bad_value(next);
  }

 private:
  char at(std::size_t offset) const { return offset < bytes_.size() ? bytes_[offset] : '\0'; }
  bool is_end(std::size_t offset) const { return offset >= bytes_.size(); }
  bool is_one_of(std::size_t offset, std::string_view letters) const {
    return !is_end(offset) && letters.find(bytes_[offset]) != std::string_view::npos;
  }
  std::size_t skip_space(std::size_t offset) const {
    return std::min(bytes_.find_first_not_of(" \t\r\n", offset), bytes_.size());
  }
  std::string closer() const { return so_far_.inside == '{' ? "}" : "]"; }
  std::string opener() const { return std::string(1, so_far_.inside); }

  Fault after_key(std::size_t next) const {
    if (is_end(next)) return not_closed();
    if (at(next) == ':') return bad_value(skip_space(next + 1));
    if (auto fault = full_width(next)) return *fault;
    return {so_far_.end,
            {{"項目名のあとのコロン「:」がありません。", "A colon : is missing after the name."},
             {"項目名が「\"」で閉じているか確かめて、ここに半角の「:」を入れてください。",
              "See that the name ends with a double quote, then put a : here."}}};
  }

  Fault after_value(std::size_t next) const {
    if (is_end(next)) return not_closed();
    if (at(next) == ',') return after_comma(next);
    if (is_one_of(next, "}]")) return wrong_bracket(next);
    if (auto fault = full_width(next)) return *fault;
    if (auto fault = comment(next)) return *fault;
    if (at(next) == ':') return stray_colon(next);
    const bool touches = next == so_far_.end;
    if (touches && at(next - 1) == '"' && at(next) != '"') return quote_in_text(next - 1);
    if (touches && is_one_of(next, "0123456789.")) return bad_number(next);
    if (is_one_of(next, "\"{[-0123456789tfn")) return missing_comma();
    return unexpected(next);
  }

  Fault after_comma(std::size_t comma) const {
    const std::size_t next = skip_space(comma + 1);
    if (is_end(next)) return not_closed();
    if (is_one_of(next, "}]")) {
      return {comma,
              {{"最後の値のあとに、余分なコンマ「,」があります。", "There is a comma too many after the last value."},
               {"このコンマを消してください。", "Take this comma out."}}};
    }
    return so_far_.inside == '{' ? bad_key(next) : bad_value(next);
  }

  Fault bad_key(std::size_t next) const {
    if (is_end(next)) return not_closed();
    if (at(next) == '"') return bad_string(next);
    if (at(next) == ',') return comma_too_many(next);
    if (at(next) == ']') return wrong_bracket(next);
    if (is_one_of(next, "{[")) {
      return {next,
              {{"項目名があるはずの場所に「" + std::string(1, at(next)) + "」があります。",
                std::string("There is a ") + at(next) + " where a name is expected."},
               {"この前で閉じかっこ「}」を忘れていないか確かめてください。", "See whether a } is missing before it."}}};
    }
    return bad_words(next,
                     {{"項目名が「\"」で囲まれていません。", "The name is not in double quotes."},
                      {"\"title\" のように、半角の「\"」で囲んでください。", "Put it in quotes, as in \"title\"."}});
  }

  Fault bad_value(std::size_t next) const {
    if (is_end(next)) return not_closed();
    if (at(next) == '"') return bad_string(next);
    if (at(next) == ',' && so_far_.last != Last::key) return comma_too_many(next);
    if (is_one_of(next, "}],")) {
      return {next,
              {{"値がありません。", "The value is missing."},
               {"コロン「:」のあとに値を書いてください。", "Write the value after the colon."}}};
    }
    if (is_one_of(next, "+-.0123456789")) return bad_number(next);
    return bad_words(next,
                     {{"文章が「\"」で囲まれていません。", "The text is not in double quotes."},
                      {"文章の前とうしろに半角の「\"」を付けてください。", "Put a \" before and after the text."}});
  }

  Fault bad_words(std::size_t next, Problem unquoted) const {
    if (auto fault = full_width(next)) return *fault;
    if (auto fault = comment(next)) return *fault;
    if (at(next) == '\'') {
      return {next,
              {{"「'」は使えません。", "Single quotes cannot be used."},
               {"半角の「\"」に変えてください。", "Change them to double quotes."}}};
    }
    return {next, std::move(unquoted)};
  }

  Fault bad_string(std::size_t start) const {
    for (std::size_t offset = start + 1; !is_end(offset); ++offset) {
      const auto byte = static_cast<unsigned char>(bytes_[offset]);
      if (byte == '"') break;
      if (byte == '\n' || byte == '\r') return not_closed_string(start);
      if (byte < 0x20) return control_character(offset);
      if (byte != '\\') continue;
      if (!is_escape(offset)) return bad_escape(offset);
      ++offset;
    }
    const bool closed = bytes_.find('"', start + 1) != std::string_view::npos;
    return closed ? bad_escape(start) : not_closed_string(start);
  }

  bool is_escape(std::size_t backslash) const {
    if (at(backslash + 1) != 'u') return is_one_of(backslash + 1, "\"\\/bfnrt");
    const auto digits = bytes_.substr(std::min(backslash + 2, bytes_.size()), 4);
    const bool complete =
        digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    // Half of a surrogate pair is only right together with the other half, and needless in UTF-8.
    return complete && !(is_one_of(backslash + 2, "dD") && is_one_of(backslash + 3, "89abcdefABCDEF"));
  }

  std::optional<Fault> full_width(std::size_t next) const {
    std::size_t end = next;
    const char32_t character = base::next_code_point(bytes_, end);
    const std::string shown(bytes_.substr(next, end - next));
    if (character >= U'０' && character <= U'９') {
      return Fault{next,
                   {{"全角の数字「" + shown + "」があります。", "There is a full-width digit " + shown + "."},
                    {"数は半角の数字で書いてください。", "Write numbers with ASCII digits."}}};
    }
    for (const auto& [wide, narrow] : kFullWidth) {
      if (character != wide) continue;
      if (narrow == ' ') {
        return Fault{
            next,
            {{"全角の空白があります。", "There is a full-width space."},
             {"文章の外では、半角の空白に変えるか、消してください。", "Outside of texts, use ordinary spaces."}}};
      }
      const std::string sign(1, narrow);
      return Fault{next,
                   {{"全角の「" + shown + "」があります。", "There is a full-width " + shown + "."},
                    {"半角の「" + sign + "」に変えてください。", "Change it to " + sign + "."}}};
    }
    return std::nullopt;
  }

  std::optional<Fault> comment(std::size_t next) const {
    if (!is_one_of(next, "/#")) return std::nullopt;
    return Fault{next,
                 {{"ここにメモ（コメント）は書けません。", "Comments cannot be written here."},
                  {"この部分を消してください。", "Take it out."}}};
  }

  Fault missing_comma() const {
    return {so_far_.end,
            {{"値のあとのコンマ「,」がありません。", "A comma is missing after the value."},
             {"ここに半角の「,」を入れてください。", "Put a , here."}}};
  }

  Fault comma_too_many(std::size_t comma) const {
    return {comma,
            {{"余分なコンマ「,」があります。", "There is a comma too many."},
             {"このコンマを消してください。", "Take this comma out."}}};
  }

  Fault stray_colon(std::size_t colon) const {
    if (so_far_.inside == '[') {
      return {colon,
              {{"一覧 [ … ] の中に「項目名: 値」が書かれています。", "A name with a value stands inside a list [ … ]."},
               {"「項目名: 値」は { } で囲んでください。", "Put names with their values in { }."}}};
    }
    return {colon,
            {{"余分なコロン「:」があります。", "There is a colon too many."},
             {"この前のコンマ「,」を忘れていないか確かめてください。", "See whether a comma is missing before it."}}};
  }

  Fault wrong_bracket(std::size_t next) const {
    const std::string found(1, at(next));
    return {next,
            {{std::to_string(so_far_.opened_line) + " 行目の「" + opener() + "」が、ちがう種類のかっこ「" + found +
                  "」で閉じられています。",
              "The " + opener() + " of line " + std::to_string(so_far_.opened_line) + " is closed by a " + found + "."},
             {"この前に「" + closer() + "」を入れるか、「" + found + "」を消してください。",
              "Put a " + closer() + " before it or take it out."}}};
  }

  Fault quote_in_text(std::size_t quote) const {
    return {quote,
            {{"文章の途中に「\"」があります。", "There is a double quote inside a text."},
             {"文章の中では「」や『』を使うか、\\\" と書いてください。", "Inside a text write it as \\\"."}}};
  }

  Fault bad_number(std::size_t next) const {
    return {next,
            {{"数の書き方が正しくありません。", "The number is not written as one."},
             {"2024 のように、半角の数字だけで書いてください。", "Write digits only, as in 2024."}}};
  }

  Fault not_closed_string(std::size_t start) const {
    return {
        start,
        {{"ここから始まる文章が「\"」で閉じられていないか、途中で改行しています。",
          "The text that begins here is not closed with a double quote, or has a line break in it."},
         {"文章のうしろに半角の「\"」を付け、1 行で書いてください。", "Put a \" behind it and write it on one line."}}};
  }

  Fault control_character(std::size_t offset) const {
    return {
        offset,
        {{"文章の中にタブなどの見えない文字があります。", "There is a tab or another invisible character in the text."},
         {"その文字を消して、空白にしてください。", "Replace it by a space."}}};
  }

  Fault bad_escape(std::size_t offset) const {
    return {offset,
            {{"文章の中の「\\」の使い方が正しくありません。半角の「¥」も同じ文字です。",
              "A backslash (\\, shown as ¥ on Japanese keyboards) is used wrongly in the text."},
             {"消してください。金額なら「500円」か、全角の「￥」で書きます。",
              "Take it out. For money, write 円 or the full-width ￥."}}};
  }

  Fault not_closed() const {
    if (so_far_.inside == 0) return unexpected(bytes_.size());
    return {bytes_.size(),
            {{"ファイルが途中で終わっています。" + std::to_string(so_far_.opened_line) + " 行目の「" + opener() +
                  "」を閉じる「" + closer() + "」がありません。",
              "The file ends too early: the " + opener() + " of line " + std::to_string(so_far_.opened_line) +
                  " has no " + closer() + "."},
             {"かっこの数が合っているか確かめて、足りない「" + closer() + "」を入れてください。",
              "Count the brackets and put the missing " + closer() + " in."}}};
  }

  Fault text_after_end(std::size_t next) const {
    return {
        next,
        {{"最後のかっこのあとに、余分な文字があります。", "There is something after the last bracket."},
         {"余分な文字を消すか、かっこの数が合っているか確かめてください。", "Take it out, or count the brackets."}}};
  }

  Fault unexpected(std::size_t next) const {
    return {next,
            {{"ここから先を読み取れません。", "The file cannot be understood from here on."},
             {"この前後の「,」「\"」とかっこを見直してください。",
              "Look at the commas, quotes and brackets around here."}}};
  }

  std::string_view bytes_;
  const ParsedSoFar& so_far_;
};

}  // namespace

Fault explain_syntax(std::string_view bytes, const ParsedSoFar& so_far) { return Explainer(bytes, so_far).explain(); }

}  // namespace hub::content
