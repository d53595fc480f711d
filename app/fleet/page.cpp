// The fleet's page and its JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "fleet/fleet.h"

namespace hub::fleet {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostFirst = 3;  // that are named above the table

const char* word_of(Health health) {
  constexpr const char* kWords[] = {"silent", "behind", "refusing", "wrong", "well"};  // as Health
  return kWords[static_cast<std::size_t>(health)];
}

// A mark for those to whom colours say nothing.
const char* mark_of(Health health) {
  constexpr const char* kMarks[] = {"連絡なし", "古い", "受け取らず", "×", "○"};
  return kMarks[static_cast<std::size_t>(health)];
}

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string content_of(const ScreenStatus& status) {
  if (status.hub.empty()) return "なし";
  return status.serial == 0 ? "パック以外" : std::to_string(status.serial) + " 番";
}

std::string row_of(const Screen& screen) {
  const ScreenStatus& status = screen.seen.status;
  std::string row = std::string("<tr class=") + word_of(screen.health) + "><th scope=row>" + escaped(status.screen) +
                    "<br> <small>" + escaped(status.hub) + "</small><td>" + escaped(content_of(status)) +
                    "<br> <small>" + escaped(status.since.substr(0, 10)) + (status.since.empty() ? "" : " から") +
                    "</small><td><b>" + mark_of(screen.health) + "</b> " + escaped(matter_of(screen));
  if (!status.version.empty()) row += "<br> <small>" + escaped(status.version) + "</small>";
  return row + "\n";
}

std::string summary_of(const std::vector<Screen>& screens) {
  const auto well = std::ranges::count(screens, Health::well, &Screen::health);
  const std::string all = std::to_string(screens.size());
  if (screens.empty()) return "<p>まだ、どの画面からも連絡がありません。";
  if (static_cast<std::size_t>(well) == screens.size()) return "<p>" + all + " 台とも、新しい内容を映しています。";
  std::string text =
      "<p>" + all + " 台のうち " + std::to_string(well) + " 台は、新しい内容を映しています。先に見るところ:\n<ol>\n";
  for (std::size_t i = 0; i < std::min(kMostFirst, screens.size()) && screens[i].health != Health::well; ++i) {
    const ScreenStatus& status = screens[i].seen.status;
    text += "<li><b>" + escaped(status.screen) + "</b>" +
            (status.hub.empty() ? "" : "（" + escaped(status.hub) + "）") + " " + escaped(matter_of(screens[i])) + "\n";
  }
  return text + "</ol>";
}

// On a phone each row is a few lines of its own.
constexpr const char* kStyle =
    "body{font:16px/1.6 sans-serif;max-width:60em;margin:1em auto;padding:0 .8em;color:#1c1c1c;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4em .5em;"
    "border-bottom:1px solid #bbb;overflow-wrap:anywhere;word-break:auto-phrase}thead th{border-bottom:2px solid #555}"
    "li,p{word-break:auto-phrase}small{color:#555;font-weight:400}th[scope=row]{min-width:6em}"
    "td:nth-child(2){white-space:nowrap}td:nth-child(3){width:99%}b{white-space:nowrap}"
    ".silent b,.behind b,.refusing b,.wrong b{color:#a01010}tr.silent,tr.behind{background:#fff0ee}"
    "tr.refusing,tr.wrong{background:#fff9e6}"
    "@media(max-width:34em){thead,br{display:none}tr,th,td{display:block}tr{border-bottom:1px solid #bbb;"
    "padding:.4em .5em}th,td{border:0;padding:0}}";

}  // namespace

std::string page_of(const std::vector<Screen>& screens, const std::string& made) {
  std::string page =
      std::string("<!doctype html>\n<html lang=ja>\n<meta charset=utf-8>\n") +
      "<meta name=viewport content=\"width=device-width,initial-scale=1\">\n<title>画面の一覧</title>\n" + "<style>" +
      kStyle + "</style>\n<h1>画面の一覧</h1>\n" + summary_of(screens) + "\n";
  page += "<table>\n<thead><tr><th scope=col>画面<th scope=col>内容<th scope=col>ようす</thead>\n<tbody>\n";
  for (const Screen& one : screens) page += row_of(one);
  return page + "</tbody>\n</table>\n<p><small>" + escaped(made) +
         " に作成。日時は、それぞれの画面の時計によります。</small>\n</html>\n";
}

std::string json_of(const std::vector<Screen>& screens, const std::string& made) {
  Json json = {{"made", made}, {"screens", Json::array()}};
  for (const Screen& one : screens) {
    Json status = Json::parse(to_json(one.seen.status), nullptr, false);
    status["health"] = word_of(one.health);
    status["silentHours"] = one.silent_s / 3600;
    status["newest"] = one.newest;
    status["matter"] = matter_of(one);
    json["screens"].push_back(std::move(status));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hub::fleet
