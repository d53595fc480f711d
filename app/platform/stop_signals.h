// SIGTERM, SIGINT and SIGHUP (its terminal is gone) ask the kiosk to end: the first one is noted and wakes who sleeps,
// a second one ends the process at once.
#pragma once

namespace hub::platform {

// From now on, in this process; `wake_file` is an eventfd, which stays open.
void note_stop_signals(int wake_file);
bool stop_asked();

}  // namespace hub::platform
