#include "wild_style.h"

#include "base/circled_numbers.h"
#include "base/utf8.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using Labels = WildStyle::Labels;
using Marks = WildStyle::Marks;

constexpr std::size_t kMostEntries = 6;
constexpr const char* kFields[] = {"activities", "outcomes", "challenges"};

std::string full_width(int number) {
  std::string full;
  for (const char c : std::to_string(number)) {
    full += "\xEF\xBC";
    full += static_cast<char>(0x90 + (c - '0'));
  }
  return full;
}

std::string mark_text(Marks marks, int mark) {
  static const char* const katakana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"};
  static const char* const roman[] = {"ⅰ", "ⅱ", "ⅲ", "ⅳ", "ⅴ", "ⅵ", "ⅶ", "ⅷ", "ⅸ", "ⅹ"};
  static const char* const bracketed[] = {"⑴", "⑵", "⑶", "⑷", "⑸", "⑹", "⑺", "⑻", "⑼", "⑽"};
  const auto at = static_cast<std::size_t>(mark - 1);
  switch (marks) {
    case Marks::circled:
      return base::circled_text(mark);
    case Marks::katakana:
      return std::string(katakana[at]) + "　";
    case Marks::bracketed_katakana:
      return std::string("（") + katakana[at] + "）";
    case Marks::bracketed_number:
      return bracketed[at];
    case Marks::roman:
      return std::string(roman[at]) + " ";
    case Marks::latin:
      return std::string(1, static_cast<char>('a' + at)) + ") ";
    case Marks::lost:
      return std::string(1, static_cast<char>('@' + at));
  }
  return "";
}

class BlockMaker {
 public:
  BlockMaker(json& report, const WildStyle& style, Random& random)
      : report_(report), style_(style), random_(random), year_(report["reviewYear"].get<int>()) {
    next_label_ = style.years == WildStyle::Years::usual && random.chance(20) ? "次年度" : fiscal(year_ + 1);
    bullet_ = random.one_of({"・", "•", "○", "◎"});
    activity_label_ = random.one_of({"取組内容", "取組内容", "具体的な取組"});
    year_in_goal_ = random.chance(60);
  }

  std::vector<WildBlock> make() {
    settle_entries();
    title();
    if (style_.has_front) front();
    section("review", fiscal(year_), {"activities", "outcomes", "challenges"});
    section("goals", next_label_, {"activities"});
    return std::move(blocks_);
  }

 private:
  std::string era(int year) const { return "令和" + (year == 2019 ? std::string("元") : std::to_string(year - 2018)); }
  std::string in_era(int year) const {
    switch (style_.years) {
      case WildStyle::Years::western_behind:
        return era(year) + "(" + std::to_string(year) + ")";
      case WildStyle::Years::era_behind:
        return std::to_string(year) + "(" + era(year) + ")";
      default:
        return era(year);
    }
  }
  std::string fiscal(int year) const {
    if (style_.years == WildStyle::Years::letter)
      return "R" + std::to_string(year - 2018) + (letter_year_ ? "年度" : "");
    return in_era(year) + "年度";
  }

  // Every entry has one paragraph, and with marks every one has one mark, counted from 1.
  void settle_entries() {
    for (const char* section : {"review", "goals"}) {
      for (json& goal : report_[section]) {
        take_marks_off(goal);
        settle_lists(goal);
      }
    }
  }
  void settle_lists(json& goal) {
    std::size_t fewest = kMostEntries;
    for (const char* field : kFields) {
      if (goal.contains(field)) fewest = std::min(fewest, goal[field].size());
    }
    for (const char* field : kFields) {
      if (!goal.contains(field)) continue;
      // Each activity has its outcome and its challenge, where marks tell that they belong together.
      const std::size_t most = style_.sharing ? kMostEntries : fewest;
      while (goal[field].size() > most) goal[field].erase(goal[field].size() - 1);
      int mark = 0;
      for (json& item : goal[field]) {
        if (style_.no_stops) take_stop_off(item);
        if (!style_.sharing) item["marks"] = {++mark};
      }
    }
  }
  static void take_stop_off(json& item) {
    std::string text = item["text"][0].get<std::string>();
    const std::string stop = "。";
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
    item["text"][0] = text;
  }

  void line(const std::string& words) { blocks_.push_back({"", {words}, false}); }

  void title() {
    const std::string program = report_["title"].get<std::string>(), ward = report_["ward"].get<std::string>();
    if (style_.page_heading) line(fiscal(year_ + 1) + "重点目標");
    const std::string both = random_.chance(50) ? "重点目標評価結果・" : "重点目標評価結果及び";
    switch (style_.title) {
      case WildStyle::Title::usual:
        line(program);
        line(fiscal(year_) + both + next_label_ + "重点目標");
        break;
      case WildStyle::Title::one_year:
        line(program);
        line(fiscal(year_) + " 重点目標と取組の成果・課題");
        break;
      case WildStyle::Title::hub_name:
        line(ward + "地域子育て支援拠点" + random_.one_of({"こまどり", "ひだまり", "ぽけっと", "すくすく"}));
        report_["title"] = ward + "地域子育て支援拠点事業";
        line(fiscal(year_) + both + next_label_ + "重点目標");
        break;
      case WildStyle::Title::no_ward:
        line(fiscal(year_) + both + next_label_ + "重点目標");
        report_["title"] = "";
        report_["ward"] = "";
        break;
    }
  }

