#include "content/json/problems.h"

#include <cstdio>

#include "base/characters.h"
#include "base/file_errors.h"
#include "base/utf8.h"

namespace hub::content::problems {

namespace {

std::string number(int value) { return std::to_string(value); }

std::string code_of(char32_t character) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
  return code;
}

base::Message type_name(Node::Type type) {
  switch (type) {
    case Node::Type::null:
      return {"null", "null"};
    case Node::Type::boolean:
      return {"true か false", "true or false"};
    case Node::Type::number:
      return {"数", "a number"};
    case Node::Type::string:
      return {"文章", "a text"};
    case Node::Type::array:
      return {"一覧 [ … ] ", "a list [ … ]"};
    case Node::Type::object:
      return {"まとまり { … } ", "an object { … }"};
  }
  return {};
}

base::Message how_to_write(Node::Type type) {
  switch (type) {
    case Node::Type::number:
      return {"「\"」で囲まず、半角の数字で書いてください。", "Write digits without quotes."};
    case Node::Type::string:
      return {"前とうしろに半角の「\"」を付けてください。", "Put it in double quotes."};
    case Node::Type::array:
      return {"全体を [ と ] で囲んでください。", "Put it between [ and ]."};
    case Node::Type::object:
      return {"項目を { と } で囲んでください。", "Put the names and values between { and }."};
    default:
      return {"例を見て書き直してください。", "Write it as in the example."};
  }
}

}  // namespace

std::string short_number(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%g", value);
  return digits;
}

std::string quoted(std::string_view from_file) {
  constexpr std::size_t kLongest = 40;
  return base::shown(from_file, kLongest);
}

std::string listed(std::span<const std::string_view> words, std::string_view between) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += between;
    list += word;
  }
  return list;
}

std::string listed(std::span<const std::string> words, std::string_view between) {
  const std::vector<std::string_view> views(words.begin(), words.end());
  return listed(std::span<const std::string_view>(views), between);
}

Problem not_utf8() {
  return {{"文字コードが UTF-8 ではありません。", "This is not UTF-8."},
          {"エディターで、文字コードに UTF-8 を選んで保存し直してください。", "Save the file again as UTF-8."}};
}

Problem empty_file() {
  return {{"ファイルの中身がありません。", "The file is empty."},
          {"保存し忘れていないか確かめて、内容を書いてください。", "See whether it was saved, and write its content."}};
}

Problem zeros(bool only) {
  return {{only ? "ファイルの中身が 0 だけになっています。保存のときに壊れました。"
                : "ここから先、ファイルの中身が 0 だけになっています。保存のときに壊れました。",
           only ? "The file holds only zeros: it broke when it was saved."
                : "From here on the file holds only zeros: it broke when it was saved."},
          {"とっておいたコピーに戻してください。", "Take the copy that you kept."}};
}

Problem too_deep(int limit) {
  return {{"かっこの入れ子が深すぎます（" + number(limit) + " 段まで）。",
           "The brackets are nested too deeply (at most " + number(limit) + ")."},
          {"閉じかっこを忘れていないか確かめてください。", "See whether closing brackets are missing."}};
}

Problem too_many_values(int limit) {
  return {{"ファイルの中の値が多すぎます（" + number(limit) + " 個まで）。",
           "There are too many values in the file (at most " + number(limit) + ")."},
          {"正しいファイルかどうか確かめてください。", "See whether it is the right file."}};
}

Problem string_too_long(std::size_t limit_bytes) {
  const base::Message limit = base::size_text(limit_bytes);
  return {
      {"文章が長すぎます（1 つあたり " + limit.ja + " まで）。", "The text is too long (at most " + limit.en + ")."},
      {"段落ごとに分けて書いてください。", "Split it into paragraphs."}};
}

Problem too_many_problems() {
  return {{"まちがいが多すぎるため、ここまでで止めました。", "There are too many errors; the rest is not shown."},
          {"ここまでのまちがいを直してから、もう一度確かめてください。", "Mend these first, then check again."}};
}

Problem too_many_entries(std::size_t limit) {
  const std::string most = std::to_string(limit);
  return {
      {"一覧の項目が多すぎます（" + most + " 個まで）。", "The list is too long (at most " + most + ")."},
      {"正しいファイルかどうか確かめて、短くまとめてください。", "See whether it is the right file, and shorten it."}};
}

Problem too_many_files(std::size_t limit) {
  const std::string most = std::to_string(limit);
  return {{"フォルダーの中のファイルが多すぎます（" + most + " 個まで）。",
           "There are too many files in the folder (at most " + most + ")."},
          {"正しいフォルダーかどうか確かめて、いらないものをほかへ移してください。",
           "See whether it is the right folder, and move elsewhere what is not needed."}};
}

