// What the desk's slow work is asked for, and how far it is: small JSON files that a face writes and reads, also from a
// process that may do none of the work itself (the kiosk). Whatever is in them, reading them gives a job or nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace hub::desk {

struct Job {
  enum class Kind {
    read,     // an item of the inbox becomes the draft
    picture,  // a page of the draft's report, the words of a question framed in it
    inspect,  // what is wrong with the draft
    publish,  // the draft shows
    back,     // what showed before shows again
    home,     // a small picture of what a version shows
    take,     // a pack of the inbox shows, if it is one that may
    send,     // what shows goes to the hub's other screens as a pack
  };
  Kind kind = Kind::read;
  std::string who;       // may be empty
  std::string item;      // read, take: its id in the inbox; send: the job that makes it show, or empty: it does
  bool replace = false;  // read: a draft that has answers gives way
  int question = -1;     // picture: from 0; -1: the page as it is
  int page = 0;          // picture: from 1; 0: the first that the question's words stand on
  int width_px = 800;    // picture; home: of the kiosk's screen
  int revision = 0;      // publish: of the draft that was looked at; 0: whatever it is
  int version = 0;       // back, home
  int height_px = 0;     // home: of the kiosk's screen; 0: as it is usual
  // publish: also where what was published since the draft was begun says otherwise (Desk::Colliding)
  bool draft_wins = false;
};

// What an inspection has found, and where somebody can mend it.
struct JobFinding {
  base::Message what;  // with what to do about it
  bool refuses = false;
  std::string at = {};        // an address (desk/typed/address.h); may be of a file alone
  std::string language = {};  // empty: not of one language
};

// What came of it. What does not belong to the job is empty.
struct JobResult {
  int questions = 0;                 // read: how many the draft has
  std::string picture;               // picture, home: path of a PPM (report/sandbox/page_picture.h)
  int page = 0;                      // that it shows
  bool refused = false;              // inspect: the draft may not be shown as it is
  std::vector<JobFinding> findings;  // inspect: those that refuse it first
  int version = 0;                   // publish, back, take: of the history; 0: nothing new shows
  base::Message said = {};           // take: what became of the pack; send: which it is
};

struct JobProgress {
  enum class State { waiting, running, done, failed, cancelled };
  State state = State::waiting;
  double fraction = 0;  // 0…1, never less than before
  base::Message message;
  base::Message remedy;    // of what failed; may be empty
  bool can_cancel = true;  // false: it is about to show
  int tries = 0;           // how often it was begun
  int newest_version = 0;  // of the history, when it was first begun
  JobResult result;        // of what is done

  bool has_ended() const { return state != State::waiting && state != State::running; }
};

std::string to_json(const Job& job);
std::optional<Job> job_from(std::string_view json);

std::string to_json(const JobProgress& progress);
std::optional<JobProgress> progress_from(std::string_view json);

}  // namespace hub::desk
