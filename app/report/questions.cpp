#include "report/questions.h"

#include <algorithm>
#include <set>

#include "content/sentence.h"
#include "content/year.h"
#include "report/characters.h"
#include "report/grammar.h"

namespace hub::report {

namespace {

constexpr const char* kRoleNames[] = {"目標の文", "取組内容", "取組の成果", "取組の課題"};
constexpr const char* kRoleKeys[] = {"goal", "activities", "outcomes", "challenges"};
constexpr std::size_t kPrinciples = 6, kServices = 7;
constexpr std::size_t kExcerpt = 12;

std::string circled(int number) {
  if (number < 1 || number > 20) return std::to_string(number);
  return utf8(std::u32string(1, static_cast<char32_t>(0x2460 + number - 1)));
}

std::string excerpt(std::u32string_view words, bool from_end = false) {
  if (words.size() <= kExcerpt) return utf8(words);
  return from_end ? "…" + utf8(words.substr(words.size() - kExcerpt)) : utf8(words.substr(0, kExcerpt)) + "…";
}

// /review/0/outcomes/0/text/0 → 評価した重点目標①の取組の成果の1つ目
std::string spoken(const std::string& pointer) {
  const auto number_after = [&](std::string_view key) {
    const std::size_t at = pointer.find(key);
    return at == pointer.npos ? -1 : std::atoi(pointer.c_str() + at + key.size());
  };
  const int review = number_after("/review/"), next = number_after("/goals/");
  if (review >= 0 || next >= 0) {
    std::string words =
        (review >= 0 ? "評価した重点目標" : "次の重点目標") + circled((review >= 0 ? review : next) + 1);
    for (int role = 0; role < kRoles; ++role) {
      const std::string key = std::string("/") + kRoleKeys[role];
      const std::size_t at = pointer.find(key, 2);
      if (at == pointer.npos) continue;
      words += std::string("の") + kRoleNames[role];
      const std::string rest = pointer.substr(at + key.size());
      if (role > 0 && rest.size() > 1) words += "の " + std::to_string(std::atoi(rest.c_str() + 1) + 1) + " つ目";
      break;
    }
    return words;
  }
  if (pointer.starts_with("/purpose")) return "事業目的";
  if (pointer.starts_with("/principles"))
    return "基本理念の " + std::to_string(number_after("/principles/") + 1) + " つ目";
  if (pointer.starts_with("/services"))
    return "事業の内容の " + std::to_string(number_after("/services/") + 1) + " つ目";
  if (pointer.starts_with("/evaluationMethod")) return "評価方法";
  if (pointer.starts_with("/implementers")) return "事業の実施者";
  if (pointer.starts_with("/period")) return "事業実施期間";
  return "題名";
}

class Asker {
 public:
  Asker(const content::Report& report, const Front& front, const FoundGoals& goals, const std::vector<Drawn>& drawn)
      : report_(report), front_(front), goals_(goals), drawn_(drawn) {}

  std::vector<Doubt> run() {
    about_front();
    about_goals(goals_.review, "/review/");
    about_goals(goals_.next, "/goals/");
    for (const Drawn& one : drawn_) about_words(one);
    about_leftover(front_.leftover);
    about_leftover(goals_.leftover);
    for (std::size_t i = 1; i < front_.purpose.size(); ++i) unplaced(front_.purpose[i]);
    about_spaces();
    std::ranges::stable_sort(doubts_, [](const Doubt& a, const Doubt& b) {
      return std::pair(a.kind, a.confidence) < std::pair(b.kind, b.confidence);
    });
    return std::move(doubts_);
  }

 private:
  void ask(Doubt::Kind kind, std::string field, std::string question, Place place, double confidence,
           std::string text = {}) {
    doubts_.push_back({kind, std::move(field), std::move(question), place, confidence, std::move(text)});
  }

