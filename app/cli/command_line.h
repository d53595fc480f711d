// The command line: its subcommands, and the one place where each of them ends.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/options.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace hub::cli {

// Which program it is the command line of.
struct ProgramName {
  const char* name = "hub-kiosk";
  base::Message about = {"地域子育て支援拠点のロビーの画面", "the lobby screen of a community childcare support hub"};
};

class CommandLine {
 public:
  // `argv` outlives this.
  CommandLine(int argc, char** argv, const ProgramName& program = {});
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // A subcommand: `declare` names the options and the values they are for, `act` does it.
  template <class Values>
  void add(const char* name, const base::Message& about, void (*declare)(Options&, Values&),
           Outcome (*act)(const Values&)) {
    Values& values = keep<Values>();
    Options options = subcommand(name, about, ending(act, values));
    declare(options, values);
  }
  // One that is meant as well where no subcommand is named.
  template <class Values>
  void add_default(const char* name, const base::Message& about, void (*declare)(Options&, Values&),
                   Outcome (*act)(const Values&)) {
    Values& values = keep<Values>();
    Options options = subcommand(name, about, ending(act, values));
    declare(options, values);
    Options alone = without_subcommand(ending(act, values));
    declare(alone, values);
  }

  // Does what the command line says, and prints why it could not.
  Exit run();

 private:
  using Command = std::function<Exit()>;
  struct Kept {
    virtual ~Kept() = default;
  };
  template <class Values>
  struct KeptValues : Kept {
    Values values;
  };

  template <class Values>
  Values& keep() {
    auto kept = std::make_unique<KeptValues<Values>>();
    Values& values = kept->values;
    kept_.push_back(std::move(kept));
    return values;
  }
  template <class Values>
  static Command ending(Outcome (*act)(const Values&), const Values& values) {
    return [act, &values] { return end_of(act(values), values.staff); };
  }
  static Exit end_of(const Outcome& outcome, base::StaffLanguage staff);

  Options subcommand(const char* name, const base::Message& about, Command command);
  Options without_subcommand(Command command);
  std::optional<Exit> parse();  // nothing: the command is chosen
  void print_wrong(const CLI::ParseError& error) const;

  int argc_;
  char** argv_;
  base::StaffLanguage staff_;  // of help, and of what is said of a command line that is not understood
  std::unique_ptr<CLI::App> app_;
  std::vector<std::unique_ptr<Kept>> kept_;
  std::map<const CLI::App*, Options::Unknown> unknown_;
  Command chosen_;
};

}  // namespace hub::cli
