#include "inspect/this_machine.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/sandbox.h"
#include "config/paths.h"
#include "inspect/content_inspection.h"
#include "platform/library_versions.h"
#include "platform/machine.h"
#include "platform/offscreen.h"
#include "render/frame_renderer.h"
#include "render/screen_context.h"

namespace hub::inspect {

namespace {

using Kind = Finding::Kind;

base::Result<std::string> renderer() {
  constexpr int kSomething_px = 64;
  const auto offscreen = platform::Offscreen::create(kSomething_px, kSomething_px);
  if (!offscreen) return offscreen.error();
  return platform::gl_name();
}

Folder look_at(const std::string& path) {
  Folder folder;
  if (path.empty()) return folder;
  folder.path = std::filesystem::absolute(path).lexically_normal().string();
  std::filesystem::path there = folder.path;  // or where it will be made
  while (!std::filesystem::exists(there) && there.has_relative_path()) there = there.parent_path();
  folder.writable = access(there.c_str(), W_OK) == 0;
  folder.free_bytes = platform::free_bytes(there.string());
  return folder;
}

bool everybody_reads(const std::string& path) {
  std::error_code unknown;
  const auto allowed = std::filesystem::status(path, unknown).permissions();
  return !unknown && (allowed & std::filesystem::perms::others_read) != std::filesystem::perms::none;
}

std::size_t count_errors(const std::vector<content::Diagnostic>& diagnostics) {
  std::size_t errors = 0;
  for (const content::Diagnostic& one : diagnostics) errors += one.severity == content::Diagnostic::Severity::error;
  return errors;
}

Finding content_finding(const content::Loaded& loaded, const std::string& folder, const std::string& program) {
  if (loaded.snapshot && unknown_icons(*loaded.snapshot).empty()) {
    return {Kind::fine, {"内容: " + folder, "Content: " + folder}, {}};
  }
  return {Kind::wrong,
          {"内容: " + folder + " に直すところがあります。", "Content: there are errors in " + folder + "."},
          {program + " check --content " + folder + " で、どこをどう直すか分かります。",
           program + " check --content " + folder + " says where, and how to mend them."}};
}

Finding config_finding(const config::LoadedConfig& loaded, const std::string& path, const std::string& program) {
  if (path.empty()) return {Kind::fine, {"設定: なし（標準のまま）", "Configuration: none, all as by default"}, {}};
  if (loaded.diagnostics.empty()) return {Kind::fine, {"設定: " + path, "Configuration: " + path}, {}};
  // The package's has the PIN's hash in it: only root and the kiosk read it.
  if (std::filesystem::exists(path) && access(path.c_str(), R_OK) != 0) {
    return {Kind::doubtful,
            {"設定: " + path + " を、いまのユーザーでは読めません。ほかの行は、設定がないものとして調べました。",
             "Configuration: " + path + " cannot be read by this user; the other lines go without it."},
            {"sudo " + program + " doctor と打ってください。", "Type sudo " + program + " doctor."}};
  }
  const bool wrong = count_errors(loaded.diagnostics) > 0;
  return {wrong ? Kind::wrong : Kind::doubtful,
          {"設定: " + path + (wrong ? " に直すところがあります。" : " に確かめるところがあります。"),
           "Configuration: " + path + (wrong ? " has errors." : " has doubtful parts.")},
          {program + " check --config " + path + " で、どこをどう直すか分かります。",
           program + " check --config " + path + " says where, and how to mend them."}};
}

Finding fonts_finding() {
  if (auto screen_context = render::ScreenContext::open(); !screen_context) {
    return {Kind::wrong, screen_context.error().what, screen_context.error().remedy};
  }
  const std::vector<base::Error> missing = missing_dictionary();
  if (missing.empty()) return {Kind::fine, {"文字と辞書: そろっています", "Fonts and dictionary: complete"}, {}};
  return {Kind::doubtful, missing.front().what, missing.front().remedy};
}

std::string installed_state_folder() {
  constexpr const char* kInstalled = "/var/lib/hub-kiosk";
  const std::string own = config::state_folder([](const char* name) { return std::getenv(name); });
  return std::getenv("STATE_DIRECTORY") == nullptr && std::filesystem::exists(kInstalled) ? kInstalled : own;
}

}  // namespace

std::vector<Finding> examine_this_machine(const base::FileReader& files, const InstalledKiosk& kiosk) {
  const std::string config_path = kiosk.config.empty() ? config::installed_config(files) : kiosk.config;
  const config::LoadedConfig config =
      config_path.empty()
          ? config::LoadedConfig()
          : config::load_config(files, config_path, content::find_languages(files, config::strings_folder()));
  const bool has_hours = config.config.hours.has_value();
  const std::string folder = kiosk.content.empty() ? config::default_content_folder(files) : kiosk.content;
  const content::Loaded loaded = config::load_content(files, folder, kiosk.hub.empty() ? config.config.hub : kiosk.hub,
                                                      render::can_draw_with_own_faces());
  const content::Hub* const hub = loaded.snapshot ? &loaded.snapshot->hubs.front() : nullptr;
  std::vector<Finding> findings;
  if (kiosk.has_display) {
    const auto x = platform::x_facts();
    findings = {check_display(x, files),
                check_renderer(renderer()),
                check_touch(x, files),
                check_rotation(x, config.config.screen.rotate_deg),
                check_light(platform::ScreenPower::find(), has_hours),
                fonts_finding()};
  }
  for (Finding& one : std::vector<Finding>{
           content_finding(loaded, folder, kiosk.program), config_finding(config, config_path, kiosk.program),
           check_clock(files, platform::machine_clock(), hub, has_hours),
           check_state_folder(files, look_at(installed_state_folder())), check_root(files), check_memory(files),
           check_temperature(files), check_watchdog(files),
           check_sandbox(base::Sandbox().probe(), config.config.reports.sandbox)}) {
    findings.push_back(std::move(one));
  }
  for (Finding& one : check_phantoms(files, installed_state_folder())) findings.push_back(std::move(one));
  if (const auto supply = check_supply(files)) findings.push_back(*supply);
  if (!config.config.staff.pin_hash.empty()) {
    if (const auto pin = check_pin_file(config_path, everybody_reads(config_path))) findings.push_back(*pin);
  }
  return findings;
}

}  // namespace hub::inspect
