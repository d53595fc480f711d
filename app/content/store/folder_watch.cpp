#include "content/store/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/file_descriptor.h"
#include "base/system_message.h"

namespace hub::content {

namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY |
                                   IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;
// Folders within a content folder: <hub>/reports is two deep. Deeper ones are nothing that the loader reads.
constexpr int kDepth = 3;
constexpr std::size_t kMostFolders = 500;

int milliseconds(base::Seconds seconds) {
  return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(seconds).count());
}

}  // namespace

struct FolderWatch::Impl {
  std::string folder;
  base::FileDescriptor changes{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
  base::FileDescriptor stopped{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};

  // Watching a folder twice is watching it once, so what is new is found by watching everything again. The folder it
  // stands in is watched too: the content folder itself may be moved away and replaced, or be a link that is.
  void watch_all() {
    const fs::path top(folder);
    watch(top.has_parent_path() ? top.parent_path() : fs::path("."));
    std::error_code error;
    const fs::path real = fs::canonical(top, error);
    if (error) return;
    watch(real);
    if (real.has_parent_path()) watch(real.parent_path());
    std::size_t folders = 0;
    fs::recursive_directory_iterator entry(real, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (entry.depth() >= kDepth) entry.disable_recursion_pending();
      std::error_code no_matter;
      if (entry->is_directory(no_matter) && ++folders <= kMostFolders) watch(entry->path());
    }
  }
  void watch(const fs::path& path) { inotify_add_watch(changes.number(), path.c_str(), kChanges | IN_ONLYDIR); }

  // Whether anything was told. What was told does not matter: everything is read again.
  bool drain() {
    alignas(inotify_event) std::array<char, 16 << 10> buffer;
    bool any = false;
    while (read(changes.number(), buffer.data(), buffer.size()) > 0) any = true;
    return any;
  }

  enum class Woken { change, stop, time_over };
  Woken sleep(int timeout_ms) {
    pollfd wanted[] = {{changes.number(), POLLIN, 0}, {stopped.number(), POLLIN, 0}};
    int ready = 0;
    do ready = poll(wanted, 2, timeout_ms);
    while (ready < 0 && errno == EINTR);
    if (wanted[1].revents != 0) return Woken::stop;
    return ready > 0 ? Woken::change : Woken::time_over;
  }
};

FolderWatch::FolderWatch(std::unique_ptr<Impl> inside) : impl_(std::move(inside)) {}
FolderWatch::~FolderWatch() = default;
FolderWatch::FolderWatch(FolderWatch&&) noexcept = default;
FolderWatch& FolderWatch::operator=(FolderWatch&&) noexcept = default;

base::Result<FolderWatch> FolderWatch::open(std::string folder) {
  auto inside = std::make_unique<Impl>();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  inside->folder = std::move(folder);
  if (!inside->changes.open() || !inside->stopped.open()) {
    const base::Message why = base::system_message(errno);
    return base::Error{
        {"内容のフォルダーを見張れません: " + why.ja, "Cannot watch the content folder: " + why.en},
        {"内容を変えたときは、画面を入れ直してください。", "After changing content, start the kiosk again."}};
  }
  inside->watch_all();
  return FolderWatch(std::move(inside));
}

bool FolderWatch::wait() {
  using Woken = Impl::Woken;
  if (impl_->sleep(-1) == Woken::stop) return false;
  const SteadyClock::time_point first = SteadyClock::now();
  while (SteadyClock::now() - first < kLongest) {
    impl_->drain();
    impl_->watch_all();
    const Woken woken = impl_->sleep(milliseconds(kQuiet));
    if (woken == Woken::stop) return false;
    if (woken == Woken::time_over) break;
  }
  impl_->drain();
  impl_->watch_all();
  return true;
}

void FolderWatch::stop() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(impl_->stopped.number(), &one, sizeof one);
}

bool FolderWatch::changed_again() { return impl_->sleep(0) == Impl::Woken::change; }

}  // namespace hub::content
