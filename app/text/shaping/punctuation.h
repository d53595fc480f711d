// Full-width punctuation set as JLREQ 3.1.2–3.1.5 asks: the blank half between two marks, and at a line's start, goes.
// BIZ UDPGothic's marks are narrow by themselves and stay as they are; this is for the fallback faces.
#pragma once

#include <string_view>

#include "text/glyphs/faces.h"
#include "text/shaping/shape.h"

namespace hub::text {

void tighten_punctuation(std::u32string_view text, const Faces& faces, Shaped& shaped);

}  // namespace hub::text
