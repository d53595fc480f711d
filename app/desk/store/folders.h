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

// A small file's new bytes take the old one's place in one rename: it is there whole, the one or the other. With an
// Error it is as it was.
base::Status replace_file(const base::SystemCalls& calls, const base::FileDescriptor& folder, const std::string& name,
                          std::string_view bytes, const std::string& path);
inline constexpr const char* kInTheMaking = ".new";  // ends the name of what an interruption may leave

// 2026-11-27T15:03, to the minute.
std::string minute_text(base::LocalTime time);

// A file's name as its owner wrote it, or what can be shown of it: one line, without the folders before it. Never
// empty.
std::string name_alone(std::string_view name);

}  // namespace hub::desk
