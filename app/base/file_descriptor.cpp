#include "base/file_descriptor.h"

#include <unistd.h>

#include <cerrno>

#include "base/system_calls.h"

namespace hub::base {

int FileDescriptor::close() {
  const int number = std::exchange(number_, -1);
  if (number < 0) return 0;
  if (calls_ != nullptr) return calls_->close(number);
  return ::close(number) == 0 ? 0 : -errno;
}

}  // namespace hub::base
