#include "kiosk/kept_phantoms.h"

#include "base/path.h"

namespace hub::kiosk {

std::vector<ui::PhantomSpot> kept_phantoms(const base::FileReader& files, const std::string& state_folder,
                                           ui::Point screen_px) {
  if (state_folder.empty()) return {};
  const auto read = files.read(base::join(state_folder, ui::kPhantomFile), ui::kMostPhantomBytes);
  const auto record = read ? ui::parse_phantoms(read.value()) : std::nullopt;
  if (!record || !(record->screen_px == screen_px)) return {};
  return record->spots;
}

base::Status keep_phantoms(base::FileWriter& files, const std::string& state_folder, const ui::PhantomRecord& record) {
  if (state_folder.empty()) return base::Done{};
  if (const base::Status made = files.make_folder(state_folder); !made) return made;
  return files.write(base::join(state_folder, ui::kPhantomFile), ui::to_text(record));
}

}  // namespace hub::kiosk
