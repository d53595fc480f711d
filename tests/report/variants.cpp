#include "variants.h"

#include <algorithm>
#include <functional>
#include <random>
#include <string>

#include "base/utf8.h"

namespace hub::tests {

namespace {

using nlohmann::json;

const char* const kCircled[] = {"", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};

enum class Goals { headed, sharing, sharing_lines, numbered };
enum class Headings { before, after, mixed };

class Maker {
 public:
  Maker(unsigned seed, const std::vector<json>& reports) : random_(seed), reports_(reports) {}

  Variant run() {
    choose();
    mix();
    write();
    return {text_, made_, how_};
  }

 private:
  unsigned any(unsigned count) { return static_cast<unsigned>(random_() % count); }
  bool chance(unsigned percent) { return any(100) < percent; }
  template <class T>
  T one_of(std::initializer_list<T> list) {
    return *(list.begin() + any(static_cast<unsigned>(list.size())));
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[any(static_cast<unsigned>(i))]);
  }

  void choose() {
    goals_ = one_of({Goals::headed, Goals::headed, Goals::sharing, Goals::sharing_lines, Goals::numbered});
    headings_ = goals_ == Goals::headed ? one_of({Headings::before, Headings::before, Headings::after, Headings::mixed})
                                        : Headings::before;
    width_ = 18 + any(34);
    kinsoku_ = chance(70);
    full_digits_ = chance(50);
    bullet_ = one_of({"・", "•", "★", "○"});
    blank_ = chance(60);
    broken_labels_ = chance(40);
    same_line_ = headings_ == Headings::before && chance(30);
    shuffled_ = chance(40);
    shuffled_front_ = chance(40);
    has_front_ = chance(85);
    next_year_said_ = chance(80);
    year_ = 2017 + static_cast<int>(any(10));
    western_ = chance(10);
    heisei_31_ = chance(50);
    number_ = one_of({"　", " ", "．", "."});
    brackets_ = chance(50);
    stray_spaces_ = chance(30);
    how_ = "goals " + std::to_string(static_cast<int>(goals_)) + " headings " +
           std::to_string(static_cast<int>(headings_)) + " width " + std::to_string(width_) +
           (kinsoku_ ? " kinsoku" : "") + (blank_ ? " blank" : "") + (broken_labels_ ? " broken" : "") +
           (same_line_ ? " sameline" : "") + (shuffled_ ? " shuffled" : "") +
           (shuffled_front_ ? " shuffled front" : "") + (stray_spaces_ ? " spaces" : "") +
           (has_front_ ? "" : " only goals");
  }

  // Two to four goals a section, from any reports.
  void mix() {
    const json& base = reports_[any(static_cast<unsigned>(reports_.size()))];
    made_ = {{"title", base["title"]}, {"ward", base["ward"]}, {"reviewYear", year_}, {"goalYear", year_ + 1}};
    if (has_front_) {
      const unsigned term = 1 + any(5);
      made_["period"] = {{"from", std::to_string(year_) + "-04-01"},
                         {"to", std::to_string(year_ + 1) + "-03-31"},
                         {"termYear", term},
                         {"termYears", 5}};
      const json& other = base.contains("purpose") ? base : reports_[0];
      for (const char* key : {"implementers", "purpose", "principles", "services", "evaluationMethod"}) {
        if (other.contains(key)) made_[key] = other[key];
      }
    }
    for (const char* section : {"review", "goals"}) {
      std::vector<json> pool;
      for (const json& report : reports_) {
        for (const json& goal : report[section]) pool.push_back(goal);
      }
      shuffle(pool);
      pool.resize(2 + any(3));
      made_[section] = json::array();
      for (json& goal : pool) {
        goal["number"] = made_[section].size() + 1;
        if (goals_ != Goals::headed) flatten(goal);
        made_[section].push_back(goal);
      }
    }
  }

  // Where ①② are the goals', activities and outcomes have no marks: each paragraph is an item.
  static void flatten(json& goal) {
    for (const char* field : {"activities", "outcomes", "challenges"}) {
      if (!goal.contains(field)) continue;
      json flat = json::array();
      for (const json& item : goal[field]) {
        for (const json& text : item["text"]) flat.push_back({{"marks", json::array()}, {"text", {text}}});
      }
      goal[field] = flat;
    }
  }

