// What goes wrong with files and folders, in words for staff.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

namespace hub::base {

// A limit as a person reads it, exactly: 1 MB, 64 KB, 100 バイト / 100 bytes.
Message size_text(std::size_t bytes);

Error cannot_read(const std::string& path, int error_number);
Error cannot_write(const std::string& path, int error_number);
Error too_large(const std::string& path, std::size_t max_bytes);
Error not_regular(const std::string& path);  // a device, a pipe, a socket
Error is_a_link(const std::string& path);    // where none is followed

}  // namespace hub::base
