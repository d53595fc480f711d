#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#if defined(__SANITIZE_ADDRESS__)
#include <dlfcn.h>

// Mesa's GLX keeps what it learned about a screen after the display is closed.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { return "leak:libGLX_mesa.so\n"; }

// Only what is still loaded at the end has a name then.
[[maybe_unused]] static const void* const kMesaStays = dlopen("libGLX_mesa.so.0", RTLD_LAZY | RTLD_NODELETE);
#endif
