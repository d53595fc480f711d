#include "cli/command_line.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
  using namespace hub::cli;
  CommandLine line(argc, argv);
  for (const auto add : {add_run,      add_check, add_doctor,  add_snapshot, add_tour,   add_wrap,  add_import,
                         add_readings, add_pin,   add_publish, add_desk,     add_replay, add_stick, add_work,
                         add_key,      add_pack,  add_take,    add_fleet,    add_status, add_card}) {
    add(line);
  }
  return static_cast<int>(line.run());
}
