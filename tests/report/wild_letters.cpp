#include "wild_style.h"

#include "base/utf8.h"

#include <map>
#include <sstream>

namespace hub::tests {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

bool ends_inside(const std::string& line) {
  return !line.empty() && !line.ends_with("。") && base::decode_utf8(line).size() >= 18;
}

std::string page_mark(int form, int page, int pages) {
  const std::string one = std::to_string(page), all = std::to_string(pages);
  std::u32string full;
  for (const char c : one) full += static_cast<char32_t>(0xFF10 + (c - '0'));
  switch (form) {
    case 0:
      return "- " + one + " -";
    case 1:
      return one + " / " + all;
    case 2:
      return "P." + one;
    case 3:
      return one + "ページ";
    case 4:
      return "－" + base::encode_utf8(full) + "－";
    case 5:
      return one + "/" + all;
    case 6:
      return "（" + one + "）";
    default:
      return one;
  }
}

}  // namespace

std::u32string with_radicals(std::u32string words, Random& random) {
  static const std::map<char32_t, char32_t> radicals = {
      {U'子', U'⼦'}, {U'支', U'⽀'}, {U'生', U'⽣'}, {U'目', U'⽬'}, {U'行', U'⾏'}, {U'長', U'⻑'}, {U'用', U'⽤'},
      {U'人', U'⼈'}, {U'見', U'⾒'}, {U'自', U'⾃'}, {U'日', U'⽇'}, {U'月', U'⽉'}, {U'大', U'⼤'}, {U'小', U'⼩'},
      {U'文', U'⽂'}, {U'方', U'⽅'}, {U'心', U'⼼'}, {U'手', U'⼿'}, {U'食', U'⾷'}, {U'音', U'⾳'}, {U'言', U'⾔'},
      {U'青', U'⻘'}, {U'民', U'⺠'}, {U'門', U'⾨'}, {U'里', U'⾥'}, {U'谷', U'⾕'}, {U'土', U'⼟'}, {U'力', U'⼒'}};
  for (char32_t& c : words) {
    const auto found = radicals.find(c);
    if (found != radicals.end() && random.chance(70)) c = found->second;
  }
  return words;
}

std::u32string decomposed(const std::u32string& words) {
  static const std::u32string voiced =
      U"がぎぐげござじずぜぞだぢづでどばびぶべぼガギグゲゴザジズゼゾダヂヅデドバビブベボ";
  static const std::u32string half_voiced = U"ぱぴぷぺぽパピプペポ";
  std::u32string all;
  for (const char32_t c : words) {
    if (voiced.find(c) != voiced.npos) {
      all += {static_cast<char32_t>(c - 1), U'\u3099'};
    } else if (half_voiced.find(c) != half_voiced.npos) {
      all += {static_cast<char32_t>(c - 2), U'\u309A'};
    } else {
      all += c;
    }
  }
  return all;
}

std::u32string with_half_width_kana(const std::u32string& words) {
  static const std::u32string full =
      U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
      U"ン";
  const std::u32string parted = decomposed(words);
  std::u32string all;
  for (std::size_t i = 0; i < parted.size(); ++i) {
    const char32_t c = parted[i];
    const std::size_t at = full.find(c);
    const bool kana = at != full.npos && (c != U'ー' || (!all.empty() && all.back() >= 0xFF66 && all.back() <= 0xFF9F));
    if (kana) {
      all += static_cast<char32_t>(0xFF66 + at);
    } else if ((c == U'\u3099' || c == U'\u309A') && !all.empty() && all.back() >= 0xFF66 && all.back() <= 0xFF9D) {
      all += c == U'\u3099' ? U'ﾞ' : U'ﾟ';
    } else if (c == U'\u3099') {
      ++all.back();
    } else if (c == U'\u309A') {
      all.back() += 2;
    } else {
      all += c;
    }
  }
  return all;
}

std::u32string with_invisible_letters(const std::u32string& words, Random& random) {
  std::u32string all;
  bool tag = false;
  for (const char32_t c : words) {
    all += c;
    if (c == U'<' || c == U'>') tag = c == U'<';
    if (c != U'\n' && !tag && random.chance(4)) all += random.one_of({U'\u200B', U'\u00AD', U'\u200D', U'\u2060'});
  }
  return all;
}

