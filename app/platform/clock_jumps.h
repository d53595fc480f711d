// A file that becomes readable when somebody sets the machine's clock: the network after a start without clock battery,
// or a person. timerfd_create(2), TFD_TIMER_CANCEL_ON_SET.
#pragma once

namespace hub::platform {

class ClockJumps {
 public:
  ClockJumps();
  ~ClockJumps();
  ClockJumps(const ClockJumps&) = delete;
  ClockJumps& operator=(const ClockJumps&) = delete;

  int file() const { return file_; }  // -1 where the machine has no such thing
  bool take();                        // has it jumped since this was last asked?

 private:
  void wait_for_next();

  int file_;
};

}  // namespace hub::platform