  void about_front() {
    const Place title = front_.title ? front_.title->place : Place{};
    if (!front_.title) {
      ask(Doubt::Kind::missing, "/title",
          "題名（○○区地域子育て支援拠点事業）が見つかりません。報告書から書き写してください。", {}, 0);
    }
    if (front_.ward.empty())
      ask(Doubt::Kind::missing, "/ward", "区の名前が見つかりません。書き足してください。", {}, 0);
    if (front_.review_year == 0) {
      ask(Doubt::Kind::missing, "/goalYear", "どの年度の報告書か書かれていません。年度を西暦で書き足してください。", {},
          0);
    } else if (!front_.years_said) {
      ask(Doubt::Kind::year, "/goalYear",
          "題名に年度がないので、" + content::fiscal_year_name(front_.review_year, "ja") + "の評価と" +
              content::fiscal_year_name(front_.goal_year, "ja") + "の目標としました。合っていますか。",
          title, 0.5);
    } else if (front_.goal_year != front_.review_year + 1) {
      ask(Doubt::Kind::year, "/goalYear",
          "評価は" + content::fiscal_year_name(front_.review_year, "ja") + "、目標は" +
              content::fiscal_year_name(front_.goal_year, "ja") + "です。1 年ちがいではありませんが、合っていますか。",
          title, 0.4);
    }
    if (front_.period && front_.review_year > 0 && content::fiscal_year(front_.period->from) != front_.review_year) {
      ask(Doubt::Kind::year, "/period",
          "事業実施期間と、題名の" + content::fiscal_year_name(front_.review_year, "ja") +
              "が合いません。どちらが正しいか確かめてください。",
          front_.period_words.place, 0.3);
    }
    missing_parts();
    if (!front_.principles.empty() && front_.principles.size() != kPrinciples) {
      ask(Doubt::Kind::count, "/principles",
          "基本理念がふつうは 6 つのところ " + std::to_string(front_.principles.size()) +
              " つです。抜けや分かれがありませんか。",
          front_.principles.front().place, 0.5);
    }
    if (!front_.services.empty() && front_.services.size() != kServices) {
      ask(Doubt::Kind::missing, "/services",
          "7 つの事業のうち " + std::to_string(front_.services.size()) +
              " つしか見つかりません。見つからない事業を報告書から書き写してください。",
          front_.services.front().description.place, 0.2);
    }
    if (!front_.implementers.empty()) {
      for (std::size_t i = 0; i < front_.implementers.size(); ++i) {
        if (front_.implementers[i].confidence > 0.7) continue;
        ask(Doubt::Kind::placement, "/implementers/" + std::to_string(i),
            "「" + excerpt(front_.implementers[i].words) + "」は事業の実施者でよいですか。",
            front_.implementers[i].place, 0.5);
      }
    }
  }

  // Some reports hold only goals: that is one question, not six.
  void missing_parts() {
    std::vector<std::pair<const char*, const char*>> missing;
    if (!front_.period) missing.emplace_back("/period", "事業実施期間");
    if (front_.implementers.empty()) missing.emplace_back("/implementers", "事業の実施者");
    if (front_.purpose.empty()) missing.emplace_back("/purpose", "事業目的");
    if (front_.principles.empty()) missing.emplace_back("/principles", "基本理念");
    if (front_.services.empty()) missing.emplace_back("/services", "事業の内容");
    if (front_.evaluation.empty()) missing.emplace_back("/evaluationMethod", "評価方法");
    std::string names;
    for (const auto& [pointer, name] : missing) {
      names += (names.empty() ? "" : "、") + std::string(name);
      if (missing.size() > 3) continue;
      ask(Doubt::Kind::missing, pointer, std::string(name) + "が見つかりません。この報告書には書かれていないのですか。",
          {}, 0.4);
    }
    if (missing.size() > 3) {
      ask(Doubt::Kind::missing, "", names + "が見つかりません。この報告書には書かれていないのですか。", {}, 0.4);
    }
    if (front_.period && (front_.period->term_year == 0 || front_.period->term_years == 0)) {
      ask(Doubt::Kind::count, "/period",
          "事業実施期間に「○年度目／○か年度」が読み取れません。報告書で確かめてください。", front_.period_words.place,
          0.5);
    }
  }

