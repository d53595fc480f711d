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

// Tags of languages that nobody here has thought of: what content::is_language_tag takes.
inline constexpr const char* kTagPattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

inline json schema(const std::string& name) {
  return json::parse(read_source("content/schema/" + name + ".schema.json"));
}

// Each key that one of them has and the other has not, with what to do.
inline void check_same(const std::string& here, const std::set<std::string>& loader, const std::string& there,
                       const std::set<std::string>& in_schema) {
  for (const std::string& key : loader)
    CHECK_MESSAGE(in_schema.contains(key), "the ", here, " \"", key, "\": write it into content/schema as well");
  for (const std::string& key : in_schema)
    CHECK_MESSAGE(loader.contains(key), "the ", there, " \"", key, "\": write it beside the loader's keys as well");
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
  for (const auto& property : object.at("properties").items()) {
    const std::string& key = property.key();
    const json& value = property.value();
    in_schema.insert(key);
    CHECK_MESSAGE((value.contains("description") || value.contains("$ref")), "write a \"description\" of ", key);
  }
  for (const json& key : object.value("required", json::array())) required.insert(key.get<std::string>());
  check_same("loader takes", known, "schema lists", in_schema);
  check_same("loader wants", needed, "schema requires", required);
}

}  // namespace hub::tests
