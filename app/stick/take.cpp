#include "stick/take.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/counters.h"
#include "base/file_errors.h"
#include "base/path.h"
#include "base/system_message.h"
#include "desk/store/folder_item.h"
#include "desk/store/folders.h"
#include "report/words/kinds.h"
#include "stick/content_folder.h"
#include "stick/names.h"
#include "stick/volume.h"

namespace hub::stick {

namespace {

using Kind = StickEntry::Kind;

constexpr std::string_view kReports[] = {".pdf", ".html", ".htm", ".txt", ".docx", ".xlsx"};
constexpr std::string_view kPack = ".hubpack";
// What people bring in place of a report.
constexpr std::string_view kOthers[] = {".doc", ".xls",  ".ppt", ".pptx", ".jtd",  ".xdw", ".rtf", ".odt",
                                        ".jpg", ".jpeg", ".png", ".tif",  ".tiff", ".zip", ".lzh"};
constexpr std::string_view kOfSystems[] = {"System Volume Information", "$RECYCLE.BIN", "LOST.DIR", "lost+found"};
constexpr std::size_t kMostNamed = 3;  // in one sentence

std::string lower(std::string_view name) {
  std::string lowered(name);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

template <std::size_t kCount>
bool ends_with_any(const std::string& name, const std::string_view (&endings)[kCount]) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

// Of an editor or a system: hidden, or beside the file that a person made.
bool is_beside(std::string_view name) {
  return name.starts_with('.') || name.starts_with("~$") || std::ranges::find(kOfSystems, name) != std::end(kOfSystems);
}

std::string shown(const std::string& name) { return desk::name_alone(as_written(name)); }

struct Candidate {
  std::string folder;  // at the top; empty: the top itself
  StickEntry entry;
};

class Taking {
 public:
  Taking(const StickFiles& stick, desk::Inbox& inbox, Wanted wanted, base::LocalTime now, const std::string& hub)
      : stick_(stick), inbox_(inbox), wanted_(wanted), now_(now), hub_(hub) {}

  Taken take() {
    if (!look()) return gone_when_looking(), std::move(taken_);
    std::ranges::stable_sort(candidates_, std::greater(), [](const Candidate& one) { return one.entry.changed_s; });
    const std::size_t count = std::min(candidates_.size(), kMostFiles);
    std::size_t left = kMostBytesOfAll;
    bool pulled_out = false;
    for (std::size_t i = 0; i < count && !pulled_out; ++i) pulled_out = !take(candidates_[i], left);
    std::optional<base::Message> why_no_content;
    if (!pulled_out && content_ && wanted_ == Wanted::reports) pulled_out = !take_content(left, why_no_content);
    say_taken();
    if (why_no_content) taken_.said.push_back(*why_no_content);
    if (pulled_out) say_pulled_out();
    if (candidates_.size() > kMostFiles) say_too_many_reports();
    if (!pulled_out) say_what_is_left();
    if (wanted_ == Wanted::only_packs && taken_.items.empty()) taken_.said.clear();
    return std::move(taken_);
  }

 private:
  void say(std::string ja, std::string en) { taken_.said.push_back({std::move(ja), std::move(en)}); }

  // false: it was pulled out, or cannot be read.
  bool look() {
    std::vector<std::string> folders;
    if (!look_into("", &folders)) return false;
    std::ranges::sort(folders);
    if (folders.size() > kMostFolders) has_more_ = true, folders.resize(kMostFolders);
    // A folder that cannot be read hides no report at the top.
    return std::ranges::all_of(
        folders, [&](const std::string& folder) { return look_into(folder, nullptr) || !is_gone(failed_); });
  }

  bool look_into(const std::string& folder, std::vector<std::string>* folders) {
    const auto found = stick_.list(folder, kMostEntries);
    if (const int* failed = std::get_if<int>(&found)) return failed_ = *failed, false;
    const auto& [entries, is_whole] = std::get<StickFolder>(found);
    has_more_ = has_more_ || !is_whole;
    for (const StickEntry& entry : entries) {
      if (is_beside(entry.name)) continue;
      any_ = true;
      const std::string name = lower(entry.name);
      const bool wanted = name.ends_with(kPack) || (wanted_ == Wanted::reports && ends_with_any(name, kReports));
      if (entry.kind == Kind::folder) {
        if (name == "content" && !content_) content_ = base::join(folder, entry.name);
        if (folders) folders->push_back(entry.name);
      } else if (entry.kind == Kind::file && wanted) {
        candidates_.push_back({folder, entry});
      } else if (entry.kind == Kind::file && ends_with_any(name, kOthers)) {
        others_.push_back(shown(entry.name));
      } else if (entry.kind == Kind::other && wanted) {
        no_files_.push_back(shown(entry.name));
      }
    }
    return true;
  }

  // false: the stick is gone.
  bool take(const Candidate& one, std::size_t& left) {
    const std::string name = shown(one.entry.name);
    if (one.entry.bytes > kMostBytes) return say_too_large(name), true;
    if (one.entry.bytes > left) return over_all_ = true, true;
    const auto read = stick_.read(one.folder, one.entry.name, kMostBytes);
    if (const int* failed = std::get_if<int>(&read)) return say_unreadable(name, *failed);
    const std::string& bytes = std::get<std::string>(read);
    if (bytes.size() > kMostBytes) return say_too_large(name), true;
    if (bytes.size() > left) return over_all_ = true, true;
    left -= bytes.size();
    auto item = inbox_.take(bytes, name, desk::CameFrom::stick, now_);
    if (item) {
      taken_.items.push_back(std::move(item).value());
    } else {
      say(item.error().what.ja + item.error().remedy.ja, item.error().what.en + " " + item.error().remedy.en);
    }
    return true;
  }

  // false: the stick is gone. `why_not`: it is not taken.
  bool take_content(std::size_t left, std::optional<base::Message>& why_not) {
    FoundContent found = content_on(stick_, *content_, hub_);
    if (const int* failed = std::get_if<int>(&found)) {
      if (is_gone(*failed)) return false;
      const base::Message why = base::system_message(*failed);
      why_not = {"content フォルダーの中を見られません（" + why.ja + "）。もう一度写してください。",
                 "The content folder cannot be looked into (" + why.en + "). Copy it once more."};
      return true;
    }
    if (auto* why = std::get_if<base::Message>(&found)) return why_not = std::move(*why), true;
    const std::string bytes = desk::folder_bytes(std::get<base::FolderBytes>(found));
    if (bytes.size() > left) return over_all_ = true, true;
    auto item = inbox_.take(bytes, desk::kContentFolderName, desk::CameFrom::stick, now_,
                            desk::InboxItem::Kind::content_folder);
    if (item) {
      taken_.items.push_back(std::move(item).value());
    } else {
      why_not = {item.error().what.ja + item.error().remedy.ja, item.error().what.en + " " + item.error().remedy.en};
    }
    return true;
  }

  bool say_unreadable(const std::string& name, int failed) {
    if (is_gone(failed)) return false;
    const base::Message why = base::system_message(failed);
    say("「" + name + "」を読めません（" + why.ja + "）。パソコンで開けるか確かめて、もう一度写してください。",
        "\"" + name + "\" cannot be read (" + why.en + "). See whether a PC opens it, and copy it once more.");
    return true;
  }
  void say_too_large(const std::string& name) {
    const base::Message most = base::size_text(kMostBytes);
    say("「" + name + "」は大きすぎるので、受け取りませんでした（" + most.ja +
            " まで）。写真の少ない PDF にして、もう一度入れてください。",
        "\"" + name + "\" is too large (at most " + most.en + "). Make a PDF with fewer photos.");
  }
  void gone_when_looking() {
    if (wanted_ == Wanted::only_packs) return;
    if (is_gone(failed_)) return say_pulled_out();
    const base::Message why = base::system_message(failed_);
    say("USB メモリーの中を見られません（" + why.ja + "）。ほかの USB メモリーでお試しください。",
        "The stick cannot be looked into (" + why.en + "). Try another one.");
  }
  void say_pulled_out() {
    const base::Error why = *why_not(Volume::gone);
    say(why.what.ja + why.remedy.ja, why.what.en + " " + why.remedy.en);
  }
  void say_taken() {
    if (taken_.items.empty()) return;
    std::vector<std::string> names;
    for (const desk::InboxItem& item : taken_.items) names.push_back(item.name);
    say("USB メモリーから受け取りました: " + list_of(names) + "。USB メモリーは、もう抜いてかまいません。",
        "Taken from the stick: " + list_of(names) + ". It may be pulled out now.");
  }
  void say_too_many_reports() {
    const std::string most = std::to_string(kMostFiles);
    say("ファイルが多いので、新しいほうから " + most + " 個だけ受け取りました。",
        "There are many files: the newest " + most + " were taken.");
  }
  void say_what_is_left() {
    if (over_all_) {
      say("全部では大きすぎるので、受け取らなかったファイルがあります。報告書だけを入れた USB メモリーにしてください。",
          "Together the files are too large; some were left. Use a stick with nothing but the report.");
    }
    if (!no_files_.empty()) {
      say(list_of(no_files_) + "は、ふつうのファイルではないので、受け取りませんでした。",
          list_of(no_files_) + " is no ordinary file and was left.");
    }
    if (has_more_) {
      say("ファイルやフォルダーがとても多いので、全部は見ていません。報告書は、いちばん上に置いてください。",
          "There are very many files and folders; not all were looked at. Put the report at the top.");
    }
    if (wanted_ == Wanted::only_packs) return;
    if (taken_.items.empty() && candidates_.empty() && !content_) say_no_report();
  }
  void say_no_report() {
    const base::Message kinds = report::readable_kinds();
    const std::string where_ja = "報告書（" + kinds.ja + "）を、USB メモリーのいちばん上に写してください。";
    const std::string where_en = "Copy the report (" + kinds.en + ") to the top of the stick.";
    if (!others_.empty()) {
      return say("USB メモリーに、読める報告書がありません。" + list_of(others_) +
                     "は、読めない種類のファイルです。もとのソフトで開いて、読める種類（" + kinds.ja +
                     "）で保存し、USB メモリーに写してください。",
                 "There is no report on the stick that can be read. " + list_of(others_) +
                     ": of a kind that cannot be read. Open it, save it as " + kinds.en +
                     ", and copy that to the stick.");
    }
    if (!any_) return say("USB メモリーは空です。" + where_ja, "The stick is empty. " + where_en);
    say("USB メモリーに、報告書のファイルがありません。" + where_ja +
            "パスワードを入れて開く USB メモリーのときは、パスワードのないものを使ってください。",
        "There is no report on the stick. " + where_en + " A stick that asks for a password cannot be used.");
  }

  static std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i)
      list += (i > 0 ? "、「" : "「") + names[i] + "」";
    if (names.size() > kMostNamed) list += " ほか " + base::counted(static_cast<int>(names.size() - kMostNamed));
    return list;
  }

  const StickFiles& stick_;
  desk::Inbox& inbox_;
  Wanted wanted_;
  base::LocalTime now_;
  const std::string& hub_;
  Taken taken_;
  std::vector<Candidate> candidates_;
  std::vector<std::string> others_, no_files_;  // as they are shown
  bool any_ = false;                            // anything that a person put there
  std::optional<std::string> content_;          // where a folder of that name is
  bool has_more_ = false;
  bool over_all_ = false;
  int failed_ = 0;
};

}  // namespace

Taken take(const StickFiles& stick, desk::Inbox& inbox, Wanted wanted, base::LocalTime now, const std::string& hub) {
  return Taking(stick, inbox, wanted, now, hub).take();
}

}  // namespace hub::stick
