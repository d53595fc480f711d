// What a report may be, in the words in which staff are told of it: one place for all that say so.
#pragma once

#include "base/message.h"

namespace hub::report {

// In the order in which they read best.
inline base::Message readable_kinds() {
  return {"PDF、Word（.docx）、Excel（.xlsx）、HTML、テキスト", "PDF, Word (.docx), Excel (.xlsx), HTML or text"};
}

// A remedy: what to do instead.
inline base::Message choose_report() {
  return {"公表された報告書（" + readable_kinds().ja + "）を選んでください。",
          "Choose the published report (" + readable_kinds().en + ")."};
}

// The same for whatever shows words that are none: a photo, a scan.
inline base::Message choose_words() {
  return {
      "文字を選べる報告書（" + readable_kinds().ja + "）を選んでください。紙を写したものの文字は、読み取れません。",
      "Choose a report whose words can be selected (" + readable_kinds().en + "): words in a picture cannot be read."};
}

}  // namespace hub::report
