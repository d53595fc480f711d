// Names with values, as queries and forms have them, and how they are written (URL Standard,
// application/x-www-form-urlencoded).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hub::web {

// In their order. Of a name that comes twice the first counts.
class Fields {
 public:
  Fields() = default;
  Fields(std::initializer_list<std::pair<std::string, std::string>> all) : all_(all) {}

  void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
  void set(std::string_view name, std::string value);  // in the place of the one that is there
  const std::string* find(std::string_view name) const;
  std::string text(std::string_view name) const;  // "": there is none
  std::optional<int> number(std::string_view name, int least, int most) const;
  bool is_set(std::string_view name) const { return text(name) == "1"; }
  std::vector<std::string> every(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

inline constexpr std::size_t kMostFields = 400;

// Nothing: too many, a broken escape, or what no form of ours sends: bytes that are no UTF-8, NUL.
std::optional<Fields> parse_fields(std::string_view urlencoded);
std::string encoded(const Fields& fields);

// %E6%B3%89 → 泉. Nothing: as above.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);
std::string percent_encoded(std::string_view text);

}  // namespace hub::web
