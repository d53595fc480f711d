#include "inspect/content_inspection.h"

#include "text/analysis/analysis.h"
#include "ui/layout/icons.h"
#include "ui/layout/theme.h"

namespace hub::inspect {

std::vector<base::Error> unknown_icons(const content::Snapshot& snapshot) {
  std::vector<base::Error> unknown;
  for (const content::ServiceWords& service : snapshot.services) {
    if (ui::service_icon(service.icon)) continue;
    unknown.push_back(
        {{"services.json: アイコン「" + service.icon + "」はありません(事業 " + std::to_string(service.number) + ")",
          "services.json: there is no icon \"" + service.icon + "\" (service " + std::to_string(service.number) + ")"},
         {"schema/services.schema.json にあるアイコンの名前から選んでください",
          "choose one of the icon names in schema/services.schema.json"}});
  }
  return unknown;
}

std::vector<base::Error> unreadable_colours(const content::Snapshot& snapshot) {
  std::vector<base::Error> unreadable;
  const ui::Palette palette = ui::sunny_palette();
  for (const content::Hub& hub : snapshot.hubs) {
    const auto colour = hub.colour ? ui::parse_colour(*hub.colour) : std::nullopt;
    if (!colour || ui::with_hub_colour(palette, *colour).hub == *colour) continue;
    unreadable.push_back(
        {{hub.id + "/hub.json: 色 " + *hub.colour + " は、白い文字が読みにくいので使われません。",
          hub.id + "/hub.json: the colour " + *hub.colour + " is not used: white words on it are hard to read."},
         {"もっと濃い色を選んでください。", "Choose a darker colour."}});
  }
  return unreadable;
}

std::vector<base::Error> missing_dictionary() {
  if (text::Analyser({}).has_dictionary()) return {};
  return {{{"日本語の辞書（MeCab IPADIC）が見つかりません。改行とふりがなの質が下がります。",
            "The Japanese dictionary (MeCab IPADIC) is not there: line breaks and furigana suffer."},
           {"sudo apt install mecab-ipadic-utf8", "sudo apt install mecab-ipadic-utf8"}}};
}

}  // namespace hub::inspect
