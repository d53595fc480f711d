#include "variant_layout.h"

#include <functional>
#include <string_view>

#include "base/circled_numbers.h"
#include "base/utf8.h"

namespace hub::tests {

namespace {

using nlohmann::json;

std::string name_of(const std::string& field) {
  return field == "activities" ? "取組内容" : field == "outcomes" ? "取組の成果" : "取組の課題";
}

class LineSetter {
 public:
  LineSetter(const json& report, const Layout& layout, Random& random)
      : report_(report),
        layout_(layout),
        random_(random),
        year_(report["reviewYear"].get<int>()),
        headings_(layout.headings),
        same_line_(layout.same_line) {}

  std::string set() {
    const std::string next = layout_.next_year_said ? fiscal(year_ + 1) : "次年度";
    text_ += report_["title"].get<std::string>() + "\n" + fiscal(year_) + "重点目標評価結果・" + next + "重点目標\n\n";
    if (layout_.has_front) set_front();
    text_ += fiscal(year_) + "重点目標の評価\n\n";
    set_section(report_["review"], fiscal(year_), {"activities", "outcomes", "challenges"});
    text_ += next + "重点目標\n\n";
    set_section(report_["goals"], next, {"activities"});
    return std::move(text_);
  }

 private:
  std::string digits(const std::string& words) const {
    if (!layout_.full_digits) return words;
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
    if (layout_.western) return digits(std::to_string(year));
    if (year < 2019 || (year == 2019 && layout_.heisei_31)) return "平成" + digits(std::to_string(year - 1988));
    return "令和" + (year == 2019 ? std::string("元") : digits(std::to_string(year - 2018)));
  }
  std::string fiscal(int year) const { return era(year) + "年度"; }

  // Lines of the width, as a page sets them; without kinsoku anything may begin a line.
  void put(const std::string& paragraph) {
    std::u32string words = base::decode_utf8(paragraph);
    if (layout_.stray_spaces) add_stray_space(words);
    std::u32string line;
    for (const char32_t c : words) {
      const bool may_not_begin =
          layout_.kinsoku && std::u32string_view(U"、。」）ーっゃゅょ・").find(c) != std::u32string_view::npos;
      if (line.size() >= layout_.width && !may_not_begin) put_line(line), line.clear();
      line.push_back(c);
    }
    put_line(line);
  }
  void put_line(const std::u32string& line) { text_ += base::encode_utf8(line) + "\n"; }
  void gap() { text_ += "\n"; }
  void add_stray_space(std::u32string& words) {
    const auto is_kana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
    if (words.size() < 12 || !random_.chance(15)) return;
    const std::size_t at = 5 + random_.any(static_cast<unsigned>(words.size() - 8));
    if (is_kana(words[at - 1]) && is_kana(words[at])) words.insert(at, 1, U' ');
  }

  void label(const std::string& words) {
    const std::u32string all = base::decode_utf8(words);
    if (layout_.broken_labels && all.size() > 5) {
      // 取組の / 成果, 令和５年度 / 重点目標①
      std::size_t cut = all.find(U"年度");
      cut = cut == all.npos ? std::min<std::size_t>(all.size() / 2, 7) : cut + 2;
      if (cut >= all.size()) cut = all.size() / 2;
      put_line(all.substr(0, cut));
      put_line(all.substr(cut));
    } else {
      put_line(all);
    }
  }

  // A heading with its paragraphs.
  void block(const std::string& heading, const std::vector<std::string>& paragraphs) {
    const bool after = headings_ == Headings::after || (headings_ == Headings::mixed && random_.chance(25));
    if (after) {
      for (const std::string& paragraph : paragraphs) put(paragraph);
      if (layout_.blank || headings_ == Headings::mixed) gap();
      label(heading);
      gap();
      return;
    }
    if (same_line_ && !paragraphs.empty() && base::decode_utf8(heading).size() < 12) {
      put(heading + " " + paragraphs.front());
      for (std::size_t i = 1; i < paragraphs.size(); ++i) put(paragraphs[i]);
    } else {
      label(heading);
      if (layout_.blank) gap();
      for (const std::string& paragraph : paragraphs) put(paragraph);
    }
    gap();
  }

  std::vector<std::string> numbered(const std::vector<std::string>& entries) const {
    std::vector<std::string> lines;
    for (const std::string& entry : entries)
      lines.push_back(digits(std::to_string(lines.size() + 1)) + layout_.number + entry);
    return lines;
  }

  void set_front() {
    std::vector<std::function<void()>> blocks;
    const auto strings = [](const json& list) { return list.get<std::vector<std::string>>(); };
    blocks.push_back([this] {
      const json& p = report_["period"];
      block("事業実施期間", {era(year_) + digits("年4月1日") + "～" + era(year_ + 1) + digits("年3月31日") + "（" +
                             digits(std::to_string(p["termYear"].get<int>())) + "年度目／" + digits("5") + "か年度）"});
    });
    blocks.push_back([this, strings] { block("事業の実施者", strings(report_["implementers"])); });
    blocks.push_back([this, strings] {
      block("事業目的", {report_["purpose"].get<std::string>()});
      block("【事業・施設運営の基本理念】", numbered(strings(report_["principles"])));
    });
    blocks.push_back([this] {
      std::vector<std::string> services;
      for (const json& s : report_["services"]) {
        const std::string program = s["program"].get<std::string>();
        services.push_back(s["description"].get<std::string>() +
                           (layout_.brackets ? "(" + program + ")" : "（" + program + "）"));
      }
      block("事業の内容", numbered(services));
    });
    blocks.push_back([this, strings] {
      block("事業の評価実施方法及び評価結果の公表方法", numbered(strings(report_["evaluationMethod"])));
    });
    if (layout_.shuffled_front) random_.shuffle(blocks);
    // A long value must not be cut off from what names it.
    const Headings headings = std::exchange(headings_, headings_ == Headings::mixed ? Headings::before : headings_);
    for (const auto& make : blocks) make();
    headings_ = headings;
  }

