// All that the screens can show, at one moment: immutable, shared, swapped whole.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/model/hub.h"
#include "content/model/languages.h"

namespace hub::content {

// Whether the app's words of this key are the staff panel's, which speaks Japanese to everybody and shows no furigana:
// they need neither translation nor reviewed readings.
bool for_staff(std::string_view key);

// Whether they are the form of a date, which is filled in before anybody reads it.
bool is_form(std::string_view key);

// assets/strings/<tag>.json: the app's own words (ホーム, もどる …), by key. {name} in a string is a place to fill in.
class Strings {
 public:
  Strings() = default;
  Strings(std::map<std::string, Text, std::less<>> texts, Languages languages)
      : texts_(std::move(texts)), languages_(std::move(languages)) {}

  Said say(std::string_view key, std::string_view language) const;  // an unknown key is a bug
  const std::map<std::string, Text, std::less<>>& all() const { return texts_; }
  const Languages& languages() const { return languages_; }  // that have a strings file

 private:
  std::map<std::string, Text, std::less<>> texts_;
  Languages languages_;
};

// One entry of content/common/readings.json or of a hub's own readings.json.
struct Reading {
  std::string word;  // as it stands in the text: 妊娠期, 取り組み
  // The reading of the whole word in hiragana, of the same kana where the word has kana: とりくみ. Empty: the word
  // must not be broken, but gets no furigana of its own.
  std::string reading;
};

struct Snapshot {
  std::vector<ServiceWords> services;  // seven, by number
  Phrases phrases;
  std::vector<Hub> hubs;                                              // by id
  std::map<std::string, std::vector<Reading>, std::less<>> readings;  // "" = common, else by hub id
  Strings strings;

  const Hub* find_hub(std::string_view id) const;  // null: no such hub
  ServiceView service(const Hub& hub, int number) const;
  // The languages of a hub's menu: those the app's strings have and that the tagline or a service is written in.
  Languages languages(const Hub& hub) const;
};

// Which report is shown on a day: the newest whose goal_year is not in the future, or, when there is none (the clock
// is wrong), the newest.
const Report& shown_report(const Hub& hub, base::Date today);

// True when the report's goals are for the fiscal year of the day. With an implausible clock (1970, 2019) they are not,
// and the screens name the year instead of saying 今年度.
bool is_of_this_year(const Report& report, base::Date today);

// False: the machine's clock is wrong. A report may be there up to a year before the year of its goals begins.
bool is_plausible(base::Date today, const Hub& hub);

// True when the report is of an earlier fiscal year than the day, so that the screens say which year's goals these are.
// A day before the report's own period is implausible and counts as the report's year.
bool is_outdated(const Report& report, base::Date today);

}  // namespace hub::content
