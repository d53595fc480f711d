// The schemas that editors use, compared with the keys that a loader takes.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>

#include "content/json/keys.h"
#include "support/fixtures.h"

namespace hub::tests {

using nlohmann::json;

inline json schema(const std::string& name) {
  return json::parse(read_source("content/schema/" + name + ".schema.json"));
}

// The object at this pointer of the schema has exactly these keys, and wants exactly these.
inline void check_object(const std::string& name, const std::string& pointer, std::span<const content::Key> keys) {
  CAPTURE(name + pointer);
  const json object = schema(name).at(json::json_pointer(pointer));
  CHECK(object.at("additionalProperties") == false);
  CHECK(object.at("type") == "object");
  std::set<std::string> known, needed, in_schema, required;
  for (const content::Key& key : keys) {
    known.emplace(key.name);
    if (key.required) needed.emplace(key.name);
  }
  for (const auto& [key, value] : object.at("properties").items()) {
    in_schema.insert(key);
    CHECK((value.contains("description") || value.contains("$ref")));
  }
  for (const json& key : object.value("required", json::array())) required.insert(key.get<std::string>());
  CHECK(known == in_schema);
  CHECK(needed == required);
}

}  // namespace hub::tests
