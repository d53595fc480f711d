#include "platform/command.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace hub::platform {

namespace {
constexpr std::size_t kMostBytes = 64 << 10;
}

// An output of -1 leads nowhere.
bool Command::spawn(int output) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  if (output >= 0)
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  else
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> words;
  for (std::string& word : words_) words.push_back(word.data());
  words.push_back(nullptr);
  const bool started = posix_spawnp(&process_, words[0], &files, nullptr, words.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&files);
  if (!started) process_ = -1;
  return started;
}

std::optional<std::string> Command::output(base::Seconds limit) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const bool started = spawn(ends[1]);
  close(ends[1]);
  const auto deadline = std::chrono::steady_clock::now() + limit;
  std::string bytes;
  std::array<char, 4096> chunk{};
  bool ended = false;
  while (started && !ended && bytes.size() < kMostBytes) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd readable{ends[0], POLLIN, 0};
    if (poll(&readable, 1, static_cast<int>(std::max<std::int64_t>(0, left.count()))) != 1) break;
    const ssize_t got = read(ends[0], chunk.data(), chunk.size());
    if (got > 0) bytes.append(chunk.data(), static_cast<std::size_t>(got));
    ended = got <= 0;
  }
  close(ends[0]);
  int status = -1;
  const bool well = ended && waitpid(std::exchange(process_, -1), &status, 0) > 0 && status == 0;
  stop();
  return well ? std::optional(std::move(bytes)) : std::nullopt;
}

bool Command::start() {
  stop();
  return spawn(-1);
}

void Command::stop() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

}  // namespace hub::platform
