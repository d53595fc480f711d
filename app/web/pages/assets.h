// The files that all pages use: one style sheet, one script, one icon. They are part of the program.
#pragma once

#include <string>

#include "web/http/request.h"
#include "web/markup/url.h"

namespace hub::web {

// Its name, with what it says in it: a browser that has it never asks again, and never uses an old one.
Url asset_url(const std::string& name);
// Nothing: there is no such file.
std::optional<Response> asset(const std::string& name);

}  // namespace hub::web
