#include "cli/options.h"
#include "base/files.h"
#include "base/parse.h"
#include "config/paths.h"
#include "content/load/load.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>

#include "cli/usage_error.h"
#include "content/model/text.h"

namespace hub::cli {

namespace {

const base::Message kSizeKind = {"幅x高さ", "WxH"};
const base::Message kDateKind = {"年-月-日", "YYYY-MM-DD"};
const base::Message kTimeKind = {"時:分", "H:MM"};

UsageError wrong(base::Message what) { return UsageError(base::Error{std::move(what), {}}); }

base::Size size_of(const std::string& name, const std::string& given) {
  if (const auto size = config::parse_size(given)) return *size;
  throw wrong({name + " は 1920x1080 のように、幅と高さを 320 から 7680 までの数で書いてください: " + given,
               name + " wants WxH like 1920x1080, each side 320 to 7680: " + given});
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

std::string shown(double number) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.10g", number);
  return digits;
}

auto out_of_range(const std::string& name, double least, double most, bool whole) {
  return [name, whole, from = shown(least), to = shown(most)](const std::string& given) {
    return base::Message{
        name + " は " + from + " から " + to + " までの" + (whole ? "整数" : "数") + "で書いてください: " + given,
        name + " wants a " + (whole ? "whole " : "") + "number from " + from + " to " + to + ": " + given};
  };
}

}  // namespace

Option& Option::required() {
  option_.required();
  return *this;
}

Option& Option::goes_with(const Option& other) {
  option_.needs(&other.option_);
  return *this;
}

Option Options::add(const char* name, const base::Message& kind, std::function<void(const std::string&)> take,
                    const base::Message& about) {
  const auto take_one = [take = std::move(take)](const CLI::results_t& given) {
    take(given.front());
    return true;
  };
  CLI::Option* option = app_.add_option(name, CLI::callback_t(take_one), about.in(staff_));
  option->type_name(kind.in(staff_));
  return Option(*option);
}

Option Options::text(const char* name, const base::Message& kind, std::string& value, const base::Message& about) {
  const auto take = [name = std::string(name), kind, &value](const std::string& given) {
    // An unset variable of a script must not mean something else.
    if (given.empty()) {
      throw wrong({(name.starts_with('-') ? name + " のあとの" + kind.ja : kind.ja) + "が空です。",
                   name + " must not be empty."});
    }
    value = given;
  };
  return add(name, kind, take, about);
}

Option Options::text_or_none(const char* name, const base::Message& kind, std::string& value,
                             const base::Message& about) {
  return add(
      name, kind, [&value](const std::string& given) { value = given; }, about);
}

Option Options::flag(const char* name, bool& value, const base::Message& about) {
  return Option(*app_.add_flag(name, value, about.in(staff_)));
}

template <class T>
Option Options::bounded(const char* name, const base::Message& kind, T& value, Range range, const Wrong& what_is_wrong,
                        const base::Message& about) {
  const auto take = [what_is_wrong, &value, range](const std::string& given) {
    T number{};
    // CLI11's own ranges let nan through.
    const bool good = CLI::detail::lexical_cast(given, number) && static_cast<double>(number) >= range.least &&
                      static_cast<double>(number) <= range.most;
    if (!good) throw wrong(what_is_wrong(given));
    value = number;
  };
  return add(name, kind, take, about);
}

Option Options::number(const char* name, const base::Message& kind, double& value, Range range,
                       const base::Message& about) {
  return bounded(name, kind, value, range, out_of_range(name, range.least, range.most, false), about);
}

Option Options::number(const char* name, const base::Message& kind, double& value, Range range,
                       const base::Message& what_is_wrong, const base::Message& about) {
  return bounded(
      name, kind, value, range, [what_is_wrong](const std::string&) { return what_is_wrong; }, about);
}

Option Options::number(const char* name, const base::Message& kind, int& value, Range range,
                       const base::Message& about) {
  return bounded(name, kind, value, range, out_of_range(name, range.least, range.most, true), about);
}

Option Options::number(const char* name, const base::Message& kind, std::size_t& value, Range range,
                       const base::Message& about) {
  return bounded(name, kind, value, range, out_of_range(name, range.least, range.most, true), about);
}

Option Options::seed(const char* name, const base::Message& kind, std::optional<std::uint64_t>& value,
                     const base::Message& about) {
  const auto take = [name = std::string(name), &value](const std::string& given) {
    std::uint64_t number = 0;
    if (!CLI::detail::lexical_cast(given, number)) {
      throw wrong(
          {name + " は 0 以上の整数で書いてください: " + given, name + " wants a whole number, not below 0: " + given});
    }
    value = number;
  };
  return add(name, kind, take, about);
}

Option Options::size(const char* name, base::Size& value, const base::Message& about) {
  const auto take = [name = std::string(name), &value](const std::string& given) { value = size_of(name, given); };
  return add(name, kSizeKind, take, about);
}

Option Options::size(const char* name, std::optional<base::Size>& value, const base::Message& about) {
  const auto take = [name = std::string(name), &value](const std::string& given) {
    if (!given.empty()) value = size_of(name, given);
  };
  return add(name, kSizeKind, take, about);
}

Option Options::date(const char* name, std::optional<base::Date>& value, const base::Message& about) {
  const auto take = [name = std::string(name), &value](const std::string& given) {
    if (given.empty()) return;
    value = base::parse_date(given);
    if (!value) {
      throw wrong({name + " は 2026-04-01 のように書いてください: " + given, name + " wants YYYY-MM-DD: " + given});
    }
  };
  return add(name, kDateKind, take, about);
}

Option Options::time(const char* name, std::optional<std::chrono::minutes>& value, const base::Message& about) {
  const auto take = [name = std::string(name), &value](const std::string& given) {
    if (given.empty()) return;
    value = base::parse_time_of_day(given);
    if (!value) throw wrong({name + " は 9:30 のように書いてください: " + given, name + " wants H:MM: " + given});
  };
  return add(name, kTimeKind, take, about);
}

Option Options::clock(const char* name, std::optional<base::ClockSource>& value, const base::Message& about) {
  using base::ClockSource;
  return choice<std::optional<ClockSource>>(name, value,
                                            {{"none", ClockSource::none},
                                             {"synchronised", ClockSource::synchronised},
                                             {"battery", ClockSource::battery},
                                             {"set", ClockSource::set}},
                                            about);
}

Option Options::language(const char* name, std::string& value, const base::Message& about) {
  const content::Languages tags = content::find_languages(base::DiskFiles(), config::strings_folder());
  return choose(
      name, tags, [&value, tags](std::size_t chosen) { value = tags[chosen]; }, about);
}

Option Options::choose(const char* name, const std::vector<std::string>& words, std::function<void(std::size_t)> take,
                       const base::Message& about) {
  const std::string kind = joined(words, "|");
  const auto take_word = [name = std::string(name), words, take = std::move(take)](const std::string& given) {
    const auto at = std::ranges::find(words, given);
    if (at == words.end()) {
      throw wrong({name + " に書けるのは " + joined(words, "、") + " です: " + given,
                   name + " is one of " + joined(words, ", ") + ": " + given});
    }
    take(static_cast<std::size_t>(at - words.begin()));
  };
  return add(name, {kind, kind}, take_word, about);
}

void Options::content(CommonOptions& values, const base::Message& which_hub) {
  text("--content", {"フォルダー", "FOLDER"}, values.content,
       {"内容のフォルダー。書かなければ ./content、なければ公開してあるもの、それもなければはじめに入っていた内容",
        "Content folder (default: ./content, else what is published here, else what came with the program)"});
  text("--hub", {"拠点", "HUB"}, values.hub, which_hub);
}

void Options::messages(CommonOptions& values) {
  choice<base::StaffLanguage>("--lang", values.staff,
                              {{"ja", base::StaffLanguage::ja}, {"en", base::StaffLanguage::en}},
                              {"メッセージのことば。書かなければ日本語", "Language of messages (default: ja)"});
}
void Options::kiosk(KioskOptions& values) {
  text("--content", {"フォルダー", "FOLDER"}, values.content,
       {"キオスクが読んでいるフォルダー。書かなければ、パッケージの公開先",
        "The folder that kiosks read (default: the package's)"});
  text("--state", {"フォルダー", "FOLDER"}, values.state,
       {"キオスクが覚え書きを置くフォルダー。書かなければ、このユーザーのもの",
        "The folder where the kiosk keeps its state (default: this user's)"});
  text("--config", {"ファイル", "FILE"}, values.config,
       {"このキオスクの設定。書かなければ、パッケージの設定", "Configuration of this kiosk (default: the package's)"});
}

}  // namespace hub::cli
