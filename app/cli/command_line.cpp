#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/help.h"
#include "cli/print.h"
#include "cli/usage_error.h"

namespace hub::cli {

namespace {

// Help and usage errors come before, or instead of, --lang as an option: this looks for it among the words. The --lang
// of these is about screens and texts.
base::StaffLanguage language_of(int argc, char** argv) {
  constexpr std::string_view kOfSomethingElse[] = {"snapshot", "tour", "wrap"};
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  bool english = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(kOfSomethingElse, words[i]) != std::end(kOfSomethingElse)) return base::StaffLanguage::ja;
    english = english || words[i] == "--lang=en" || (words[i] == "en" && i > 0 && words[i - 1] == "--lang");
  }
  return english ? base::StaffLanguage::en : base::StaffLanguage::ja;
}

class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(base::StaffLanguage staff) : staff_(staff) {}
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return help_of(*app, program_name(), staff_);
  }

 private:
  base::StaffLanguage staff_;
};

bool asks_for_help(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return app.get_help_ptr()->count() > 0 || (!chosen.empty() && asks_for_help(*chosen.front()));
}

}  // namespace

CommandLine::CommandLine(int argc, char** argv, const ProgramName& program)
    : argc_(argc), argv_(argv), staff_(language_of(argc, argv)) {
  app_ = std::make_unique<CLI::App>(program.about.in(staff_), program.name);
  const base::Message help = {"書けるものの一覧", "Print this help and exit"};
  const base::Message version = {"この " + std::string(program.name) + " の版", "Print the version and exit"};
  app_->set_help_flag("-h,--help", help.in(staff_));
  app_->set_version_flag("--version", program.name + std::string(" " HUB_VERSION), version.in(staff_));
  app_->formatter(std::make_shared<HelpFormatter>(staff_));
  app_->require_subcommand(0, 1);
}

CommandLine::~CommandLine() = default;

Options CommandLine::subcommand(const char* name, const base::Message& about, Command command) {
  CLI::App* app = app_->add_subcommand(name, about.in(staff_));
  app->callback([this, command = std::move(command)] { chosen_ = command; });
  return Options(*app, staff_, unknown_[app]);
}

Options CommandLine::without_subcommand(Command command) {
  chosen_ = std::move(command);
  return Options(*app_, staff_, unknown_[app_.get()]);
}

Exit CommandLine::end_of(const Outcome& outcome, base::StaffLanguage staff) {
  const Failure* const failure = std::get_if<Failure>(&outcome);
  if (failure == nullptr) return std::get<Exit>(outcome);
  print_error(failure->diagnostics, staff);
  if (failure->error) print_error(*failure->error, staff);
  return failure->status;
}

void CommandLine::print_wrong(const CLI::ParseError& error) const {
  const std::vector<CLI::App*> chosen = app_->get_subcommands();
  const CLI::App* at = chosen.empty() ? app_.get() : chosen.front();
  const std::vector<std::string> rest = at->remaining();
  if (const auto& say = unknown_.at(at); say && !rest.empty()) {
    if (const auto better = say(rest.front())) return print_error(*better, staff_);
  }
  print_error(explain(*app_, error, program_name()), staff_);
}

std::optional<Exit> CommandLine::parse() {
  try {
    app_->parse(argc_, argv_);
  } catch (const CLI::Success& answer) {
    app_->exit(answer);
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    if (asks_for_help(*app_)) return app_->exit(CLI::CallForHelp()), Exit::done;
    print_wrong(error);
    return Exit::usage;
  }
  const std::vector<CLI::App*> chosen = app_->get_subcommands();
  if (!chosen.empty() && !app_->get_options([](const CLI::Option* o) { return o->count() > 0; }).empty()) {
    const std::string name = chosen.front()->get_name();
    print_line(stderr, "hub-kiosk: オプションは " + name + " のあとに書いてください / write options after " + name);
    return Exit::usage;
  }
  return std::nullopt;
}

Exit CommandLine::run() {
  const std::optional<Exit> ended = parse();
  const Exit end = ended ? *ended : chosen_();
  // What could not be written was not done.
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? end : Exit::at_fault;
}

}  // namespace hub::cli
