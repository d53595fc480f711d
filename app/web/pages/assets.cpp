#include "web/pages/assets.h"

#include <map>

#include "base/sha256.h"
#include "web_assets.h"

namespace hub::web {

namespace {

struct Asset {
  const char* type;
  std::string bytes;
  std::string version;
};

const std::map<std::string, Asset>& assets() {
  static const auto* const all = [] {
    auto* made = new std::map<std::string, Asset>();
    const auto add = [&](const char* name, const char* type, const char* bytes) {
      made->emplace(name, Asset{type, bytes, base::sha256_text(bytes).substr(0, 12)});
    };
    add("edit.css", "text/css; charset=utf-8", kEditCss);
    add("edit.js", "text/javascript; charset=utf-8", kEditJs);
    add("icon.svg", "image/svg+xml", kIconSvg);
    return made;
  }();
  return *all;
}

}  // namespace

Url asset_url(const std::string& name) { return Url({"assets", name}, {{"v", assets().at(name).version}}); }

std::optional<Response> asset(const std::string& name) {
  const auto found = assets().find(name);
  if (found == assets().end()) return std::nullopt;
  return Response{
      200, found->second.type, {{"Cache-Control", "private, max-age=31536000, immutable"}}, found->second.bytes};
}

}  // namespace hub::web
