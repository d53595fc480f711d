#include "cli/read_config.h"

#include "cli/print.h"
#include "config/paths.h"
#include "content/load/load.h"

namespace hub::cli {

config::LoadedConfig read_config(const base::FileReader& files, const std::string& path, base::StaffLanguage staff) {
  if (path.empty()) return {};
  config::LoadedConfig loaded =
      config::load_config(files, path, content::find_languages(files, config::strings_folder()));
  print_error(loaded.diagnostics, staff);
  return loaded;
}

}  // namespace hub::cli
