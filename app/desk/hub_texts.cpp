#include "desk/hub_texts.h"

#include "base/files.h"
#include "config/paths.h"
#include "desk/edit/report_editor.h"

namespace hub::desk {

HubTexts::HubTexts(const Desk& desk, const Work& work)
    : work_(work),
      services_(desk.common_services()),
      rules_{desk.hub(), content::find_languages(base::DiskFiles(), config::strings_folder()), {}} {
  auto shows = desk.hub_files(nullptr);
  if (shows) {
    shows_ = std::move(shows).value();
  } else {
    known_ = shows.error();
  }
  files_ = with_shown(work.files());
}

EditedFiles HubTexts::edited_files() const {
  return {
      files_,      services_, rules_, report_file(), [this](const Address& text) { return work_.rendered_since(text); },
      std::nullopt};
}

ContentFiles HubTexts::with_shown(const ContentFiles& files) const {
  ContentFiles all = files;
  const std::string report = report_file();
  for (const auto& [name, bytes] : shows_) {
    if (name != report && name.ends_with(".json")) all.emplace(name, bytes);
  }
  return all;
}

std::optional<std::string> HubTexts::shown(const std::string& file) const {
  const auto there = shows_.find(file);
  return there == shows_.end() ? std::nullopt : std::optional(there->second);
}

std::optional<PastDraft> HubTexts::before_the_draft() const {
  // What was read of a report has questions or origins without words of their own: it was no report that shows.
  const auto based_on = work_.based_on().find(report_file());
  const bool of_what_shows = based_on != work_.based_on().end() && based_on->second == work_.reading().report;
  if (of_what_shows) return work_.as_of(1);
  ContentFiles files = work_.based_on();
  if (based_on != work_.based_on().end()) files[kReportFile] = based_on->second;
  return PastDraft{std::move(files), {}};
}

Address HubTexts::inside(Address at) const {
  if (at.file == report_file()) at.file = kReportFile;
  return at;
}

Address HubTexts::outside(Address at) const {
  if (at.file == kReportFile) at.file = report_file();
  return at;
}

base::Message HubTexts::name_of(const Address& inside) const {
  const auto kind = kind_of_file(inside.file, rules_.hub);
  return kind ? name_of_field(*kind, inside.pointer) : base::Message{"この文", "this text"};
}

std::map<std::string, ReadFrom> HubTexts::read_from() const {
  const Reading& reading = work_.reading();
  const ReportEditor read("", reading.report);
  std::map<std::string, ReadFrom> all;
  for (const auto& [pointer, place] : reading.origins) {
    std::optional<std::string> now = pointer;
    for (const WorkStep& step : work_.steps()) {
      if (now) now = moved_by(step.step, kReportFile, *now);
    }
    const auto as = reading.read_as.find(pointer);
    std::string words = as == reading.read_as.end() ? read.text(pointer) : as->second;
    if (now && !words.empty()) all[*now] = {place, std::move(words)};
  }
  return all;
}

std::optional<report::Document> HubTexts::source_of(const Desk& desk, const Work& work) {
  if (work.source().sha256.empty()) return std::nullopt;
  auto document = desk.sources().document(work.source().sha256);
  return document ? std::optional(std::move(document).value()) : std::nullopt;
}

}  // namespace hub::desk
