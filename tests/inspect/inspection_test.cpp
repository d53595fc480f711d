// The one inspection: how far it goes, what it finds on the way, and who hears of it.
#include "inspect/inspection.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/content_copy.h"
#include "support/japanese_only.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;
using inspect::Depth;

namespace {

constexpr const char* kReport = "content/konan/reports/2026.json";

std::string words_of(const inspect::ContentFinding& finding) {
  if (const auto* diagnostic = std::get_if<content::Diagnostic>(&finding.what)) {
    return content::describe(*diagnostic, base::StaffLanguage::ja);
  }
  return std::get<base::Error>(finding.what).what.ja;
}

struct Heard : inspect::InspectionListener {
  void begins(Depth depth) override { began.push_back(depth); }
  void screen_inspected() override { ++screens; }
  void ended(Depth depth, const std::vector<inspect::ContentFinding>& findings) override {
    over.push_back(depth);
    for (const inspect::ContentFinding& one : findings) words.push_back(words_of(one));
  }

  std::vector<Depth> began, over;
  std::vector<std::string> words;
  int screens = 0;
};

struct Inspecting : tests::ContentCopy {
  inspect::Inspected konan(Depth depth, const std::string& called = "") {
    heard = Heard();
    inspect::Inspected inspected =
        inspect::inspect_content(base::DiskFiles(), {folder, "konan", called, tests::kToday, depth}, heard);
    // Whoever listens hears what is returned, in the same order.
    std::vector<std::string> words;
    for (const inspect::ContentFinding& one : inspected.findings) words.push_back(words_of(one));
    CHECK(words == heard.words);
    return inspected;
  }
  bool says(const std::string& part) const {
    for (const std::string& words : heard.words) {
      if (words.find(part) != std::string::npos) return true;
    }
    return false;
  }

  Heard heard;
};

}  // namespace

TEST_CASE_FIXTURE(Inspecting, "it looks as far as it is asked to, and no further") {
  std::filesystem::remove(folder + "/konan/acknowledged.json");
  CHECK(konan(Depth::reading).may_be_shown());
  CHECK(heard.over == std::vector{Depth::reading});
  const inspect::Inspected letters = konan(Depth::letters);
  CHECK(letters.may_be_shown());
  CHECK(letters.snapshot->hubs.size() == 1);
  CHECK(letters.warnings() == static_cast<int>(letters.findings.size()));  // ら得た: begins in the middle of a sentence
  CHECK(letters.warnings() > 0);
  CHECK(heard.over == std::vector{Depth::reading, Depth::letters});
  CHECK(heard.began.empty());
  CHECK(heard.screens == 0);
}

TEST_CASE_FIXTURE(Inspecting, "what cannot be read ends it, and is said of the folder that staff know") {
  replace(kReport, "\"ward\"", "\"wards\"");
  const inspect::Inspected inspected = konan(Depth::drawing, "/media/usb/content");
  CHECK(inspected.snapshot == nullptr);
  CHECK_FALSE(inspected.may_be_shown());
  CHECK(heard.over == std::vector{Depth::reading});
  CHECK(says("/media/usb/content/konan/reports/2026.json:4:"));
  CHECK_FALSE(says(folder));
}

TEST_CASE_FIXTURE(Inspecting,
                  "an icon or a character that there is not refuses the content before anything is laid out") {
  replace("content/common/services.json", "\"icon\": \"baby\"", "\"icon\": \"dragon\"");
  CHECK_FALSE(konan(Depth::drawing).may_be_shown());
  CHECK(says("dragon"));
  CHECK(heard.over == std::vector{Depth::reading, Depth::letters});
  replace("content/common/services.json", "\"icon\": \"dragon\"", "\"icon\": \"baby\"");

  replace(kReport, "妊娠期からの切れ目", "妊娠期\xF0\x90\x8E\xA0からの切れ目");  // U+103A0, Old Persian
  CHECK_FALSE(konan(Depth::drawing).may_be_shown());
  CHECK(says("U+103A0"));
  CHECK(heard.over == std::vector{Depth::reading});
}

TEST_CASE_FIXTURE(Inspecting, "a colour that is hard to read wants a person's eye, and refuses nothing") {
  const int before = konan(Depth::letters).warnings();
  replace("content/konan/hub.json", "\"ward\"", "\"colour\": \"#FFFF88\",\n  \"ward\"");
  const inspect::Inspected inspected = konan(Depth::letters);
  CHECK(inspected.may_be_shown());
  CHECK(inspected.warnings() == before + 1);
  CHECK(says("#FFFF88"));
}

TEST_CASE_FIXTURE(Inspecting, "what does not fit refuses the content, and is not drawn" * hub::tests::slow()) {
  if (tests::kSanitized) tests::keep_japanese(folder);
  // Digits are never broken: so many are wider than any page.
  replace("content/konan/hub.json", "妊娠期からずっと", std::string(60, '8'));
  CHECK(konan(Depth::letters).may_be_shown());
  CHECK_FALSE(konan(Depth::drawing).may_be_shown());
  CHECK(says("画面に収まりません"));
  CHECK(heard.began == std::vector{Depth::layout});
  CHECK(heard.over == std::vector{Depth::reading, Depth::letters, Depth::layout});
  CHECK(heard.screens > (tests::kSanitized ? 20 : 100));
}
