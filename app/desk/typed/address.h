// Where a statement stands, as the content's own files have it: a file and a JSON Pointer (RFC 6901) into it. One word
// for pages, command lines and other programs: izumi/reports/2025.json#/goals/0/goal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::desk {

struct Address {
  std::string file;     // inside the content folder: izumi/hub.json, izumi/readings.json, izumi/reports/2025.json
  std::string pointer;  // /tagline; never empty
  bool operator==(const Address&) const = default;
};

std::string word_of(const Address& address);

// `report`: the file that a pointer alone (/goals/0/goal) is into. Nothing: this is no address.
std::optional<Address> address_from(std::string_view word, const std::string& report);

}  // namespace hub::desk
