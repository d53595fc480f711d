// A folder on a disk for tests that change folders, and what a folder there holds.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace hub::tests {

// path inside → bytes; a link is "→ where it leads".
using Tree = std::map<std::string, std::string>;

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Tree tree_of(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  Tree tree;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, missing)) {
    const std::string name = fs::relative(entry.path(), fs::canonical(folder)).string();
    if (entry.is_symlink()) {
      tree[name] = "→ " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_regular_file()) {
      tree[name] = bytes_of(entry.path());
    }
  }
  return tree;
}

inline void write_tree(const std::filesystem::path& folder, const Tree& tree) {
  for (const auto& [name, bytes] : tree) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

// In memory where the machine has that, because these tests sync thousands of times. Gone afterwards.
struct DiskPlace {
  DiskPlace() {
    const bool in_memory = ::access("/dev/shm", W_OK) == 0;
    std::string name = std::string(in_memory ? "/dev/shm" : std::filesystem::temp_directory_path().c_str());
    name += "/hub-place-XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~DiskPlace() { std::filesystem::remove_all(path); }
  DiskPlace(const DiskPlace&) = delete;
  DiskPlace& operator=(const DiskPlace&) = delete;

  std::string operator/(const std::string& name) const { return (path / name).string(); }
  std::string read(const std::string& name) const { return bytes_of(path / name); }
  // Where it is written.
  std::string write(const std::string& name, const std::string& bytes) const {
    write_tree(path, {{name, bytes}});
    return *this / name;
  }

  std::filesystem::path path;
};

}  // namespace hub::tests
