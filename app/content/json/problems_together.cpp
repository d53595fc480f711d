// Problems of values that do not fit together, and of files and folders.
#include "base/counters.h"
#include "content/json/problems.h"

namespace hub::content::problems {

namespace {

std::string number(int value) { return std::to_string(value); }

}  // namespace

Problem period_reversed() {
  return {{"期間の終わり（to）が、始まり（from）より前の日付です。", "The period ends (to) before it begins (from)."},
          {"from と to の日付を見直してください。", "Check the dates of from and to."}};
}

Problem period_of_other_year(int review_year) {
  const std::string year = number(review_year);
  return {
      {"期間の始まりが、評価する年度（reviewYear: " + year + "）の中にありません。",
       "The period does not begin in the year under review (reviewYear: " + year + ")."},
      {"期間と reviewYear をもとの報告書と見比べてください。", "Compare the period and reviewYear with the report."}};
}

Problem term_over(int term_years) {
  const std::string years = number(term_years);
  return {{"「何年度目」（termYear）が、全体の年数（termYears: " + years + "）を超えています。",
           "termYear is more than the whole term (termYears: " + years + ")."},
          {"termYear と termYears を見直してください。", "Check termYear and termYears."}};
}

Problem number_repeated(int repeated) {
  const std::string name = number(repeated);
  return {{"番号 " + name + " が 2 回使われています。", "The number " + name + " is used twice."},
          {"番号が 1 つずつになるように直してください。", "Give each its own number."}};
}

Problem service_missing(int missing) {
  const std::string name = number(missing);
  return {{"7 つの事業のうち、" + name + " 番がありません。", "Service " + name + " of the seven is missing."},
          {"\"number\": " + name + " の事業を書き足してください。", "Add the service with \"number\": " + name + "."}};
}

Problem goal_missing(int missing) {
  const std::string name = number(missing);
  return {{"目標の番号 " + name + " がありません。", "There is no goal with the number " + name + "."},
          {"目標の番号（number）を 1 から順に付けてください。", "Number the goals 1, 2, 3 …"}};
}

Problem marks_not_ascending() {
  return {{"①②③の番号が小さい順ではないか、同じ番号が 2 回あります。",
           "The marks are not ascending, or one is there twice."},
          {"[1, 2, 3] のように、小さい順に 1 回ずつ書いてください。", "Write each once, smallest first: [1, 2, 3]."}};
}

Problem mark_without_activity(int mark) {
  const std::string name = number(mark);
  return {{"この目標の取組内容（activities）に、印 " + name + " のものがありません。",
           "No activity of this goal has the mark " + name + "."},
          {"印をもとの報告書と見比べてください。印のない文章なら [] と書きます。",
           "Compare the mark with the report. A text without a mark has []."}};
}

Problem years_apart(int review_year, int goal_year) {
  const std::string review = number(review_year), goal = number(goal_year);
  return {{"目標の年度（" + goal + "）が、評価する年度（" + review + "）の次の年ではありません。",
           "goalYear " + goal + " is not the year after reviewYear " + review + "."},
          {"もとの報告書の年度と見比べてください。令和6年度は 2024 です。",
           "Compare both with the report. 令和6年度 is 2024."}};
}

Problem other_year_in_name(int goal_year, std::string_view file_name) {
  const std::string year = number(goal_year), name(file_name);
  return {{"ファイルの名前（" + name + "）と goalYear（" + year + "）がちがいます。",
           "The file's name (" + name + ") is not that of goalYear " + year + "."},
          {"目標の年度を確かめて、ファイルの名前を " + year + ".json に変えるか、goalYear を直してください。",
           "Rename the file to " + year + ".json, or mend goalYear."}};
}

Problem other_ward(std::string_view report_ward, std::string_view hub_ward) {
  const std::string report = quoted(report_ward), hub = quoted(hub_ward);
  return {{"報告書は「" + report + "」のものですが、この拠点は「" + hub + "」です。",
           "The report is of " + report + ", but this hub is in " + hub + "."},
          {"別の拠点の報告書を置いていないか確かめてください。", "See whether this is another hub's report."}};
}

Problem file_missing(std::string_view path) {
  const std::string name(path);
  return {{"必要なファイル「" + name + "」がありません。", "\"" + name + "\" is missing."},
          {"ほかの拠点のフォルダーや、届いたときのフォルダーから写してください。",
           "Copy it from another hub or from the folder as it was delivered."}};
}

Problem no_report(std::string_view reports_folder) {
  const std::string folder(reports_folder);
  return {
      {"報告書が 1 つもありません。", "There is no report."},
      {"フォルダー「" + folder + "」を作り、目標の年度を名前にして報告書を置いてください。例: 2024.json（令和6年度）",
       "Make the folder \"" + folder + "\" and put a report into it, named by the year of its goals: 2024.json."}};
}

Problem bad_report_name(std::string_view file_name) {
  const std::string name(file_name);
  return {
      {"報告書のファイルの名前「" + name + "」が年度になっていません。", "\"" + name + "\" is not named by a year."},
      {"目標の年度を西暦 4 けたで付けてください。例: 2024.json（令和6年度）",
       "Name it by the year of its goals: 2024.json."}};
}

Problem bad_hub_name(std::string_view folder) {
  const std::string name(folder);
  return {{"フォルダーの名前「" + name + "」は、拠点の記号として使えません。",
           "The folder's name \"" + name + "\" cannot be a hub's id."},
          {"半角の小文字、数字、「-」だけの名前に変えてください。例: izumi", "Use a–z, 0–9 and - only, as in izumi."}};
}

Problem other_id(std::string_view folder) {
  const std::string name(folder);
  return {{"id がフォルダーの名前（" + name + "）とちがいます。", "id is not the folder's name (" + name + ")."},
          {"\"id\": \"" + name + "\" と書いてください。", "Write \"id\": \"" + name + "\"."}};
}

Problem no_hub() {
  return {{"拠点のフォルダーが 1 つもありません。", "There is no hub's folder."},
          {"拠点ごとに、hub.json の入ったフォルダーを置いてください。例: izumi/hub.json",
           "Put a folder with a hub.json here for each hub: izumi/hub.json."}};
}

Problem no_such_hub(std::string_view id, std::string_view present) {
  const std::string name(id), list(present);
  return {{"拠点「" + name + "」のフォルダーがありません。", "There is no hub \"" + name + "\"."},
          list.empty() ? base::Message{"フォルダーの場所を確かめてください。", "Check where the content folder is."}
                       : base::Message{"あるのは次の拠点です: " + list, "There are: " + list + "."}};
}

Problem unknown_file() {
  return {
      {"使い方の分からないファイルなので、読みませんでした。", "It is not known what this is for; it was not read."},
      {"要らないものなら、このフォルダーから出してください。", "Move it out of this folder if it is not needed."}};
}

Problem readings_missing() {
  return {{"ふりがなの一覧（readings.json）がありません。", "The list of readings (readings.json) is missing."},
          {"このままでも映りますが、ふりがなをまちがえることがあります。届いたときのフォルダーから写してください。",
           "It works without, but furigana may be wrong. Copy it from the folder as it was delivered."}};
}

Problem languages_missing(std::span<const std::string> languages, int count, std::string_view example) {
  const std::string which = listed(languages, "、"), where = std::to_string(count), first = quoted(example);
  return {{"訳のない文が " + base::counted(count) + "あります（" + which + "。「" + first + "」など）。",
           where + " texts are not translated (" + listed(languages, ", ") + "; \"" + first + "\" is one)."},
          {"書き足すまで、そこは日本語で映ります。", "They are shown in Japanese until they are."}};
}

Problem id_repeated(std::string_view id) {
  const std::string name = quoted(id);
  return {{"記号「" + name + "」が 2 回使われています。", "The id \"" + name + "\" is there twice."},
          {"どちらかを、ほかにない記号に変えてください。", "Give one of them another id."}};
}

Problem bad_span(std::string_view written) {
  const std::string span = quoted(written);
  return {{"「" + span + "」は時刻の書き方が正しくありません。", "\"" + span + "\" is not a span of time."},
          {"半角で 9:00-17:00 のように書いてください。日をまたぐときは 22:00-2:00、一日中は 0:00-24:00 です。",
           "Write it as 9:00-17:00; over midnight as 22:00-2:00, all day as 0:00-24:00."}};
}

Problem spans_overlap() {
  return {{"この時間は、同じ日のほかの時間と重なっています。", "This span overlaps another one of the same day."},
          {"1 つの時間にまとめて書いてください。", "Write them as one span."}};
}

Problem bad_days(std::string_view written) {
  const std::string day = quoted(written);
  return {{"「" + day + "」は日付の書き方が正しくありません。", "\"" + day + "\" is not a date."},
          {"2026-11-23 か、毎年なら 11-23 と書いてください。何日も続くときは 12-29..01-03 のように「..」でつなぎます。",
           "Write 2026-11-23, or 11-23 for every year; several days with \"..\" between: 12-29..01-03."}};
}

Problem weekdays_missing(std::span<const std::string_view> missing) {
  return {{"書かれていない曜日は、休みの日として映ります: " + listed(missing, "、"),
           "Weekdays that are not there are shown as closed: " + listed(missing, ", ")},
          {"休みの日は \"sun\": [] のように書いてください。ほかの日の時間は \"every_day\" にまとめて書けます。",
           "Write closed days as \"sun\": []. \"every_day\" is for all days that are not named."}};
}

Problem rendering_older(std::string_view from) {
  return {{"訳が、いまの文より古いままです。前の文「" + quoted(from) + "」の訳です。",
           "The translations are older than the sentence: they are of " + quoted(from) + "."},
          {"訳をいまの文に合わせて直し、renderedFrom に ja "
           "と同じ文を写してください。すぐに直せない訳は、その行を消します。",
           "Mend the translations, then copy the sentence from ja to renderedFrom. Take out those that cannot be "
           "mended now."}};
}

Problem unknown_language_file(std::string_view file_name, std::span<const std::string> known) {
  const std::string name(file_name);
  return {
      {"「" + name + "」の名前は、使えることばの記号ではありません。", "\"" + name + "\" is not named by a language."},
      {"使えるのは " + listed(known, "、") + " に .json を付けた名前です。",
       "Use one of " + listed(known, ", ") + " with .json."}};
}

Problem unknown_string(std::string_view key, std::string_view nearest) {
  const std::string name = quoted(key), near = quoted(nearest);
  Problem problem{{"「" + name + "」は ja.json にありません。", "\"" + name + "\" is not in ja.json."},
                  {"消すか、ja.json にも書いてください。", "Take it out, or add it to ja.json."}};
  if (!near.empty()) {
    problem.remedy = {"「" + near + "」のまちがいではありませんか。", "Did you mean \"" + near + "\"?"};
  }
  return problem;
}

Problem string_not_translated(std::string_view key) {
  const std::string name = quoted(key);
  return {{"「" + name + "」の訳がありません。", "\"" + name + "\" is not translated."},
          {"訳すまでは、日本語で映ります。", "It is shown in Japanese until it is."}};
}

Problem placeholders_differ(std::string_view japanese, std::string_view found) {
  const std::string wanted = quoted(japanese), have = quoted(found);
  return {{"{ } の中の名前が ja.json とちがいます（ja: " + wanted + "、ここ: " + have + "）。",
           "The names in { } differ from ja.json (ja: " + wanted + ", here: " + have + ")."},
          {"ja.json と同じ { } を、同じつづりで入れてください。", "Use the same { } as ja.json, spelled the same."}};
}

Problem bad_placeholder() {
  return {{"{ } の書き方が正しくありません。", "The { } are not written right."},
          {"{year} のように、半角の小文字で書いて閉じてください。", "Write them as in {year}: lower case, closed."}};
}

}  // namespace hub::content::problems
