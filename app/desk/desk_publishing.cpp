// How the desk makes something show: the draft, or what showed before.
#include <algorithm>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "content/load/load.h"
#include "content/model/year.h"
#include "desk/desk.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"
#include "desk/typing.h"
#include "report/draft/field_names.h"

namespace hub::desk {

namespace {

constexpr const char* kStaging = "publishing";  // all content, while it is published

base::Error nothing_to_show() {
  return {{"画面に映す下書きがありません。", "There is no draft to publish."},
          {"まず、報告書を入れてください。", "Open a report first."}};
}

base::Error collide(const std::vector<Collision>& collisions) {
  std::string ja, en;
  for (const Collision& one : collisions) {
    const base::Message name = name_of(one);
    const std::string ours = words_of(one.ours), theirs = words_of(one.theirs);
    ja += (ja.empty() ? "" : "、") + name.ja + "（下書き「" + ours + "」、いま「" + theirs + "」）";
    en += (en.empty() ? "" : ", ") + name.en + " (draft \"" + ours + "\", now \"" + theirs + "\")";
  }
  return {{"下書きを作ったあとで、ほかの内容が映されました。ちがうところ: " + ja + "。何も変えていません。",
           "Something else was published since the draft was begun. They differ in: " + en + ". Nothing was changed."},
          {"下書きのほうを映すか、いま映っているほうに合わせるか、選んでください。",
           "Choose: the draft's (--replace), or what shows now."}};
}

// 令和８年度の目標
std::string goals_of(const std::string& report) {
  const auto json = parsed(report);
  const int year = json ? number_of<int>(*json, "goalYear") : 0;
  return year == 0 ? "" : content::fiscal_year_name(year) + "の目標";
}

// Everything else than the hub's own.
base::Result<ContentFiles> others_below(const base::FileReader& files, const std::string& folder,
                                        const std::string& hub, const std::string& inside = {}) {
  ContentFiles all;
  const auto entries = files.list(base::join(folder, inside));
  if (!entries) return entries.error();
  for (const base::FileEntry& entry : entries.value()) {
    const std::string name = base::join(inside, entry.name);
    if (name == hub) continue;
    if (entry.kind == base::FileEntry::Kind::folder) {
      auto below = others_below(files, folder, hub, name);
      if (!below) return below;
      all.merge(below.value());
    } else if (entry.kind == base::FileEntry::Kind::file) {
      auto bytes = files.read(base::join(folder, name), content::kMaxFileBytes);
      if (!bytes) return bytes.error();
      all[name] = std::move(bytes).value();
    }
  }
  return all;
}

// Removed again, whatever comes of it.
class Staging {
 public:
  Staging(const base::SystemCalls& calls, const std::string& folder) : calls_(calls), folder_(folder) { remove(); }
  ~Staging() { remove(); }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  std::string path() const { return base::join(folder_, kStaging); }

  base::Status write(const ContentFiles& files) const {
    for (const auto& [name, bytes] : files) {
      const std::string path = base::join(this->path(), name);
      const std::size_t slash = path.find_last_of('/');
      const auto folder = open_or_make_folder(calls_, path.substr(0, slash));
      if (!folder) return folder.error();
      if (auto done = base::write_file(calls_, folder.value(), path.substr(slash + 1), bytes, path); !done) return done;
    }
    return base::Done{};
  }

 private:
  void remove() const {
    const auto folder = base::open_root(calls_, folder_, false);
    if (folder) base::remove_tree(calls_, folder.value(), kStaging);
  }

