#include "content/store/publication.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/file_errors.h"
#include "base/path.h"
#include "base/versioned_folder.h"
#include "content/store/known_files.h"

namespace hub::content {

namespace {

using base::Error;

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

Error not_the_folder_itself(const std::string& source) {
  std::error_code failed;
  const std::string real = std::filesystem::canonical(source, failed).string();
  return {{"「" + source + "」はリンクか、「..」を含む名前です。どこを指すか分からないので、読みません。",
           "\"" + source + "\" is a link or has \"..\" in its name: it may lead anywhere, so it is not read."},
          {failed ? "フォルダーそのものを指定してください。" : "フォルダーそのものを指定してください: " + real,
           failed ? "Name the folder itself." : "Name the folder itself: " + real}};
}

Error changed_meanwhile(const std::string& source) {
  return {{"コピーしているあいだに、「" + source + "」の中身が変わりました。",
           "\"" + source + "\" changed while it was copied."},
          {"保存や同期が終わるのを待って（USB メモリーなら挿しなおして）、もう一度お試しください。",
           "Wait until saving or syncing has finished (or put the stick in again), then try again."}};
}

Error overlapping(const std::string& source, const std::string& folder) {
  return {{"「" + source + "」と「" + folder + "」は、同じ場所か、一方が他方の中にあります。",
           "\"" + source + "\" and \"" + folder + "\" are the same place, or one is inside the other."},
          {"公開先には、別の場所のフォルダーを指定してください。", "Choose a folder in another place to publish to."}};
}

// Publishing runs as the kiosk's user, whom a home folder (0700) lets nowhere near what is in it.
Error not_for_this_user(const std::string& source) {
  return {{"「" + source +
               "」を、いまのユーザーでは開けません。ほかの人には読めないフォルダー（ホームフォルダーなど）の中に"
               "あるようです。",
           "\"" + source +
               "\" cannot be opened by this user: it seems to be in a folder that nobody else may read, such "
               "as a home folder."},
          {"USB メモリーか、だれでも読めるところ（/srv/hub-work など）に content "
           "フォルダーを写して、そこから公開してください。",
           "Copy the folder to a USB stick or to where everybody may read (such as /srv/hub-work), and publish it from "
           "there."}};
}

// Staff want to know first of all what the visitors see now.
Error with_nothing_published(Error error) {
  error.what.ja += "公開していません。画面に映る中身は、これまでのままです。";
  error.what.en += std::string(error.what.en.empty() ? "" : " ") +
                   "Nothing was published: the screens show what they showed before.";
  return error;
}

Error not_good() {
  return {{}, {"上のエラーを直してから、もう一度お試しください。", "Mend the errors above, then try again."}};
}

Error none_before(const std::string& folder) {
  return {{"「" + folder + "」には、1つ前の中身がありません。", "\"" + folder + "\" has no content before this."},
          {"映したい中身のフォルダーを hub-kiosk publish で公開してください。",
           "Publish the folder that is to be shown with hub-kiosk publish."}};
}

Error cannot_go_back(const std::string& folder) {
  return {{"1つ前の中身にエラーがあるので、「" + folder + "」は戻していません。画面に映る中身は、これまでのままです。",
           "The content before has errors, so \"" + folder + "\" was not changed: the screens show what they showed."},
          {"映したい中身のフォルダーを hub-kiosk publish で公開してください。",
           "Publish the folder that is to be shown with hub-kiosk publish."}};
}

base::Result<base::FileDescriptor> open_source(const base::SystemCalls& calls, const std::string& source) {
  const std::filesystem::path path(source);
  if (std::ranges::find(path, "..") != path.end()) return not_the_folder_itself(source);
  std::string leads_to;
  if (calls.read_link_at(base::kHere, source, leads_to) == 0) return not_the_folder_itself(source);
  auto opened = base::open_root(calls, source, false);
  std::error_code failed;
  if (!opened) std::filesystem::directory_iterator(path, failed);
  if (failed == std::errc::permission_denied) return not_for_this_user(source);
  return opened;
}

// Component by component, so that a folder that became a link meanwhile is not followed.
base::Result<base::ReadFile> read_below(const base::SystemCalls& calls, const base::FileDescriptor& root,
                                        const std::string& root_path, const KnownFile& file) {
  base::FileDescriptor at;
  const base::FileDescriptor* folder = &root;
  std::size_t begin = 0;
  for (std::size_t slash; (slash = file.path.find('/', begin)) != std::string::npos; begin = slash + 1) {
    auto inside = base::open_folder(calls, *folder, file.path.substr(begin, slash - begin),
                                    base::join(root_path, file.path.substr(0, slash)));
    if (!inside) return inside.error();
    at = std::move(inside).value();
    folder = &at;
  }
  return base::read_file(calls, *folder, file.path.substr(begin), file.max_bytes, base::join(root_path, file.path));
}

base::Result<Copied> copy(const base::SystemCalls& calls, const base::FileDescriptor& from, const std::string& source,
                          base::StagedVersion& draft, const Publishing& publishing) {
  const KnownFiles known = known_files(calls, from, source);
  for (const Error& error : known.errors) publishing.refused(error);
  if (!known.errors.empty()) return not_good();
  for (const KnownFile& file : known.files) {
    const auto read = read_below(calls, from, source, file);
    if (!read) return read.error();
    if (read.value().stamp != file.stamp) return changed_meanwhile(source);
    if (const base::Status added = draft.add(file.path, read.value().bytes); !added) return added.error();
  }
  // Files that were copied one after the other belong together only when none of them changed meanwhile.
  if (known_files(calls, from, source).files != known.files) return changed_meanwhile(source);
  return Copied{known.files.size(), known.left_out};
}

// Everything before the switch: whatever fails here changes nothing.
base::Result<base::Version> prepare(const base::SystemCalls& calls, const std::string& source,
                                    const std::string& folder, base::VersionedFolder& versions,
                                    const Publishing& publishing) {
  const auto from = open_source(calls, source);
  if (!from) return from.error();
  const auto overlaps = versions.overlaps(from.value());
  if (!overlaps) return overlaps.error();
  if (overlaps.value()) return overlapping(source, folder);
  if (const base::Status locked = versions.lock(); !locked) return locked.error();
  auto draft = versions.begin();
  if (!draft) return draft.error();
  const auto copied = copy(calls, from.value(), source, draft.value(), publishing);
  if (!copied) return copied.error();
  publishing.copied(copied.value());
  if (!publishing.is_good(draft.value().path())) return not_good();
  return versions.finish(std::move(draft).value());
}

}  // namespace

base::Status publish(const base::SystemCalls& calls, const std::string& source, const std::string& folder,
                     const Publishing& publishing) {
  auto opened = base::VersionedFolder::open(calls, folder);
  if (!opened) return with_nothing_published(opened.error());
  base::VersionedFolder versions = std::move(opened).value();
  const auto version = prepare(calls, without_slashes(source), folder, versions, publishing);
  if (!version) return with_nothing_published(version.error());
  if (const base::Status switched = versions.switch_to(version.value()); !switched) {
    const bool shows_anyway = versions.current() == version.value();
    return shows_anyway ? switched.error() : with_nothing_published(switched.error());
  }
  versions.remove_others();  // what cannot be removed now is tried again by the next publishing
  return base::Done{};
}

base::Status roll_back(const base::SystemCalls& calls, const std::string& folder, const Publishing& publishing) {
  auto opened = base::VersionedFolder::open(calls, folder);
  if (!opened) return opened.error();
  base::VersionedFolder versions = std::move(opened).value();
  if (versions.untouched()) return none_before(folder);
  if (const base::Status locked = versions.lock(); !locked) return locked;
  const std::optional<base::Version> before = versions.previous();
  if (!before) return none_before(folder);
  if (!publishing.is_good(versions.path_of(*before))) return cannot_go_back(folder);
  return versions.switch_to(*before);
}

}  // namespace hub::content
