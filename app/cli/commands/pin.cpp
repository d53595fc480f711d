// pin: asks for the staff's PIN and prints its hash, for the configuration file.
#include "base/pin.h"

#include <cstdio>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/typed_secret.h"

namespace hub::cli {

namespace {

static_assert(Secret::kMost > base::kMostPinDigits);

Outcome pin(const CommonOptions& options) {
  const SecretQuestion question{{"暗証番号", "PIN"},
                                {"暗証番号（数字 4 けたから 8 けた。6 けた以上をおすすめします。画面には出ません）",
                                 "PIN (4 to 8 digits, six or more advised, not shown)"},
                                "pin",
                                base::fault_of_pin};
  Secret pin;
  if (auto failure = ask_secret(question, options.staff, pin)) return *std::move(failure);
  const base::Result<std::string> hash = base::hash_pin(pin.view());
  if (!hash) return Failure(hash.error());
  const base::Message where{"設定ファイル（--config）に次のように書き、… をその下の 1 行に置きかえてください:",
                            "Write this into the configuration (--config), with the line below it in place of …:"};
  std::fprintf(stderr, "%s\n  \"staff\": { \"pin\": \"…\" }\n", where.in(options.staff).c_str());
  std::printf("%s\n", hash.value().c_str());
  return Exit::done;
}

void declare(Options& options, CommonOptions& values) { options.messages(values); }

}  // namespace

void add_pin(CommandLine& line) {
  line.add("pin",
           {"スタッフの暗証番号をたずね（標準入力からも読みます）、設定に書く 1 行にします",
            "Ask for the staff's PIN (or read it from standard input) and print what the configuration keeps of it"},
           declare, pin);
}

}  // namespace hub::cli