std::string with_page_marks(const std::string& text, bool inside, Random& random) {
  const std::vector<std::string> lines = lines_of(text);
  const int form = static_cast<int>(random.any(6));
  const std::size_t every = 14 + random.any(20);
  const bool apart = random.chance(50);
  const int pages = static_cast<int>(lines.size() / every) + 1;
  std::vector<std::string> all;
  int page = 1;
  std::size_t since = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all.push_back(lines[i]);
    if (++since < every || i + 1 == lines.size()) continue;
    if (inside != ends_inside(lines[i]) || (!inside && !lines[i].empty() && !lines[i].ends_with("。"))) continue;
    if (apart) all.emplace_back();
    all.push_back(page_mark(form, page++, pages));
    if (apart) all.emplace_back();
    since = 0;
  }
  all.push_back(page_mark(form, page, pages));
  return joined(all);
}

std::string with_running_heads(const std::string& text, const std::string& title, Random& random) {
  const std::vector<std::string> lines = lines_of(text);
  const std::size_t every = 16 + random.any(20);
  const std::string head = random.one_of<std::string>({title + " 事業評価", "こども青少年局 地域子育て支援課",
                                                       "令和６年６月１日 " + title, "2024/06/13 10:24 重点目標"});
  const bool address = random.chance(50), numbered = random.chance(50);
  std::vector<std::string> all = {head};
  int page = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all.push_back(lines[i]);
    if ((i + 1) % every != 0 || i + 1 == lines.size()) continue;
    if (address) all.emplace_back("https://www.city.example.lg.jp/kosodate/hyouka.html");
    if (numbered) all.push_back(page_mark(1, page, static_cast<int>(lines.size() / every) + 1));
    ++page;
    all.push_back(head);
  }
  if (address) all.emplace_back("https://www.city.example.lg.jp/kosodate/hyouka.html");
  return joined(all);
}

std::string with_navigation(const std::string& text, const std::string& ward, Random& random) {
  std::vector<std::string> above, below;
  const std::vector<std::string> trails = {"トップページ > 子育て・教育 > 子育て支援 > 拠点事業",
                                           "ホーム ＞ 区の紹介 ＞ " + ward + "の子育て",
                                           "現在位置\nトップページ\n子育て・教育\n子育て支援"};
  above.push_back(random.one_of(trails));
  const std::vector<std::string> menus = {"本文へ移動",
                                          "文字サイズ・色合い変更",
                                          "メニュー",
                                          "お知らせ",
                                          "R3年度利用者アンケート",
                                          "(2019-03-22・1440KB)",
                                          "H30年度利用者アンケート",
                                          "最終更新日 2024年6月13日",
                                          "印刷する"};
  for (const std::string& one : menus) {
    if (random.chance(50)) above.push_back(one);
  }
  for (const char* one :
       {"シェア", "ポスト", "LINEで送る", "このページへのお問合せ", "令和4年度の報告書はこちら（PDF：210KB）",
        "令和3年度の報告書はこちら（PDF：198KB）", "ページの先頭へ戻る", "ページID：123-456-789"}) {
    if (random.chance(50)) below.emplace_back(one);
  }
  const bool apart = random.chance(50);
  return joined(above) + (apart ? "\n" : "") + text + (apart ? "\n" : "") + joined(below);
}

std::string with_what_is_not_said(const std::string& html, Random& random) {
  std::string all;
  const std::vector<std::pair<std::string, std::string>> ruby = {
      {"参加", "さんか"}, {"地域", "ちいき"}, {"支援", "しえん"}, {"子育て", "こそだて"}, {"利用者", "りようしゃ"}};
  for (std::size_t at = 0; at < html.size();) {
    bool read = false;
    for (const auto& [word, reading] : ruby) {
      if (html.compare(at, word.size(), word) != 0 || !random.chance(25)) continue;
      all += "<ruby>" + word + "<rp>（</rp><rt>" + reading + "</rt><rp>）</rp></ruby>";
      at += word.size();
      read = true;
      break;
    }
    if (read) continue;
    const std::string stop = "。";
    if (html.compare(at, stop.size(), stop) == 0) {
      all += stop;
      at += stop.size();
      if (random.chance(6))
        all += random.one_of({"<del>月に３回行います。</del>", "<s>中止しました。</s>",
                              "<span style=\"display:none\">下書き用の文です。</span>",
                              "<span hidden>担当者の覚え書き。</span>"});
      continue;
    }
    all += html[at++];
  }
  return all;
}

}  // namespace hub::tests
