// doctor: what is well and what is wrong with this machine, and how to mend it.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "config/paths.h"
#include "content/load/load.h"
#include "inspect/content_inspection.h"
#include "inspect/doctor.h"
#include "platform/library_versions.h"
#include "platform/machine.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"

namespace hub::cli {

namespace {

using Kind = inspect::Finding::Kind;

struct DoctorOptions : CommonOptions {
  std::string config;  // of this kiosk; empty: the package's, where there is one
};

base::Result<std::string> renderer() {
  constexpr int kSomething_px = 64;
  const auto offscreen = platform::Offscreen::create(kSomething_px, kSomething_px);
  if (!offscreen) return offscreen.error();
  return platform::gl_name();
}

inspect::Folder look_at(const std::string& path) {
  inspect::Folder folder;
  if (path.empty()) return folder;
  folder.path = std::filesystem::absolute(path).lexically_normal().string();
  std::filesystem::path there = folder.path;  // or where it will be made
  while (!std::filesystem::exists(there) && there.has_relative_path()) there = there.parent_path();
  folder.writable = access(there.c_str(), W_OK) == 0;
  folder.free_bytes = platform::free_bytes(there.string());
  return folder;
}

std::size_t count_errors(const std::vector<content::Diagnostic>& diagnostics) {
  std::size_t errors = 0;
  for (const content::Diagnostic& one : diagnostics) errors += one.severity == content::Diagnostic::Severity::error;
  return errors;
}

inspect::Finding content_finding(const content::Loaded& loaded, const std::string& folder) {
  if (loaded.snapshot && inspect::unknown_icons(*loaded.snapshot).empty()) {
    return {Kind::fine, {"内容: " + folder, "Content: " + folder}, {}};
  }
  return {Kind::wrong,
          {"内容: " + folder + " に直すところがあります。", "Content: there are errors in " + folder + "."},
          {"hub-kiosk check --content " + folder + " で、どこをどう直すか分かります。",
           "hub-kiosk check --content " + folder + " says where, and how to mend them."}};
}

inspect::Finding config_finding(const config::LoadedConfig& loaded, const std::string& path) {
  if (path.empty()) return {Kind::fine, {"設定: なし（標準のまま）", "Configuration: none, all as by default"}, {}};
  if (loaded.diagnostics.empty()) return {Kind::fine, {"設定: " + path, "Configuration: " + path}, {}};
  const bool wrong = count_errors(loaded.diagnostics) > 0;
  return {wrong ? Kind::wrong : Kind::doubtful,
          {"設定: " + path + (wrong ? " に直すところがあります。" : " に確かめるところがあります。"),
           "Configuration: " + path + (wrong ? " has errors." : " has doubtful parts.")},
          {"hub-kiosk check --config " + path + " で、どこをどう直すか分かります。",
           "hub-kiosk check --config " + path + " says where, and how to mend them."}};
}

inspect::Finding fonts_finding() {
  if (auto screen_context = render::ScreenContext::open(); !screen_context) {
    return {Kind::wrong, screen_context.error().what, screen_context.error().remedy};
  }
  const std::vector<base::Error> missing = inspect::missing_dictionary();
  if (missing.empty()) return {Kind::fine, {"文字と辞書: そろっています", "Fonts and dictionary: complete"}, {}};
  return {Kind::doubtful, missing.front().what, missing.front().remedy};
}

// The configuration of the package, where nobody names another.
std::string installed_config(const base::FileReader& files) {
  constexpr const char* kInstalled = "/etc/hub-kiosk/kiosk.json";
  return files.exists(kInstalled) ? kInstalled : "";
}

std::string installed_state_folder() {
  constexpr const char* kInstalled = "/var/lib/hub-kiosk";
  const std::string own = config::state_folder([](const char* name) { return std::getenv(name); });
  return std::getenv("STATE_DIRECTORY") == nullptr && std::filesystem::exists(kInstalled) ? kInstalled : own;
}

Outcome doctor(const DoctorOptions& options) {
  const base::DiskFiles files;
  const std::string config_path = options.config.empty() ? installed_config(files) : options.config;
  const config::LoadedConfig config =
      config_path.empty()
          ? config::LoadedConfig()
          : config::load_config(files, config_path, content::find_languages(files, config::strings_folder()));
  const bool has_hours = config.config.hours.has_value();
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const content::Loaded loaded =
      config::load_content(files, folder, options.hub.empty() ? config.config.hub : options.hub);
  const content::Hub* const hub = loaded.snapshot ? &loaded.snapshot->hubs.front() : nullptr;
  const auto x = platform::x_facts();

  std::vector<inspect::Finding> findings = {inspect::check_display(x, files),
                                            inspect::check_renderer(renderer()),
                                            inspect::check_touch(x, files),
                                            inspect::check_rotation(x, config.config.screen.rotate_deg),
                                            inspect::check_light(platform::ScreenPower::find(), has_hours),
                                            fonts_finding(),
                                            content_finding(loaded, folder),
                                            config_finding(config, config_path),
                                            inspect::check_clock(files, base::SystemClock().local(), hub, has_hours),
                                            inspect::check_state_folder(files, look_at(installed_state_folder())),
                                            inspect::check_root(files),
                                            inspect::check_memory(files),
                                            inspect::check_temperature(files),
                                            inspect::check_watchdog(files)};
  if (const auto supply = inspect::check_supply(files)) findings.push_back(*supply);

  const base::StaffLanguage staff = options.staff;
  int wrong = 0;
  for (const inspect::Finding& one : findings) {
    std::printf("%s\n", describe(one, staff).c_str());
    wrong += one.kind == Kind::wrong ? 1 : 0;
  }
  if (wrong == 0) {
    std::printf(staff == base::StaffLanguage::ja ? "直さなければならないところはありません。\n"
                                                 : "Nothing has to be mended.\n");
    return Exit::done;
  }
  std::printf(staff == base::StaffLanguage::ja ? "直すところが %d 件あります（×）。\n" : "%d to be mended (×).\n",
              wrong);
  return Exit::at_fault;
}

void declare(Options& options, DoctorOptions& values) {
  options.content(values, {"拠点のフォルダーの名前。書かなければ、設定の拠点、なければ最初の拠点",
                           "The name of a hub's folder (default: the configuration's, else the first)"});
  options.messages(values);
  options.text(
      "--config", {"ファイル", "FILE"}, values.config,
      {"このキオスクの設定。書かなければ、パッケージの設定", "Configuration of this kiosk (default: the package's)"});
}

}  // namespace

void add_doctor(CommandLine& line) {
  line.add("doctor",
           {"この機械のよいところと直すところを、直し方とともに知らせます",
            "Say what is well and what is wrong with this machine, and how to mend it"},
           declare, doctor);
}

}  // namespace hub::cli
