#include "content/store/known_files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "base/file_errors.h"
#include "base/path.h"
#include "content/json/json_file_reader.h"
#include "content/load/load.h"

namespace hub::content {

namespace {

using Entry = base::TreeEntry;
using Kind = base::TreeEntry::Kind;

// What Windows and Linux put on every stick.
constexpr std::array<std::string_view, 5> kOfTheSystem = {"System Volume Information", "$RECYCLE.BIN", "lost+found",
                                                          "Thumbs.db", "desktop.ini"};

bool is_passed_over(std::string_view name) {
  return is_leftover(name) || std::ranges::find(kOfTheSystem, name) != kOfTheSystem.end();
}

bool is_json(std::string_view name) { return name.ends_with(".json"); }

bool is_picture(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower.ends_with(".png") || lower.ends_with(".jpg") || lower.ends_with(".jpeg");
}

// What makes a folder a hub's, also when hub.json itself is missing: then loading says so.
bool is_of_hub(std::string_view name) {
  return name == "hub.json" || name == "readings.json" || name == "reports" || name == "images";
}

class Walk {
 public:
  Walk(const base::SystemCalls& calls, std::string root) : calls_(calls), root_(std::move(root)) {}

  void whole(const base::FileDescriptor& folder) {
    for (const Entry& entry : list(folder, "")) {
      if (entry.kind == Kind::folder) {
        enter(folder, entry, "", [&](const base::FileDescriptor& inside, const std::string& path) {
          entry.name == "common" || entry.name == "schema" ? flat(inside, path, is_json, kMaxFileBytes)
                                                           : hub(inside, path);
        });
      } else {
        take_or_leave(entry, "", entry.name == "README.md", kMaxFileBytes);
      }
    }
  }

  KnownFiles take() {
    std::size_t bytes = 0;
    for (const KnownFile& file : found_.files) bytes += static_cast<std::size_t>(file.stamp.bytes);
    if (found_.files.size() > kMaxKnownFiles) found_.errors.push_back(too_many());
    if (bytes > kMaxKnownBytes) found_.errors.push_back(base::too_large(root_, kMaxKnownBytes));
    return std::move(found_);
  }

 private:
  using Wanted = bool (*)(std::string_view);

  std::string shown(const std::string& path) const { return path.empty() ? root_ : base::join(root_, path); }

  base::Error too_many() const {
    return {{"「" + root_ + "」のファイルが多すぎます（" + std::to_string(kMaxKnownFiles) + " まで）。",
             "\"" + root_ + "\" has too many files (at most " + std::to_string(kMaxKnownFiles) + ")."},
            {"正しいフォルダかどうか確かめてください。", "Check that it is the right folder."}};
  }

  // Without what is passed over and without what is refused.
  std::vector<Entry> list(const base::FileDescriptor& folder, const std::string& path) {
    auto entries = base::list_folder(calls_, folder, shown(path));
    if (!entries) return found_.errors.push_back(entries.error()), std::vector<Entry>();
    std::erase_if(entries.value(), [&](const Entry& entry) {
      if (is_passed_over(entry.name)) return true;
      const std::string name = shown(path.empty() ? entry.name : base::join(path, entry.name));
      if (entry.kind == Kind::link) found_.errors.push_back(base::is_a_link(name));
      if (entry.kind == Kind::special) found_.errors.push_back(base::not_regular(name));
      return entry.kind == Kind::link || entry.kind == Kind::special;
    });
    return std::move(entries).value();
  }

  template <class Impl>
  void enter(const base::FileDescriptor& folder, const Entry& entry, const std::string& path, const Impl& inside) {
    const std::string name = path.empty() ? entry.name : base::join(path, entry.name);
    const auto opened = base::open_folder(calls_, folder, entry.name, shown(name));
    if (!opened) return found_.errors.push_back(opened.error());
    inside(opened.value(), name);
  }

  void take_or_leave(const Entry& entry, const std::string& path, bool wanted, std::size_t max_bytes) {
    const std::string name = path.empty() ? entry.name : base::join(path, entry.name);
    if (!wanted || entry.kind == Kind::folder) {
      found_.left_out.push_back(entry.kind == Kind::folder ? name + "/" : name);
    } else if (static_cast<std::size_t>(entry.stamp.bytes) > max_bytes) {
      found_.errors.push_back(base::too_large(shown(name), max_bytes));
    } else {
      found_.files.push_back({name, max_bytes, entry.stamp});
    }
  }

  // The files of one kind; anything else is left out.
  void flat(const base::FileDescriptor& folder, const std::string& path, Wanted wanted, std::size_t max_bytes) {
    for (const Entry& entry : list(folder, path)) take_or_leave(entry, path, wanted(entry.name), max_bytes);
  }

  void hub(const base::FileDescriptor& folder, const std::string& path) {
    const std::size_t errors_before = found_.errors.size();
    const std::vector<Entry> entries = list(folder, path);
    const bool is_hub = std::ranges::any_of(entries, [](const Entry& entry) { return is_of_hub(entry.name); });
    if (!is_hub) {
      if (found_.errors.size() == errors_before) found_.left_out.push_back(path + "/");
      return;
    }
    for (const Entry& entry : entries) {
      const bool pictures = entry.name == "images";
      if (entry.kind == Kind::folder && (pictures || entry.name == "reports")) {
        enter(folder, entry, path, [&](const base::FileDescriptor& inside, const std::string& name) {
          flat(inside, name, pictures ? is_picture : is_json, pictures ? kMaxPictureBytes : kMaxFileBytes);
        });
      } else {
        take_or_leave(entry, path, is_json(entry.name), kMaxFileBytes);
      }
    }
  }

  const base::SystemCalls& calls_;
  std::string root_;
  KnownFiles found_;
};

}  // namespace

KnownFiles known_files(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                       const std::string& folder_path) {
  Walk walk(calls, folder_path);
  walk.whole(folder);
  return walk.take();
}

}  // namespace hub::content
