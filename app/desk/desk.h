// Staff's unpublished work of one hub, as every face sees it: the command line, the touch panel, the browser. A face
// shows and asks; the desk decides. What shows in the lobby changes only by publish and go_back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/json/letters.h"
#include "desk/draft/changes.h"
#include "desk/draft/meanwhile.h"
#include "desk/draft/work.h"
#include "desk/hindrances.h"
#include "desk/open_question.h"
#include "desk/publishing.h"
#include "desk/store/desk_paths.h"
#include "desk/store/draft_store.h"
#include "desk/store/history.h"
#include "desk/store/inbox.h"
#include "desk/store/overlay_reader.h"
#include "desk/store/sources.h"
#include "desk/taken_pack.h"

namespace hub::desk {

struct DeskSetup {
  std::string state_folder;
  std::string content_folder;  // what is published: the folder that kiosks read
  std::string hub;             // its id
  // The tests, which interrupt it everywhere, leave out its look at every screen.
  MakeItShow publish = desk::publish;
};

class Desk {
 public:
  // `calls` and `clock` outlive it.
  Desk(const base::SystemCalls& calls, const base::Clock& clock, DeskSetup setup);

  // Error: the content has no such hub, so there is no desk of it. To be asked before anything else where a person has
  // named the hub.
  base::Status known() const;

  const DeskPaths& paths() const { return paths_; }
  const std::string& hub() const { return setup_.hub; }
  Inbox inbox() const { return {calls_, paths_.inbox()}; }
  Sources sources() const { return {calls_, paths_.sources()}; }

  // The draft; empty: there is none. Error: what is there cannot be read.
  base::Result<std::optional<Work>> work() const;

  // A report that was read becomes the draft. Error: it is no report, or there is a draft with answers that `replace`
  // does not give up; that one is then as it was.
  base::Status open(std::string_view bytes, const std::string& name, const report::Document& document, bool replace);
  // The hub's files of a prepared content folder become the draft: its newest report that says something new here, and
  // whatever else it says otherwise than what shows. What it does not have stays as it shows. Error: as above, or there
  // is nothing of this hub in it, or a file that cannot be read.
  base::Status open_folder(const ContentFiles& brought, const std::string& name, bool replace);
  base::Status discard();

  // Each looks at the draft as it is on disk, and refuses when it is not at `revision` any more (0: whatever it is):
  // then somebody else has changed it, and nothing is done.
  struct By {
    std::string who;
    int revision = 0;
  };
  base::Status answer(int question, const std::string& choice, const By& by);
  base::Status put_lines(int question, report::Place first, report::Place last, const std::string& place, const By& by);
  base::Status put_words(int question, const Entry& words, const std::string& place, const By& by);
  base::Status put_off(int question, const By& by);
  // The questions that are open again because their answers rested on it. Error: so does something that was typed.
  base::Result<std::vector<int>> take_back(int question, const By& by);
  base::Status undo(const By& by);

  // The draft, or the one that typing would begin: of the report that shows, with nothing done to it and no id.
  base::Result<Work> work_or_shown() const;
  // For desk/typing.h: changes that one, and saves it if `changing` has done something to it.
  using Beginning = std::function<base::Status(Work& work, bool begins)>;
  base::Status change_or_begin(const Beginning& changing);
  std::string now() const;  // 2026-11-27T15:03
  base::Date today() const { return clock_.today(); }
  // What all hubs say of the services, as it shows; empty: it cannot be read.
  std::string common_services() const;

  // Every question, those that visitors would notice first.
  static std::vector<OpenQuestion> questions_of(const Work& work);
  // Against the report of the same year that shows, else the newest one.
  std::vector<StatementChange> changes(const Work& work) const;

  // Why it could not be shown as it is; empty: it can. `can_draw` is asked of its characters; empty: nobody asks.
  base::Result<std::vector<Hindrance>> hindrances(const Work& work, const content::CanDraw& can_draw = {}) const;

  // The hub's files as they would be with the draft, and as they are.
  base::Result<ContentFiles> hub_files(const Work* work) const;
  // All content as it would be with the draft, as a reader of the published folder; `files` outlives it. With what was
  // published meanwhile, as far as it does not collide.
  base::Result<OverlayReader> preview(const base::FileReader& files, const Work& work) const;
  // The same with a version's files in place of the draft's. Error: it is not kept any more.
  base::Result<OverlayReader> preview_of(const base::FileReader& files, int version) const;

  // What was published since the draft was begun and says otherwise what the draft says, as far as nobody has decided
  // which of the two shall show. What does not is in the draft when it is published.
  base::Result<std::vector<Collision>> collisions(const Work& work) const;
  // Which of the two shows when the draft is published. Error: they do not collide (any more).
  base::Status keep_ours(const std::string& file, const std::string& pointer, const By& by);
  base::Status take_theirs(const std::string& file, const std::string& pointer, const By& by);
  base::Status ask_again(const std::string& file, const std::string& pointer, const By& by);

  // Also what shows whose line could not be written any more when it was published.
  std::vector<PublishedVersion> history() const;
  enum class Colliding { refused, draft_wins };
  base::Result<PublishedVersion> publish(const By& by, PublishingListener& listener,
                                         Colliding colliding = Colliding::refused);
  // A pack of this hub that is newer than all of its key's before shows; the draft stays what it is. `name`: the
  // file's.
  TakenPack take(std::string_view bytes, const std::string& name, const std::vector<pack::KnownKey>& keys,
                 PublishingListener& listener);
  base::Result<PublishedVersion> go_back(int version, const By& by, PublishingListener& listener);

 private:
  base::Status settle_history() const;
  base::Result<ContentFiles> other_files() const;
  base::Result<ContentFiles> shown_files() const;  // the hub's and those of all hubs
  using Changing = std::function<base::Status(Work&)>;
  // `asked_for`: what somebody wants done, to be told where somebody else was faster.
  using AskedFor = std::function<base::Message(const Work&)>;
  base::Status change(const By& by, const Changing& changing, const AskedFor& asked_for = {});
  base::Status decide(const std::string& file, const std::string& pointer, bool ours, const By& by);
  base::Result<PublishedVersion> show(PublishedVersion version, const ContentFiles& hub_files,
                                      PublishingListener& listener);
  base::Result<Meanwhile> meanwhile_of(const Work& work) const;
  static base::Error changed_meanwhile(const Work& work, int revision, const base::Message& asked_for = {});
  std::string newest_report(const ContentFiles& hub_files) const;
  base::Result<Work> begun_from_shown() const;
  base::Status begin(Work opened, bool replace);
  std::string ward() const;
  std::string shown_content() const;

  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  DeskSetup setup_;
  DeskPaths paths_;
  DraftStore store_;
};

}  // namespace hub::desk
