// Staff's unpublished work on one report: what the reader made of it, what was answered, and what it has become. It is
// made again from its beginning whenever an answer is taken back, so that no answer depends on the order in which they
// were given more than it has to.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/draft/work_step.h"
#include "desk/store/draft_store.h"
#include "desk/store/reading.h"

namespace hub::desk {

// Where the draft's report was read from.
struct SourceName {
  std::string sha256;
  std::string name;  // of the file, as its owner wrote it
};

inline constexpr std::size_t kMostSteps = 400;  // of a draft; beyond it the oldest typed ones become one

// A draft as it was before something was done to it.
struct PastDraft {
  ContentFiles files;
  std::vector<Step> since;  // what leads from it to the draft of now
};

class Work {
 public:
  // `based_on`: the hub's files as they showed when the draft was begun; only those that the draft has matter.
  Work(std::string hub, SourceName source, Reading reading, const ContentFiles& based_on);

  // Of this draft and no other, in this desk; a draft of before there were any has "old".
  const std::string& id() const { return id_; }
  void name(std::string id) { id_ = std::move(id); }
  int revision() const { return revision_; }
  const std::string& hub() const { return hub_; }
  const SourceName& source() const { return source_; }
  const Reading& reading() const { return reading_; }
  const std::vector<WorkStep>& steps() const { return steps_; }
  const ContentFiles& files() const { return files_; }  // with kReportFile; others by path inside the content folder
  const std::string& report() const { return files_.at(kReportFile); }
  // By path inside the content folder: what showed of the draft's own files when it was begun.
  const ContentFiles& based_on() const { return based_on_; }

  enum class State { open, later, answered, gone };
  State state_of(int question) const;
  const WorkStep* answer_to(int question) const;  // the last; null: none
  Asked asked(int question) const;                // refers to this work

  // Preconditions: there is such a question. Error: there is no such answer. The revision goes up.
  base::Status answer(int question, const std::string& choice, std::string at, std::string who);
  base::Status put(int question, const Entry& words, report::Place from, const std::string& place, std::string at,
                   std::string who);
  void put_off(int question);
  // Every answer to the question goes, and what rested on it: those questions are open again, and are returned. Error:
  // something that a person typed rests on it; then all is as it was.
  base::Result<std::vector<int>> take_back(int question);
  // Which of the two shall show, in place of what was decided about that place before. Error: the draft says something
  // else there by now.
  base::Status decide(const Collision& collision, bool ours, std::string at, std::string who);
  // What was decided about it, by its file and pointer; null: nothing.
  const WorkStep* decision_on(const Collision& collision) const;
  // What was decided goes; nothing where nothing was. Error: as take_back.
  base::Status take_back_decision(const std::string& file, const std::string& pointer);
  // What shows now is what the draft goes on from.
  void base_on(const ContentFiles& shows);
  // A change of values. Error: something is not what the edits say it was.
  base::Status type(std::vector<Edit> edits, std::string at, std::string who);
  // A change that a person typed, with its note. `goes_on`: the same person in the same text as in the step before,
  // which it becomes part of.
  base::Status type(WorkStep typed, bool goes_on);
  // A file of the hub's comes into the draft as it shows; nothing: it is not there yet.
  void take_up(const std::string& file, const std::optional<std::string>& shows);
  // In which languages a text was typed, or found right, since its Japanese is what it is.
  std::set<std::string> rendered_since(const Address& text) const;
  // As it was at that revision; nothing: that is not known (any more).
  std::optional<PastDraft> as_of(int revision) const;
  void undo();  // the last step; nothing where there is none

  DraftFiles to_files() const;
  // Error: these are not the files of a draft.
  static base::Result<Work> from_files(const DraftFiles& files);

 private:
  base::Status make(WorkStep step);
  bool make_again(WorkStep step);
  template <class Goes>
  base::Result<std::vector<int>> make_all_again_without(const Goes& goes);
  base::Status take_in(const DraftFiles& files);
  ContentFiles start() const;  // what the steps were made on
  bool go_on(const WorkStep& typed);
  void shorten();

  // A step that was undone.
  struct Gone {
    WorkStep step;
    int undone = 0;  // the revision that undoing made
  };

  std::string hub_;
  std::string id_ = "old";
  SourceName source_;
  Reading reading_;
  int revision_ = 1;
  std::vector<WorkStep> steps_;
  std::vector<Gone> gone_;          // the last ones
  int known_since_ = 1;             // the first revision that can be told
  std::set<std::string> taken_up_;  // files beside the report
  std::set<int> later_;
  ContentFiles files_;
  ContentFiles based_on_;
};

// Where the report of this JSON stands in the content folder: izumi/reports/2025.json.
std::string report_path(const std::string& hub, const std::string& report_json);

}  // namespace hub::desk
