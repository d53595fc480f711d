#include "support/lobby.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/path.h"
#include "support/memory_files.h"

namespace hub::tests {

namespace {

const std::string kSource = HUB_SOURCE_DIR;

std::shared_ptr<const content::Snapshot> loaded(const base::FileReader& files, const std::string& content) {
  content::Loaded whole = content::load(files, content, kSource + "/assets/strings");
  REQUIRE(whole.snapshot != nullptr);
  return std::move(whole.snapshot);
}

void copy_folder(const std::string& from, const std::string& to, base::FileWriter& files) {
  const base::DiskFiles disk;
  const auto entries = disk.list(from);
  REQUIRE(entries.ok());
  for (const base::FileEntry& entry : entries.value()) {
    const std::string source = base::join(from, entry.name), copy = base::join(to, entry.name);
    if (entry.kind == base::FileEntry::Kind::folder) {
      copy_folder(source, copy, files);
    } else {
      const auto bytes = disk.read(source, content::kMaxFileBytes);
      REQUIRE(bytes.ok());
      REQUIRE(files.write(copy, bytes.value()).ok());
    }
  }
}

}  // namespace

std::shared_ptr<const content::Snapshot> shipped_content() { return loaded(base::DiskFiles(), kSource + "/content"); }

std::shared_ptr<const content::Snapshot> three_years() {
  tests::MemoryFiles files;
  copy_folder(kSource + "/content/common", "content/common", files);
  copy_folder(kSource + "/tests/support/years", "content", files);
  copy_folder(kSource + "/assets/strings", kSource + "/assets/strings", files);
  return loaded(files, "content");
}

Lobby::Lobby(std::shared_ptr<const content::Snapshot> content)
    : snapshot(std::move(content)), screen_context(std::move(render::ScreenContext::open()).value()) {}

ui::FrameContext Lobby::frame_context(ui::Point size_px) const {
  ui::FrameContext frame_context;
  frame_context.snapshot = snapshot;
  frame_context.screen = {size_px.x, size_px.y};
  frame_context.today = kToday;
  return frame_context;
}

ui::UiState Lobby::state(const std::string& hub, const std::string& route) const {
  ui::UiState state = ui::fresh_state(hub, {});
  const auto parsed = ui::parse_route(route);
  REQUIRE(parsed.has_value());
  state.route = *parsed;
  return state;
}

const ui::Scene& Lobby::scene(const ui::FrameContext& frame_context, const ui::UiState& state, base::Instant now) {
  return screens(frame_context.snapshot, state.hub).stage().scene(frame_context, state, now);
}

render::HubScreens& Lobby::screens(const std::shared_ptr<const content::Snapshot>& of, const std::string& hub) {
  if (!shown_screens || shown_screens->snapshot() != of || shown_screens->hub() != hub) {
    shown_screens = std::make_unique<render::HubScreens>(*screen_context, of, hub);
  }
  return *shown_screens;
}

const ui::Scene& Lobby::scene(const std::string& hub, const std::string& route, ui::Point size_px) {
  return scene(frame_context(size_px), state(hub, route));
}

std::vector<std::string> Lobby::routes(const std::string& hub) const {
  const content::Hub& one = *snapshot->find_hub(hub);
  std::vector<std::string> paths;
  for (const ui::Route& route : ui::routes_of(one, content::shown_report(one, kToday))) {
    paths.push_back(ui::path_of(route));
  }
  return paths;
}

void Lobby::for_each_screen(const std::function<void(const std::string&, const std::string&)>& visit) const {
  for (const content::Hub& hub : snapshot->hubs) {
    for (const std::string& route : routes(hub.id)) visit(hub.id, route);
  }
}

const ui::Box& find_box(const ui::Layer& layer, std::string_view path_end) {
  const auto found = std::ranges::find_if(layer.boxes, [&](const ui::Box& b) { return b.path.ends_with(path_end); });
  REQUIRE_MESSAGE(found != layer.boxes.end(), path_end);
  return *found;
}

}  // namespace hub::tests
