// What a report has in it, in the words of the screens.
#pragma once

#include <string>
#include <vector>

#include "desk/edit/report_editor.h"

namespace hub::desk {

// Sentences for staff: これからの重点目標が2つ、取組内容が8つ。…
std::vector<std::string> found_in(const ReportEditor& report);

}  // namespace hub::desk
