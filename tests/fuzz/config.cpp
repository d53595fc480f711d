// A kiosk's configuration.
#include "config/config.h"

#include "base/check.h"
#include "bytes.h"
#include "config/keys.h"
#include "support/memory_files.h"

using namespace hub;

namespace {

bool within(const config::Range& range, double value) { return value >= range.least && value <= range.most; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tests::MemoryFiles files;
  files.files["kiosk.json"] = std::string(fuzz::bytes(data, size));
  const config::LoadedConfig loaded = config::load_config(files, "kiosk.json", {"ja", "en", "zh-Hans"});
  // Whatever is written, a kiosk runs with it.
  const config::Config& config = loaded.config;
  HUB_CHECK(config.screen.diagonal_inch == 0 || within(config::kDiagonalRange_inch, config.screen.diagonal_inch));
  HUB_CHECK(config.screen.distance_m == 0 || within(config::kDistanceRange_m, config.screen.distance_m));
  HUB_CHECK(within(config::kBottomRange_mm, config.screen.bottom_mm));
  HUB_CHECK(within(config::kAskRange_s, config.idle.ask_s));
  HUB_CHECK(within(config::kAnswerRange_s, config.idle.answer_s));
  HUB_CHECK(within(config::kSlideRange_s, config.attract.slide_s));
  HUB_CHECK(within(config::kCloseRange_s, config.staff.close_s));
  for (const content::Diagnostic& one : loaded.diagnostics) HUB_CHECK(!describe(one, base::StaffLanguage::ja).empty());
  return 0;
}
