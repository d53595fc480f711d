#include "cli/help.h"

#include <algorithm>
#include <vector>

namespace hub::cli {

namespace {

constexpr const char* kAbout = "      ";  // stands before what an option is for

std::string says(base::StaffLanguage staff, const char* ja, const char* en) {
  return staff == base::StaffLanguage::ja ? ja : en;
}

std::string name_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_type_name();
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) names += "--" + name;
  return names + (option.get_type_name().empty() ? "" : " " + option.get_type_name());
}

std::string usage_of(const CLI::App& app, const std::string& command, base::StaffLanguage staff) {
  std::string line = says(staff, "書き方: ", "Usage: ") + command;
  if (!app.get_subcommands({}).empty()) line += says(staff, " [コマンド]", " [COMMAND]");
  for (const CLI::Option* one : app.get_options({})) {
    if (one->get_positional()) line += " [" + name_of(*one) + "]";
  }
  for (const CLI::Option* one : app.get_options({})) {
    if (one->get_required()) line += " " + name_of(*one);
  }
  return line + says(staff, " [オプション]", " [OPTIONS]") + "\n";
}

std::string list_of(const std::string& title, const std::vector<const CLI::Option*>& options) {
  if (options.empty()) return {};
  std::string list = "\n" + title + ":\n";
  for (const CLI::Option* one : options) {
    list += "  " + name_of(*one) + "\n" + kAbout + one->get_description() + "\n";
  }
  return list;
}

std::string commands_of(const CLI::App& app, const std::string& program, base::StaffLanguage staff) {
  const std::vector<const CLI::App*> commands = app.get_subcommands({});
  if (commands.empty()) return {};
  std::size_t widest = 0;
  for (const CLI::App* one : commands) widest = std::max(widest, one->get_name().size());
  std::string list = "\n" + says(staff, "コマンド", "Commands") + ":\n";
  for (const CLI::App* one : commands) {
    const std::string name = one->get_name();
    list += "  " + name + std::string(widest + 2 - name.size(), ' ') + one->get_description() + "\n";
  }
  return list + says(staff, "それぞれのオプション: ", "The options of each: ") + program +
         says(staff, " コマンド --help\n", " COMMAND --help\n");
}

}  // namespace

std::string help_of(const CLI::App& app, const std::string& program, base::StaffLanguage staff) {
  const bool is_program = app.get_parent() == nullptr;
  const std::string command = program + (is_program ? "" : " " + app.get_name());
  const auto positional = [](const CLI::Option* one) { return one->get_positional(); };
  const auto named = [](const CLI::Option* one) { return one->nonpositional(); };
  const std::string options = is_program
                                  ? says(staff, "コマンドを書かないときのオプション", "Options without a command")
                                  : says(staff, "オプション", "Options");
  return command + ": " + app.get_description() + "\n\n" + usage_of(app, command, staff) +
         commands_of(app, program, staff) +
         list_of(says(staff, "オプションのほかに書くもの", "Besides options"), app.get_options(positional)) +
         list_of(options, app.get_options(named));
}

}  // namespace hub::cli
