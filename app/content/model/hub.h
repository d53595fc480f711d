// A hub (地域子育て支援拠点) and what it says in parents' words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/model/hours.h"
#include "content/model/report.h"

namespace hub::content {

// content/common/services.json: one of the seven services as a parent would say it. Ours, not the report's.
struct ServiceWords {
  int number = 0;                // 1…7
  std::string icon;              // a name of the icon table in ui/icons.h
  Text name;                     // 預けあい・支えあい
  Text need;                     // 子どもを預けたい: the need a parent arrives with, one short line
  Text explanation;              // two or three sentences, です・ます
  std::vector<Text> situations;  // in which situations it helps: こんなときに
};

// content/common/phrases.json: sentences that somebody who speaks little Japanese shows to the staff.
struct Phrases {
  struct Phrase {
    std::string id;
    Text words;  // ja: what the staff read; else what the visitor reads
  };
  std::vector<Phrase> all;  // none: nothing is offered
  // For the staff to read, by the visitor's language: 英語を話します.
  std::map<std::string, std::string, std::less<>> speaks;
};

// What a hub may say differently about one service; empty fields leave the common words as they are.
struct ServiceOverride {
  std::optional<Text> name;
  std::optional<Text> need;
  std::optional<Text> explanation;
  std::optional<std::vector<Text>> situations;
  std::optional<std::string> url;  // where its QR code leads
};

// content/<hub>/hub.json and the reports beside it.
struct Hub {
  std::string id;                     // the folder's name: izumi
  Text ward;                          // 泉区
  Text name;                          // 泉区 地域子育て支援拠点
  Text tagline;                       // ours, shown on home and attract
  std::optional<std::string> colour;  // #RRGGBB instead of the theme's hub colour
  std::optional<std::string> url;     // the hub's own page
  std::optional<Text> hours;          // as people say them: 月～土曜日 9:30～16:00
  std::optional<Hours> opening;       // the same as the machine can read them, for what today's are
  std::optional<Text> contact;
  std::map<int, ServiceOverride> overrides;  // by service number
  std::vector<Report> reports;               // by goal_year, oldest first; at least one
};

// The seven services of a hub: common words with the hub's overrides applied.
struct ServiceView {
  ServiceWords words;
  std::optional<std::string> url;
};

}  // namespace hub::content
