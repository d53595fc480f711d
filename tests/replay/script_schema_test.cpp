#include <doctest/doctest.h>

#include "replay/script_keys.h"
#include "support/schema.h"

using namespace hub::replay;
using namespace hub::tests;

TEST_CASE("every key of a script that the loader takes is in the schema, and the other way round") {
  check_object("replay", "", kReplayKeys);
  check_object("replay", "/$defs/step", kReplayStepKeys);
  check_object("replay", "/$defs/touch", kReplayTouchKeys);
  check_object("replay", "/$defs/move", kReplayMoveKeys);
  check_object("replay", "/$defs/finger", kReplayFingerKeys);
  check_object("replay", "/$defs/flick", kReplayFlickKeys);
  check_object("replay", "/$defs/clock", kReplayClockKeys);
  check_object("replay", "/$defs/expect", kReplayExpectKeys);
}
