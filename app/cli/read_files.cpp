#include "cli/read_files.h"

#include <cstdlib>
#include <utility>

#include "cli/print.h"
#include "config/paths.h"
#include "content/load/load.h"
#include "desk/report_reading.h"

namespace hub::cli {

namespace {

config::LoadedConfig load(const base::FileReader& files, const std::string& path) {
  return config::load_config(files, path, content::find_languages(files, config::strings_folder()));
}

}  // namespace

config::LoadedConfig read_config(const base::FileReader& files, const std::string& path, base::StaffLanguage staff) {
  if (path.empty()) return {};
  config::LoadedConfig loaded = load(files, path);
  print_error(loaded.diagnostics, staff);
  return loaded;
}

void declare_without_sandbox(Options& options, ReadingOptions& values) {
  options.flag("--without-sandbox", values.without_sandbox,
               {"囲い（bubblewrap）が働かない機械でも、報告書を読みます。市の公表した、確かな報告書にだけ使います",
                "Read the report also where the sandbox (bubblewrap) does not work: only for one from a sure source"});
}

bool allows_without_sandbox(const base::FileReader& files, const ReadingOptions& options) {
  if (options.without_sandbox) return true;
  const std::string path = options.config.empty() ? config::installed_config(files) : options.config;
  if (path.empty()) return false;
  const config::LoadedConfig loaded = load(files, path);
  return !content::has_errors(loaded.diagnostics) &&
         loaded.config.reports.sandbox == config::Config::Reports::Sandbox::if_possible;
}

std::vector<pack::KnownKey> pack_keys(const base::FileReader& files, const std::string& config) {
  return config.empty() ? std::vector<pack::KnownKey>() : load(files, config).config.packs.keys;
}

base::Result<report::Document> read_report(const base::FileReader& files, const std::string& path,
                                           const ReadingOptions& options, base::StaffLanguage staff) {
  desk::ReadReport read = desk::read_report(files, path, allows_without_sandbox(files, options));
  if (read.unprotected) print_error(*read.unprotected, staff);
  return std::move(read.document);
}

KioskOptions on_this_machine(const base::FileReader& files, KioskOptions options) {
  if (options.content.empty()) options.content = config::published_content_folder();
  if (options.state.empty()) options.state = config::state_folder([](const char* name) { return std::getenv(name); });
  if (options.config.empty()) options.config = config::installed_config(files);
  return options;
}

}  // namespace hub::cli
