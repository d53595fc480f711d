#include "config/problems.h"

namespace hub::config::problems {

content::Problem no_such_choice(std::string_view written, std::string_view nearest,
                                std::span<const std::string_view> known) {
  const std::string word = content::problems::quoted(written), near(nearest);
  content::Problem problem{{"「" + word + "」は選べません。", "\"" + word + "\" is not one of the choices."}, {}};
  if (near.empty()) {
    problem.remedy = {"次のどれかにしてください: " + content::problems::listed(known, "、"),
                      "Use one of: " + content::problems::listed(known, ", ")};
  } else {
    problem.remedy = {"「" + near + "」のまちがいではありませんか。", "Did you mean \"" + near + "\"?"};
  }
  return problem;
}

content::Problem no_such_rotation() {
  return {{"画面をこの角度に回すことはできません。", "The picture cannot be turned by this angle."},
          {"時計回りの角度を 0、90、180、270 のどれかで書いてください。", "Write 0, 90, 180 or 270 (clockwise)."}};
}

content::Problem screen_out_of_reach(double reach_mm) {
  const std::string reach = content::problems::short_number(reach_mm);
  return {{"画面の下の端がこの高さでは、ボタンを床から " + reach + " mm までに置けません（reach: low）。",
           "With its lower edge this high, no control can stand within " + reach + " mm of the floor (reach: low)."},
          {"画面を低く付けて bottom_mm を直すか、reach を消してください。",
           "Mount the screen lower and set bottom_mm, or take reach out."}};
}

content::Problem weekdays_missing(std::span<const std::string_view> missing) {
  return {{"書かれていない曜日は、一日中画面が消えます: " + content::problems::listed(missing, "、"),
           "On weekdays that are not there the screen is dark all day: " + content::problems::listed(missing, ", ")},
          {"休みの日は \"sun\": [] のように書いてください。ほかの日の時間は \"every_day\" にまとめて書けます。",
           "Write closed days as \"sun\": []. \"every_day\" is for all days that are not named."}};
}

content::Problem language_repeated(std::string_view tag) {
  const std::string name = content::problems::quoted(tag);
  return {{"ことば「" + name + "」が 2 回書かれています。", "The language \"" + name + "\" is there twice."},
          {"どちらか 1 つを消してください。", "Take one of them out."}};
}

content::Problem languages_without_japanese() {
  return {{"ことばの一覧に日本語（\"ja\"）がありません。", "Japanese (\"ja\") is not in the list of languages."},
          {"一覧に \"ja\" を書き足してください。", "Add \"ja\" to the list."}};
}

content::Problem plain_pin() {
  return {{"暗証番号がそのまま書かれています。", "The PIN is written as it is."},
          {"「hub-kiosk pin」を実行し、出てきた $argon2id$ で始まる 1 行を「\"」で囲んで書いてください。",
           "Run \"hub-kiosk pin\" and put the line it prints, beginning with $argon2id$, in double quotes."}};
}

content::Problem bad_pin_hash() {
  return {{"「hub-kiosk pin」が出した 1 行ではありません。", "This is not what \"hub-kiosk pin\" prints."},
          {"「hub-kiosk pin」を実行し、出てきた $argon2id$ で始まる 1 行を、終わりまで写してください。",
           "Run \"hub-kiosk pin\" and copy the whole line it prints, beginning with $argon2id$."}};
}

}  // namespace hub::config::problems
