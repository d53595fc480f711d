#include "inspect/inspection.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "config/paths.h"
#include "inspect/content_inspection.h"
#include "inspect/layout_inspection.h"
#include "inspect/reading_inspection.h"

namespace hub::inspect {

namespace {

using Findings = std::vector<ContentFinding>;

void add(Findings& all, bool refuse, std::vector<base::Error> errors) {
  for (base::Error& one : errors) all.push_back({refuse, std::move(one)});
}

bool refuses(const Findings& findings) {
  return std::ranges::any_of(findings, [](const ContentFinding& one) { return one.refuses; });
}

class Inspection {
 public:
  Inspection(const base::FileReader& files, const Subject& subject, InspectionListener& listener)
      : files_(files), subject_(subject), listener_(listener) {}

  Inspected run() {
    using Step = Findings (Inspection::*)();
    constexpr std::pair<Depth, Step> kSteps[] = {{Depth::reading, &Inspection::read},
                                                 {Depth::letters, &Inspection::look_at_letters},
                                                 {Depth::layout, &Inspection::lay_out},
                                                 {Depth::drawing, &Inspection::draw}};
    for (const auto& [depth, step] : kSteps) {
      if (depth > subject_.depth) break;
      Findings found = (this->*step)();
      listener_.ended(depth, found);
      std::ranges::move(found, std::back_inserter(inspected_.findings));
      if (!inspected_.may_be_shown()) break;
    }
    return std::move(inspected_);
  }

 private:
  Findings read() {
    content::CanDraw can_draw;
    Findings found;
    if (subject_.depth >= Depth::letters) {
      auto context = render::ScreenContext::open();
      if (!context) found.push_back({true, context.error()});
      if (context) context_ = std::move(context).value();
      if (context_) can_draw = context_->can_draw();
    }
    content::Loaded loaded = config::load_content(files_, subject_.folder, subject_.hub, can_draw);
    inspected_.snapshot = std::move(loaded.snapshot);
    inspected_.acknowledged = loaded.acknowledged;
    std::ranges::move(named(std::move(loaded.diagnostics)), std::back_inserter(found));
    return found;
  }

  Findings look_at_letters() {
    Findings found;
    add(found, true, unknown_icons(*inspected_.snapshot));
    if (refuses(found)) return found;
    add(found, false, missing_dictionary());
    add(found, false, unreadable_colours(*inspected_.snapshot));
    std::ranges::move(named(unreviewed_readings(files_, subject_.folder, *inspected_.snapshot)),
                      std::back_inserter(found));
    return found;
  }

  Findings lay_out() {
    listener_.begins(Depth::layout);
    Findings found;
    for (const content::Hub& hub : inspected_.snapshot->hubs) {
      add(found, true, check_rendering(*context_, inspected_.snapshot, hub, subject_.today, [this] {
            listener_.screen_inspected();
          }));
    }
    return found;
  }

  Findings draw() {
    const auto renderer = render::ScreenshotRenderer::open(*context_);
    if (!renderer) return {{true, renderer.error()}};
    listener_.begins(Depth::drawing);
    Findings found;
    for (const content::Hub& hub : inspected_.snapshot->hubs) {
      add(found, true, check_drawing(*context_, *renderer.value(), inspected_.snapshot, hub, subject_.today, [this] {
            listener_.screen_inspected();
          }));
    }
    return found;
  }

  // Staff mend the folder that they know: a copy of it means nothing to them.
  Findings named(std::vector<content::Diagnostic> diagnostics) const {
    Findings found;
    for (content::Diagnostic& one : diagnostics) {
      if (!subject_.called.empty() && one.file.starts_with(subject_.folder)) {
        one.file.replace(0, subject_.folder.size(), subject_.called);
      }
      const bool error = one.severity == content::Diagnostic::Severity::error;
      found.push_back({error, std::move(one)});
    }
    return found;
  }

  const base::FileReader& files_;
  const Subject& subject_;
  InspectionListener& listener_;
  std::unique_ptr<render::ScreenContext> context_;
  Inspected inspected_;
};

}  // namespace

bool Inspected::may_be_shown() const { return snapshot && !refuses(findings); }

int Inspected::warnings() const {
  return static_cast<int>(std::ranges::count_if(findings, [](const ContentFinding& one) { return !one.refuses; }));
}

Inspected inspect_content(const base::FileReader& files, const Subject& subject, InspectionListener& listener) {
  return Inspection(files, subject, listener).run();
}

}  // namespace hub::inspect