Problem too_many_reports(std::size_t limit) {
  const std::string most = std::to_string(limit);
  return {{"報告書が多すぎます（1 つの拠点に " + most + " 個まで）。",
           "There are too many reports (at most " + most + " of a hub)."},
          {"古い報告書をほかのフォルダーへ移してください。", "Move old reports to another folder."}};
}

Problem content_too_large(std::size_t limit_bytes) {
  const base::Message limit = base::size_text(limit_bytes);
  return {{"内容が大きすぎます（全部のファイルを合わせて " + limit.ja + " まで）。ここから先は読んでいません。",
           "The content is too large (at most " + limit.en + " in all files together). The rest was not read."},
          {"別のフォルダーをまちがえて置いていないか確かめて、いらないものをほかへ移してください。",
           "See whether it is the right folder, and move elsewhere what is not needed."}};
}

Problem repeated_key(std::string_view key, Position first) {
  const std::string name = quoted(key);
  const std::string line = number(first.line), column = number(first.column);
  return {{"項目「" + name + "」が 2 回書かれています（1 回目は " + line + " 行 " + column + " 文字目）。",
           "\"" + name + "\" is written twice (first in line " + line + ", column " + column + ")."},
          {"どちらか 1 つを消してください。", "Take one of them out."}};
}

Problem unknown_key(std::string_view key, std::string_view nearest, std::span<const std::string_view> known) {
  const std::string name = quoted(key), near(nearest);
  Problem problem{{"「" + name + "」という項目はありません。", "There is no item called \"" + name + "\"."}, {}};
  if (near.empty()) {
    problem.remedy = {"消すか、次のどれかに直してください: " + listed(known, "、"),
                      "Take it out or use one of: " + listed(known, ", ")};
  } else {
    problem.remedy = {"「" + near + "」のまちがいではありませんか。", "Did you mean \"" + near + "\"?"};
  }
  return problem;
}

Problem missing_key(std::string_view key) {
  const std::string name(key);
  return {{"必要な項目「" + name + "」がありません。", "\"" + name + "\" is missing."},
          {"この { の中に \"" + name + "\": … を書き足してください。", "Add \"" + name + "\": … inside these { }."}};
}

Problem wrong_type(Node::Type wanted, Node::Type found) {
  const base::Message want = type_name(wanted), have = type_name(found);
  return {{want.ja + "が必要ですが、" + have.ja + "が書かれています。",
           want.en + " is needed, but this is " + have.en + "."},
          how_to_write(wanted)};
}

Problem text_wanted(Node::Type found) {
  const base::Message have = type_name(found);
  return {{"文章が必要ですが、" + have.ja + "が書かれています。", "A text is needed, but this is " + have.en + "."},
          {"\"文章\" か、{\"ja\": \"文章\", \"en\": \"text\"} の形で書いてください。",
           "Write \"text\", or {\"ja\": \"文章\", \"en\": \"text\"}."}};
}

Problem empty_list() {
  return {{"一覧に 1 つも入っていません。", "The list is empty."},
          {"1 つ以上書くか、この項目ごと消してください。", "Write at least one entry, or take the whole item out."}};
}

Problem empty_text() {
  return {{"文字が書かれていません。", "The text is empty."},
          {"文字を書くか、この項目ごと消してください。", "Write something, or take the whole item out."}};
}

Problem control_character(char32_t character) {
  const std::string code = code_of(character);
  if (character == U'\n' || character == U'\r') {
    return {{"文章の中に改行（\\n）があります。", "There is a line break (\\n) in the text."},
            {"改行を消してください。段落を分けるときは、一覧 [ … ] に 1 つずつ書きます。",
             "Take it out. Paragraphs are separate entries of a list [ … ]."}};
  }
  // No keyboard and no file can bring these here otherwise.
  if (character == U'\b' || character == U'\t' || character == U'\f') {
    const std::string letter(1, character == U'\b' ? 'b' : character == U'\t' ? 't' : 'f');
    return {{"文章の中に「\\" + letter + "」（半角の「¥」と「" + letter + "」）があり、見えない文字（" + code +
                 "）になっています。",
             "There is \\" + letter + " in the text: an invisible character (" + code + ")."},
            {"「\\」（半角の「¥」）を消してください。", "Take the backslash out."}};
  }
  return {{"文章の中に見えない文字（" + code + "）があります。",
           "There is an invisible character (" + code + ") in the text."},
          {"この文章を消して、打ち直してください。", "Delete the text and type it again."}};
}