  std::string label(const std::string& words) {
    const std::u32string all = base::decode_utf8(words);
    std::string set;
    switch (style_.labels) {
      case Labels::plain:
        return words;
      case Labels::square:
        return "■" + words;
      case Labels::bracketed:
        return "【" + words + "】";
      case Labels::numbered:
        return "(" + std::to_string(++labels_) + ") " + words;
      case Labels::spaced:
        for (const char32_t c : all) set += (set.empty() ? "" : " ") + base::encode_utf8(std::u32string(1, c));
        return set;
      case Labels::vertical:
        for (const char32_t c : all) set += (set.empty() ? "" : "\n") + base::encode_utf8(std::u32string(1, c));
        return set;
    }
    return words;
  }
  void block(const std::string& words, std::vector<std::string> entries) {
    blocks_.push_back({words, std::move(entries), false});
  }

  static std::vector<std::string> strings(const json& list) { return list.get<std::vector<std::string>>(); }
  std::vector<std::string> numbered(const std::vector<std::string>& entries) const {
    std::vector<std::string> lines;
    for (const std::string& entry : entries)
      lines.push_back(full_width(static_cast<int>(lines.size()) + 1) + "　" + entry);
    return lines;
  }

  void front() {
    const json& p = report_["period"];
    block("事業実施期間", {in_era(year_) + "年4月1日～" + in_era(year_ + 1) + "年3月31日（" +
                           std::to_string(p["termYear"].get<int>()) + "年度目／5か年度）"});
    block("事業の実施者", strings(report_["implementers"]));
    if (style_.new_order) new_order();
    block("事業目的", {report_["purpose"].get<std::string>()});
    block("基本理念", numbered(strings(report_["principles"])));
    std::vector<std::string> services;
    for (const json& s : report_["services"])
      services.push_back(s["description"].get<std::string>() + "（" + s["program"].get<std::string>() + "）");
    block("事業の内容", numbered(services));
    block("事業の評価実施方法及び評価結果の公表方法", numbered(strings(report_["evaluationMethod"])));
  }
  void new_order() {
    std::vector<std::string> principles = strings(report_["principles"]);
    random_.shuffle(principles);
    const std::size_t own = random_.any(static_cast<unsigned>(principles.size()));
    principles[own] = random_.one_of({"まちの親子が主役となり、気軽に立ち寄れる運営",
                                      "はじめての子育てに寄り添い、喜びを分かち合う運営",
                                      "世代や国籍を問わず、誰もが居場所と感じられる運営"});
    report_["principles"] = principles;
    std::vector<std::string> method = strings(report_["evaluationMethod"]);
    if (random_.chance(50)) std::swap(method.front(), method.back());
    report_["evaluationMethod"] = method;
  }

  static std::string name_of(const std::string& field) {
    return field == "activities" ? "取組内容" : field == "outcomes" ? "取組の成果" : "取組の課題";
  }
  std::string field_label(const std::string& field) const {
    return field == "activities" ? activity_label_ : name_of(field);
  }

  void section(const char* key, const std::string& year, const std::vector<std::string>& fields) {
    const bool reviewed = std::string(key) == "review";
    blocks_.push_back({reviewed ? year + "重点目標の評価" : year + "重点目標", {}, true});
    if (style_.sharing) return shared(report_[key], year, fields);
    for (const json& goal : report_[key]) {
      const std::string number = base::circled_text(goal["number"].get<int>());
      labels_ = 0;
      const std::string name = (year_in_goal_ ? year : "") + "重点目標" + number;
      blocks_.push_back(
          {style_.labels == Labels::numbered ? name : label(name), {goal["goal"].get<std::string>()}, false});
      for (const std::string& field : fields) block(label(field_label(field)), entries(goal[field]));
    }
  }
  std::vector<std::string> entries(const json& list) const {
    std::vector<std::string> lines;
    for (const json& item : list) {
      std::string marks;
      for (const json& mark : item["marks"]) marks += mark_text(style_.marks, mark.get<int>());
      lines.push_back((marks.empty() ? bullet_ : marks) + item["text"][0].get<std::string>());
    }
    return lines;
  }

  // 重点目標 / 1. … 2. … / 取組内容 / 1. / ・… ・… / 2.
  void shared(const json& goals, const std::string& year, const std::vector<std::string>& fields) {
    std::vector<std::string> texts;
    for (const json& goal : goals)
      texts.push_back(std::to_string(goal["number"].get<int>()) + ". " + goal["goal"].get<std::string>());
    block(label((year_in_goal_ ? year : "") + "重点目標"), texts);
    for (const std::string& field : fields) {
      std::vector<std::string> lines;
      for (const json& goal : goals) {
        const std::string number = std::to_string(goal["number"].get<int>()) + ".";
        lines.push_back(style_.short_names ? number + " " + short_name(goal) : number);
        for (const json& item : goal[field]) {
          lines.push_back((style_.hanging ? "  • " : bullet_) + item["text"][0].get<std::string>());
        }
      }
      block(label(field_label(field)), lines);
    }
  }
  // 父親の参加の充実, of words of the goal.
  std::string short_name(const json& goal) const {
    const std::u32string words = base::decode_utf8(goal["goal"].get<std::string>());
    std::size_t end = words.find_first_of(U"がをにで、");
    if (end == words.npos || end < 2 || end > 14) end = std::min<std::size_t>(8, words.size());
    return base::encode_utf8(words.substr(0, end)) + "について";
  }

  json& report_;
  const WildStyle& style_;
  Random& random_;
  int year_;
  std::string next_label_, bullet_, activity_label_;
  bool year_in_goal_ = true, letter_year_ = true;
  int labels_ = 0;
  std::vector<WildBlock> blocks_;
};

}  // namespace

std::vector<WildBlock> wild_blocks(json& report, const WildStyle& style, Random& random) {
  return BlockMaker(report, style, random).make();
}

}  // namespace hub::tests
