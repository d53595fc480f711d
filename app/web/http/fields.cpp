#include "web/http/fields.h"

#include <algorithm>

#include "base/parse.h"
#include "base/utf8.h"

namespace hub::web {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~';
}

std::optional<char> byte_of(std::string_view two) {
  const auto is_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (two.size() != 2 || !std::ranges::all_of(two, is_digit)) return std::nullopt;
  return static_cast<char>(*base::parse_number<unsigned>(two, 16));
}

}  // namespace

void Fields::set(std::string_view name, std::string value) {
  const auto found = std::ranges::find(all_, name, &std::pair<std::string, std::string>::first);
  if (found == all_.end()) return add(std::string(name), std::move(value));
  found->second = std::move(value);
}

const std::string* Fields::find(std::string_view name) const {
  const auto found = std::ranges::find(all_, name, &std::pair<std::string, std::string>::first);
  return found == all_.end() ? nullptr : &found->second;
}

std::string Fields::text(std::string_view name) const {
  const std::string* value = find(name);
  return value == nullptr ? std::string() : *value;
}

std::optional<int> Fields::number(std::string_view name, int least, int most) const {
  const auto value = base::parse_number<int>(text(name));
  return value && *value >= least && *value <= most ? value : std::nullopt;
}

std::vector<std::string> Fields::every(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : all_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = byte_of(text.substr(std::min(i + 1, text.size()), 2));
      if (!byte) return std::nullopt;
      bytes.push_back(*byte);
      i += 2;
    } else {
      bytes.push_back(plus_is_space && text[i] == '+' ? ' ' : text[i]);
    }
  }
  if (bytes.find('\0') != std::string::npos || base::first_invalid_utf8(bytes)) return std::nullopt;
  return bytes;
}

std::string percent_encoded(std::string_view text) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  std::string made;
  for (const char c : text) {
    if (is_plain(c)) {
      made.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      made += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return made;
}

std::optional<Fields> parse_fields(std::string_view urlencoded) {
  Fields fields;
  while (!urlencoded.empty()) {
    const std::string_view one = urlencoded.substr(0, urlencoded.find('&'));
    urlencoded.remove_prefix(std::min(one.size() + 1, urlencoded.size()));
    if (one.empty()) continue;
    if (fields.all().size() >= kMostFields) return std::nullopt;
    const std::size_t equals = std::min(one.find('='), one.size());
    auto name = percent_decoded(one.substr(0, equals), true);
    auto value = percent_decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!name || !value) return std::nullopt;
    fields.add(*std::move(name), *std::move(value));
  }
  return fields;
}

std::string encoded(const Fields& fields) {
  std::string made;
  for (const auto& [name, value] : fields.all()) {
    made += (made.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  }
  return made;
}

}  // namespace hub::web
