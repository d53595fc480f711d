// A script for replay.
#include "base/check.h"
#include "bytes.h"
#include "replay/script.h"
#include "support/memory_files.h"

using namespace hub;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tests::MemoryFiles files;
  files.files["script.json"] = std::string(fuzz::bytes(data, size));
  const replay::LoadedScript loaded = replay::load_script(files, "script.json", {"ja", "en", "zh-Hans"});
  HUB_CHECK(loaded.script.has_value() || !loaded.diagnostics.empty());
  for (const content::Diagnostic& one : loaded.diagnostics) HUB_CHECK(!describe(one, base::StaffLanguage::ja).empty());
  return 0;
}
