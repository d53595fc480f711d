#include "desk/store/json.h"

namespace hub::desk {

std::optional<Json> parsed(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

const Json* member(const Json& json, const char* key) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}

std::string text_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

bool truth_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  return value && value->is_boolean() && value->get<bool>();
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string page_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace hub::desk
