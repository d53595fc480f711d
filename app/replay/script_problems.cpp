#include "replay/script_problems.h"

#include "replay/script_keys.h"

namespace hub::replay::problems {

content::Problem one_action_wanted() {
  std::string known;
  for (const content::Key& key : kReplayStepKeys) known += (known.empty() ? "" : ", ") + std::string(key.name);
  return {{"1 つの手順には、することをちょうど 1 つ書きます。", "A step does exactly one thing."},
          {"次のどれか 1 つにしてください: " + known, "Use one of: " + known}};
}

content::Problem only_true() {
  return {{"ここに書けるのは true だけです。", "Only true can stand here."},
          {"true にするか、この手順ごと消してください。", "Write true, or take the whole step out."}};
}

content::Problem not_one_of(std::string_view word, std::span<const std::string_view> known) {
  const std::string name = content::problems::quoted(word);
  return {{"「" + name + "」は使えません。", "\"" + name + "\" is not known here."},
          {"使えるのは " + content::problems::listed(known, "、") + " です。",
           "Use one of: " + content::problems::listed(known, ", ") + "."}};
}

content::Problem no_such_time(std::string_view written) {
  const std::string time = content::problems::quoted(written);
  return {{"「" + time + "」という時刻はありません。", "There is no time \"" + time + "\"."},
          {"9:30 のように、半角の数字で書いてください。", "Write it as 9:30."}};
}

content::Problem bad_place() {
  return {{"場所になっていません。", "This is not a place."},
          {"[960, 540] のように左上からのピクセルか、\"doors/services\" のような箱の名前を書いてください。",
           "Write pixels from the top left like [960, 540], or the end of a box's path like \"doors/services\"."}};
}

content::Problem bad_size(int least_px, int most_px) {
  const std::string least = std::to_string(least_px), most = std::to_string(most_px);
  return {{"画面の大きさになっていません。", "This is not a screen size."},
          {"\"1920x1080\" のように、" + least + " から " + most + " までの幅と高さを書いてください。",
           "Write width and height from " + least + " to " + most + ", like \"1920x1080\"."}};
}

content::Problem finger_is_down(int id) {
  const std::string finger = std::to_string(id);
  return {{finger + " 番の指は、もうさわっています。", "Finger " + finger + " touches already."},
          {"先に lift か cancel を書くか、別の番号にしてください。", "Lift or cancel it first, or use another id."}};
}

content::Problem finger_is_up(int id) {
  const std::string finger = std::to_string(id);
  return {{finger + " 番の指は、さわっていません。", "Finger " + finger + " does not touch."},
          {"先に touch を書いてください。", "Write a touch of this id before it."}};
}

}  // namespace hub::replay::problems