  const base::SystemCalls& calls_;
  std::string folder_;
};

}  // namespace

base::Result<ContentFiles> Desk::other_files() const {
  const std::string shown = shown_content();
  const base::DiskFiles disk;
  if (!disk.exists(shown)) return ContentFiles();  // a kiosk on which nothing was published yet
  return others_below(disk, shown, setup_.hub);
}

base::Result<ContentFiles> Desk::shown_files() const {
  auto shows = hub_files(nullptr);
  if (!shows) return shows.error();
  auto others = other_files();
  if (!others) return others.error();
  std::erase_if(others.value(), [](const auto& one) { return !is_of_all_hubs(one.first); });
  shows.value().merge(others.value());
  return shows;
}

// Finds out what became of a version that was interrupted.
base::Status Desk::settle_history() const {
  const auto shows = shown_files();
  if (!shows) return shows.error();
  const Staging swept(calls_, paths_.folder);
  return History(calls_, paths_.folder).recover(shows.value());
}

// `files`: the hub's, and where some are of all hubs, all of those.
base::Result<PublishedVersion> Desk::show(PublishedVersion version, const ContentFiles& files,
                                          PublishingListener& listener) {
  const History history(calls_, paths_.folder);
  const auto now = this->hub_files(nullptr);
  if (!now) return now.error();
  if (auto done = settle_history(); !done) return done.error();
  if (history.list().empty() && !now.value().empty()) {
    // So that one can go back from the first version as well.
    auto before = history.begin({0, "", "", "", "", goals_of(newest_report(now.value())), 0, true}, now.value());
    if (!before) return before.error();
    if (auto done = history.finish(before.value()); !done) return done.error();
  }
  auto all = other_files();
  if (!all) return all.error();
  const auto of_all_hubs = [](const auto& one) { return is_of_all_hubs(one.first); };
  if (std::ranges::any_of(files, of_all_hubs)) std::erase_if(all.value(), of_all_hubs);
  all.value().insert(files.begin(), files.end());
  const Staging staging(calls_, paths_.folder);
  if (auto done = staging.write(all.value()); !done) return done.error();
  version.what = goals_of(newest_report(files));
  auto begun = history.begin(std::move(version), files);
  if (!begun) return begun.error();
  const auto published = setup_.publish(calls_, staging.path(), setup_.content_folder, clock_.today(), listener);
  if (!published) {
    // Where the disk is full it may show all the same, and has then to be told when there is room.
    static_cast<void>(settle_history());
    return published.error();
  }
  // It shows, also where no line can be written any more: whoever publishes next finds out that it did.
  static_cast<void>(history.finish(begun.value()));
  return begun;
}

base::Result<PublishedVersion> Desk::publish(const By& by, PublishingListener& listener, Colliding colliding) {
  auto draft = work();
  if (!draft) return draft.error();
  if (!draft.value()) return nothing_to_show();
  Work& work = *draft.value();
  if (by.revision != 0 && by.revision != work.revision()) return changed_meanwhile(work, by.revision);
  const int revision = work.revision();
  auto since = meanwhile_of(work);
  if (!since) return since.error();
  if (colliding == Colliding::refused) {
    const auto undecided = collisions(work);
    if (!undecided) return undecided.error();
    if (!undecided.value().empty()) return collide(undecided.value());
  }
  if (!since.value().moves_over.empty()) {
    if (auto moved = work.type(std::move(since.value().moves_over), now(), ""); !moved) return moved.error();
  }
  const auto files = hub_files(&work);
  if (!files) return files.error();
  const auto differing = static_cast<int>(differing_statements(*this, work).size());
  auto shown = show({0, now(), by.who, work.source().name, work.source().sha256, "", 0, true, differing}, files.value(),
                    listener);
  if (!shown) return shown;
  // What was answered since then stays a draft; so does what cannot be cleared away, and says what shows.
  static_cast<void>(store_.change([&](DraftFiles files_now) -> base::Result<DraftFiles> {
    const auto there = Work::from_files(files_now);
    return there && there.value().revision() != revision ? std::move(files_now) : DraftFiles();
  }));
  return shown;
}

base::Result<PublishedVersion> Desk::go_back(int version, const By& by, PublishingListener& listener) {
  const History history(calls_, paths_.folder);
  // What shows may be the one that is asked for. Where that cannot be written down, it may be another, and kept.
  static_cast<void>(settle_history());
  const auto files = history.files(version);
  if (!files) return files.error();
  const std::vector<PublishedVersion> versions = history.list();
  const auto of = std::ranges::find(versions, version, &PublishedVersion::number);
  PublishedVersion again{0, now(), by.who, "", "", "", version, true};
  if (of != versions.end()) {
    again.source = of->source;
    again.sha256 = of->sha256;
    again.pack = of->pack;
  }
  return show(std::move(again), files.value(), listener);
}

}  // namespace hub::desk
