#include "content/model/fill_in.h"

namespace hub::content {

std::string fill_in(std::string words, std::initializer_list<Fill> fills) {
  for (const auto& [name, value] : fills) {
    const std::string place = "{" + std::string(name) + "}";
    for (std::size_t at = words.find(place); at != std::string::npos; at = words.find(place, at + value.size())) {
      words.replace(at, place.size(), value);
    }
  }
  return words;
}

}  // namespace hub::content
