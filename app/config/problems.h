// The words of what can be wrong with a kiosk's configuration, beside what can be wrong with any JSON.
#pragma once

#include <span>
#include <string_view>

#include "content/json/problems.h"

namespace hub::config::problems {

content::Problem no_such_choice(std::string_view written, std::string_view nearest,
                                std::span<const std::string_view> known);
content::Problem no_such_rotation();
content::Problem screen_out_of_reach(double reach_mm);
content::Problem weekdays_missing(std::span<const std::string_view> missing);
content::Problem language_repeated(std::string_view tag);
content::Problem languages_without_japanese();
content::Problem plain_pin();  // never repeats it
content::Problem bad_pin_hash();
content::Problem no_pack_key();
content::Problem secret_pack_key();  // never repeats it
content::Problem pack_key_repeated();
content::Problem too_many_pack_keys(std::size_t most);
content::Problem bad_carrier_url();
content::Problem plain_carrier_url();  // http, and not this machine
content::Problem bad_screen_name(std::size_t most);
content::Problem fetched_without_keys();

}  // namespace hub::config::problems
