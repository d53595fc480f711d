#include "content/json/json_text.h"

#include <nlohmann/json.hpp>

namespace hub::content {

std::string json_quoted(std::string_view words) {
  return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace hub::content
