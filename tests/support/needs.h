// What a test needs that a machine may lack.
#pragma once

#include <doctest/doctest.h>

// Ends a test case whose server has not started, and says why.
#define HUB_NEEDS(server)                          \
  if (!(server).why_not().empty()) {               \
    MESSAGE("not tested: " << (server).why_not()); \
    return;                                        \
  }
