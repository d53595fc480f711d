#include "card/problems.h"

#include "content/json/problems.h"

namespace hub::card::problems {

namespace {

std::string cited(std::string_view from_file) { return content::problems::quoted(from_file); }

std::string hub_names(const std::vector<KnownHub>& hubs, bool japanese) {
  std::string names;
  for (const KnownHub& one : hubs) {
    if (!names.empty()) names += japanese ? "、" : ", ";
    names += japanese ? "「" + cited(one.ward.empty() ? one.id : one.ward) + "」" : cited(one.id);
  }
  return names;
}

base::Message which_hub(const std::vector<KnownHub>& hubs) {
  if (hubs.empty()) return words_of(Key::hub).how;
  return {"「拠点 = 」のあとに、次のどれかを書いてください: " + hub_names(hubs, true),
          "Write one of these behind \"拠点 = \": " + hub_names(hubs, false)};
}

}  // namespace

Problem no_text() {
  return {{"この行の文字を読めません。", "The letters of this line cannot be read."},
          {"この行を書きなおし、メモ帳の「名前を付けて保存」で、エンコードを「UTF-8」にして保存してください。",
           "Write the line again, and save the file as UTF-8."}};
}

Problem line_too_long() {
  return {{"この行は長すぎます。", "This line is too long."},
          {"1 つの行に、1 つの設定だけを書いてください。", "Write one setting on one line."}};
}

Problem file_too_long() {
  return {
      {"ファイルが長すぎます。ここから先は読みませんでした。", "The file is too long: nothing was read from here on."},
      {"設定のほかに書かれているものを消してください。", "Take out what is no setting."}};
}

Problem no_file(const std::vector<KnownHub>& hubs) {
  const base::Message which = which_hub(hubs);
  return {{"カードに、設定のファイルがないか、読めません。",
           "The card's file of settings is not there, or cannot be read."},
          {"カードをパソコンに入れ、下の名前のテキストのファイルを作ってください。" + which.ja,
           "Put the card into a PC and make a text file of that name. " + which.en}};
}

Problem no_separator(std::string_view nearest) {
  const std::string name(nearest.empty() ? "拠点" : nearest);
  return {
      {"名前と値のあいだに「=」がありません。", "There is no \"=\" between a name and a value."},
      {"「" + name + " = 」のように、名前のあとに「=」を書いてください。説明なら、行のはじめに「#」を付けてください。",
       "Write it like \"" + name + " = …\"; a remark begins with #."}};
}

Problem unknown_key(std::string_view written, std::string_view nearest) {
  const std::string name = cited(written), near(nearest);
  Problem problem{{"「" + name + "」という設定はありません。", "There is no setting \"" + name + "\"."}, {}};
  if (near.empty()) {
    problem.remedy = {
        "設定の名前は、はじめのファイルにあるとおりに書いてください。説明なら、行のはじめに「#」を付けてください。",
        "Write the names of settings as they are in the original file; a remark begins with #."};
  } else {
    problem.remedy = {"「" + near + "」のまちがいではありませんか。", "Did you mean \"" + near + "\"?"};
  }
  return problem;
}

Problem repeated(Key key, int line) {
  const std::string name(words_of(key).name), number = std::to_string(line);
  return {{"「" + name + "」は、" + number + " 行目にも書かれています。ここに書かれたほうを使います。",
           "\"" + name + "\" is on line " + number + " as well; what is here counts."},
          {"使わないほうの行を消してください。", "Take out the one that you do not mean."}};
}

Problem not_understood(Key key, std::string_view written) {
  const KeyWords& words = words_of(key);
  const std::string name(words.name), value = cited(written);
  return {{"「" + name + "」に書かれた「" + value + "」が分かりません。",
           "\"" + value + "\" is not understood as \"" + name + "\"."},
          words.how};
}

Problem secret_not_understood(Key key) {
  const KeyWords& words = words_of(key);
  const std::string name(words.name);
  return {{"「" + name + "」に書かれたものは使えません。", "What stands behind \"" + name + "\" cannot be used."},
          words.how};
}

Problem no_hub(const std::vector<KnownHub>& hubs) {
  return {{"どの拠点の画面か、書かれていません。", "It does not say which hub's screen this is."}, which_hub(hubs)};
}

Problem unknown_hub(std::string_view written, std::string_view nearest, const std::vector<KnownHub>& hubs) {
  const std::string name = cited(written), near(nearest);
  Problem problem{
      {"「" + name + "」という拠点は、このカードに入っていません。", "The hub \"" + name + "\" is not on this card."},
      which_hub(hubs)};
  if (!near.empty()) {
    problem.remedy = {"「" + near + "」のまちがいではありませんか。", "Did you mean \"" + near + "\"?"};
  }
  return problem;
}

Problem out_of_reach() {
  return {{"画面の下の端がこの高さでは、ボタンを低く置けません。",
           "With its lower edge this high, the screen has no low place for controls."},
          {"画面を低く付けて「画面の下の高さ」を直すか、「ボタンの高さ = ふつう」と書いてください。",
           "Mount the screen lower, or write \"ボタンの高さ = ふつう\" (full)."}};
}

Problem upright() {
  return {{"画面を縦にする向きは 2 つあります。時計回りに 90 度回しました。",
           "A screen can stand upright in two ways: the picture was turned by 90 degrees clockwise."},
          {"上下が逆さまなら「画面の向き = 270」、合っていれば「画面の向き = 90」と書いてください。",
           "Write \"画面の向き = 270\" if it is upside down, and \"画面の向き = 90\" if it is right."}};
}

Problem holidays() {
  return {{"祝日がいつかは、この機械には分かりません。祝日も、その曜日の時間のとおりに映ります。",
           "This machine does not know public holidays: they are as their weekday."},
          {"休む祝日は「休みの日 = 5/3-5/5」のように、日付で書いてください。",
           "Write the holidays on which it is closed as dates, like \"休みの日 = 5/3-5/5\"."}};
}

Problem past_midnight(std::string_view written) {
  const std::string hours(written);
  return {{"映す時間の「" + hours + "」は、終わりが始まりより早いので、夜を通して次の日まで映します。",
           "\"" + hours + "\" ends before it begins: the screen is on all night, into the next day."},
          {"午後に終わるなら「映す時間 = 9:00-17:00」のように、24 時間の書き方で書いてください。",
           "Where it ends in the afternoon, write 24 hours, like \"映す時間 = 9:00-17:00\"."}};
}

Problem hours_not_kept() {
  return {{"映す時間か休みにまちがいがあるので、直すまで、いつも映します。",
           "There is a mistake in the hours: the screen is always on until it is mended."},
          {"まちがいのある行を直してください。", "Mend the lines that are wrong."}};
}

Problem pin_not_hidden() {
  return {
      {"暗証番号が、カードの設定に、そのまま残っています。", "The PIN still stands on the card as it was typed."},
      {"カードをパソコンに入れ、この行を書きなおしてください。", "Put the card into a PC and write this line again."}};
}

Problem pin_hash_broken() {
  return {{"暗証番号のしるしが、途中で切れているか、書きかえられています。",
           "What was kept in place of the PIN is cut off or changed."},
          words_of(Key::pin).how};
}

Problem wifi_without_name() {
  return {{"Wi-Fi の名前が書かれていないので、つなげません。", "There is no Wi-Fi name, so nothing is connected."},
          words_of(Key::wifi_name).how};
}

Problem wifi_without_password() {
  return {{"Wi-Fi のパスワードが書かれていません。だれでも使える Wi-Fi として、つなぎます。",
           "There is no Wi-Fi password: it is taken for a network that is open to all."},
          {"パスワードのある Wi-Fi なら、「Wi-Fiのパスワード = 」のあとに書いてください。",
           "If it has one, write it behind \"Wi-Fiのパスワード = \"."}};
}

Problem wifi_not_wanted(Network::Kind kind) {
  const bool cable = kind == Network::Kind::cable;
  return {
      {std::string("Wi-Fi の名前が書かれていますが、ネットワークは「") + (cable ? "有線" : "なし") +
           "」なので、Wi-Fi にはつなぎません。",
       std::string("There is a Wi-Fi name, but the network is ") + (cable ? "cable" : "none") + "."},
      {"Wi-Fi につなぐなら「ネットワーク = Wi-Fi」と書いてください。", "Write \"ネットワーク = Wi-Fi\" to use it."}};
}

Problem packs_without_key() {
  return {{"パックを取りにいっても、鍵がないので、どれも受け取りません。",
           "Packs are fetched, and none is taken: there is no key."},
          words_of(Key::pack_key).how};
}

Problem packs_without_network() {
  return {{"ネットワークにつながないので、パックを取りにいけません。", "Without a network no packs can be fetched."},
          {"「ネットワーク = 有線」か「ネットワーク = Wi-Fi」にしてください。",
           "Write \"ネットワーク = 有線\" or \"ネットワーク = Wi-Fi\"."}};
}

}  // namespace hub::card::problems
