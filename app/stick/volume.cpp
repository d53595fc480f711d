#include "stick/volume.h"

#include <algorithm>
#include <iterator>

namespace hub::stick {

namespace {

bool has(std::string_view bytes, std::size_t at, std::string_view signature) {
  return bytes.size() >= at + signature.size() && bytes.substr(at, signature.size()) == signature;
}

// {4967d63b-2e29-4ad8-8399-f6a339e3d001} as GUIDs stand on disks (libbde, "BitLocker Drive Encryption format").
constexpr std::string_view kBitLockerToGo("\x3b\xd6\x67\x49\x29\x2e\xd8\x4a\x83\x99\xf6\xa3\x39\xe3\xd0\x01", 16);

// A boot sector with a sane number of bytes a sector and of sectors a cluster.
bool is_fat(std::string_view bytes) {
  if (!has(bytes, 510, "\x55\xAA")) return false;
  if (has(bytes, 82, "FAT32") || has(bytes, 54, "FAT1")) return true;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const unsigned sector = byte(11) + 256U * byte(12), cluster = byte(13), tables = byte(16);
  const bool power = cluster != 0 && (cluster & (cluster - 1)) == 0;
  return (sector == 512 || sector == 4096) && power && tables >= 1 && tables <= 2;
}

constexpr const char* kWords[] = {"fat",  "exfat",   "ntfs",    "ext", "bitlocker",
                                  "luks", "foreign", "nothing", "gone"};  // as Volume

}  // namespace

const char* word_of(Volume volume) { return kWords[static_cast<std::size_t>(volume)]; }

std::optional<Volume> volume_named(std::string_view word) {
  const auto found = std::ranges::find(kWords, word);
  return found == std::end(kWords) ? std::nullopt : std::optional(static_cast<Volume>(found - std::begin(kWords)));
}

Volume volume_of(std::string_view bytes) {
  if (has(bytes, 3, "-FVE-FS-") || has(bytes, 424, kBitLockerToGo)) return Volume::bitlocker;
  if (has(bytes, 0, "LUKS\xBA\xBE")) return Volume::luks;
  if (has(bytes, 3, "EXFAT   ")) return Volume::exfat;
  if (has(bytes, 3, "NTFS    ")) return Volume::ntfs;
  if (has(bytes, 1024 + 56, "\x53\xEF")) return Volume::ext;
  const bool mac = has(bytes, 1024, "H+") || has(bytes, 1024, "HX") || has(bytes, 1024, "BD") || has(bytes, 32, "NXSB");
  if (mac || has(bytes, 32769, "CD001")) return Volume::foreign;
  return is_fat(bytes) ? Volume::fat : Volume::nothing;
}

std::vector<const char*> file_systems(Volume volume) {
  switch (volume) {
    case Volume::fat:
      return {"vfat"};
    case Volume::exfat:
      return {"exfat"};
    case Volume::ntfs:
      return {"ntfs3"};
    case Volume::ext:
      return {"ext4"};
    default:
      return {};
  }
}

std::optional<base::Error> why_not(Volume volume) {
  const base::Message copy{
      "パスワードのかかっていない USB メモリーに、報告書のファイルを写して、差しなおしてください。",
      "Copy the report to a stick without a password, and plug that in."};
  switch (volume) {
    case Volume::bitlocker:
      return base::Error{{"この USB メモリーには鍵（BitLocker）がかかっているので、読めません。",
                          "This stick is locked with BitLocker and cannot be read."},
                         copy};
    case Volume::luks:
      return base::Error{{"この USB メモリーには鍵（暗号）がかかっているので、読めません。",
                          "This stick is encrypted and cannot be read."},
                         copy};
    case Volume::foreign:
      return base::Error{
          {"この USB メモリーは、この機械では読めない形式です（Mac などのもの）。",
           "This stick has a format that this machine does not read (a Mac's, or a CD's)."},
          {"Windows のパソコンで使っている USB メモリーに、報告書のファイルを写して、差しなおしてください。",
           "Copy the report to a stick that is used with Windows, and plug that in."}};
    case Volume::nothing:
      return base::Error{{"この USB メモリーの中身を読めません。フォーマットされていないか、壊れているようです。",
                          "Nothing on this stick can be read: it is not formatted, or damaged."},
                         {"パソコンで開けるか確かめて、ほかの USB メモリーでもお試しください。",
                          "See whether a PC opens it, and try another stick."}};
    case Volume::gone:
      return base::Error{{"読んでいるあいだに、USB メモリーが抜かれました（または、壊れています）。",
                          "The stick was pulled out while it was read, or is damaged."},
                         {"もう一度差しこんで、受け取るまでそのままにしてください。",
                          "Plug it in again, and leave it until it has been read."}};
    default:
      return std::nullopt;
  }
}

}  // namespace hub::stick
