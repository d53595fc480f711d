// pack: one hub of a content folder as one signed file, for any carrier.
#include "pack/pack.h"

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "base/parse.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/printed_publishing.h"
#include "cli/secret_key.h"
#include "desk/pack_making.h"
#include "inspect/inspection.h"

namespace hub::cli {

namespace {

struct PackOptions : CommonOptions {
  std::string source;
  std::string key;
  std::string out;
  int serial = 0;  // 0: the one in the name of `out`
  std::optional<base::Date> made;
  std::string from;
};

Failure no_serial(const PackOptions& options) {
  return Failure::usage(
      {"パックの番号がありません。--out を " + options.hub +
           "-0007.hubpack のような名前にするか、--serial 7 を付けてください。",
       "There is no serial. Give --out a name like " + options.hub + "-0007.hubpack, or write --serial 7."});
}

base::Error is_another(const PackOptions& options, int serial) {
  const std::string next = std::to_string(serial + 1);
  return {{"「" + options.out + "」は、もうあり、中身がちがいます。何も書いていません。",
           "\"" + options.out + "\" is there already, and holds something else. Nothing was written."},
          {"内容を変えたときは、次の番号（" + next + "）にしてください。同じ番号では、画面は受け取りません。",
           "Changed content needs the next number (" + next + "): screens do not take the same one again."}};
}

base::Error refused(const std::string& folder) {
  return {{"「" + folder + "」にまちがいがあるので、パックにしていません。",
           "\"" + folder + "\" has errors: no pack was made."},
          {"上のまちがいを直してから、もう一度お試しください。", "Mend what stands above, and try again."}};
}

std::optional<base::Error> unfit(const PackOptions& options) {
  PrintedPublishing printed(options.staff, options.source, options.hub);
  const base::DiskFiles files;
  const inspect::Inspected inspected = inspect::inspect_content(
      files, {options.source, options.hub, options.source, base::SystemClock().today(), inspect::Depth::letters},
      printed);
  if (inspected.may_be_shown()) return std::nullopt;
  return refused(options.source);
}

Outcome write(const PackOptions& options, const std::string& bytes, int serial, std::size_t files) {
  base::DiskFiles disk;
  if (disk.exists(options.out)) {
    const auto there = disk.read(options.out, pack::kMostPackBytes);
    if (!there || there.value() != bytes) return Failure(is_another(options, serial));
  } else if (const auto written = disk.write(options.out, bytes); !written) {
    return Failure(written.error());
  }
  const std::string number = std::to_string(serial), count = std::to_string(files);
  print_error(
      base::Message{
          "パックにしました: " + options.out + "（" + options.hub + "、" + number + " 番、" + count + " ファイル）",
          "packed: " + options.out + " (" + options.hub + ", number " + number + ", " + count + " files)"},
      options.staff);
  return Exit::done;
}

Outcome make_pack(const PackOptions& options) {
  const int serial = options.serial > 0 ? options.serial : desk::serial_in_name(options.out);
  if (serial == 0) return no_serial(options);
  if (!options.from.empty() && !pack::is_from(options.from)) {
    return Failure::usage({"--from は、空白のない短いことば（例: 泉区役所）にしてください。",
                           "--from wants one short word without spaces."});
  }
  const auto files = desk::files_for_pack(base::DiskFiles(), options.source, options.hub);
  if (!files) return Failure(files.error());
  if (const auto why = unfit(options)) return Failure(*why);
  const auto file = read_key_file(options.key, options.staff);
  if (!file) return Failure(file.error());
  SecretKeyOrFailure key = secret_key_in(file.value(), options.staff);
  if (auto* failure = std::get_if<Failure>(&key)) return std::move(*failure);
  const std::string made = base::iso_text(options.made.value_or(base::SystemClock().today()));
  const auto bytes =
      pack::made_pack({options.hub, serial, made, options.from}, files.value(), std::get<pack::SecretKey>(key));
  if (!bytes) return Failure(bytes.error());
  return write(options, bytes.value(), serial, files.value().size());
}

void declare(Options& options, PackOptions& values) {
  options.messages(values);
  options.text("CONTENT", {"内容", "CONTENT"}, values.source, {"内容のフォルダー", "The folder of content"}).required();
  options.text("--hub", {"拠点", "HUB"}, values.hub, {"どの拠点のパックか", "Whose pack it is"}).required();
  options.text("--key", {"鍵", "KEY"}, values.key, {"署名に使う鍵（名前.key）", "The key that signs it (NAME.key)"})
      .required();
  options
      .text("--out", {"ファイル", "FILE"}, values.out,
            {"作るファイル（例: izumi-0007.hubpack）", "The file to make, as izumi-0007.hubpack"})
      .required();
  options.number("--serial", {"番号", "NUMBER"}, values.serial, {1, static_cast<double>(pack::kMostSerial)},
                 {"パックの番号。内容を変えるたびに大きくします。書かなければ、ファイルの名前の終わりの数",
                  "Its serial, larger each time (default: the number that the file's name ends in)"});
  options.date("--made", values.made, {"作った日。書かなければ、今日", "The day it was made (default: today)"});
  options.text("--from", {"ことば", "WORD"}, values.from,
               {"だれが作ったか（例: 泉区役所）。受け取った画面のパネルに出ます",
                "Who made it; the panel of the screen says so"});
}

}  // namespace

void add_pack(CommandLine& line) {
  line.add("pack",
           {"1 つの拠点の内容を確かめ、署名した 1 つのファイル（パック）にします",
            "Check one hub's content, and make one signed file of it that any carrier may bring"},
           declare, make_pack);
}

}  // namespace hub::cli