  std::string digits(const std::string& words) const {
    if (!full_digits_) return words;
    std::string full;
    for (const char c : words) {
      if (c >= '0' && c <= '9') {
        full += "\xEF\xBC";
        full += static_cast<char>(0x90 + (c - '0'));
      } else {
        full += c;
      }
    }
    return full;
  }
  std::string era(int year) const {
    if (western_) return digits(std::to_string(year));
    if (year < 2019 || (year == 2019 && heisei_31_)) return "平成" + digits(std::to_string(year - 1988));
    return "令和" + (year == 2019 ? std::string("元") : digits(std::to_string(year - 2018)));
  }
  std::string fiscal(int year) const { return era(year) + "年度"; }

  // Lines of the width, as a page sets them; without kinsoku anything may begin a line.
  void put(const std::string& paragraph) {
    std::u32string words = base::decode_utf8(paragraph);
    if (stray_spaces_) add_stray_space(words);
    std::u32string line;
    for (const char32_t c : words) {
      const bool may_not_begin =
          kinsoku_ && std::u32string_view(U"、。」）ーっゃゅょ・").find(c) != std::u32string_view::npos;
      if (line.size() >= width_ && !may_not_begin) put_line(line), line.clear();
      line.push_back(c);
    }
    put_line(line);
  }
  void put_line(const std::u32string& line) { text_ += base::encode_utf8(line) + "\n"; }
  void gap() { text_ += "\n"; }
  void add_stray_space(std::u32string& words) {
    const auto is_kana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
    if (words.size() < 12 || !chance(15)) return;
    const std::size_t at = 5 + any(static_cast<unsigned>(words.size() - 8));
    if (is_kana(words[at - 1]) && is_kana(words[at])) words.insert(at, 1, U' ');
  }

  void label(const std::string& words) {
    const std::u32string all = base::decode_utf8(words);
    if (broken_labels_ && all.size() > 5) {
      std::size_t at = 0;
      // 取組の / 成果, 令和５年度 / 重点目標①
      std::size_t cut = all.find(U"年度");
      cut = cut == all.npos ? std::min<std::size_t>(all.size() / 2, 7) : cut + 2;
      if (cut >= all.size()) cut = all.size() / 2;
      put_line(all.substr(at, cut));
      put_line(all.substr(cut));
    } else {
      put_line(all);
    }
  }

  // A heading with its paragraphs.
  void block(const std::string& heading, const std::vector<std::string>& paragraphs) {
    const bool after = headings_ == Headings::after || (headings_ == Headings::mixed && chance(25));
    if (after) {
      for (const std::string& paragraph : paragraphs) put(paragraph);
      if (blank_ || headings_ == Headings::mixed) gap();
      label(heading);
      gap();
      return;
    }
    if (same_line_ && !paragraphs.empty() && base::decode_utf8(heading).size() < 12) {
      put(heading + " " + paragraphs.front());
      for (std::size_t i = 1; i < paragraphs.size(); ++i) put(paragraphs[i]);
    } else {
      label(heading);
      if (blank_) gap();
      for (const std::string& paragraph : paragraphs) put(paragraph);
    }
    gap();
  }

  std::vector<std::string> numbered(const std::vector<std::string>& entries) const {
    std::vector<std::string> lines;
    for (const std::string& entry : entries)
      lines.push_back(digits(std::to_string(lines.size() + 1)) + number_ + entry);
    return lines;
  }

  void write() {
    const std::string next = next_year_said_ ? fiscal(year_ + 1) : "次年度";
    text_ += made_["title"].get<std::string>() + "\n" + fiscal(year_) + "重点目標評価結果・" + next + "重点目標\n\n";
    if (has_front_) write_front();
    text_ += fiscal(year_) + "重点目標の評価\n\n";
    write_section(made_["review"], fiscal(year_), {"activities", "outcomes", "challenges"});
    text_ += next + "重点目標\n\n";
    write_section(made_["goals"], next, {"activities"});
  }

