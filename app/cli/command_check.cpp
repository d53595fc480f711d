// check: every error of the content, not the first; with --render also what does not fit on a screen.
#include <cstdio>

#include "cli/commands.h"
#include "cli/glyph_check.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/render_check.h"
#include "ui/icons.h"
#include "ui/theme.h"

namespace hub::cli {

namespace {

int check_icons(const content::Snapshot& snapshot, base::StaffLanguage staff) {
  int unknown = 0;
  for (const content::ServiceWords& service : snapshot.services) {
    if (ui::service_icon(service.icon)) continue;
    ++unknown;
    complain(base::Error{{"services.json: アイコン「" + service.icon + "」はありません(事業 " +
                              std::to_string(service.number) + ")",
                          "services.json: there is no icon \"" + service.icon + "\" (service " +
                              std::to_string(service.number) + ")"},
                         {"schema/services.schema.json にあるアイコンの名前から選んでください",
                          "choose one of the icon names in schema/services.schema.json"}},
             staff);
  }
  return unknown;
}

// A colour that words cannot be read on is not used.
void note_unreadable_colours(const content::Snapshot& snapshot, base::StaffLanguage staff) {
  const ui::Palette palette = ui::sunny_palette();
  for (const content::Hub& hub : snapshot.hubs) {
    const auto colour = hub.colour ? ui::parse_colour(*hub.colour) : std::nullopt;
    if (!colour || ui::with_hub_colour(palette, *colour).hub == *colour) continue;
    complain(base::Error{{hub.id + "/hub.json: 色 " + *hub.colour + " は、白い文字が読みにくいので使われません。",
                          hub.id + "/hub.json: the colour " + *hub.colour +
                              " is not used: white words on it are hard to read."},
                         {"もっと濃い色を選んでください。", "Choose a darker colour."}},
             staff);
  }
}

// The kiosk works without the dictionary, but breaks lines less well and reads fewer words.
void note_missing_dictionary(base::StaffLanguage staff) {
  if (text::Analyser({}).has_dictionary()) return;
  complain(base::Error{{"日本語の辞書（MeCab IPADIC）が見つかりません。改行とふりがなの質が下がります。",
                        "The Japanese dictionary (MeCab IPADIC) is not there: line breaks and furigana suffer."},
                       {"sudo apt install mecab-ipadic-utf8", "sudo apt install mecab-ipadic-utf8"}},
           staff);
}

}  // namespace

int check(const CheckOptions& options) {
  const base::StaffLanguage staff = options.staff();
  const bool japanese = staff == base::StaffLanguage::ja;
  const base::DiskFiles files;
  const content::Loaded loaded = load_content(files, options.content, options.hub);
  complain(loaded.diagnostics, staff);
  if (!loaded.snapshot || check_icons(*loaded.snapshot, staff) > 0) return kAtFault;

  auto typography = Typography::open();
  if (!typography) return complain(typography.error(), staff), kAtFault;
  const std::string folder = options.content.empty() ? default_content_folder(files) : options.content;
  const auto missing = missing_glyphs(files, folder, options.hub, typography.value()->faces());
  complain(missing, staff);
  if (!missing.empty()) return kAtFault;
  note_missing_dictionary(staff);
  note_unreadable_colours(*loaded.snapshot, staff);

  if (options.render) {
    bool fits = true;
    for (const content::Hub& hub : loaded.snapshot->hubs) {
      const auto today = base::SystemClock().today();
      for (const base::Error& error : check_rendering(*typography.value(), loaded.snapshot, hub, today)) {
        complain(error, staff);
        fits = false;
      }
    }
    if (!fits) return kAtFault;
  }
  if (!options.against.empty()) return check_against_report(options, *loaded.snapshot);
  for (const content::Hub& hub : loaded.snapshot->hubs) {
    std::printf(japanese ? "%s/%s (%s): 問題ありません\n" : "%s/%s (%s): fine\n", folder.c_str(), hub.id.c_str(),
                hub.ward.japanese().c_str());
  }
  return kDone;
}

}  // namespace hub::cli
