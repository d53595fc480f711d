#include "invented_report.h"

#include "base/circled_numbers.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

const Words kWho = {"父親",
                    "転入してきた家庭",
                    "双子を育てる家庭",
                    "外国につながる家庭",
                    "産前産後の母親",
                    "祖父母の世代",
                    "はじめて来館する方",
                    "未就園児の家庭",
                    "働きながら育てる方",
                    "障害のある子の家庭",
                    "中学生や高校生",
                    "提供会員",
                    "若い夫婦",
                    "ひとり親の家庭",
                    "妊娠中の方",
                    "子育てサークル",
                    "地域の民生委員",
                    "里親の家庭",
                    "多子の家庭",
                    "学生ボランティア",
                    "保育園の先生",
                    "商店街の方",
                    "町内会の役員",
                    "助産師",
                    "絵本の読み手",
                    "公園の利用者",
                    "発達が気になる子の親",
                    "夜間に働く家庭",
                    "育休中の養育者",
                    "食の支援団体"};
const Words kWhere = {"ひろば",         "地区センター",     "公園",          "図書館",       "商店街の空き店舗",
                      "小学校の体育館", "集会所",           "健診の会場",    "親と子の広場", "駅前",
                      "団地の中庭",     "スポーツセンター", "地域ケアプラザ"};
const Words kWhat = {"木工の時間", "座談会",         "赤ちゃん体操", "読み聞かせ", "昔あそびの会", "離乳食の講座",
                     "防災の学習", "相談日",         "交流会",       "音楽の集い", "見学の日",     "園芸の活動",
                     "写真の展示", "衣類の交換",     "料理の教室",   "水あそび",   "積み木の日",   "出張の窓口",
                     "研修",       "かけっこの練習", "ことばの教室", "人形劇",     "運動の広場",   "お茶の時間",
                     "手紙の配布", "スタンプの企画"};
const Words kHow = {
    "区役所と打ち合わせながら", "月に一度",         "利用者の声を聞いて", "季節ごとに",  "予約なしで", "平日の夕方に",
    "土曜日の午前中に",         "地域の方と一緒に", "少人数に分けて",     "屋外も使って"};

class Inventor {
 public:
  explicit Inventor(Random& random) : random_(random) {}

  json goal(int number, const std::string& who, int entries) {
    json goal = {{"number", number}, {"goal", text(goal_of(who))}};
    for (const char* field : {"activities", "outcomes", "challenges"}) goal[field] = json::array();
    for (int entry = 1; entry <= entries; ++entry) {
      const std::string where = random_.one_of(kWhere), what = random_.one_of(kWhat);
      add(goal["activities"], entry, where + "で" + random_.one_of(kHow) + "、" + who + "に向けた" + what + activity());
      add(goal["outcomes"], entry, where + "での" + what + outcome(who));
      add(goal["challenges"], entry, what + challenge(where));
    }
    return goal;
  }
  static std::string goal_of(const std::string& who) {
    return who + "が安心して過ごし、つながりを広げられるよう支えます";
  }

 private:
  static std::string text(const std::string& sentence) { return sentence + "。"; }
  static void add(json& list, int mark, const std::string& sentence) {
    list.push_back({{"marks", {mark}}, {"text", {text(sentence)}}});
  }
  std::string activity() {
    return random_.one_of<const char*>({"を開きます", "を行います", "を設けます", "を企画し、案内を配ります"});
  }
  std::string outcome(const std::string& who) {
    const std::string count = std::to_string(2 + random_.any(60));
    return random_.one_of<std::string>({"を" + count + "回行い、" + who + "の参加が増えた",
                                        "に延べ" + count + "組が参加した",
                                        "を通じて、" + who + "から続けたいという声が" + count + "件寄せられた",
                                        "を開き、" + count + "名とつながることができた"});
  }
  std::string challenge(const std::string& where) {
    return random_.one_of<std::string>({"の参加者が固定しているため、周知の方法を検討していく",
                                        "は" + where + "の混雑が続いており、回数を見直す必要がある",
                                        "を担う人が足りないため、引き続き協力を呼びかけていく",
                                        "の内容を、今後も" + where + "と相談していく必要がある"});
  }

  Random& random_;
};

std::string cell(const json& list) {
  std::string words;
  for (const json& item : list) {
    for (const json& mark : item["marks"]) words += base::circled_text(mark.get<int>());
    words += item["text"][0].get<std::string>() + "<br>\n";
  }
  return words;
}
std::string row(const std::string& head, const std::string& words) {
  return "<tr><th>" + head + "</th><td>" + words + "</td></tr>\n";
}

std::string section(const json& goals, const std::string& year, bool reviewed, bool columns) {
  std::string table = "<table>\n";
  if (columns) {
    table += "<tr><th>" + year + "重点目標</th><th>取組内容</th>" +
             (reviewed ? "<th>取組の成果</th><th>取組の課題</th>" : "") + "</tr>\n";
  }
  for (const json& goal : goals) {
    const std::string mark = base::circled_text(goal["number"].get<int>()), words = goal["goal"].get<std::string>();
    if (columns) {
      table += "<tr><td>" + mark + words + "</td><td>" + cell(goal["activities"]) + "</td>" +
               (reviewed ? "<td>" + cell(goal["outcomes"]) + "</td><td>" + cell(goal["challenges"]) + "</td>" : "") +
               "</tr>\n";
      continue;
    }
    table += row(year + "<br>重点目標" + mark, words) + row("取組内容", cell(goal["activities"]));
    if (reviewed) table += row("取組の成果", cell(goal["outcomes"])) + row("取組の課題", cell(goal["challenges"]));
  }
  return table + "</table>\n";
}

std::string fiscal(int year) { return "令和" + std::to_string(year - 2018) + "年度"; }

}  // namespace

json invented_report(const json& report, int goals, int entries, Random& random) {
  json made = report;
  Inventor inventor(random);
  for (const char* section : {"review", "goals"}) {
    Words who = kWho;
    random.shuffle(who);
    made[section] = json::array();
    for (int number = 1; number <= goals; ++number) {
      json goal = inventor.goal(number, who[static_cast<std::size_t>(number - 1) % who.size()], entries);
      if (section == std::string("goals")) goal.erase("outcomes"), goal.erase("challenges");
      made[section].push_back(std::move(goal));
    }
  }
  return made;
}

std::string set_in_html(const json& report, bool columns) {
  const int year = report["reviewYear"].get<int>();
  const std::string reviewed = fiscal(year), next = fiscal(year + 1);
  return "<!DOCTYPE html><html><body>\n<h1>" + report["title"].get<std::string>() + "<br>" + reviewed +
         "重点目標評価結果・" + next + "重点目標</h1>\n<h2>" + reviewed + "重点目標の評価</h2>\n" +
         section(report["review"], reviewed, true, columns) + "<h2>" + next + "重点目標</h2>\n" +
         section(report["goals"], next, false, columns) + "</body></html>\n";
}

}  // namespace hub::tests
