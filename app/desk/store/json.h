// The desk's own small files as JSON. Whatever stands in one, also after a power cut or another version of the program,
// reads as something: what is not there or of another kind is empty.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hub::desk {

using Json = nlohmann::ordered_json;

// Nothing where it is no JSON.
std::optional<Json> parsed(std::string_view text);

const Json* member(const Json& json, const char* key);
std::string text_of(const Json& json, const char* key);
bool truth_of(const Json& json, const char* key);

template <class Number>
Number number_of(const Json& json, const char* key, Number otherwise = {}) {
  const Json* value = member(json, key);
  return value && value->is_number() ? value->get<Number>() : otherwise;
}

// Texts that are no UTF-8 lose what is not.
std::string line_of(const Json& json);
std::string page_of(const Json& json);

// Those of a list that are of the kind; empty: there is no list.
template <class Value>
std::vector<Value> list_of(const Json& json, const char* key) {
  std::vector<Value> values;
  const Json* list = member(json, key);
  if (!list || !list->is_array()) return values;
  for (const Json& one : *list) {
    if constexpr (std::is_same_v<Value, int>) {
      if (one.is_number_integer()) values.push_back(one.get<int>());
    } else {
      if (one.is_string()) values.push_back(one.get<std::string>());
    }
  }
  return values;
}

}  // namespace hub::desk