  void write_front() {
    std::vector<std::function<void()>> blocks;
    const auto strings = [](const json& list) { return list.get<std::vector<std::string>>(); };
    blocks.push_back([this] {
      const json& p = made_["period"];
      block("事業実施期間", {era(year_) + digits("年4月1日") + "～" + era(year_ + 1) + digits("年3月31日") + "（" +
                             digits(std::to_string(p["termYear"].get<int>())) + "年度目／" + digits("5") + "か年度）"});
    });
    blocks.push_back([this, strings] { block("事業の実施者", strings(made_["implementers"])); });
    blocks.push_back([this, strings] {
      block("事業目的", {made_["purpose"].get<std::string>()});
      block("【事業・施設運営の基本理念】", numbered(strings(made_["principles"])));
    });
    blocks.push_back([this] {
      std::vector<std::string> services;
      for (const json& s : made_["services"]) {
        const std::string program = s["program"].get<std::string>();
        services.push_back(s["description"].get<std::string>() +
                           (brackets_ ? "(" + program + ")" : "（" + program + "）"));
      }
      block("事業の内容", numbered(services));
    });
    blocks.push_back([this, strings] {
      block("事業の評価実施方法及び評価結果の公表方法", numbered(strings(made_["evaluationMethod"])));
    });
    if (shuffled_front_) shuffle(blocks);
    // A long value must not be cut off from what names it.
    const Headings headings = std::exchange(headings_, headings_ == Headings::mixed ? Headings::before : headings_);
    for (const auto& make : blocks) make();
    headings_ = headings;
  }

  static std::string name_of(const std::string& field) {
    return field == "activities" ? "取組内容" : field == "outcomes" ? "取組の成果" : "取組の課題";
  }

  void write_section(const json& goals, const std::string& year, const std::vector<std::string>& fields) {
    if (goals_ == Goals::headed) {
      for (const json& goal : goals) {
        block(year + "重点目標" + kCircled[goal["number"].get<int>()], {goal["goal"].get<std::string>()});
        std::vector<std::string> order = fields;
        if (shuffled_) shuffle(order);
        for (const std::string& field : order) block(name_of(field), items(goal[field]));
      }
      return;
    }
    std::vector<std::string> texts;
    for (const json& goal : goals) {
      const int number = goal["number"].get<int>();
      if (goals_ == Goals::numbered) {
        texts.push_back(digits(std::to_string(number)) + ".");
        texts.push_back(goal["goal"].get<std::string>());
      } else {
        texts.push_back(kCircled[number] + goal["goal"].get<std::string>());
      }
    }
    const bool same_line = std::exchange(same_line_, false);
    block(year + "重点目標", texts);
    std::vector<std::string> order = fields;
    if (shuffled_) shuffle(order);
    for (const std::string& field : order) {
      std::vector<std::string> lines;
      for (const json& goal : goals) {
        const int number = goal["number"].get<int>();
        if (goals_ == Goals::numbered) lines.push_back(digits(std::to_string(number)) + ".");
        if (goals_ == Goals::sharing_lines) lines.push_back(kCircled[number]);
        for (const json& item : goal[field]) {
          const std::string text = item["text"][0].get<std::string>();
          lines.push_back((goals_ == Goals::sharing ? kCircled[number] : bullet_) + text);
        }
      }
      block(name_of(field), lines);
    }
    same_line_ = same_line;
  }

  std::vector<std::string> items(const json& list) const {
    std::vector<std::string> lines;
    for (const json& item : list) {
      std::string marks;
      for (const json& mark : item["marks"]) marks += kCircled[mark.get<int>()];
      const auto texts = item["text"].get<std::vector<std::string>>();
      if (texts.size() > 1) {
        lines.push_back(marks);
        for (const std::string& text : texts) lines.push_back("・" + text);
      } else {
        lines.push_back((marks.empty() ? bullet_ : marks) + texts[0]);
      }
    }
    return lines;
  }

  std::mt19937 random_;
  const std::vector<json>& reports_;
  json made_;
  std::string text_;
  std::string how_;
  Goals goals_ = Goals::headed;
  Headings headings_ = Headings::before;
  std::size_t width_ = 40;
  bool kinsoku_ = true, full_digits_ = false, blank_ = true, broken_labels_ = false, same_line_ = false,
       shuffled_ = false, shuffled_front_ = false, has_front_ = true, next_year_said_ = true, western_ = false,
       heisei_31_ = false, brackets_ = false, stray_spaces_ = false;
  std::string bullet_, number_;
  int year_ = 2024;
};

}  // namespace

Variant make_variant(unsigned seed, const std::vector<json>& reports) { return Maker(seed, reports).run(); }

}  // namespace hub::tests
