#include "web/draw/draw_process.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace hub::web {

namespace {

constexpr std::size_t kHeadBytes = 4;

bool read_whole(int socket, char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t got = ::read(socket, bytes, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

std::string framed(std::string_view message) {
  std::string bytes;
  bytes.reserve(kHeadBytes + message.size());
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(message.size() >> shift & 0xFFU)));
  }
  return bytes.append(message);
}

std::optional<std::string> read_message(int socket) {
  unsigned char head[kHeadBytes];
  if (!read_whole(socket, reinterpret_cast<char*>(head), kHeadBytes)) return std::nullopt;
  std::size_t count = 0;
  for (const unsigned char byte : head) count = count << 8 | byte;
  if (count > kMostMessageBytes) return std::nullopt;
  std::string message(count, '\0');
  if (!read_whole(socket, message.data(), count)) return std::nullopt;
  return message;
}

bool write_message(int socket, std::string_view message) {
  const std::string bytes = framed(message);
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t done = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    sent += static_cast<std::size_t>(done);
  }
  return true;
}

base::Status draw_screens(const base::SystemCalls& calls, const base::Clock& clock, ScreenPlace place, int socket) {
  auto maker = ScreenMaker::create(calls, clock, std::move(place));
  while (const auto bytes = read_message(socket)) {
    const auto question = question_from(*bytes);
    ScreenAnswer answer = base::Error{{"画面を描けませんでした。", "The screen could not be drawn."}, {}};
    if (!maker) {
      answer = maker.error();
    } else if (question) {
      answer = maker.value()->answer(*question);
    }
    if (!write_message(socket, to_bytes(answer))) break;
  }
  if (!maker) return maker.error();
  return base::Done{};
}

}  // namespace hub::web
