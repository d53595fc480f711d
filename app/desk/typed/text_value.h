// A text of a content file as JSON: a string, or by language {"ja": …, "en": …, "renderedFrom": …}
// (content/json/keys.h).
#pragma once

#include <string>
#include <vector>

#include "desk/store/json.h"

namespace hub::desk {

// The value at a JSON Pointer; null: there is none, or the pointer is none.
const Json* value_at(const Json& json, const std::string& pointer);
Json* value_at(Json& json, const std::string& pointer);

// Puts it there; what it lies in is there, or is an object that is made (a number may be its key: /services/6/name).
void put_at(Json& json, const std::string& pointer, Json value);

std::string words_in(const Json& text, const std::string& language);  // empty: not in it
std::vector<std::string> renderings_in(const Json& text);             // languages beside Japanese

// The Japanese that its translations say they were made from. Where a text does not say, they count as made of what it
// says.
std::string rendered_from(const Json& text);
bool is_older(const Json& text);  // than its Japanese, as content's own check has it

// Other Japanese: the translations stay, and say what they were made from.
Json with_japanese(Json text, const std::string& words);
// Empty words take the language away; a text in Japanese alone is a string again.
Json with_rendering(Json text, const std::string& language, const std::string& words);
// All its translations were made of, or still say, the Japanese of now.
Json rendered_anew(Json text);

}  // namespace hub::desk
