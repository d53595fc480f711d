// What a stick is, told from its first bytes alone.
#include "stick/volume.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "stick/names.h"

using namespace hub;
using stick::Volume;
using stick::volume_of;

namespace {

std::string with(std::string bytes, std::size_t at, std::string_view signature) {
  bytes.replace(at, signature.size(), signature);
  return bytes;
}
std::string blank() { return std::string(stick::kFirstBytes, '\0'); }
std::string boot_sector() { return with(blank(), 510, "\x55\xAA"); }

}  // namespace

TEST_CASE("file systems that sticks have are told by their signatures") {
  CHECK(volume_of(with(boot_sector(), 82, "FAT32   ")) == Volume::fat);
  CHECK(volume_of(with(boot_sector(), 54, "FAT16   ")) == Volume::fat);
  CHECK(volume_of(with(boot_sector(), 11, std::string("\0\x02\x08\x01\0\x02", 6))) == Volume::fat);
  CHECK(volume_of(with(boot_sector(), 3, "EXFAT   ")) == Volume::exfat);
  CHECK(volume_of(with(boot_sector(), 3, "NTFS    ")) == Volume::ntfs);
  CHECK(volume_of(with(blank(), 1080, "\x53\xEF")) == Volume::ext);
  CHECK(volume_of(with(boot_sector(), 3, "-FVE-FS-")) == Volume::bitlocker);
  CHECK(volume_of(with(with(boot_sector(), 82, "FAT32   "), 424,
                       std::string_view("\x3b\xd6\x67\x49\x29\x2e\xd8\x4a\x83\x99\xf6\xa3\x39\xe3\xd0\x01", 16))) ==
        Volume::bitlocker);
  CHECK(volume_of(with(blank(), 0, "LUKS\xBA\xBE")) == Volume::luks);
  CHECK(volume_of(with(blank(), 1024, "H+")) == Volume::foreign);
  CHECK(volume_of(with(blank(), 32769, "CD001")) == Volume::foreign);
  CHECK(volume_of(blank()) == Volume::nothing);
  CHECK(volume_of(boot_sector()) == Volume::nothing);
  CHECK(volume_of("") == Volume::nothing);
  for (std::size_t length = 0; length < 600; ++length) {
    CHECK(volume_of(std::string_view(with(boot_sector(), 3, "NTFS    ")).substr(0, length)) ==
          (length < 11 ? Volume::nothing : Volume::ntfs));
  }
}

TEST_CASE("each is mounted, or there is a sentence that says what to do") {
  for (const Volume volume : {Volume::fat, Volume::exfat, Volume::ntfs, Volume::ext, Volume::bitlocker, Volume::luks,
                              Volume::foreign, Volume::nothing, Volume::gone}) {
    const auto why = stick::why_not(volume);
    CHECK(stick::volume_named(stick::word_of(volume)) == volume);
    CHECK(why.has_value() == stick::file_systems(volume).empty());
    if (why) CHECK(why->remedy.ja.ends_with("。"));
    if (why) CHECK_FALSE(why->remedy.en.empty());
  }
  CHECK(stick::why_not(Volume::bitlocker)->what.ja.find("BitLocker") != std::string::npos);
}

TEST_CASE("the staff's guide says of each what to do") {
  std::ifstream file(HUB_SOURCE_DIR "/content/README.md");
  const std::string guide{std::istreambuf_iterator<char>(file), {}};
  REQUIRE_FALSE(guide.empty());
  for (const Volume volume : {Volume::bitlocker, Volume::luks, Volume::foreign, Volume::nothing, Volume::gone}) {
    CAPTURE(stick::word_of(volume));
    CHECK(guide.find(stick::why_not(volume)->what.ja) != guide.npos);
  }
}

TEST_CASE("names in Shift_JIS, also where they went through a Western PC, are what people wrote") {
  CHECK(stick::as_written("report 2026.pdf") == "report 2026.pdf");
  CHECK(stick::as_written("令和８年度 報告書①.pdf") == "令和８年度 報告書①.pdf");
  CHECK(stick::as_written("\x95\xf1\x8d\x90\x8f\x91.pdf") == "報告書.pdf");
  CHECK(stick::as_written("ò±ìÉÅæ.pdf") == "報告書.pdf");  // cp437
  CHECK(stick::as_written("æ³å.pdf") == "æ³å.pdf");        // nothing Japanese behind it
  CHECK(stick::as_written("Café.pdf") == "Café.pdf");
  CHECK(stick::as_written("naïve Größe.pdf") == "naïve Größe.pdf");
  CHECK(stick::as_written("Größe.pdf") == "Größe.pdf");
  CHECK(stick::as_written("Übersicht Café à la carte.pdf") == "Übersicht Café à la carte.pdf");
  CHECK(stick::as_written("âeâXâg.pdf") == "テスト.pdf");  // cp437; half of the bytes are ASCII
  CHECK(stick::as_written("보고서.pdf") == "보고서.pdf");
  CHECK(stick::as_written("\xff\xfe.pdf") == "\xff\xfe.pdf");
  CHECK(stick::as_written("").empty());
}
