#include <string>

#include "content/json/problems.h"
#include "content/load/decode.h"

namespace hub::content {

namespace {

ServiceOverride decode_override(const Value& value) {
  const Fields fields = value.fields(kOverrideKeys);
  ServiceOverride own;
  own.name = fields.optional_text("name");
  own.need = fields.optional_text("need");
  own.explanation = fields.optional_text("explanation");
  if (const auto situations = fields.find("situations")) own.situations = situations->texts();
  if (const auto url = fields.find("url")) own.url = decode_url(*url);
  return own;
}

std::map<int, ServiceOverride> decode_overrides(const Value& value) {
  const Fields fields = value.fields(kOverridesKeys);
  std::map<int, ServiceOverride> overrides;
  for (int number = 1; number <= kServiceCount; ++number) {
    if (const auto own = fields.find(std::to_string(number))) overrides.emplace(number, decode_override(*own));
  }
  return overrides;
}

std::string decode_hub_id(const Fields& fields, std::string_view folder) {
  const auto value = fields.find("id");
  const std::optional<std::string> id = value ? decode_id(*value) : std::nullopt;
  if (id && *id != folder) value->error(problems::other_id(folder));
  return std::string(folder);
}

}  // namespace

Hub decode_hub(const Value& root, std::string_view folder) {
  const Fields fields = root.fields(kHubKeys);
  Hub hub;
  hub.id = decode_hub_id(fields, folder);
  hub.ward = fields.text("ward");
  hub.name = fields.text("name");
  hub.tagline = fields.text("tagline");
  if (const auto colour = fields.find("colour")) hub.colour = decode_colour(*colour);
  if (const auto url = fields.find("url")) hub.url = decode_url(*url);
  hub.hours = fields.optional_text("hours");
  if (const auto opening = fields.find("opening")) hub.opening = decode_hours(*opening, problems::weekdays_missing);
  hub.contact = fields.optional_text("contact");
  if (const auto services = fields.find("services")) hub.overrides = decode_overrides(*services);
  return hub;
}

}  // namespace hub::content
