// The subcommands, one file each. Each says its options and what happens then.
#pragma once

namespace hub::cli {

class CommandLine;

void add_run(CommandLine& line);
void add_check(CommandLine& line);
void add_doctor(CommandLine& line);
void add_snapshot(CommandLine& line);
void add_tour(CommandLine& line);
void add_wrap(CommandLine& line);
void add_import(CommandLine& line);
void add_readings(CommandLine& line);
void add_pin(CommandLine& line);
void add_publish(CommandLine& line);
void add_desk(CommandLine& line);
void add_replay(CommandLine& line);
void add_stick(CommandLine& line);
void add_work(CommandLine& line);
void add_key(CommandLine& line);
void add_pack(CommandLine& line);
void add_take(CommandLine& line);
void add_fleet(CommandLine& line);
void add_status(CommandLine& line);
void add_card(CommandLine& line);

}  // namespace hub::cli
