#include <algorithm>

#include "base/utf8.h"
#include "config/paths.h"
#include "content/json/problems.h"
#include "desk/hub_texts.h"
#include "desk/typed/text_value.h"
#include "desk/typed/typed_words.h"
#include "desk/typed/word_readings.h"
#include "desk/typing.h"
#include "render/screen_context.h"

namespace hub::desk {

namespace {

content::Snapshot readings_of(const Desk& desk, const Work& work) {
  const base::DiskFiles disk;
  const auto preview = desk.preview(disk, work);
  if (!preview) return {};
  const content::Loaded loaded = config::load_content(preview.value(), preview.value().folder(), desk.hub());
  content::Snapshot readings;
  if (loaded.snapshot) readings.readings = loaded.snapshot->readings;
  return readings;
}

}  // namespace

struct TextChecker::Impl {
  Impl(const Desk& desk, Work of)
      : work(std::move(of)),
        mark(work.id().empty() ? DraftMark() : DraftMark{work.id(), work.revision()}),
        content(desk, work),
        from(content.read_from()),
        source(HubTexts::source_of(desk, work)),
        readings(readings_of(desk, work), desk.hub()),
        can_draw(render::can_draw_with_own_faces()) {}

  FieldFinding finding(const Address& at, const std::string& language, bool refuses, const base::Error& error) const {
    return {at, language, refuses, error.what, error.remedy};
  }

  // What the file's own checks say of this field, with the words in it.
  void add_faults(const Address& at, const SetText& edit, Checked& checked) const {
    const EditedFiles files = content.edited_files();
    const auto done = edited(files, edit);
    if (!done) {
      checked.findings.push_back(finding(at, edit.language, true, done.error()));
      return;
    }
    const auto then = made(files.files, done.value().step);
    const auto kind = kind_of_file(edit.at.file, files.rules.hub);
    if (!then || !kind || !then.value().contains(edit.at.file)) return;
    const std::string own = edit.at.pointer + "/" + edit.language;
    for (const content::Diagnostic& one : faults_of(*kind, edit.at.file, then.value().at(edit.at.file), files.rules)) {
      const bool of_text = one.pointer == edit.at.pointer && edit.language == "ja";
      if (!of_text && one.pointer != own) continue;
      const bool refuses = one.severity == content::Diagnostic::Severity::error;
      checked.findings.push_back(finding(at, edit.language, refuses, {one.what, one.remedy}));
    }
  }

  void add_undrawable(const Address& at, const std::string& language, Checked& checked) const {
    if (!can_draw) return;
    std::u32string seen;
    for (const char32_t c : base::decode_utf8(checked.as_saved)) {
      if (seen.find(c) != seen.npos) continue;
      seen.push_back(c);
      if (c > U' ' && !can_draw(c)) {
        checked.findings.push_back(finding(at, language, true, content::problems::undrawable(c)));
      }
    }
  }

  Work work;
  DraftMark mark;
  HubTexts content;
  std::map<std::string, ReadFrom> from;
  SourceComparison source;
  WordReadings readings;
  content::CanDraw can_draw;
};

TextChecker::TextChecker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TextChecker::~TextChecker() = default;
TextChecker::TextChecker(TextChecker&&) noexcept = default;
TextChecker& TextChecker::operator=(TextChecker&&) noexcept = default;

base::Result<TextChecker> TextChecker::make(const Desk& desk) {
  auto work = desk.work_or_shown();
  if (!work) return work.error();
  auto impl = std::make_unique<Impl>(desk, std::move(work).value());
  if (auto known = impl->content.known(); !known) return known.error();
  return TextChecker(std::move(impl));
}

const DraftMark& TextChecker::mark() const { return impl_->mark; }

TextChecker::Checked TextChecker::check(const Address& at, const std::string& language,
                                        const std::string& words) const {
  Checked checked;
  const Address inside = impl_->content.inside(at);
  const auto typed = typed_words(words);
  if (!typed) {
    checked.as_saved = words;
    checked.findings.push_back(impl_->finding(at, language, true, typed.error()));
    return checked;
  }
  checked.as_saved = typed.value().words;
  checked.plain = plain_words(checked.as_saved);
  impl_->add_faults(at, {inside, checked.as_saved, language}, checked);
  impl_->add_undrawable(at, language, checked);
  const bool japanese = language == "ja" || language == "ja-easy";
  if (japanese) checked.readings = impl_->readings.of(checked.as_saved);
  if (language != "ja" || kind_of_file(inside.file, impl_->content.rules().hub) != FileKind::report) return checked;
  const auto read = impl_->from.find(inside.pointer);
  const bool own_report = inside.file == kReportFile, known = impl_->source.kept() || !impl_->from.empty();
  if (!own_report || !known || checked.as_saved.empty()) return checked;
  checked.source =
      impl_->source
          .compare({{checked.as_saved, read == impl_->from.end() ? std::nullopt : std::optional(read->second)}})
          .front();
  return checked;
}

}  // namespace hub::desk
