#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>
#include <vector>

#include "base/files.h"
#include "cli/commands.h"
#include "config/paths.h"
#include "content/load/load.h"

namespace hub::cli {

namespace {

// An unset variable of a script must not mean something else.
const CLI::Validator kSomething(
    [](const std::string& given) { return std::string(given.empty() ? "must not be empty" : ""); }, "TEXT");

// CLI11's own ranges let nan through.
CLI::Validator between(double least, double most) {
  return {[least, most](const std::string& given) {
            double number = 0;
            const bool good = CLI::detail::lexical_cast(given, number) && number >= least && number <= most;
            if (good) return std::string();
            char message[64];
            std::snprintf(message, sizeof message, "must be a number from %g to %g", least, most);
            return std::string(message);
          },
          "NUMBER"};
}

// A language that has a strings file.
CLI::Validator screen_language() {
  return CLI::IsMember(content::find_languages(base::DiskFiles(), config::strings_folder()));
}

void add_common(CLI::App& app, CommonOptions& options) {
  app.add_option("--content", options.content, "Content folder (default: ./content, else what is installed)")
      ->check(kSomething);
  app.add_option("--hub", options.hub, "Hub: the name of its folder in the content folder (default: the first)")
      ->check(kSomething);
}

void add_staff_language(CLI::App& app, CommonOptions& options) {
  app.add_option("--lang", options.language, "Language of messages: ja, en")
      ->check(CLI::IsMember({"ja", "en"}))
      ->capture_default_str();
}

void add_drawing(CLI::App& app, DrawOptions& options) {
  add_common(app, options);
  app.add_option("--size", options.size, "Size in pixels, WxH")->capture_default_str();
  app.add_option("--lang", options.screen_language, "Language of the screen: ja, ja-easy, en, zh-Hans, ko, vi")
      ->check(screen_language())
      ->capture_default_str();
  app.add_option("--text-size", options.text_size, "1, 2 or 3")->check(CLI::Range(1, 3))->capture_default_str();
  app.add_flag("--furigana", options.furigana, "Show furigana");
  app.add_flag("--high-contrast", options.high_contrast, "Black on white");
  app.add_option("--config", options.config, "As on the kiosk with this configuration (JSON)");
  app.add_option("--diagonal", options.diagonal_inch, "Diagonal of the screen in inches")->check(between(3, 120));
  app.add_option("--distance", options.distance_m, "Viewing distance in metres")->check(between(0.2, 10));
  app.add_option("--date", options.date, "As on that day, YYYY-MM-DD (default: today)");
}

void add_run(CLI::App& app, RunOptions& options) {
  add_common(app, options);
  add_staff_language(app, options);
  app.add_option("--config", options.config, "Configuration of this kiosk (JSON)");
  app.add_option("--windowed", options.windowed, "In a window of this size, WxH, instead of the whole screen");
  app.add_option("--date", options.date, "As on that day, YYYY-MM-DD (default: today)");
  app.add_option("--time", options.time, "As from that time of day on, H:MM (default: now)");
}

void add_import(CLI::App& app, ImportOptions& options) {
  add_common(app, options);
  add_staff_language(app, options);
  app.add_option("REPORT", options.report, "The report: .pdf, .html or .txt (required)")->check(kSomething);
  app.add_option("--out", options.out, "The file for the draft, or - (default: standard output)")->check(kSomething);
  app.add_option("--doubts", options.doubts, "A file, or -, for the doubts as JSON (default: text on standard error)")
      ->check(kSomething);
  app.add_option("--origins", options.origins, "A file, or -, for where each text comes from, as JSON")
      ->check(kSomething);
  app.add_flag("--write", options.write, "Put it into the content folder as the report of --hub");
  app.add_flag("--replace", options.replace, "With --write: replace the report of that year; the old one is kept");
}

// A folder to publish and where to, or where to go back: never both.
CLI::App* add_publish(CLI::App& app, PublishOptions& options) {
  CLI::App* publish_app = app.add_subcommand(
      "publish", "Check a folder of content, draw every screen of it, and show it on the kiosks: whole or not at all");
  add_staff_language(*publish_app, options);
  auto* what = publish_app->add_option_group("what");
  CLI::Option* source =
      what->add_option("SRC", options.source, "The folder of content; may be on a USB stick")->check(kSomething);
  CLI::Option* back =
      what->add_option("--rollback", options.roll_back, "Show again what this folder showed before")->check(kSomething);
  what->require_option(1);
  CLI::Option* to = publish_app->add_option("--to", options.to, "The folder that the kiosks read with --content")
                        ->needs(source)
                        ->excludes(back)
                        ->check(kSomething);
  source->needs(to);
  return publish_app;
}

// A script, or a monkey: never both.
CLI::App* add_replay(CLI::App& app, ReplayOptions& options) {
  CLI::App* replay_app = app.add_subcommand("replay", "Run the kiosk against scripted or random touches, off screen");
  add_common(*replay_app, options);
  add_staff_language(*replay_app, options);
  auto* from = replay_app->add_option_group("touches");
  from->add_option("SCRIPT", options.script, "What to do and to expect (JSON, schema/replay.schema.json)")
      ->check(kSomething);
  CLI::Option* monkey = from->add_option("--monkey", options.monkey, "Random touches from this seed");
  from->require_option(1);
  replay_app->add_option("--events", options.events, "How many touches, moves and lifts of the monkey")
      ->needs(monkey)
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}))
      ->capture_default_str();
  replay_app->add_option("--size", options.size, "Size in pixels, WxH (default: the script's, else 1920x1080)");
  replay_app->add_option("--date", options.date, "As on that day, YYYY-MM-DD (default: the script's, else today)");
  replay_app->add_option("--time", options.time, "From that time of day on, H:MM (default: the script's, else 12:00)");
  replay_app->add_option("--config", options.config, "As on the kiosk with this configuration (JSON)");
  replay_app
      ->add_option("--draw-every", options.draw_every,
                   "Only every n-th frame becomes pixels (default: each of a script, few of a monkey)")
      ->check(CLI::Range(1, 1'000'000));
  return replay_app;
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app("hub-kiosk: the lobby screen of a community childcare support hub");
  app.set_version_flag("--version", "hub-kiosk " HUB_VERSION);
  app.require_subcommand(0, 1);

  // Without a subcommand it is `run`.
  RunOptions run_options;
  add_run(app, run_options);
  CLI::App* run_app = app.add_subcommand("run", "Show the kiosk on this display (what happens without a subcommand)");
  add_run(*run_app, run_options);

  CheckOptions check_options;
  CLI::App* check_app = app.add_subcommand("check", "Say everything that is wrong with the content and how to mend it");
  add_common(*check_app, check_options);
  add_staff_language(*check_app, check_options);
  check_app->add_flag("--render", check_options.render, "Lay every screen out as well: what does not fit is an error");
  check_app
      ->add_option("--against", check_options.against,
                   "A published report (PDF, HTML, text): say of each sentence that is shown whether it is in it")
      ->check(kSomething);
  check_app
      ->add_option("--config", check_options.config,
                   "Check this configuration of a kiosk; with --content, also the content as that kiosk would load it")
      ->check(kSomething);

  DoctorOptions doctor_options;
  CLI::App* doctor_app =
      app.add_subcommand("doctor", "Say what is well and what is wrong with this machine, and how to mend it");
  add_common(*doctor_app, doctor_options);
  add_staff_language(*doctor_app, doctor_options);
  doctor_app->add_option("--config", doctor_options.config, "Configuration of this kiosk (default: the package's)")
      ->check(kSomething);

  SnapshotOptions snapshot_options;
  CLI::App* snapshot_app = app.add_subcommand("snapshot", "Draw one screen into a PNG file; needs no display");
  add_drawing(*snapshot_app, snapshot_options);
  snapshot_app->add_option("--screen", snapshot_options.screen, "Route: attract, home, services/3, review/1/2 …")
      ->required();
  snapshot_app->add_option("--out", snapshot_options.out, "The PNG file")->required()->check(kSomething);
  snapshot_app->add_option("--at", snapshot_options.at_s, "Seconds since the screen was entered")
      ->check(between(0, 1'000'000));
  snapshot_app->add_option("--scroll", snapshot_options.scroll_em, "How far the page is scrolled, in em")
      ->check(between(0, 1'000'000));

  snapshot_app->add_option("--time", snapshot_options.time,
                           "As at that time of day, H:MM: dark outside the opening hours of --config");

  DrawOptions tour_options;
  CLI::App* tour_app = app.add_subcommand("tour", "Draw every screen of every hub: DIR/<hub>/<route>.png");
  add_drawing(*tour_app, tour_options);
  tour_app->add_option("--out", tour_options.out, "The folder for the pictures")->required()->check(kSomething);

  WrapOptions wrap_options;
  CLI::App* wrap_app = app.add_subcommand("wrap", "Break the paragraphs on standard input into lines");
  add_common(*wrap_app, wrap_options);
  wrap_app->add_option("--width", wrap_options.width_em, "Width of the lines in em")->required();
  wrap_app->add_option("--style", wrap_options.style, "body: filled lines; title: balanced lines")
      ->check(CLI::IsMember({"body", "title"}))
      ->capture_default_str();
  wrap_app->add_option("--lang", wrap_options.text_language, "Language of the text")
      ->check(screen_language())
      ->capture_default_str();
  wrap_app->add_flag("--furigana", wrap_options.furigana, "Leave the room that readings need");
  wrap_app->add_flag("--json", wrap_options.json, "One JSON object a paragraph: lines, break levels, positions, ruby");

  ImportOptions import_options;
  CLI::App* import_app = app.add_subcommand(
      "import", "Turn a published report (PDF, HTML, text) into a draft of reports/<year>.json, with what to look at");
  add_import(*import_app, import_options);

  CommonOptions readings_options;
  CLI::App* readings_app =
      app.add_subcommand("readings", "List every word, its reading and where the reading comes from, for review");
  add_common(*readings_app, readings_options);
  add_staff_language(*readings_app, readings_options);

  CommonOptions pin_options;
  CLI::App* pin_app = app.add_subcommand(
      "pin", "Ask for the staff's PIN (or read it from standard input) and print what the configuration keeps of it");
  add_staff_language(*pin_app, pin_options);
  PublishOptions publish_options;
  const CLI::App* publish_app = add_publish(app, publish_options);
  ReplayOptions replay_options;
  const CLI::App* replay_app = add_replay(app, replay_options);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const std::vector<std::string> rest = import_app->remaining();
    if (import_app->parsed() && import_options.report.empty() && !rest.empty()) {
      import_options.taken_for_option = rest.front();
      return import_report(import_options);
    }
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  if (!chosen.empty() && !app.get_options([](const CLI::Option* o) { return o->count() > 0; }).empty()) {
    std::fprintf(stderr, "hub-kiosk: オプションは %s のあとに書いてください / write options after %s\n",
                 chosen[0]->get_name().c_str(), chosen[0]->get_name().c_str());
    return kUsage;
  }
  const auto run_chosen = [&] {
    if (check_app->parsed()) return check(check_options);
    if (doctor_app->parsed()) return doctor(doctor_options);
    if (snapshot_app->parsed()) return snapshot(snapshot_options);
    if (tour_app->parsed()) return tour(tour_options);
    if (wrap_app->parsed()) return wrap(wrap_options);
    if (import_app->parsed()) return import_report(import_options);
    if (readings_app->parsed()) return readings(readings_options);
    if (pin_app->parsed()) return pin(pin_options);
    if (publish_app->parsed()) return publish(publish_options);
    if (replay_app->parsed()) return replay(replay_options);
    return run_kiosk(run_options);
  };
  const int status = run_chosen();
  // What could not be written was not done.
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? status : kAtFault;
}

}  // namespace hub::cli
