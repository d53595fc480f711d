// Files as subcommands take them: the kiosk's configuration and folders, a published report.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/message.h"
#include "base/result.h"
#include "cli/options.h"
#include "config/config.h"
#include "pack/pack.h"
#include "report/words/document.h"

namespace hub::cli {

// The configuration in a file, after telling the staff what is wrong with it; the defaults when no file is named.
config::LoadedConfig read_config(const base::FileReader& files, const std::string& path, base::StaffLanguage staff);

struct ReadingOptions {
  bool without_sandbox = false;  // where it does not work
  std::string config;            // of the kiosk, which may allow the same; empty: the package's, where there is one
};
void declare_without_sandbox(Options& options, ReadingOptions& values);
// A configuration with errors allows nothing.
bool allows_without_sandbox(const base::FileReader& files, const ReadingOptions& options);

// The keys whose packs the kiosk takes; of a configuration with errors those that stand in it without one.
std::vector<pack::KnownKey> pack_keys(const base::FileReader& files, const std::string& config);

// In a sandbox, or where that does not work and this is allowed without one, which the staff are told each time.
base::Result<report::Document> read_report(const base::FileReader& files, const std::string& path,
                                           const ReadingOptions& options, base::StaffLanguage staff);

// The kiosk that the options are about, with what stands for those that are empty. Its state folder may stay empty:
// there is none.
KioskOptions on_this_machine(const base::FileReader& files, KioskOptions options);

}  // namespace hub::cli