  void about_goals(const std::vector<FoundGoal>& goals, const std::string& prefix) {
    const bool reviewed = prefix == "/review/";
    if (goals.empty()) {
      ask(Doubt::Kind::missing, reviewed ? "/review" : "/goals",
          reviewed ? "評価した重点目標が見つかりません。この報告書には書かれていないのですか。"
                   : "次年度の重点目標が見つかりません。報告書から書き写してください。",
          {}, 0.2);
    }
    for (std::size_t i = 0; i < goals.size(); ++i) about_goal(goals[i], prefix + std::to_string(i), reviewed);
  }

  void about_goal(const FoundGoal& goal, const std::string& at, bool reviewed) {
    const std::string name = spoken(at);
    if (goal.goal.empty()) {
      ask(Doubt::Kind::missing, at + "/goal", name + "の文が見つかりません。報告書から書き写してください。", {}, 0.1);
    } else if (goal.goal.size() > 1) {
      ask(Doubt::Kind::placement, at + "/goal",
          name + "の文は、分かれていた 2 つの部分をつなげました。1 つの目標でよいですか。", goal.goal.front().place,
          0.3, utf8(goal.goal[1].words));
    }
    for (int role = 1; role < kRoles; ++role) {
      if (!reviewed && role > 1) break;
      if (!goal.lists[role].empty()) continue;
      // What is missing may stand among the goal's other lists: the question is about the whole goal.
      ask(Doubt::Kind::missing, at,
          name + "の" + kRoleNames[role] +
              "が見つかりません。ほかの項目にまじっていませんか。報告書に書かれていないのですか。",
          {}, 0.3);
    }
    for (const FoundItem& item : goal.lists[1]) {
      if (!is_past(fold(item.text.front().words))) continue;
      ask(Doubt::Kind::placement, at + "/activities",
          name + "の取組内容に、済んだことの文（「" + excerpt(item.text.front().words) +
              "」）がまじっています。取組の成果ではありませんか。",
          item.text.front().place, 0.4);
      break;
    }
    about_placement(goal, at, name);
    about_marks(goal, at, name);
  }

  // One question a goal about where its parts were found, however many parts it is about.
  void about_placement(const FoundGoal& goal, const std::string& at, const std::string& name) {
    std::set<int> close, headings, other_goal;
    Place place;
    double confidence = 1;
    for (const Hesitation& one : goal.hesitations) {
      const int role = static_cast<int>(one.role);
      if (one.close_call) close.insert(role);
      if (one.heading_differs) headings.insert(role);
      if (one.goal_differs) other_goal.insert(role);
      if (one.lost_mark) {
        ask(Doubt::Kind::mark, at + "/" + kRoleKeys[role],
            name + "の" + kRoleNames[role] +
                "に、①②などの印がありません。順番から、この目標のものとしました。合っていますか。",
            one.place, 0.5);
      }
      if (!(one.close_call || one.heading_differs || one.goal_differs)) continue;
      if (place.line == 0) place = one.place;
      confidence = std::min(confidence, std::clamp(0.3 + one.margin / 12, 0.1, 0.9));
    }
    const auto names = [](const std::set<int>& roles) {
      std::string all;
      for (const int role : roles) all += (all.empty() ? "" : "・") + std::string(kRoleNames[role]);
      return all;
    };
    if (!close.empty()) {
      const std::string field = close.size() == 1 ? at + "/" + kRoleKeys[*close.begin()] : at;
      const char* apart = other_goal.empty() ? "は" : "は、この目標の見出しから離れて書かれています。";
      ask(Doubt::Kind::placement, field,
          name + "の" + names(close) + apart + (other_goal.empty() ? "、" : "") +
              "ほかの目標や項目のものかもしれません。報告書と見比べてください。",
          place, confidence);
      return;
    }
    headings.insert(other_goal.begin(), other_goal.end());
    if (headings.empty()) return;
    const std::string field = headings.size() == 1 ? at + "/" + kRoleKeys[*headings.begin()] : at;
    const char* why = other_goal.empty() ? "は、見出しと順番が合わないので、文の内容から決めました"
                                         : "は、この目標の見出しから離れて書かれているので、文の内容から決めました";
    ask(Doubt::Kind::heading, field, name + "の" + names(headings) + why + "。報告書と見比べてください。", place,
        confidence);
  }

