#include "card/keys.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "card/letters.h"
#include "content/json/value.h"

namespace hub::card {

namespace {

const std::vector<KeyWords>& table() {
  static const std::vector<KeyWords> keys = {
      {Key::hub,
       "拠点",
       {"拠点名", "拠点の名前", "拠点の記号", "きょてん", "区", "hub"},
       {"「拠点 = 泉区」のように、区の名前か、拠点の記号を書いてください。", "Write it like \"拠点 = 泉区\"."}},
      {Key::diagonal,
       "画面の大きさ",
       {"画面サイズ", "画面のサイズ", "大きさ", "インチ", "size", "diagonalinch"},
       {"「画面の大きさ = 32」のように、画面の対角線の長さを、インチの数字（3〜120）で書いてください。",
        "Write the screen's diagonal in inches (3 to 120), like \"画面の大きさ = 32\"."}},
      {Key::rotate,
       "画面の向き",
       {"向き", "回転", "画面の回転", "rotate"},
       {"「画面の向き = 90」のように、時計回りの角度を 0、90、180、270 のどれかで書いてください。",
        "Write 0, 90, 180 or 270 (clockwise), like \"画面の向き = 90\"."}},
      {Key::reach,
       "ボタンの高さ",
       {"ボタンの位置", "手の届く高さ", "高さ", "reach"},
       {"「ボタンの高さ = 低く」か「ボタンの高さ = ふつう」と書いてください。",
        "Write \"ボタンの高さ = 低く\" (low) or \"ボタンの高さ = ふつう\" (full)."}},
      {Key::bottom,
       "画面の下の高さ",
       {"画面の下の端", "床からの高さ", "下の高さ", "bottommm"},
       {"「画面の下の高さ = 700」のように、床から画面の下の端までを、ミリの数字（0〜1500）で書いてください。",
        "Write the height of the screen's lower edge above the floor in mm (0 to 1500), like \"画面の下の高さ = "
        "700\"."}},
      {Key::hours,
       "映す時間",
       {"時間", "開館時間", "表示時間", "映す時刻", "hours"},
       {"「映す時間 = 9:00-17:00」のように書いてください。いつも映すなら「映す時間 = いつも」です。",
        "Write it like \"映す時間 = 9:00-17:00\", or \"映す時間 = いつも\" for always."}},
      {Key::closed_weekdays,
       "休みの曜日",
       {"映さない曜日", "休みの曜", "休館曜日", "定休日", "closed"},
       {"「休みの曜日 = 日、月」のように、曜日を「、」で区切って書いてください。祝日は「休みの日」に日付で書きます。",
        "Write weekdays like \"休みの曜日 = 日、月\"; holidays go to \"休みの日\", as dates."}},
      {Key::closed_dates,
       "休みの日",
       {"映さない日", "休館日", "休み", "closeddates"},
       {"「休みの日 = 12/29-1/3、5/3」のように、日付を「、」で区切って書いてください。",
        "Write dates like \"休みの日 = 12/29-1/3、5/3\"."}},
      {Key::pin,
       "暗証番号",
       {"暗証", "スタッフの暗証番号", "pin"},
       {"「暗証番号 = 」のあとに、4〜8 けたの数字を書いてください。", "Write 4 to 8 digits behind \"暗証番号 = \"."}},
      {Key::network,
       "ネットワーク",
       {"ネット", "接続", "network"},
       {"「なし」「有線」「Wi-Fi」のどれかを書いてください。", "Write なし (none), 有線 (cable) or Wi-Fi."}},
      {Key::wifi_name,
       "Wi-Fiの名前",
       {"wifi名", "wifi名前", "wifi", "ssid", "wifissid", "無線の名前", "無線lanの名前"},
       {"「Wi-Fiの名前 = 」のあとに、Wi-Fi の名前（SSID）を、大文字と小文字もそのまま書いてください。",
        "Write the network's name (SSID) behind \"Wi-Fiの名前 = \", with capitals as they are."}},
      {Key::wifi_password,
       "Wi-Fiのパスワード",
       {"wifiパスワード", "wifiの暗証番号", "wifiキー", "暗号化キー", "無線のパスワード", "wifipassword", "psk"},
       {"「Wi-Fiのパスワード = 」のあとに、8〜63 文字の英数字と記号を、大文字と小文字もそのまま書いてください。",
        "Write the password (8 to 63 letters, digits and signs) behind \"Wi-Fiのパスワード = \", with capitals as "
        "they are."}},
      {Key::time_server,
       "時刻サーバー",
       {"時計サーバー", "ntp", "ntpサーバー", "timeserver"},
       {"「時刻サーバー = ntp.nict.jp」のように、サーバーの名前を書いてください。",
        "Write the server's name, like \"時刻サーバー = ntp.nict.jp\"."}},
      {Key::pack_url,
       "パックの場所",
       {"パックのアドレス", "パック", "packurl"},
       {"「パックの場所 = https://packs.example.jp/hubs/」のように、https "
        "で始まるフォルダーのアドレスを書いてください。",
        "Write the address of a folder that begins with https, like \"パックの場所 = "
        "https://packs.example.jp/hubs/\"."}},
      {Key::pack_key,
       "パックの鍵",
       {"パックの公開鍵", "公開鍵", "packkey"},
       {"「パックの鍵 = 」のあとに、市か拠点の公開鍵（RW で始まる 56 文字）を 1 行で書いてください。",
        "Write the public key (56 characters that begin with RW) behind \"パックの鍵 = \", on one line."}},
      {Key::status_url,
       "知らせる場所",
       {"報告先", "状態の知らせ先", "知らせ先", "statusurl"},
       {"「知らせる場所 = https://packs.example.jp/status/」のように、https "
        "で始まるフォルダーのアドレスを書いてください。",
        "Write the address of a folder that begins with https, like "
        "\"知らせる場所 = https://packs.example.jp/status/\"."}},
      {Key::screen_name,
       "画面の名前",
       {"機械の名前", "端末名", "screenname"},
       {"「画面の名前 = izumi-1」のように、a–z、0–9 と「-」だけで、40 文字までで書いてください。",
        "Use a–z, 0–9 and -, at most 40 characters, like \"画面の名前 = izumi-1\"."}},
  };
  return keys;
}

// Spaces, quotation marks, hyphens and middle dots in a name mean nothing.
std::string bare(std::string_view written) {
  const Part part = unquoted(written, trimmed(written, {0, written.size()}), true);
  std::string name;
  for (const char c : with_dashes(part.of(written))) {
    if (c != '-' && c != '_' && c != '.') name += c;
  }
  constexpr std::string_view kDot = "・";
  for (std::size_t at = name.find(kDot); at != name.npos; at = name.find(kDot)) name.erase(at, kDot.size());
  return name;
}

}  // namespace

std::span<const KeyWords> all_keys() { return table(); }

const KeyWords& words_of(Key key) {
  const auto found = std::ranges::find(table(), key, &KeyWords::key);
  HUB_CHECK(found != table().end());
  return *found;
}

FoundKey find_key(std::string_view written) {
  const std::string name = bare(written);
  std::vector<std::string> bares;
  std::vector<std::string_view> views;
  bares.reserve(table().size());
  for (const KeyWords& one : table()) {
    const auto is_name = [&](std::string_view other) { return bare(other) == name; };
    if (is_name(one.name) || std::ranges::any_of(one.also, is_name)) return {one.key, {}};
    bares.push_back(bare(one.name));
    views.push_back(bares.back());
  }
  const std::string_view near = content::nearest_word(name, views);
  const auto at = std::ranges::find(views, near);
  return {std::nullopt, near.empty() ? near : table()[static_cast<std::size_t>(at - views.begin())].name};
}

}  // namespace hub::card
