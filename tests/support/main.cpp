// main() of every test program: doctest's, and what doctest does not know: cases that are skipped, a name that no case
// has, and the list of the cases as ctest reads it.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>

#include "support/needs.h"
#include "support/slow.h"

// Mesa's GLX (Debian 13) keeps what it learned about a screen after the display is closed.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" const char* __lsan_default_suppressions() { return "leak:libGLX_mesa.so\n"; }

#ifdef HUB_SANITIZED
// A driver that is unloaded has no name any more by which its leaks could be told from ours: none is.
extern "C" int dlclose(void* /*library*/) { return 0; }
#endif

namespace {

// What the run has come to so far.
struct Tally {
  int cases = 0;
  int skipped = 0;
  int idle = 0;        // asserted nothing
  bool skips = false;  // the case that runs
  bool ended = false;
} tally;

// One that another case started (platform/child.h), which is judged there.
bool is_child() { return std::getenv("HUB_TEST_CHILD") != nullptr; }

// What a reporter leaves out.
struct Quiet : doctest::IReporter {
  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};

struct Counter : Quiet {
  explicit Counter(const doctest::ContextOptions&) {}
  void test_case_start(const doctest::TestCaseData&) override {
    ++tally.cases;
    tally.skips = false;
  }
  void test_case_end(const doctest::CurrentTestCaseStats& stats) override {
    if (stats.numAssertsFailedCurrentTest > 0) return;
    if (tally.skips) {
      ++tally.skipped;
    } else if (stats.numAssertsCurrentTest == 0 && !is_child()) {
      ++tally.idle;
    }
  }
  void test_run_end(const doctest::TestRunStats&) override { tally.ended = true; }
};

// `--list-test-cases --reporters=ctest --out=FILE`: a test of each case, ROOM: NAME, that CTestTestfile.cmake includes.
struct CtestList : Quiet {
  explicit CtestList(const doctest::ContextOptions& options) : out(*options.cout) {}

  void report_query(const doctest::QueryData& query) override {
    for (unsigned i = 0; i < query.num_data; ++i) write(*query.data[i]);
  }

  // As doctest's filters read it: they come in a list.
  static std::string escaped(std::string_view name) {
    std::string filter;
    for (const char c : name) {
      if (c == ',' || c == '\\') filter += '\\';
      filter += c;
    }
    return filter;
  }

  void write(const doctest::TestCaseData& one) {
    const auto word = [&](std::string_view text) { out << " [==[" << text << "]==]"; };
    const std::string name = self.filename().string().substr(std::string_view("test_").size()) + ": " + one.m_name;
    const bool slow = hub::tests::is_slow(one);
    out << "add_test(";
    word(name);
    if (sizeof HUB_EMULATOR > 1) word(HUB_EMULATOR);
    word(self.string());
    word("--test-case=" + escaped(one.m_name));
    out << ")\nset_tests_properties(";
    word(name);
    out << " PROPERTIES SKIP_RETURN_CODE " << hub::tests::kSkippedStatus << " LABELS " << (slow ? "slow" : "fast")
        << " TIMEOUT " << (slow ? kSlowTimeout_s : kFastTimeout_s) << " COST " << (slow ? 100 : 1) << ")\n";
  }

  // Only for what hangs: a busy machine under a sanitizer takes fifty times what an idle one does.
  static constexpr int kFastTimeout_s = 180;
  static constexpr int kSlowTimeout_s = 1200;

  std::ostream& out;
  std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
};

DOCTEST_REGISTER_LISTENER("counter", 0, Counter);
DOCTEST_REGISTER_REPORTER("ctest", 0, CtestList);

}  // namespace

void hub::tests::skip(const std::string& missing) {
  const char* const ci = std::getenv("CI");
  if (!is_child() && ci != nullptr && std::string_view(ci) == "true") {
    FAIL_CHECK("CI has to have all that a test needs: " << missing);
  } else {
    skip_anywhere(missing);
  }
}

void hub::tests::skip_anywhere(const std::string& missing) {
  MESSAGE(std::string(kSkipped) << missing);
  tally.skips = true;
}

int main(int argc, char** argv) {
  const int status = doctest::Context(argc, argv).run();
  if (status != 0 || !tally.ended) return status;
  if (tally.cases == 0) {
    std::fputs("No test case has this name.\n", stderr);
    return EXIT_FAILURE;
  }
  if (tally.idle > 0) {
    std::fprintf(stderr, "%d test cases assert nothing: they can only hang.\n", tally.idle);
    return EXIT_FAILURE;
  }
  return tally.skipped == tally.cases ? hub::tests::kSkippedStatus : status;
}