  void about_marks(const FoundGoal& goal, const std::string& at, const std::string& name) {
    std::set<int> known;
    for (const FoundItem& item : goal.lists[1]) known.insert(item.marks.begin(), item.marks.end());
    for (int role = 2; role < kRoles; ++role) {
      std::set<int> used;
      for (std::size_t i = 0; i < goal.lists[role].size(); ++i) {
        const FoundItem& item = goal.lists[role][i];
        used.insert(item.marks.begin(), item.marks.end());
        if (!item.dropped_marks.empty()) {
          ask(Doubt::Kind::mark, at + "/" + kRoleKeys[role] + "/" + std::to_string(i) + "/marks",
              name + "の" + kRoleNames[role] + "の" + circled(item.dropped_marks.front()) +
                  "は、取組内容に同じ番号がないので外しました。どの取組のものですか。",
              item.text.front().place, 0.3);
        } else if (item.marks.empty() && !known.empty()) {
          ask(Doubt::Kind::mark, at + "/" + kRoleKeys[role] + "/" + std::to_string(i) + "/marks",
              name + "の" + kRoleNames[role] + "「" + excerpt(item.text.front().words) +
                  "」に①②などの印がありません。どの取組のものですか。",
              item.text.front().place, 0.4);
        }
      }
      if (goal.lists[role].empty() || used.empty()) continue;
      for (const int mark : known) {
        if (used.contains(mark)) continue;
        ask(Doubt::Kind::mark, at + "/" + kRoleKeys[role],
            name + "の取組内容" + circled(mark) + "に当たる" + kRoleNames[role] +
                "が見つかりません。書かれていないのですか。",
            goal.lists[role].front().text.front().place, 0.5);
      }
    }
    int last = 0;
    for (const FoundItem& item : goal.lists[1]) {
      if (item.marks.empty()) {
        if (last > 0 || !known.empty()) {
          ask(Doubt::Kind::mark, at + "/activities",
              name + "の取組内容に、①②などの印のないものがあります。印が抜けていませんか。", item.text.front().place,
              0.4);
          break;
        }
        continue;
      }
      if (item.marks.front() != last + 1) {
        ask(Doubt::Kind::mark, at + "/activities",
            name + "の取組内容の番号が、" + circled(last) + "の次に" + circled(item.marks.front()) +
                "となっています。抜けや重なりがありませんか。",
            item.text.front().place, 0.4);
        break;
      }
      last = item.marks.back();
    }
  }

  void about_words(const Drawn& one) {
    if (one.pointer.starts_with("/implementers")) about_name(one);
    const std::u32string& words = one.words.words;
    const bool in_goal = one.pointer.starts_with("/review") || one.pointer.starts_with("/goals");
    const bool sentence = in_goal || one.pointer == "/purpose" || one.pointer.starts_with("/evaluationMethod");
    if (!sentence) return;
    const std::string name = spoken(one.pointer);
    if (content::starts_midway(utf8(words))) {
      ask(Doubt::Kind::midway, one.pointer,
          name + "の書き出しが欠けているようです（「" + excerpt(words) + "」）。報告書で確かめてください。",
          one.words.place, 0.2);
    }
    if (content::ends_midway(utf8(words))) {
      ask(Doubt::Kind::midway, one.pointer,
          name + "の終わりが欠けているようです（「" + excerpt(words, true) + "」）。報告書で確かめてください。",
          one.words.place, 0.2);
    } else if (!ends_sentence(words) && is_sentence_field(one.pointer)) {
      ask(Doubt::Kind::midway, one.pointer,
          name + "が「。」で終わっていません（「" + excerpt(words, true) + "」）。続きがないか確かめてください。",
          one.words.place, 0.5);
    }
    about_digits(one, name);
    about_latin(one, name);
  }

  // Names may have spaces of their own, but hardly between two kana.
  void about_name(const Drawn& one) {
    const auto is_kana = [](char32_t c) { return c >= 0x3041 && c <= 0x30FF; };
    const std::u32string& words = one.words.words;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (words[i] != U' ' || !is_kana(words[i - 1]) || !is_kana(words[i + 1])) continue;
      ask(Doubt::Kind::wording, one.pointer, "名前「" + utf8(words) + "」の中の空白は、このままでよいですか。",
          one.words.place, 0.5);
      return;
    }
  }

