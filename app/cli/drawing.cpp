#include "cli/drawing.h"

#include <algorithm>
#include <limits>

namespace hub::cli {

namespace {

std::vector<text::KnownWord> known_words(const content::Snapshot* snapshot, const std::string& hub) {
  std::vector<text::KnownWord> words;
  if (snapshot == nullptr) return words;
  // The hub's own readings come last and win.
  for (const std::string& owner : {std::string(), hub}) {
    const auto found = snapshot->readings.find(owner);
    if (found == snapshot->readings.end()) continue;
    for (const content::Reading& reading : found->second) words.push_back({reading.word, reading.reading});
  }
  return words;
}

}  // namespace

base::Result<std::unique_ptr<Typography>> Typography::open() {
  base::Result<text::Faces> faces = text::Faces::open();
  if (!faces) return faces.error();
  return std::unique_ptr<Typography>(new Typography(std::move(faces).value()));
}

ui::Stage& Typography::stage(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) {
  if (stage_ && snapshot_ == snapshot && hub_ == hub) return *stage_;
  stage_.reset();
  typesetter_.reset();
  analyser_ = std::make_unique<text::Analyser>(known_words(snapshot.get(), hub));
  typesetter_ = std::make_unique<text::Typesetter>(*analyser_, faces_);
  stage_ = std::make_unique<ui::Stage>(*typesetter_, pages_);
  snapshot_ = snapshot;
  hub_ = hub;
  return *stage_;
}

Drawing::Drawing(Typography& typography) : typography_(typography) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

Drawing::~Drawing() {
  renderer_.reset();
  ImGui::DestroyContext();
}

base::Result<std::unique_ptr<Drawing>> Drawing::create(Typography& typography) {
  std::unique_ptr<Drawing> drawing(new Drawing(typography));
  base::Result<platform::Renderer> renderer = platform::Renderer::create(text::kMaxPages, text::kPageSize_px);
  if (!renderer) return renderer.error();
  drawing->renderer_ = std::make_unique<platform::Renderer>(std::move(renderer).value());
  for (int page = 0; page < text::kMaxPages; ++page) {
    drawing->textures_.push_back(drawing->renderer_->page_texture(page));
  }
  return drawing;
}

ui::Outcome Drawing::frame(const ui::World& world, const ui::UiState& state, const ui::Finger& finger,
                           base::Instant now) {
  ImGuiIO& io = ImGui::GetIO();
  constexpr float kShortest_s = 1.0f / 1000;  // ImGui wants time to pass
  io.DeltaTime = std::max(kShortest_s, std::chrono::duration<float>(now - last_frame_).count());
  last_frame_ = now;
  io.DisplaySize = {static_cast<float>(world.screen.width_px), static_cast<float>(world.screen.height_px)};
  const bool nobody = finger.phase == ui::Finger::Phase::up;
  constexpr float kNowhere = -std::numeric_limits<float>::max();
  io.MousePos = nobody ? ImVec2(kNowhere, kNowhere)
                       : ImVec2(static_cast<float>(finger.now.x), static_cast<float>(finger.now.y));
  io.MouseDown[0] = finger.down();

  renderer_->new_frame();
  ImGui::NewFrame();
  const ui::Canvas canvas{textures_, &platform::fill_clip_rect};
  ui::Outcome outcome = typography_.stage(world.snapshot, state.hub).frame(world, state, finger, now, canvas);
  ImGui::Render();

  text::GlyphPages& pages = typography_.pages();
  for (const text::PageRect& change : pages.take_changes()) {
    renderer_->upload(change.page, change.x_px, change.y_px, change.width_px, change.height_px,
                      pages.page(change.page));
  }
  renderer_->draw(ImGui::GetDrawData(), world.screen.width_px, world.screen.height_px);
  return outcome;
}

}  // namespace hub::cli
