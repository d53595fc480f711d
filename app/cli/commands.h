// The command line: one subcommand a file. Exit status: 0 done, 1 the content (or the machine) is at fault, 2 usage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/message.h"
#include "content/model/snapshot.h"

namespace hub::cli {

inline constexpr int kDone = 0;
inline constexpr int kAtFault = 1;
inline constexpr int kUsage = 2;

int run_command_line(int argc, char** argv);

// What every subcommand takes.
struct CommonOptions {
  std::string content;          // empty: default_content_folder()
  std::string hub;              // empty: the first
  std::string language = "ja";  // of messages to staff: ja, en
  base::StaffLanguage staff() const { return language == "en" ? base::StaffLanguage::en : base::StaffLanguage::ja; }
};

struct RunOptions : CommonOptions {
  std::string config;    // empty: none
  std::string windowed;  // WxH; empty: the whole screen
  std::string date;      // YYYY-MM-DD; empty: today
  std::string time;      // H:MM; empty: what the machine's clock says
};
int run_kiosk(const RunOptions& options);

struct CheckOptions : CommonOptions {
  bool render = false;  // lay every screen out as well
  std::string against;  // a published report to compare with; empty: none
  std::string config;   // of a kiosk: checked, and alone where nothing is said about content; empty: none
};
int check(const CheckOptions& options);
int check_against_report(const CheckOptions& options, const content::Snapshot& snapshot);

// What snapshot and tour share.
struct DrawOptions : CommonOptions {
  std::string size = "1920x1080";
  std::string screen_language = "ja";
  int text_size = 1;
  bool furigana = false;
  bool high_contrast = false;
  double diagonal_inch = 0;
  double distance_m = 0;
  std::string config;  // of a kiosk; empty: none
  std::string date;    // YYYY-MM-DD; empty: today
  std::string out;
};
struct SnapshotOptions : DrawOptions {
  std::string screen;
  double at_s = 0;       // seconds since the screen was entered
  double scroll_em = 0;  // how far the page is scrolled
  std::string time;      // H:MM; empty: while the hub is open
};
int snapshot(const SnapshotOptions& options);
int tour(const DrawOptions& options);

struct WrapOptions : CommonOptions {
  double width_em = 0;
  std::string style = "body";  // body, title
  std::string text_language = "ja";
  bool furigana = false;  // leaves the room that readings need
  bool json = false;
};
int wrap(const WrapOptions& options);

struct ImportOptions : CommonOptions {
  std::string report;            // the file: PDF, HTML or text
  std::string taken_for_option;  // where there is no report: what was no option, and may be its name
  std::string out;               // for the draft; -: standard output; empty: standard output unless it is written
  std::string doubts;            // as JSON, for a file or -; empty: as text on standard error
  std::string origins;           // where each text comes from, as JSON, for a file or -; empty: nowhere
  bool write = false;            // into the content folder, as the report of `hub`
  bool replace = false;          // what is there already, which is kept under another name
};
int import_report(const ImportOptions& options);

struct DoctorOptions : CommonOptions {
  std::string config;  // of this kiosk; empty: the package's, where there is one
};
int doctor(const DoctorOptions& options);

int readings(const CommonOptions& options);

int pin(const CommonOptions& options);

struct PublishOptions : CommonOptions {
  std::string source;     // empty: roll back
  std::string to;         // the folder that kiosks read
  std::string roll_back;  // the same, to go back to the version before; empty: publish
};
int publish(const PublishOptions& options);

struct ReplayOptions : CommonOptions {
  std::string script;  // empty: the monkey
  std::optional<std::uint64_t> monkey;
  std::size_t events = 100'000;  // of the monkey
  std::string size;              // WxH; empty: the script's, else 1920x1080
  std::string date;              // YYYY-MM-DD; empty: the script's, else today
  std::string time;              // H:MM; empty: the script's, else noon
  std::string config;            // of a kiosk; empty: none
  int draw_every = 0;            // 0: every frame of a script, few of a monkey
};
int replay(const ReplayOptions& options);

}  // namespace hub::cli
