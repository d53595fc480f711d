#include "desk/hindrances.h"

#include <algorithm>

#include "base/utf8.h"
#include "config/paths.h"
#include "content/model/letters.h"
#include "desk/desk.h"

namespace hub::desk {

namespace {

using Kind = report::Question::Kind;

bool is_within(const std::string& pointer, const std::string& field) {
  return pointer == field || pointer.starts_with(field + "/");
}

bool has_lost_letters(const std::string& text) {
  return std::ranges::any_of(base::decode_utf8(text), content::is_lost);
}

// The question that is nearest to the place: about it, about what it is part of, or about a part of it.
std::optional<int> question_about(const Work& work, std::string pointer) {
  if (pointer == "/reviewYear") pointer = "/goalYear";  // both are asked about as one
  const bool lost = has_lost_letters(ReportEditor("", work.report()).text(pointer));
  std::optional<int> nearest;
  std::size_t depth = 0;
  for (int i = 0; i < static_cast<int>(work.reading().questions.size()); ++i) {
    const Asked asked = work.asked(i);
    const bool about_lost = asked.question.kind == Kind::lost;
    if (lost && about_lost) return i;
    if (lost || about_lost || !asked.field || asked.field->empty()) continue;
    const std::string& field = *asked.field;
    const bool about = is_within(pointer, field) || (!pointer.empty() && is_within(field, pointer));
    if (!about || (nearest && field.size() <= depth)) continue;
    nearest = i;
    depth = field.size();
  }
  return nearest;
}

}  // namespace

std::vector<Hindrance> hindrances_of(const Work& work, const std::vector<content::Diagnostic>& found) {
  std::vector<Hindrance> hindrances;
  const std::string report = report_path(work.hub(), work.report());
  for (const content::Diagnostic& one : found) {
    if (one.severity != content::Diagnostic::Severity::error) continue;
    Hindrance hindrance{one.what, one.remedy, std::nullopt};
    if (one.file.ends_with(report)) hindrance.question = question_about(work, one.pointer);
    hindrances.push_back(std::move(hindrance));
  }
  return hindrances;
}

base::Result<std::vector<Hindrance>> Desk::hindrances(const Work& work, const content::CanDraw& can_draw) const {
  const base::DiskFiles disk;
  const auto with_draft = preview(disk, work);
  if (!with_draft) return with_draft.error();
  const content::Loaded loaded =
      config::load_content(with_draft.value(), with_draft.value().folder(), setup_.hub, can_draw);
  return hindrances_of(work, loaded.diagnostics);
}

}  // namespace hub::desk
