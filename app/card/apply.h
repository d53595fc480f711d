// hub-kiosk.txt on a machine: read at every start, before the kiosk. All that follows from it is written anew, so that
// a power cut leaves nothing half done: the next start does it again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "card/card.h"

namespace hub::card {

struct Places {
  std::string card;      // hub-kiosk.txt
  std::string config;    // the kiosk's configuration; empty: none is written
  std::string findings;  // what the kiosk is to tell of it (to_mend_from); empty: nobody is told
  std::string root;      // what goes before /etc; empty: the network and the clock are left as they are
};

struct Applied {
  std::vector<content::Diagnostic> findings;
  std::vector<base::Error> failures;  // what could not be written; the rest was
};

// Each makes files that the kiosk can read, or only root.
struct Writers {
  base::FileWriter& open;    // what anybody may read
  base::FileWriter& kiosks;  // what root and the kiosk may read
  base::FileWriter& roots;   // what only root may read
};

// A card without the file, or with one that cannot be read, is one that says nothing. A PIN in the clear is replaced on
// the card first, and only then kept.
Applied apply(const base::FileReader& files, const Writers& writers, const Places& places,
              const std::vector<KnownHub>& hubs);

// Whether a kiosk with this state folder has said these on its screen before; keep_told keeps that it has.
bool told(const base::FileReader& files, const std::string& state_folder,
          const std::vector<content::Diagnostic>& findings);
base::Status keep_told(base::FileWriter& files, const std::string& state_folder,
                       const std::vector<content::Diagnostic>& findings);

// The findings as the kiosk reads them back. What is none of ours reads as no findings.
std::string to_json(const std::vector<content::Diagnostic>& findings);
std::vector<content::Diagnostic> to_mend_from(std::string_view json);

}  // namespace hub::card
