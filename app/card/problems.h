// The words of what can be wrong with hub-kiosk.txt, beside what can be wrong with a configuration. The panel shows
// them, so they name no program; none of them repeats a PIN or a password.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "card/card.h"
#include "card/keys.h"
#include "content/json/reporter.h"

namespace hub::card::problems {

using content::Problem;

Problem no_text();  // a line in no encoding
Problem line_too_long();
Problem file_too_long();
Problem no_file(const std::vector<KnownHub>& hubs);  // or it cannot be read
Problem no_separator(std::string_view nearest);      // a key's name, or ""
Problem unknown_key(std::string_view written, std::string_view nearest);
Problem repeated(Key key, int line);  // an earlier one, which does not count
Problem not_understood(Key key, std::string_view written);
Problem secret_not_understood(Key key);
Problem no_hub(const std::vector<KnownHub>& hubs);
Problem unknown_hub(std::string_view written, std::string_view nearest, const std::vector<KnownHub>& hubs);
Problem out_of_reach();  // low buttons on a screen that hangs too high
Problem upright();       // taken as 90
Problem holidays();
Problem past_midnight(std::string_view written);
Problem hours_not_kept();  // one of their lines is wrong, so none counts
Problem pin_not_hidden();
Problem pin_hash_broken();
Problem wifi_without_name();
Problem wifi_without_password();
Problem wifi_not_wanted(Network::Kind kind);  // a name, but no Wi-Fi
Problem packs_without_key();
Problem packs_without_network();

}  // namespace hub::card::problems
