#include "web/http/request.h"

#include <algorithm>

#include "base/characters.h"
#include "base/utf8.h"

namespace hub::web {

namespace {

constexpr std::size_t kLongestTarget = 4096;
constexpr std::size_t kMostParts = 8;

// What a part of a path may be: a name, which leads nowhere else.
bool is_name(const std::string& part) {
  if (part.empty() || part == "." || part == "..") return false;
  return std::ranges::none_of(base::decode_utf8(part),
                              [](char32_t c) { return c == U'/' || c == U'\\' || c < 0x20 || base::steers(c); });
}

}  // namespace

std::string Request::header(std::string_view name) const {
  const std::string* found = nullptr;
  for (const auto& [key, value] : headers) {
    if (key != name) continue;
    if (found != nullptr) return "\n";
    found = &value;
  }
  return found == nullptr ? std::string() : *found;
}

std::optional<Target> parse_target(std::string_view target) {
  if (target.empty() || target.size() > kLongestTarget || target.front() != '/') return std::nullopt;
  if (!std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F && c != '\\'; })) return std::nullopt;
  const std::size_t question = std::min(target.find('?'), target.size());
  auto query = parse_fields(target.substr(std::min(question + 1, target.size())));
  if (!query) return std::nullopt;
  Target parsed{{}, *std::move(query)};
  std::string_view path = target.substr(1, question - 1);
  while (!path.empty()) {
    const std::string_view one = path.substr(0, path.find('/'));
    auto part = percent_decoded(one, false);
    if (!part || !is_name(*part) || parsed.path.size() == kMostParts) return std::nullopt;
    parsed.path.push_back(*std::move(part));
    path.remove_prefix(one.size());
    // A slash at the end would be an empty part.
    if (path == "/") return std::nullopt;
    if (!path.empty()) path.remove_prefix(1);
  }
  return parsed;
}

Response redirect_to(const std::string& where) { return {303, "text/plain; charset=utf-8", {{"Location", where}}, {}}; }

}  // namespace hub::web
