// key: makes the pair of keys that packs are signed with, and says what of it a kiosk's configuration holds.
#include <string>

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/secret_key.h"
#include "pack/keys.h"

namespace hub::cli {

namespace {

struct KeyOptions : CommonOptions {
  std::string action;
  std::string name;  // of new: the files' without their endings; of show: a file
  bool no_password = false;
};

void say_public(const pack::PublicKey& key, base::StaffLanguage language) {
  const std::string id = pack::text_of(key.id);
  print_error(base::Message{"鍵 " + id +
                                "。この公開鍵は、だれに見せてもかまいません。画面の設定（kiosk.json）に、次のように"
                                "書きます（\"hub\" は、その拠点だけの鍵のとき）:",
                            "Key " + id +
                                ". Anybody may see the public key. In a screen's configuration (kiosk.json) "
                                "it stands like this (\"hub\" for a key of that hub alone):"},
              language);
  print_line(stderr, R"(  "packs": { "keys": [ { "key": ")" + pack::line_of(key) + R"(", "hub": "izumi" } ] })");
  print_line(stdout, pack::line_of(key));
}

Outcome make(const KeyOptions& options) {
  Secret password;
  if (!options.no_password) {
    if (auto failure = ask_new_password(options.staff, password)) return *std::move(failure);
  }
  const auto key = pack::SecretKey::make();
  if (!key) return Failure(key.error());
  const auto written = pack::write_key_pair(base::SystemCalls(), options.name, key.value(), password.view());
  if (!written) return Failure(written.error());
  print_error(base::Message{"署名に使う鍵を作りました: " + options.name +
                                ".key（人に見せず、写しを 1 つ別のところにしまい"
                                "ます）と " +
                                options.name + ".pub",
                            "Made the keys: " + options.name +
                                ".key (show it to nobody, and keep one copy of it "
                                "elsewhere) and " +
                                options.name + ".pub"},
              options.staff);
  say_public(key.value().public_key(), options.staff);
  return Exit::done;
}

Outcome show(const KeyOptions& options) {
  const auto file = read_key_file(options.name, options.staff);
  if (!file) return Failure(file.error());
  if (const auto key = pack::public_key_from(file.value())) {
    say_public(*key, options.staff);
    return Exit::done;
  }
  SecretKeyOrFailure key = secret_key_in(file.value(), options.staff);
  if (auto* failure = std::get_if<Failure>(&key)) return std::move(*failure);
  say_public(std::get<pack::SecretKey>(key).public_key(), options.staff);
  return Exit::done;
}

Outcome key_command(const KeyOptions& options) {
  if (!options.name.empty() && options.action == "new") return make(options);
  if (!options.name.empty() && options.action == "show") return show(options);
  return Failure::usage({"「" + program_name() + " key new 名前」か「" + program_name() +
                             " key show ファイル」と書いて"
                             "ください。",
                         "Write \"" + program_name() + " key new NAME\" or \"" + program_name() + " key show FILE\"."});
}

void declare(Options& options, KeyOptions& values) {
  options.messages(values);
  options.text("ACTION", {"すること", "ACTION"}, values.action,
               {"new（新しい鍵を作る）、show（設定に書く 1 行を出す）",
                "new: make a pair of keys; show: print the line for the configuration"});
  options.text("NAME", {"名前", "NAME"}, values.name,
               {"new: 作るファイルの名前（名前.key と 名前.pub になります）。show: 鍵のファイル",
                "new: of the files (NAME.key and NAME.pub); show: the file of a key"});
  options.flag("--no-password", values.no_password,
               {"new: パスワードで守りません。ひとりでに署名する機械だけで使います",
                "new: without a password, for a machine that signs by itself"});
}

}  // namespace

void add_key(CommandLine& line) {
  line.add("key",
           {"パックに署名する鍵を作ります。minisign の鍵と同じ形です",
            "Make the keys that packs are signed with, in minisign's own form"},
           declare, key_command);
}

}  // namespace hub::cli
