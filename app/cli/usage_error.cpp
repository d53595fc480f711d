#include "cli/usage_error.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "content/json/value.h"

namespace hub::cli {

namespace {

using Message = base::Message;

// The subcommand that was named, else the program.
const CLI::App& named(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app : *chosen.front();
}

std::string called(const CLI::Option& option) {
  return option.get_positional() ? option.get_type_name() : option.get_name();
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* one : app.get_subcommands({})) names.push_back(one->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* one : app.get_options({})) {
    for (const std::string& name : one->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::optional<Message> nearest(const std::string& given, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  const std::string near(content::nearest_word(given, views));
  if (near.empty()) return std::nullopt;
  return Message{"「" + near + "」のまちがいではありませんか。", "Do you mean \"" + near + "\"? "};
}

base::Error unexpected(const CLI::App& app, const std::string& word, const Message& help) {
  const CLI::App& at = named(app);
  const bool option = word.starts_with('-'), command = !option && &at == &app;
  Message what = {"「" + word + "」は余分です。", "\"" + word + "\" is one too many."};
  if (option) what = {"「" + word + "」というオプションはありません。", "There is no option " + word + "."};
  if (command) what = {"「" + word + "」というコマンドはありません。", "There is no command \"" + word + "\"."};
  std::optional<Message> near;
  if (option) near = nearest(word.substr(0, word.find('=')), options_of(at));
  if (command) near = nearest(word, commands_of(app));
  if (!near) return {what, help};
  return {what, {near->ja + help.ja, near->en + help.en}};
}

std::optional<Message> missing(const CLI::App& at) {
  Message all;
  for (const CLI::Option* one : at.get_options({})) {
    if (!one->get_required() || one->count() > 0) continue;
    all.ja += (all.ja.empty() ? "" : "、") + one->get_name() + " " + one->get_type_name();
    all.en += (all.en.empty() ? "" : ", ") + one->get_name() + " " + one->get_type_name();
  }
  if (all.ja.empty()) return std::nullopt;
  return Message{"必ず書くものがありません: " + all.ja, "missing: " + all.en};
}

std::optional<Message> alone(const CLI::App& at) {
  for (const CLI::Option* one : at.get_options({})) {
    if (one->count() == 0) continue;
    for (const CLI::Option* other : one->get_needs()) {
      if (other->count() > 0) continue;
      return Message{called(*one) + " は " + called(*other) + " といっしょに使います。",
                     called(*one) + " goes with " + called(*other) + "."};
    }
  }
  return std::nullopt;
}

// An option without its value, or one that is there twice. CLI11 says only in its own words which one it is: they begin
// with its name.
std::optional<Message> miscounted(const CLI::App& at, const std::string& words) {
  const std::string name = words.substr(0, words.find(':'));
  const CLI::Option* option = at.get_option_no_throw(name);
  for (const CLI::Option* one : at.get_options({})) {
    const std::vector<std::string> given = one->results();
    const bool bare = given.empty() || given.front() == "true" || given.front() == "false";
    if (one->get_expected_max() == 0 ? !bare : given.size() > 1) option = one;
  }
  if (option == nullptr) return std::nullopt;
  const std::string own = called(*option);
  if (option->results().size() > 1)
    return Message{own + " は 1 回だけ書いてください。", own + " is there more than once."};
  if (option->get_expected_max() == 0) {
    return Message{own + " のあとには何も書きません。", own + " takes no value."};
  }
  return Message{own + " のあとに、" + option->get_type_name() + " を書いてください。",
                 own + " wants " + option->get_type_name() + " after it."};
}

}  // namespace

base::Error explain(const CLI::App& app, const CLI::ParseError& error, const std::string& program) {
  if (const auto* own = dynamic_cast<const UsageError*>(&error)) return own->error();
  const CLI::App& at = named(app);
  const std::string command = program + (&at == &app ? "" : " " + at.get_name());
  const Message help = {command + " --help で、書けるものが分かります。",
                        command + " --help says what can be written."};
  const std::vector<std::string> rest = at.remaining();
  if (!rest.empty() && dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return unexpected(app, rest.front(), help);
  }
  for (const auto& what : {miscounted(at, error.what()), missing(at), alone(at)}) {
    if (what) return {*what, help};
  }
  return {{"書き方がちがいます。", "This is not understood."}, help};
}

}  // namespace hub::cli
