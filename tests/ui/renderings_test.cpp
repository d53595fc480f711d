// What the report says, for who reads another language: a rendering first, said not to be official, and the original,
// word for word, right below it.
#include <doctest/doctest.h>

#include "support/lobby.h"

using namespace hub;
using tests::Lobby;

namespace {

std::string words_of(const ui::Box& box) {
  std::string words;
  for (std::size_t i = 0; i < box.block->lines.size(); ++i) words += box.block->line_text(i);
  return words;
}

// Where a text begins on a page, by its first letters; -1: it is not there.
int top_of(const ui::Layer& page, const std::string& begins_with) {
  for (const ui::Box& box : page.boxes) {
    if (box.block != nullptr && words_of(box).starts_with(begins_with)) return box.rect.y;
  }
  return -1;
}

std::string head_of(const std::string& words) { return words.substr(0, 27); }

}  // namespace

TEST_CASE_FIXTURE(Lobby, "a rendering stands first and is marked, the original stands below it") {
  const content::Report& report = snapshot->find_hub("izumi")->reports.back();
  for (const std::string language : {"ja-easy", "en", "zh-Hans", "ko", "vi"}) {
    CAPTURE(language);
    ui::UiState s = state("izumi", "purpose");
    s.language = language;
    const ui::Layer& page = scene(frame_context({1920, 1080}), s).page;
    const int note = top_of(page, language == "ja-easy"
                                      ? "公式の文"
                                      : head_of(std::string(snapshot->strings.say("rendering.note", language).words)));
    const int rendering = top_of(page, head_of(std::string(report.purpose.in(language).words)));
    const int original = top_of(page, head_of(report.purpose.japanese()));
    REQUIRE(note >= 0);
    REQUIRE(rendering > note);
    CHECK(original > rendering);
    if (language != "ja-easy") CHECK(top_of(page, "公式の文") >= 0);
    for (const content::Text& principle : report.principles) {
      const int first = top_of(page, head_of(std::string(principle.in(language).words)));
      REQUIRE(first >= 0);
      CHECK(top_of(page, head_of(principle.japanese())) > first);
    }
  }
}

TEST_CASE_FIXTURE(Lobby, "in Japanese the report stands alone") {
  const ui::Layer& page = scene("izumi", "purpose").page;
  CHECK(top_of(page, "公式の文") == -1);
  CHECK(top_of(page, "もとの") == -1);
}

TEST_CASE_FIXTURE(Lobby, "what nobody rendered stands in Japanese with its tag") {
  ui::UiState s = state("izumi", "about");
  s.language = "en";
  CHECK(top_of(scene(frame_context({1920, 1080}), s).page, "Japanese") >= 0);
}
