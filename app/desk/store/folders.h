// Folders of the desk, by way of the calls that tests can interrupt.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

// Makes it, and the folders that it lies in, where they are not there.
base::Result<base::FileDescriptor> open_or_make_folder(const base::SystemCalls& calls, const std::string& path);

// 2026-11-27T15:03, to the minute.
std::string minute_text(base::LocalTime time);

// A file's name as its owner wrote it, or what can be shown of it: one line, without the folders before it. Never
// empty.
std::string name_alone(std::string_view name);

}  // namespace hub::desk
