// publish as staff meet it: the real program, from good and bad folders, killed by strace.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/file.h>

#include "support/fixtures.h"
#include "support/needs.h"
#include "support/program.h"
#include "support/slow.h"

namespace {

#ifdef HUB_SANITIZED
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

using namespace hub::tests;
using namespace hub::tests;
namespace fs = std::filesystem;

struct Desk : DiskPlace {
  Desk() { write_tree(path / "source", small_hub("はじめ")); }

  std::string publishing() const { return "publish " + (*this / "source") + " --to " + (*this / "live"); }
  std::string going_back() const { return "publish --rollback " + (*this / "live"); }
  bool shows(const Tree& tree) const { return tree_of(path / "live") == tree; }
};

}  // namespace

TEST_CASE_FIXTURE(Desk,
                  "what is published shows, what is wrong does not, and rollback goes one back" * hub::tests::slow()) {
  const Tree first = small_hub("はじめ"), second = small_hub("つぎに");
  const Answer published = kiosk(publishing());
  CHECK_MESSAGE(published.status == 0, published.says());
  CHECK(shows(first));
  CHECK(contains(published.says(), "公開しました"));
  CHECK(contains(published.says(), "描いて確かめた画面: 計 "));
  CHECK(kiosk("check --content " + (*this / "live")).status == 0);

  write_tree(path / "source", second);
  write_tree(path / "source", {{"notes.txt", "x"}});
  const Answer again = kiosk(publishing() + " --lang en");
  CHECK_MESSAGE(again.status == 0, again.says());
  CHECK(contains(again.says(), "notes.txt"));
  CHECK(contains(again.says(), "(warnings: "));
  CHECK(shows(second));

  struct Breakage {
    const char* file;
    std::string bytes;
    const char* says;
  };
  const std::string& hub = second.at("izumi/hub.json");
  const Breakage breakages[] = {
      {"izumi/hub.json", replaced(hub, "\"tagline\"", "\"taglin\""), "source/izumi/hub.json:5:"},
      {"izumi/hub.json", replaced(hub, "つぎに", std::string(60, '8')), "画面に収まりません"},
      {"izumi/hub.json", replaced(hub, "つぎに", "\xF0\x90\x8E\xA0"), "U+103A0"},
      {"common/services.json",
       replaced(second.at("common/services.json"), "1, \"icon\": \"baby\"", "1, \"icon\": \"dragon\""), "dragon"},
  };
  for (const Breakage& breakage : breakages) {
    write_tree(path / "source", {{breakage.file, breakage.bytes}});
    const Answer refused = kiosk(publishing());
    CHECK(refused.status == 1);
    CHECK_MESSAGE(contains(refused.says(), breakage.says), refused.says());
    CHECK(contains(refused.says(), "これまでのまま"));
    CHECK_FALSE(contains(refused.says(), ".versions"));  // the copy is nobody's business
    CHECK(shows(second));
    write_tree(path / "source", second);
  }

  CHECK(kiosk(going_back()).status == 0);
  CHECK(shows(first));
  const Answer none = kiosk(going_back());
  CHECK(none.status == 1);
  CHECK(contains(none.says(), "1つ前の中身がありません"));
  CHECK(shows(first));
}

// The report of next year is in the folder already: its screens come by themselves in April, when nobody looks.
TEST_CASE_FIXTURE(Desk, "a report that is only shown later has to fit as well" * hub::tests::slow()) {
  std::string later = small_hub("")["izumi/reports/2024.json"];
  later = replaced(later, "\"goalYear\": 2024", "\"goalYear\": 2095");
  later = replaced(later, "つながります。", std::string(80, '8'));
  write_tree(path / "source", {{"izumi/reports/2095.json", later}});
  const Answer refused = kiosk(publishing());
  CHECK(refused.status == 1);
  CHECK_MESSAGE(contains(refused.says(), "画面に収まりません"), refused.says());
}

TEST_CASE_FIXTURE(Desk, "SRC --to DIR, or --rollback DIR, and nothing else" * hub::tests::slow()) {
  for (const char* words : {"publish", "publish a", "publish --to b", "publish a --to b --rollback c",
                            "publish a --rollback c", "publish --to b --rollback c", "publish '' --to b",
                            "publish a --to ''", "publish --rollback ''", "publish a b --to c"}) {
    CAPTURE(words);
    CHECK(kiosk(words).status == 2);
  }
  CHECK(kiosk("publish --help").status == 0);
}

TEST_CASE_FIXTURE(Desk, "while another publishes, a second one is told") {
  fs::create_directory(path / ".live.versions");
  const int lock = ::open((*this / ".live.versions/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
  const Answer second = kiosk(publishing());
  CHECK(second.status == 1);
  CHECK(contains(second.says(), "別の hub-kiosk"));
  ::close(lock);
}

TEST_CASE_FIXTURE(Desk, "a process that strace kills, or tells that the disk is full, leaves the old or the new" *
                            hub::tests::slow()) {
  if (shell("strace -f -o /dev/null true").status != 0) {
    return skip("strace is missing, or may not trace here: sudo apt install strace");
  }
  const Tree old = small_hub("はじめ"), fresh = small_hub("つぎに");
  REQUIRE(kiosk(publishing()).status == 0);
  write_tree(path / "source", fresh);
  const auto traced = [&](const std::string& call, const std::string& fault, int n, const std::string& arguments) {
    return shell("strace -f -o /dev/null -e trace=" + call + " -e inject=" + call + ":" + fault +
                 ":when=" + std::to_string(n) + " $KIOSK " + arguments);
  };
  struct Sample {
    const char* call;
    int n;
  };
  // Copying: a folder, a link, a mode, a sync. Then the copy's name, which comes after every screen was drawn.
  for (const Sample& s : {Sample{"mkdirat", 1},
                          {"mkdirat", 4},
                          {"symlinkat", 1},
                          {"fchmod", 3},
                          {"fsync", 1},
                          {"fsync", 4},
                          {"renameat", 1}}) {
    CAPTURE(std::string(s.call));
    CAPTURE(s.n);
    CHECK(traced(s.call, "signal=KILL", s.n, publishing()).status != 0);
    CHECK(shows(old));
  }
  for (const Sample& s : {Sample{"mkdirat", 2}, {"write", 1}, {"write", 4}, {"fsync", 3}, {"symlinkat", 1}}) {
    CAPTURE(std::string(s.call));
    CAPTURE(s.n);
    // AddressSanitizer looks at memory with write(), and ends the program when that fails.
    if (kSanitized && std::string_view(s.call) == "write") continue;
    const Answer full = traced(s.call, "error=ENOSPC", s.n, publishing());
    CHECK(full.status == 1);
    CHECK_MESSAGE(contains(full.says(), "ディスクがいっぱいです"), full.says());
    CHECK(shows(old));
  }
  REQUIRE(kiosk(publishing()).status == 0);
  REQUIRE(shows(fresh));
  // The switch itself.
  CHECK(traced("symlinkat", "signal=KILL", 1, going_back()).status != 0);
  CHECK(shows(fresh));
  CHECK(traced("renameat", "signal=KILL", 1, going_back()).status != 0);
  CHECK((shows(fresh) || shows(old)));
  const Answer unsure = traced("fsync", "error=ENOSPC", 2, going_back());
  CHECK(unsure.status == 1);
  CHECK(shows(fresh));
  CHECK(traced("fsync", "signal=KILL", 2, going_back()).status != 0);
  CHECK(shows(old));
}
