#include "desk/acknowledging.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/path.h"
#include "config/paths.h"
#include "content/load/acknowledgements.h"

namespace hub::desk {

namespace {

using content::Diagnostic;

constexpr std::string_view kFile = "/acknowledged.json";

// "content/izumi/hub.json:3:5", alone or with the message behind it.
bool stands_at(const Diagnostic& one, const std::string& place) {
  const std::string line = one.file + ":" + std::to_string(one.line), whole = line + ":" + std::to_string(one.column);
  return place == line || place == whole || place.starts_with(whole + ":");
}

// content/izumi of content/izumi/reports/2024.json; nothing of what stands in the content folder itself.
std::optional<std::string> folder_of(const std::string& file, const std::string& content_folder) {
  const std::string inside = content_folder.ends_with('/') ? content_folder : content_folder + "/";
  if (!file.starts_with(inside)) return std::nullopt;
  const std::size_t slash = file.find('/', inside.size());
  return slash == file.npos ? std::nullopt : std::optional(file.substr(0, slash));
}

base::Error no_warning(const std::string& place) {
  return {{"「" + place + "」に、注意はありません。何も書いていません。",
           "There is no warning at \"" + place + "\". Nothing was written."},
          {"check に出た注意の行を、はじめから（ファイル:行:列）そのまま写してください。",
           "Copy the line of the warning as check prints it, from its beginning (file:line:column)."}};
}

base::Error is_an_error(const std::string& place) {
  return {{"「" + place + "」はエラーなので、確かめ済みにはできません。何も書いていません。",
           "\"" + place + "\" is an error, which cannot be acknowledged. Nothing was written."},
          {"直してください。", "Mend it."}};
}

base::Error belongs_nowhere(const std::string& file) {
  return {{"「" + file + "」は拠点のフォルダーの中ではないので、確かめ済みにはできません。",
           "\"" + file + "\" is in no hub's folder, so that it cannot be acknowledged."},
          {"要らないものなら、ほかへ移してください。", "Move it elsewhere if it is not needed."}};
}

struct Found {
  std::vector<content::Acknowledgement> all;
  std::vector<Diagnostic> errors;
};

Found read_acknowledged(const base::FileReader& files, const std::string& path) {
  content::JsonFileReader reader(files);
  Found found;
  if (files.exists(path)) {
    found.all = reader.decode(path, content::decode_acknowledgements).value_or(std::vector<content::Acknowledgement>());
  }
  found.errors = reader.diagnostics();
  return found;
}

}  // namespace

base::Result<base::Message> acknowledge(base::Files& files, const AcknowledgingQuery& query) {
  const content::Loaded loaded = config::load_content(files, query.content_folder, query.hub, query.can_draw);
  std::vector<Diagnostic> here;
  std::ranges::copy_if(loaded.diagnostics, std::back_inserter(here),
                       [&](const Diagnostic& one) { return stands_at(one, query.place); });
  if (here.empty()) return no_warning(query.place);
  if (content::has_errors(here)) return is_an_error(query.place);
  const std::optional<std::string> folder = folder_of(here.front().file, query.content_folder);
  if (!folder) return belongs_nowhere(here.front().file);
  const std::string path = *folder + std::string(kFile);
  Found found = read_acknowledged(files, path);
  if (content::has_errors(found.errors)) return base::Error{found.errors.front().what, found.errors.front().remedy};
  const bool takes_out = here.front().file == path;
  if (takes_out) {
    const std::string& pointer = here.front().pointer;  // /acknowledged/3
    const auto index = static_cast<std::size_t>(std::atoi(pointer.c_str() + pointer.find_last_of('/') + 1));
    if (index >= found.all.size()) return no_warning(query.place);
    found.all.erase(found.all.begin() + static_cast<std::ptrdiff_t>(index));
  } else {
    for (const Diagnostic& one : here) {
      found.all.push_back(content::acknowledgement_of(one, *folder, query.reason));
    }
  }
  const base::Status written = files.write(path, content::acknowledgements_json(found.all));
  if (!written) return written.error();
  if (takes_out) return base::Message{"「" + path + "」から消しました。", "Taken out of \"" + path + "\"."};
  return base::Message{"「" + path + "」に書きました。この注意は、これからは数えるだけになります。",
                       "Wrote \"" + path + "\": from now on this warning is only counted."};
}

}  // namespace hub::desk
