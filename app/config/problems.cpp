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

content::Problem no_pack_key() {
  return {
      {"パックの公開鍵ではありません。", "This is no public key of packs."},
      {"「hub-kiosk key show 名前.pub」を実行し、出てきた RW で始まる 1 行（56 文字）を「\"」で囲んで書いてください。",
       "Run \"hub-kiosk key show NAME.pub\" and put the line it prints (RW…, 56 characters) in double quotes."}};
}

content::Problem secret_pack_key() {
  return {
      {"署名に使う秘密の鍵（.key）が書かれています。", "This is the secret key (.key)."},
      {"人に見られたかもしれない鍵なので、「hub-kiosk key new」で新しい鍵を作り、その .pub のほうを書いてください。",
       "Others may have seen it: make a new one with \"hub-kiosk key new\", and write what is in its .pub here."}};
}

content::Problem pack_key_repeated() {
  return {{"同じ鍵が、同じ拠点のために 2 回書かれています。", "This key is there twice for the same hub."},
          {"どちらか 1 つを消してください。", "Take one of them out."}};
}

content::Problem too_many_pack_keys(std::size_t most) {
  const std::string count = std::to_string(most);
  return {{"鍵が多すぎます（" + count + " 個まで）。", "There are too many keys (at most " + count + ")."},
          {"使っていない鍵を消してください。", "Take out keys that are not used any more."}};
}

content::Problem bad_carrier_url() {
  return {
      {"サーバーのフォルダーのアドレスとして正しくありません。", "This is no address of a server's folder."},
      {"https://packs.example.jp/hubs/ のように、ユーザー名、空白、全角文字、「?」「#」なしで、200 文字までで書いて"
       "ください。",
       "Write it like https://packs.example.jp/hubs/, without a user name, spaces, full-width characters, ? or #, in "
       "at most 200 characters."}};
}

content::Problem plain_carrier_url() {
  return {{"http:// のアドレスは、途中で見られたり変えられたりします。",
           "What goes over http:// can be seen and changed on its way."},
          {"https:// のアドレスにしてください。http:// は、この機械の中（127.0.0.1、localhost）だけで使えます。",
           "Use https://. http:// is for this machine itself (127.0.0.1, localhost)."}};
}

content::Problem bad_screen_name(std::size_t most) {
  const std::string count = std::to_string(most);
  return {{"画面の名前として使えません。", "This cannot be a screen's name."},
          {"a–z、0–9 と「-」だけで、" + count + " 文字までで書いてください（例: izumi-1）。",
           "Use a–z, 0–9 and -, at most " + count + " characters, as in izumi-1."}};
}

content::Problem fetched_without_keys() {
  return {{"パックを取りにいっても、鍵（keys）がないので、どれも受け取りません。",
           "Packs are fetched, and none is taken: there are no keys."},
          {"市か拠点の公開鍵を、keys に書いてください（hub-kiosk key show が出す 1 行）。",
           "Put the city's or the hub's public key into keys (the line that hub-kiosk key show prints)."}};
}

}  // namespace hub::config::problems
