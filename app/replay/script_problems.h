// The words of what can be wrong with a script for `hub-kiosk replay`, beside what can be wrong with any JSON.
#pragma once

#include <span>
#include <string_view>

#include "content/json/problems.h"

namespace hub::replay::problems {

content::Problem one_action_wanted();
content::Problem only_true();
content::Problem not_one_of(std::string_view word, std::span<const std::string_view> known);
content::Problem no_such_time(std::string_view written);
content::Problem bad_place();
content::Problem bad_size(int least_px, int most_px);
content::Problem finger_is_down(int id);
content::Problem finger_is_up(int id);

}  // namespace hub::replay::problems
