// The parts that a hub's words are edited in: each is a page, with the screen that shows it.
#pragma once

#include <string>
#include <vector>

#include "desk/typing.h"
#include "web/draw/screen_wish.h"
#include "web/markup/url.h"
#include "web/pages/page.h"

namespace hub::web {

struct TypedPart {
  std::string id;     // of the page: front, goals-1, hub, service-3
  std::string title;  // これからの重点目標 1
  std::string route;  // of the screen
  bool of_report = true;
  std::vector<const desk::Statement*> statements;  // of the texts that they were made of
};

// In the report's order, then the hub's own.
std::vector<TypedPart> typed_parts(const desk::Texts& texts);

// What names a field on its page.
std::string field_id(const desk::Address& at, const std::string& language);
// The page of a statement, at its field. Nothing: it is on none.
std::optional<Url> url_of_field(const PageContext& context, const desk::Texts& texts, const desk::Address& at,
                                const std::string& language);

}  // namespace hub::web
