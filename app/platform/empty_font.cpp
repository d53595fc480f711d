#include "platform/empty_font.h"

#include <imgui.h>

#include "base/check.h"

namespace hub::platform {

void give_empty_font(ImFontAtlas& atlas) {
  HUB_CHECK(atlas.Fonts.empty() && atlas.TexPixelsAlpha8 == nullptr);
  atlas.TexWidth = 1;
  atlas.TexHeight = 1;
  atlas.TexUvScale = {1, 1};
  atlas.TexUvWhitePixel = {0.5F, 0.5F};
  atlas.TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(1));  // the atlas frees it, and the font
  atlas.TexPixelsAlpha8[0] = 255;
  ImFont* const font = IM_NEW(ImFont)();
  font->FontSize = 1;
  font->ContainerAtlas = &atlas;
  atlas.Fonts.push_back(font);
  atlas.TexReady = true;
}

}  // namespace hub::platform