Problem undrawable(char32_t character) {
  const std::string shown = base::encode_utf8({&character, 1}), code = code_of(character);
  const bool emoji = (character >= 0x1F000 && character <= 0x1FAFF) || (character >= 0x2600 && character <= 0x27BF) ||
                     (character >= 0x2B00 && character <= 0x2BFF);
  return {{(emoji ? "絵文字「" : "表示できない文字「") + shown + "」（" + code +
               (emoji ? "）は、画面に出せません。" : "）があります。"),
           "No face can draw \"" + shown + "\" (" + code + ")."},
          emoji ? base::Message{"消すか、ことばで書いてください。", "Take it out, or say it in words."}
                : base::Message{"別の文字に変えてください。", "Write it with another character."}};
}

Problem lost_character(char32_t character) {
  const std::string code = code_of(character);
  if (character == 0xFFFD) {
    return {{"文章の中に、こわれて元がわからなくなった文字（" + code + "）があります。",
             "A character of the text is lost (" + code + ")."},
            {"もとの文と見比べて、打ち直してください。", "Compare it with the original, and type it again."}};
  }
  return {{"文章の中に、外字（" + code + "）があります。ほかの機械では別の形になるか、何も出ません。",
           "The text has a private character (" + code + "), which other machines do not know."},
          {"もとの文と見比べて、ふつうの文字に変えてください。",
           "Compare it with the original, and write it with an ordinary character."}};
}

Problem mended_letters(const MendedLetter& first, int count) {
  const std::string code = code_of(first.was), many = std::to_string(count);
  const std::string was = base::encode_utf8({&first.was, 1}), is = base::encode_utf8({&first.is, 1});
  const auto until_typed_again = [](const std::string& ja, const std::string& en) -> base::Message {
    return {ja + "打ち直すと、この注意は消えます。", en + " Type them again to be rid of this."};
  };
  switch (first.fault) {
    case MendedLetter::Fault::half_width:
      return {{"半角のカタカナがあります（" + many + " 字。「" + was + "」など）。",
               "There are half-width katakana (" + many + "; \"" + was + "\" is one)."},
              until_typed_again("「" + is + "」のような、全角の文字として映します。",
                                "They are shown in full width, such as \"" + is + "\".")};
    case MendedLetter::Fault::parted:
      return {{"濁点や半濁点が、かなから離れて、別の文字になっています（" + many + " 字。「" + is + "」など）。",
               "Voicing marks are characters of their own behind their kana (" + many + "; \"" + is + "\" is one)."},
              until_typed_again("「" + is + "」のような、1 つの文字として映します。",
                                "They are shown as one letter, such as \"" + is + "\".")};
    case MendedLetter::Fault::invisible:
      return {{"ことばの中に、見えない文字があります（" + many + " 字。" + code + " など）。",
               "There are characters inside words that nobody sees (" + many + "; " + code + " is one)."},
              until_typed_again("ないものとして映します。その前後を", "They are passed over.")};
    case MendedLetter::Fault::radical:
    case MendedLetter::Fault::form:
      break;
  }
  return {{"ふつうの文字に見えて、そうではない文字があります（" + many + " 字。「" + was + "」" + code + " など）。",
           "Characters that only look like letters (" + many + "; \"" + was + "\" " + code + " is one)."},
          until_typed_again("「" + is + "」のような、ふつうの文字として映します。",
                            "They are shown as ordinary letters, such as \"" + is + "\".")};
}

Problem html(std::string_view example) {
  const std::string shown = quoted(example);
  return {{"「" + shown + "」は、そのままの文字で画面に出ます。", "\"" + shown + "\" shows as it stands."},
          {"ホームページ用のしるしです。消すか、ふつうの文字で書いてください。段落は一覧 [ … ] で分けます。",
           "It is a sign for web pages: take it out, or write ordinary characters. Paragraphs are entries of a list."}};
}

Problem unknown_language(std::string_view tag, std::span<const std::string> known) {
  const std::string name = quoted(tag);
  Problem problem{
      {"「" + name + "」ということばの記号は使えません。", "The language \"" + name + "\" is not known here."},
      {"使えるのは " + listed(known, "、") + " です。", "Use one of: " + listed(known, ", ") + "."}};
  if (known.empty())
    problem.remedy = {"en のような、ことばの記号にしてください。", "Use a language's tag, such as en."};
  return problem;
}

Problem missing_japanese() {
  return {{"日本語（\"ja\"）の文章がありません。", "The Japanese text (\"ja\") is missing."},
          {"{ の中に \"ja\": \"文章\" を書き足してください。", "Add \"ja\": \"文章\" inside these { }."}};
}

Problem ruby_without_base() {
  return {{"ふりがな《 》の前に、読みを付ける漢字がありません。", "There is no word before the reading 《 》."},
          {"｜漢字《かんじ》のように書いてください。", "Write it as ｜漢字《かんじ》."}};
}

