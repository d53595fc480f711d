// The texts of one hub in one snapshot, with what the text room remembers of them. A hub has a typesetter of its own,
// because its own readings belong to its texts. For one thread at a time: prepared on one, drawn with on another.
#pragma once

#include <memory>
#include <string>

#include "text/analysis/analysis.h"
#include "text/glyphs/faces.h"
#include "text/typesetter.h"
#include "ui/frame_context.h"

namespace hub::render {

class HubTypesetter {
 public:
  // The faces must outlive it. Without a snapshot it sets the built-in page.
  HubTypesetter(const text::Faces& faces, std::shared_ptr<const content::Snapshot> snapshot, std::string hub);

  // Analyses every text of the hub's screens in every language, by laying each screen out once: off the frame path, so
  // that no visitor waits for it. Another size, text size or furigana then needs lines and glyphs only.
  void prepare(ui::FrameContext frame_context);

  text::Typesetter& typesetter() { return typesetter_; }

 private:
  std::shared_ptr<const content::Snapshot> snapshot_;
  std::string hub_;
  text::Analyser analyser_;
  text::Typesetter typesetter_;
};

}  // namespace hub::render
