// The real program, run as its users run it.
#pragma once

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace hub::tests {

struct Said {
  int status = -1;
  std::string out;  // standard output
  std::string err;  // standard error
};

// A folder of its own that is gone afterwards.
struct Folder {
  Folder() : path(std::filesystem::temp_directory_path() / ("hub-kiosk-replay-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
  std::string read(const std::string& name) const {
    std::ifstream file(path / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // hub-kiosk with these arguments, what it says on standard error kept apart.
  Said run(const std::string& arguments) const {
    const std::string err = (path / "stderr").string();
    FILE* pipe = popen((std::string(HUB_KIOSK) + " " + arguments + " 2>" + err).c_str(), "r");
    REQUIRE(pipe != nullptr);
    Said said;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
      said.out.append(buffer.data(), got);
    const int state = pclose(pipe);
    if (WIFEXITED(state)) said.status = WEXITSTATUS(state);
    said.err = read("stderr");
    return said;
  }

  std::filesystem::path path;
};

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace hub::tests
