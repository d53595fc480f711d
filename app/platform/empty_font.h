// ImGui begins no frame without a font, and builds one of its own where it has none. Our letters come from the glyph
// atlas.
#pragma once

struct ImFontAtlas;

namespace hub::platform {

// One font without a glyph, and a texture of one white pixel, which is what plain areas are drawn with. Before the
// atlas's first frame.
void give_empty_font(ImFontAtlas& atlas);

}  // namespace hub::platform
