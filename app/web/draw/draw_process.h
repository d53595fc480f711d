// The program that draws, at the other end of a socket: it takes questions and gives answers until that closes. It is a
// process of its own, because a renderer takes more memory than the server does all day, and goes when nobody looks.
#pragma once

#include <optional>
#include <string>

#include "web/draw/screen_maker.h"

namespace hub::web {

// A message's bytes come after their number, four bytes, the highest first.
inline constexpr std::size_t kMostMessageBytes = std::size_t{64} << 20;
std::string framed(std::string_view message);
// Nothing: it closed, or says what cannot be.
std::optional<std::string> read_message(int socket);
bool write_message(int socket, std::string_view message);

// Ends with the socket.
base::Status draw_screens(const base::SystemCalls& calls, const base::Clock& clock, ScreenPlace place, int socket);

}  // namespace hub::web