Problem ruby_not_closed() {
  return {{"ふりがなの「《」が「》」で閉じられていません。", "A reading 《 is not closed by 》."},
          {"読みのうしろに「》」を書いてください。", "Write 》 behind the reading."}};
}

Problem ruby_not_opened() {
  return {{"ふりがなの「》」の前に「《」がありません。", "There is a 》 without a 《 before it."},
          {"｜漢字《かんじ》のように書くか、「》」を消してください。", "Write ｜漢字《かんじ》, or take the 》 out."}};
}

Problem ruby_without_reading() {
  return {{"ふりがな《 》の中に読みがありません。", "The reading 《 》 is empty."},
          {"《 と 》の間に読みを書くか、《》を消してください。", "Write the reading, or take 《》 out."}};
}

Problem ruby_bar_alone() {
  return {{"「｜」のあとに、ふりがな《 》がありません。", "There is no reading 《 》 after the ｜."},
          {"｜漢字《かんじ》のように書くか、「｜」を消してください。", "Write ｜漢字《かんじ》, or take the ｜ out."}};
}

Problem starts_midway() {
  return {{"文章の書き出しが欠けているようです。", "The beginning of the text seems to be missing."},
          {"もとの報告書と見比べてください。もともと欠けているなら、このままで構いません（「…」を付けて映します）。",
           "Compare it with the report. If it is missing there too, leave it: it is shown with a leading …"}};
}

Problem ends_midway() {
  return {{"文章の終わりが切れているようです。", "The end of the text seems to be missing."},
          {"もとの報告書と見比べてください。もともと切れているなら、このままで構いません（「…」を付けて映します）。",
           "Compare it with the report. If it is missing there too, leave it: it is shown with a trailing …"}};
}

Problem mark_in_text() {
  return {{"文の頭に ①②③ の印が残っています。", "A mark ①②③ has stayed at the head of the text."},
          {"印を文から消して、\"marks\" に数字で書いてください。①②なら [1, 2] です。",
           "Take it out of the text and write its number into \"marks\": [1, 2] for ①②."}};
}

Problem out_of_range(double least, double most) {
  const std::string from = short_number(least), to = short_number(most);
  return {{"この数は使えません。", "This number cannot be right."},
          {from + " から " + to + " までの数にしてください。", "Write a number from " + from + " to " + to + "."}};
}

Problem not_whole() {
  return {{"小数は使えません。", "A whole number is needed."},
          {"小数点のない数にしてください。", "Write it without a decimal point."}};
}

Problem no_such_date(std::string_view written) {
  const std::string date = quoted(written);
  return {{"「" + date + "」という日付はありません。", "There is no date \"" + date + "\"."},
          {"2024-04-01 のように、西暦-月-日で書いてください（月と日は 2 けた）。",
           "Write it as 2024-04-01 (year-month-day)."}};
}

Problem bad_id() {
  return {{"拠点の記号に使えない文字があります。", "The hub's id has a character it cannot have."},
          {"半角の小文字、数字、「-」だけで書いてください。例: izumi", "Use a–z, 0–9 and - only, as in izumi."}};
}

Problem bad_icon() {
  return {{"絵の名前に使えない文字があります。", "The icon's name has a character it cannot have."},
          {"半角の小文字、数字、「-」だけで書いてください。例: baby", "Use a–z, 0–9 and - only, as in baby."}};
}

Problem bad_colour() {
  return {{"色の書き方が正しくありません。", "This is not a colour."},
          {"#2E7D6B のように、# と 6 けたの 0–9、A–F で書いてください。",
           "Write # and six digits 0–9, A–F, as in #2E7D6B."}};
}

Problem bad_url() {
  return {{"ホームページのアドレス（URL）として正しくありません。", "This is not a web address."},
          {"https:// から始まるアドレスを、空白や全角文字なしで、200字までで書いてください。",
           "Write it from https:// on, without spaces or full-width characters, in at most 200 characters."}};
}

Problem reading_not_hiragana() {
  return {{"読みにひらがな以外の文字があります。", "The reading has something other than hiragana."},
          {"ひらがなだけで書いてください（「ー」は使えます）。", "Write it in hiragana (ー is allowed)."}};
}

Problem reading_differs(std::string_view word) {
  const std::string name = quoted(word);
  return {{"「" + name + "」のかなと読みが合っていません。", "The reading does not fit the kana of " + name + "."},
          {"ことば全体の読みを書いてください。例: 取り組み → とりくみ",
           "Write the reading of the whole word: 取り組み → とりくみ."}};
}

}  // namespace hub::content::problems
