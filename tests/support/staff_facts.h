// What a kiosk may tell its staff: one where all is well, one with a lot to mend.
#pragma once

#include "support/lobby.h"

namespace hub::tests {

inline ui::StaffFacts calm_facts() {
  ui::StaffFacts facts;
  facts.hubs = {{"izumi", "泉区"}, {"konan", "港南区"}};
  facts.today = kToday;
  facts.content_folder = "/var/lib/hub-kiosk/content";
  facts.content_age_min = 12;
  facts.uptime_min = 3 * 24 * 60 + 4 * 60;
  facts.memory_mb = 87;
  facts.frames = 12'345;
  facts.version = "0.1.0";
  facts.renderer = "V3D 4.2.14.0, 3.1 Mesa 23.2.1-1~bpo12+rpt3";
  facts.parts = {{"Dear ImGui", "1.89.1"}, {"GLFW", "3.3.8"}, {"HarfBuzz", "6.0.0"}, {"MeCab", "0.996"}};
  return facts;
}

inline ui::StaffFacts troubled_facts() {
  ui::StaffFacts facts = calm_facts();
  facts.notes = {
      {true, "izumi/hub.json", 21, "値のあとのコンマ「,」がありません。", "ここに半角の「,」を入れてください。"},
      {true, "common/a_folder_of_a_name_that_never_ends_and_has_no_space/services-of-all-hubs.json", 1,
       "「tagliiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiine」という項目はありません。",
       "「tagline」のまちがいではありませんか。"},
      {false, "konan/reports/2026.json", 142, "文の始まりが欠けているようです。「ら得た取り組み」",
       "報告書と見比べてください。"},
      {false, "", 0, "選んだ拠点を書き込む場所がありません。", ""}};
  for (int i = 0; i < 25; ++i) facts.notes.push_back({false, "izumi/hub.json", i + 1, "印が残っています。", ""});
  for (int i = 0; i < 16; ++i) facts.hubs.push_back({"hub" + std::to_string(i), "保土ケ谷区"});
  facts.choice = ui::StaffFacts::Choice::refused;
  facts.choice_name = "港南区";
  return facts;
}

// One whose clock nobody vouches for.
inline ui::StaffFacts doubtful_facts() {
  ui::StaffFacts facts = calm_facts();
  facts.doubtful_time = std::chrono::hours(18) + std::chrono::minutes(5);
  facts.notes = {{false, "", 0, "この機械の時計が合っているか分からないので、閉館の時刻になっても画面を消しません。",
                  "スタッフ用の画面で日付と時刻を見て、合っていれば「合っています」を押してください。"}};
  return facts;
}

}  // namespace hub::tests
