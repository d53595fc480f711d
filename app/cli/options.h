// Declares a subcommand's options: each has a type of its own, and what cannot be of it is a usage error that says how
// it is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/clock_source.h"
#include "base/message.h"
#include "base/parse.h"
#include "cli/command.h"
#include "config/paths.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace hub::cli {

// One option that was declared.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(option) {}
  Option& required();
  Option& goes_with(const Option& other);  // not without it

 private:
  CLI::Option& option_;
};

// Values live as long as the command line. `kind` is what stands for the value in help. A name without dashes is that
// of an argument without one.
class Options {
 public:
  // What is said of a word that is no option, where there is something better to say than that.
  using Unknown = std::function<std::optional<base::Message>(const std::string& word)>;

  Options(CLI::App& app, base::StaffLanguage staff, Unknown& unknown) : app_(app), staff_(staff), unknown_(unknown) {}

  void on_unknown(Unknown say) { unknown_ = std::move(say); }

  // --content and --hub; --lang, of messages to staff.
  void content(CommonOptions& values, const base::Message& which_hub);
  void messages(CommonOptions& values);
  // --content, --state and --config of the kiosk on this machine.
  void kiosk(KioskOptions& values);

  Option text(const char* name, const base::Message& kind, std::string& value, const base::Message& about);
  // An empty one is as if it were not there.
  Option text_or_none(const char* name, const base::Message& kind, std::string& value, const base::Message& about);
  Option flag(const char* name, bool& value, const base::Message& about);

  struct Range {
    double least = 0;
    double most = 0;
  };
  Option number(const char* name, const base::Message& kind, double& value, Range range, const base::Message& about);
  // Where the range has words of its own.
  Option number(const char* name, const base::Message& kind, double& value, Range range,
                const base::Message& what_is_wrong, const base::Message& about);
  Option number(const char* name, const base::Message& kind, int& value, Range range, const base::Message& about);
  Option number(const char* name, const base::Message& kind, std::size_t& value, Range range,
                const base::Message& about);
  Option seed(const char* name, const base::Message& kind, std::optional<std::uint64_t>& value,
              const base::Message& about);

  Option size(const char* name, base::Size& value, const base::Message& about);
  // Empty ones are as if they were not there.
  Option size(const char* name, std::optional<base::Size>& value, const base::Message& about);
  Option date(const char* name, std::optional<base::Date>& value, const base::Message& about);
  Option time(const char* name, std::optional<std::chrono::minutes>& value, const base::Message& about);

  Option clock(const char* name, std::optional<base::ClockSource>& value, const base::Message& about);

  // A language by its tag.
  Option language(const char* name, std::string& value, const base::Message& about);

  template <class T>
  Option choice(const char* name, T& value, std::vector<std::pair<std::string, T>> choices,
                const base::Message& about) {
    std::vector<std::string> words;
    words.reserve(choices.size());
    for (const auto& [word, meaning] : choices) words.push_back(word);
    const auto take = [&value, choices = std::move(choices)](std::size_t chosen) { value = choices[chosen].second; };
    return choose(name, words, take, about);
  }

 private:
  Option choose(const char* name, const std::vector<std::string>& words, std::function<void(std::size_t)> take,
                const base::Message& about);
  // `take` throws UsageError at what it does not understand.
  Option add(const char* name, const base::Message& kind, std::function<void(const std::string&)> take,
             const base::Message& about);
  using Wrong = std::function<base::Message(const std::string& given)>;
  template <class T>
  Option bounded(const char* name, const base::Message& kind, T& value, Range range, const Wrong& what_is_wrong,
                 const base::Message& about);

  CLI::App& app_;
  base::StaffLanguage staff_;
  Unknown& unknown_;
};

}  // namespace hub::cli