  // Where most entries of the same list end with 。, one that does not may have lost its end.
  bool is_sentence_field(const std::string& pointer) const {
    if (pointer == "/purpose" || pointer.starts_with("/evaluationMethod")) return true;
    const bool listed = pointer.find("/activities/") != pointer.npos;
    int ended = 0, all = 0;
    for (const Drawn& other : drawn_) {
      if (!other.pointer.starts_with("/review") && !other.pointer.starts_with("/goals")) continue;
      if ((other.pointer.find("/activities/") != other.pointer.npos) != listed) continue;
      ++all;
      if (ends_sentence(other.words.words)) ++ended;
    }
    return ended * 2 > all;
  }

  // １8: one number in two widths.
  void about_digits(const Drawn& one, const std::string& name) {
    const std::u32string& words = one.words.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const bool mixed = is_digit(words[i]) && is_digit(words[i + 1]) && (words[i] < 0x80) != (words[i + 1] < 0x80);
      if (!mixed) continue;
      ask(Doubt::Kind::wording, one.pointer,
          name + "の「" + utf8(words.substr(i, std::min<std::size_t>(4, words.size() - i))) +
              "」は、全角と半角の数字がまざっています。報告書のままにしてあります。",
          one.words.place, 0.7);
      return;
    }
  }

  // A small Latin letter inside a Japanese word is no abbreviation.
  void about_latin(const Drawn& one, const std::string& name) {
    const std::u32string& words = one.words.words;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      const bool small = (words[i] >= U'a' && words[i] <= U'z') || (words[i] >= U'ａ' && words[i] <= U'ｚ');
      const auto is_word = [](char32_t c) { return is_japanese(c) && !(c >= 0x3001 && c <= 0x3020) && c < 0xFF00; };
      if (!small || !is_word(words[i - 1]) || !is_word(words[i + 1])) continue;
      ask(Doubt::Kind::wording, one.pointer,
          name + "の「" + utf8(words.substr(i >= 3 ? i - 3 : 0, 7)) +
              "」に英字がまぎれこんでいるようです。報告書で確かめてください。",
          one.words.place, 0.4);
      return;
    }
  }

  void about_leftover(const std::vector<Words>& leftover) {
    for (const Words& words : leftover) unplaced(words);
  }
  void unplaced(const Words& words) {
    ask(Doubt::Kind::unplaced, "",
        "「" + excerpt(words.words) +
            "」をどこに入れるかわかりません。報告書の文なら、正しい場所に書き写してください。",
        words.place, 0.1, utf8(words.words));
  }

  void about_spaces() {
    std::string words;
    const Drawn* first = nullptr;
    for (const Drawn& one : drawn_) {
      for (const std::u32string& taken : one.taken_spaces) {
        if (!first) first = &one;
        words += (words.empty() ? "「" : "、「") + utf8(taken) + "」";
      }
    }
    if (!first) return;
    ask(Doubt::Kind::wording, first->pointer,
        "ことばの途中の空白を取りました: " + words + "。報告書で確かめてください。", first->words.place, 0.8, words);
  }

  const content::Report& report_;
  const Front& front_;
  const FoundGoals& goals_;
  const std::vector<Drawn>& drawn_;
  std::vector<Doubt> doubts_;
};

}  // namespace

std::vector<Doubt> questions(const content::Report& report, const Front& front, const FoundGoals& goals,
                             const std::vector<Drawn>& drawn) {
  return Asker(report, front, goals, drawn).run();
}

const char* name_of(Doubt::Kind kind) {
  switch (kind) {
    case Doubt::Kind::missing:
      return "missing";
    case Doubt::Kind::midway:
      return "midway";
    case Doubt::Kind::unplaced:
      return "unplaced";
    case Doubt::Kind::placement:
      return "placement";
    case Doubt::Kind::mark:
      return "mark";
    case Doubt::Kind::year:
      return "year";
    case Doubt::Kind::heading:
      return "heading";
    case Doubt::Kind::count:
      return "count";
    case Doubt::Kind::wording:
      return "wording";
  }
  return "";
}

}  // namespace hub::report
