// The one inspection of a folder of content: whether a kiosk may show it, and everything that is wrong with it. `check`
// and publishing both rely on it, so that neither says what the other does not.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"
#include "content/json/diagnostic.h"
#include "content/model/snapshot.h"

namespace hub::inspect {

// How far it looks; each looks where those before it do as well. It goes on only while nothing refuses the content.
enum class Depth {
  reading,  // what the files say; with all that follows, that a face draws each of their characters
  letters,  // the icons, the dictionary, the colours, readings that nobody has reviewed
  layout,   // every screen laid out, in every way
  drawing,  // every screen drawn
};

struct Subject {
  std::string folder;
  std::string hub;     // its id; empty: all
  std::string called;  // what staff know the folder as; empty: by its own name
  base::Date today;
  Depth depth = Depth::drawing;
};

struct ContentFinding {
  bool refuses = false;  // content with it may not be shown; else it wants a person's eye
  std::variant<content::Diagnostic, base::Error> what;
};

struct Inspected {
  std::shared_ptr<const content::Snapshot> snapshot;  // null: what is there cannot be read
  std::vector<ContentFinding> findings;               // in the order in which they were found
  int acknowledged = 0;                               // warnings that were looked at, and are not among them

  bool may_be_shown() const;
  int warnings() const;
};

// Who waits for it: hears each depth as it goes.
class InspectionListener {
 public:
  virtual ~InspectionListener() = default;
  virtual void begins(Depth) {}  // its screens, of layout and drawing
  virtual void screen_inspected() {}
  virtual void ended(Depth, const std::vector<ContentFinding>& findings) = 0;  // of this depth alone
};

Inspected inspect_content(const base::FileReader& files, const Subject& subject, InspectionListener& listener);

}  // namespace hub::inspect
