// Problems of names: files and folders that are there, but are not called what they should be.
#include "content/json/file_names.h"
#include "content/json/problems.h"

namespace hub::content::problems {

namespace {

// Windows leaves the last extension away, so that staff see hub.json and are told to rename it to hub.json.
base::Message rename(std::string_view found, std::string_view wanted) {
  const std::string name = quoted(wanted);
  base::Message remedy{"名前を「" + name + "」に直してください。", "Rename it to \"" + name + "\"."};
  if (has_second_extension(found)) {
    remedy.ja += "名前の終わりが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」を選びます。";
    remedy.en += " If its end does not show, switch on \"File name extensions\" in Explorer's View menu.";
  }
  return remedy;
}

base::Message instead_of(const std::string& name) {
  return {"要らなければ、このままでも、ほかへ移しても構いません。こちらを映すには、いまの「" + name +
              "」をほかへ移してから、名前を「" + name + "」に直してください。",
          "Leave it, or move it elsewhere. To show it instead, move \"" + name + "\" away and give it that name."};
}

}  // namespace

Problem misnamed(std::string_view found, std::string_view wanted) {
  const std::string have = quoted(found), name = quoted(wanted);
  return {{"「" + have + "」がありますが、「" + name + "」がありません。",
           "\"" + have + "\" is there, but no \"" + name + "\"."},
          rename(found, wanted)};
}

Problem misnamed_besides(std::string_view found, std::string_view wanted) {
  const std::string have = quoted(found), name = quoted(wanted);
  return {{"「" + name + "」はもうあるので、「" + have + "」は読みませんでした。",
           "\"" + name + "\" is there already, so \"" + have + "\" was not read."},
          instead_of(name)};
}

Problem is_a_copy(std::string_view found, std::string_view of) {
  const std::string have = quoted(found), name = quoted(of);
  return {{"「" + have + "」は「" + name + "」の写し（コピー）のようなので、読みませんでした。",
           "\"" + have + "\" seems to be a copy of \"" + name + "\"; it was not read."},
          instead_of(name)};
}

Problem is_a_lock(std::string_view found) {
  const std::string have = quoted(found);
  return {{"「" + have + "」は、ほかのソフトがファイルを開いているしるしなので、読みませんでした。",
           "\"" + have + "\" says that another program has the file open; it was not read."},
          {"そのソフトで保存して閉じると、消えます。残っていたら、消して構いません。",
           "It goes when that program is closed. If it stays, delete it."}};
}

Problem unknown_folder() {
  return {{"使い方の分からないフォルダーなので、中を読みませんでした。",
           "It is not known what this folder is for; it was not read."},
          {"要らないものなら、ここから出してください。拠点のフォルダーなら、中に hub.json を置いてください。",
           "Move it out if it is not needed. If it is a hub's, put a hub.json into it."}};
}

Problem nested_content(std::string_view found) {
  const std::string name = quoted(found);
  return {{"これは内容のフォルダーではありません。内容は、1 つ中の「" + name + "」にあります。",
           "This is not the content folder: it is \"" + name + "\", one further in."},
          {"1 つ中のフォルダー「" + name + "」を選んでください。", "Choose the folder \"" + name + "\" inside."}};
}

Problem inside_content() {
  return {{"これは内容のフォルダーではなく、その中の 1 つのようです。",
           "This is not the content folder, but seems to be one inside it."},
          {"1 つ外の、common と拠点のフォルダーがあるフォルダーを選んでください。",
           "Choose the folder around it, which holds common and the hubs' folders."}};
}

Problem report_in_hub_folder(std::string_view found) {
  const std::string name = quoted(found);
  return {{"報告書「" + name + "」が reports の外にあるので、読みませんでした。",
           "The report \"" + name + "\" is not in the folder reports; it was not read."},
          {"フォルダー「reports」の中へ移してください。", "Move it into the folder \"reports\"."}};
}

Problem published_report(std::string_view found) {
  const std::string name = quoted(found);
  return {{"「" + name + "」のままでは、画面に映せません。", "\"" + name + "\" cannot be shown as it is."},
          {"hub-kiosk import で、この報告書から下書きを作って入れてください。",
           "Make a draft of it with hub-kiosk import, and put that here."}};
}

Problem nothing_to_acknowledge(std::string_view warning) {
  const std::string said = quoted(warning);
  return {{"確かめ済みの注意「" + said + "」は、もう出ていません。",
           "The acknowledged warning \"" + said + "\" does not come any more."},
          {"この 1 件は要りません。hub-kiosk check --acknowledge に、この行のはじめを書くと消えます。",
           "It is not needed: hub-kiosk check --acknowledge with the beginning of this line takes it out."}};
}

}  // namespace hub::content::problems
