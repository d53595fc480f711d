#include "platform/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace hub::platform {

namespace {
constexpr int kNice = 10;  // a tenth of what a thread that draws gets, when both want all of a processor
}

// On Linux a thread has a nice value of its own (setpriority(2), "C library/kernel differences").
void give_way_to_frames() { setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice); }

}  // namespace hub::platform
