// Bytes → a tree of JSON values that know where they stand in the file. Stops at the limits of limits.h, so that no
// file can take more memory or stack than that; nlohmann's parser decides what is JSON, its own tree is never built.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/json/reporter.h"

namespace hub::content {

struct Node {
  enum class Type { null, boolean, number, string, array, object };
  Type type = Type::null;
  std::size_t offset = 0;      // of its first byte
  std::string string;          // of a string
  double number = 0;           // of a number; of true 1
  std::string key;             // of an object's member
  std::size_t key_offset = 0;  // of the key's opening quote
  std::vector<Node> children;  // of an array or object, in the file's order; a repeated key is there twice

  const Node* find(std::string_view member) const;  // the first of that key, or null
};

// The key as one step of a JSON Pointer: "/" and "~" escaped (RFC 6901).
std::string pointer_step(std::string_view key);

// Nothing when the file is not JSON or over a limit; the reporter then has said why. Duplicate keys are reported and
// still give a tree, so that the other errors are found in the same go.
std::optional<Node> parse_json(std::string_view bytes, Reporter& reporter);

}  // namespace hub::content
