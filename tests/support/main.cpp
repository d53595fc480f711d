#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// Mesa's GLX (Debian 13) keeps what it learned about a screen after the display is closed.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { return "leak:libGLX_mesa.so\n"; }
