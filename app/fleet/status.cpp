#include "fleet/status.h"

#include <nlohmann/json.hpp>

#include "base/characters.h"

namespace hub::fleet {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostName = 60, kMostSentence = 200;  // characters

const Json* member(const Json& json, const char* key) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}

std::string text_of(const Json& json, const char* key, std::size_t most = kMostName) {
  const Json* value = member(json, key);
  return value && value->is_string() ? base::shown(value->get<std::string>(), most) : std::string();
}

int count_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  if (!value || !value->is_number_unsigned()) return 0;
  const auto number = value->get<std::uint64_t>();
  return number <= 999'999'999 ? static_cast<int>(number) : 0;
}

}  // namespace

std::string to_json(const ScreenStatus& status) {
  Json json = {{"format", 1},           {"screen", status.screen},  {"hub", status.hub},
               {"hash", status.hash},   {"serial", status.serial},  {"key", status.key},
               {"taken", status.taken}, {"made", status.made},      {"since", status.since},
               {"at", status.at},       {"version", status.version}};
  json["wrong"] = status.wrong;
  json["refused"] = Json::array();
  for (const RefusedPack& one : status.refused) {
    json["refused"].push_back({{"name", one.name}, {"what", one.what}, {"serial", one.serial}, {"said", one.said}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_code(const ScreenStatus& status) {
  constexpr std::size_t kShortHash = 16, kShortName = 24;
  Json json = {{"screen", status.screen}, {"hub", status.hub}, {"hash", status.hash.substr(0, kShortHash)},
               {"serial", status.serial}, {"key", status.key}, {"taken", status.taken},
               {"since", status.since},   {"at", status.at},   {"version", status.version}};
  if (!status.refused.empty()) {
    const RefusedPack& last = status.refused.front();
    json["refused"] = {{{"name", base::shown(last.name, kShortName)}, {"what", last.what}, {"serial", last.serial}}};
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<ScreenStatus> status_from(std::string_view bytes) {
  if (bytes.size() > kMostStatusBytes) return std::nullopt;
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object() || text_of(json, "screen").empty()) return std::nullopt;
  ScreenStatus status{text_of(json, "screen"),
                      text_of(json, "hub"),
                      text_of(json, "hash", 64),
                      count_of(json, "serial"),
                      text_of(json, "key"),
                      count_of(json, "taken"),
                      text_of(json, "made"),
                      text_of(json, "since"),
                      text_of(json, "at"),
                      text_of(json, "version"),
                      {},
                      {}};
  if (const Json* wrong = member(json, "wrong"); wrong && wrong->is_array()) {
    for (const Json& one : *wrong) {
      if (one.is_string() && status.wrong.size() < kMostTold) {
        status.wrong.push_back(base::shown(one.get<std::string>(), kMostSentence));
      }
    }
  }
  if (const Json* refused = member(json, "refused"); refused && refused->is_array()) {
    for (const Json& one : *refused) {
      if (!one.is_object() || status.refused.size() >= kMostTold) continue;
      status.refused.push_back(
          {text_of(one, "name"), text_of(one, "what"), count_of(one, "serial"), text_of(one, "said", kMostSentence)});
    }
  }
  return status;
}

}  // namespace hub::fleet