  void set_section(const json& goals, const std::string& year, const std::vector<std::string>& fields) {
    if (layout_.goals == Goals::headed) {
      for (const json& goal : goals) {
        block(year + "重点目標" + base::circled_text(goal["number"].get<int>()), {goal["goal"].get<std::string>()});
        std::vector<std::string> order = fields;
        if (layout_.shuffled) random_.shuffle(order);
        for (const std::string& field : order) block(name_of(field), items(goal[field]));
      }
      return;
    }
    const bool same_line = std::exchange(same_line_, false);
    block(year + "重点目標", goal_texts(goals));
    std::vector<std::string> order = fields;
    if (layout_.shuffled) random_.shuffle(order);
    for (const std::string& field : order) block(name_of(field), shared_cell(goals, field));
    same_line_ = same_line;
  }

  std::vector<std::string> goal_texts(const json& goals) const {
    std::vector<std::string> texts;
    for (const json& goal : goals) {
      const int number = goal["number"].get<int>();
      if (layout_.goals == Goals::numbered) {
        texts.push_back(digits(std::to_string(number)) + ".");
        texts.push_back(goal["goal"].get<std::string>());
      } else {
        texts.push_back(base::circled_text(number) + goal["goal"].get<std::string>());
      }
    }
    return texts;
  }

  std::vector<std::string> shared_cell(const json& goals, const std::string& field) const {
    std::vector<std::string> lines;
    for (const json& goal : goals) {
      const int number = goal["number"].get<int>();
      if (layout_.goals == Goals::numbered) lines.push_back(digits(std::to_string(number)) + ".");
      if (layout_.goals == Goals::sharing_lines) lines.push_back(base::circled_text(number));
      for (const json& item : goal[field]) {
        const std::string text = item["text"][0].get<std::string>();
        lines.push_back((layout_.goals == Goals::sharing ? base::circled_text(number) : layout_.bullet) + text);
      }
    }
    return lines;
  }

  std::vector<std::string> items(const json& list) const {
    std::vector<std::string> lines;
    for (const json& item : list) {
      std::string marks;
      for (const json& mark : item["marks"]) marks += base::circled_text(mark.get<int>());
      const auto texts = item["text"].get<std::vector<std::string>>();
      if (texts.size() > 1) {
        lines.push_back(marks);
        for (const std::string& text : texts) lines.push_back("・" + text);
      } else {
        lines.push_back((marks.empty() ? layout_.bullet : marks) + texts[0]);
      }
    }
    return lines;
  }

  const json& report_;
  const Layout& layout_;
  Random& random_;
  int year_;
  Headings headings_;
  bool same_line_;
  std::string text_;
};

}  // namespace

Layout any_layout(Random& random) {
  Layout layout;
  layout.goals = random.one_of({Goals::headed, Goals::headed, Goals::sharing, Goals::sharing_lines, Goals::numbered});
  layout.headings = layout.goals == Goals::headed
                        ? random.one_of({Headings::before, Headings::before, Headings::after, Headings::mixed})
                        : Headings::before;
  layout.width = 18 + random.any(34);
  layout.kinsoku = random.chance(70);
  layout.full_digits = random.chance(50);
  layout.bullet = random.one_of({"・", "•", "★", "○"});
  layout.blank = random.chance(60);
  layout.broken_labels = random.chance(40);
  layout.same_line = layout.headings == Headings::before && random.chance(30);
  layout.shuffled = random.chance(40);
  layout.shuffled_front = random.chance(40);
  layout.has_front = random.chance(85);
  layout.next_year_said = random.chance(80);
  return layout;
}

std::string described(const Layout& layout) {
  return "goals " + std::to_string(static_cast<int>(layout.goals)) + " headings " +
         std::to_string(static_cast<int>(layout.headings)) + " width " + std::to_string(layout.width) +
         (layout.kinsoku ? " kinsoku" : "") + (layout.blank ? " blank" : "") + (layout.broken_labels ? " broken" : "") +
         (layout.same_line ? " sameline" : "") + (layout.shuffled ? " shuffled" : "") +
         (layout.shuffled_front ? " shuffled front" : "") + (layout.stray_spaces ? " spaces" : "") +
         (layout.has_front ? "" : " only goals");
}

void take_marks_off(json& goal) {
  for (const char* field : {"activities", "outcomes", "challenges"}) {
    if (!goal.contains(field)) continue;
    json flat = json::array();
    for (const json& item : goal[field]) {
      for (const json& text : item["text"]) flat.push_back({{"marks", json::array()}, {"text", {text}}});
    }
    goal[field] = flat;
  }
}

std::string set_in_lines(const json& report, const Layout& layout, Random& random) {
  return LineSetter(report, layout, random).set();
}

}  // namespace hub::tests
