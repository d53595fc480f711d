// What the desk (staff's unpublished work) has to show at one moment: plain data in Japanese, gathered by who knows the
// desk, replaced whole when anything changes. No logic of the desk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "ui/geometry/bitmap.h"
#include "ui/geometry/geometry.h"

namespace hub::ui {

struct DeskView {
  // Sentences: what is the matter, and what to do next.
  struct Notice {
    bool trouble = false;  // else it is only said
    std::string what;
    std::string remedy;         // may be empty
    std::string question = {};  // its id, where staff can do something about it; empty: none
    bool operator==(const Notice&) const = default;
  };
  // A version that shows or has shown.
  struct Version {
    std::string id;
    int number = 0;                   // as people say it: 第3版; 0: it has none
    std::optional<base::Date> since;  // the day from which it has shown; nothing: since before there was a desk
    std::optional<int> goal_year;
    std::string what;      // what it says, in a sentence, where no year is known; may be empty
    std::string source;    // the name of the report's file; empty: not known
    SharedBitmap picture;  // of a screen; null: there is none
    bool operator==(const Version&) const = default;
  };
  enum class From { unknown, stick, browser, download };
  // Something that came in.
  struct Item {
    std::string id;
    std::string name;  // as people wrote it
    base::Date came{};
    std::uint64_t size_bytes = 0;
    From from = From::unknown;
    std::string unreadable;  // why it cannot be read, and what to do; empty: it may be opened
    bool operator==(const Item&) const = default;
  };
  enum class Work { reading, pictures, inspecting, publishing, going_back };
  struct Job {
    Work work = Work::reading;
    std::string message;    // empty: what the screen says of such work
    double fraction = 0;    // 0 … 1
    bool can_stop = false;  // by who waits for it
    bool operator==(const Job&) const = default;
  };
  // A line of the report.
  struct Line {
    std::string words;
    bool about = false;  // the question is about it
    bool operator==(const Line&) const = default;
  };
  struct Choice {
    enum class Kind {
      answer,  // it is given at once
      place,   // one of the question's places is chosen first
      lines,   // the first and the last of the page's lines are chosen first
    };
    Kind kind = Kind::answer;
    std::string label;
    std::string consequence;  // what follows from it
    bool settles = true;      // else its question stays open, for more of the same
    bool operator==(const Choice&) const = default;
  };
  // Where words may go: 目標１ 成果 ②.
  struct Place {
    std::string label;
    std::string note;   // what follows from it; may be empty
    std::string group;  // what has the same stands together below it; may be empty
    bool operator==(const Place&) const = default;
  };
  struct Question {
    std::string id;
    std::string message;
    std::string text;          // ours; may be empty
    std::string shows = {};    // what shows there now, where the two are to be compared; else empty
    std::string where;         // 1ページ 12行目; may be empty
    SharedBitmap page;         // null: there is none, or not yet
    Rect mark;                 // the place on the page, in its pixels; empty: nowhere in particular
    std::vector<Line> around;  // of the report
    std::vector<Choice> choices;
    std::vector<Place> places;       // of choices of that kind
    std::vector<Place> line_places;  // where chosen lines may go; empty: the place is known
    std::vector<Line> page_lines;    // to choose from
    std::optional<int> given;        // which choice was given, from 1
    std::string given_words;         // the last answer, as a sentence; without `given` it left the question open
    bool later = false;              // it was put off: it comes after the others
    bool needed = false;             // without an answer the report cannot be shown at all
    bool operator==(const Question&) const = default;
  };
  struct Change {
    std::string what;    // 目標２の文が変わります
    std::string before;  // may be empty
    std::string after;   // may be empty
    bool operator==(const Change&) const = default;
  };
  struct Draft {
    std::string source;               // the name of the report's file, or what it was begun from
    std::vector<std::string> found;   // sentences: what was found
    std::vector<Question> questions;  // in their order, those that were put off last; answered ones stay
    std::vector<Change> changes;      // against what shows
    std::vector<Change> differing;    // its texts that are not as the report has them: before, as it has them
    std::vector<Notice> notices;      // what stands against publishing, and what staff should look at
    bool can_publish = true;
    bool operator==(const Draft&) const = default;
  };

  // What this screen says of itself to whoever looks after many, as the text of a QR code; empty: it is one alone.
  std::string code;
  // The editor in a browser, which staff start here and reach with a PC or phone.
  struct Editor {
    enum class State { off, starting, on, ending };
    State state = State::off;
    std::string address;               // to type: http://192.168.1.20:8137/
    std::string url;                   // of the QR code, with the code; empty: nobody else can come in at the moment
    std::string code;                  // as it is typed, in groups
    std::string until;                 // 14:32: as long as the code opens it
    std::vector<std::string> devices;  // that have it open
    std::string network;               // Wi-Fi that this machine makes for it; empty: none
    std::string passphrase;
    std::string network_url;        // of the QR code that joins it
    std::optional<Notice> trouble;  // why it cannot be reached, or did not start
    bool operator==(const Editor&) const = default;
  };

  std::optional<Version> shown;   // nothing: nothing has been published here
  std::vector<Version> earlier;   // that may show again, the newest first
  std::vector<Item> inbox;        // the newest first
  std::optional<Notice> stick;    // what became of the stick
  std::optional<Job> job;         // that runs
  std::optional<Draft> draft;     // the one of this hub
  std::optional<Editor> editor;   // nothing: this kiosk has none
  std::optional<Notice> trouble;  // of the last request
  int answered = 0;               // the ticket of the last request that was carried out or refused (desk_request.h)
  bool refused = false;           // that one was refused, or stopped by who waited for it
  bool operator==(const DeskView&) const = default;
};

}  // namespace hub::ui
