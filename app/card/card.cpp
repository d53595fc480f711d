#include "card/card.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/characters.h"
#include "base/check.h"
#include "base/pin.h"
#include "base/utf8.h"
#include "card/problems.h"
#include "card/statements.h"
#include "card/values.h"
#include "content/json/value.h"

namespace hub::card {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostWifiName = 32, kLeastWifiPassword = 8, kMostWifiPassword = 63, kWifiKeyDigits = 64;
constexpr std::size_t kMostTimeServers = 4, kMostHostName = 253;

std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

// A folder with one file in it.
class OneFile : public base::FileReader {
 public:
  explicit OneFile(std::string bytes) : bytes_(std::move(bytes)) {}
  base::Result<std::string> read(const std::string&, std::size_t) const override { return bytes_; }
  base::Result<std::vector<base::FileEntry>> list(const std::string&) const override {
    return std::vector<base::FileEntry>();
  }
  bool exists(const std::string&) const override { return true; }

 private:
  std::string bytes_;
};

config::LoadedConfig config_of(const Json& json) { return config::load_config(OneFile(text_of(json)), kCardFile, {}); }

Json all_day() { return Json::array({"0:00-24:00"}); }

bool is_host_name(std::string_view word) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789.-:";
  return word.size() <= kMostHostName && word.front() != '-' &&
         word.find_first_not_of(kLetters) == std::string_view::npos;
}

class CardReader {
 public:
  CardReader(const std::vector<KnownHub>& hubs, Card& card) : hubs_(hubs), card_(card) {}

  void read(const std::vector<Line>& lines);
  Findings& findings() { return findings_; }

 private:
  using Take = void (CardReader::*)(const Statement&);
  void take(const Statement& one);
  bool offer(const Statement& one, const Json& patch, bool quoted = true);

  void take_hub(const Statement& one);
  void take_diagonal(const Statement& one) { take_number(one, "diagonal_inch"); }
  void take_bottom(const Statement& one) { take_number(one, "bottom_mm"); }
  void take_number(const Statement& one, const char* name);
  void take_rotate(const Statement& one);
  void take_reach(const Statement& one);
  void take_hours(const Statement& one);
  void take_weekdays(const Statement& one);
  void take_dates(const Statement& one);
  void take_pin(const Statement& one);
  void take_network(const Statement& one);
  void take_wifi_name(const Statement& one);
  void take_wifi_password(const Statement& one);
  void take_time_server(const Statement& one);
  void take_pack_url(const Statement& one);
  void take_pack_key(const Statement& one);
  void take_status_url(const Statement& one);
  void take_screen_name(const Statement& one);

  void hide_pin(const Statement& one);
  Json pack_keys() const;  // so far
  bool check_hours(const Statement& one, const Json& hours);
  void lose_hours(const Statement& one) { lost_hours_line_ = std::max(lost_hours_line_, one.line.number); }
  void finish_hub();
  void finish_hours();
  void finish_network();
  void finish_packs();
  int line_of(Key key) const;

  const std::vector<KnownHub>& hubs_;
  Card& card_;
  Findings findings_;
  Json json_ = Json::object();
  std::map<Key, int> lines_;  // where each key stands last
  bool hub_named_ = false;    // rightly or not
  std::optional<Json> every_day_;
  std::vector<std::string> closed_weekdays_, closed_dates_;
  int lost_hours_line_ = 0;  // 0: what is said of hours is right
  std::optional<Network::Kind> network_;
  bool wifi_password_wrong_ = false;
};

// Judged by the configuration's own rules, alone, so that what is wrong here takes nothing else with it. `quoted`: the
// finding may repeat what is written.
bool CardReader::offer(const Statement& one, const Json& patch, bool quoted) {
  bool right = true;
  for (const content::Diagnostic& found : config_of(patch).diagnostics) {
    if (found.severity == content::Diagnostic::Severity::warning) {
      findings_.warn(one.line.number, {found.what, words_of(one.key).how});
    } else if (std::exchange(right, false)) {
      findings_.error(one.line.number,
                      quoted ? problems::not_understood(one.key, one.value) : problems::secret_not_understood(one.key));
    }
  }
  if (right) json_.merge_patch(patch);
  return right;
}

void CardReader::take(const Statement& one) {
  static const std::map<Key, Take> takes = {
      {Key::hub, &CardReader::take_hub},
      {Key::diagonal, &CardReader::take_diagonal},
      {Key::rotate, &CardReader::take_rotate},
      {Key::reach, &CardReader::take_reach},
      {Key::bottom, &CardReader::take_bottom},
      {Key::hours, &CardReader::take_hours},
      {Key::closed_weekdays, &CardReader::take_weekdays},
      {Key::closed_dates, &CardReader::take_dates},
      {Key::pin, &CardReader::take_pin},
      {Key::network, &CardReader::take_network},
      {Key::wifi_name, &CardReader::take_wifi_name},
      {Key::wifi_password, &CardReader::take_wifi_password},
      {Key::time_server, &CardReader::take_time_server},
      {Key::pack_url, &CardReader::take_pack_url},
      {Key::pack_key, &CardReader::take_pack_key},
      {Key::status_url, &CardReader::take_status_url},
      {Key::screen_name, &CardReader::take_screen_name},
  };
  (this->*takes.at(one.key))(one);
}

void CardReader::read(const std::vector<Line>& lines) {
  for (const Statement& one : statements_of(lines, findings_)) {
    const auto [at, first] = lines_.emplace(one.key, one.line.number);
    if (!first && one.key != Key::pack_key && one.key != Key::closed_dates) {
      findings_.warn(one.line.number, problems::repeated(one.key, at->second));
    }
    at->second = one.line.number;
    take(one);
  }
  finish_hub();
  finish_hours();
  finish_network();
  finish_packs();
  card_.config_json = text_of(json_);
  const config::LoadedConfig loaded = config_of(json_);
  // What is right alone and not together.
  if (std::ranges::any_of(loaded.diagnostics, [](const auto& one) { return one.pointer == "/screen/bottom_mm"; })) {
    findings_.warn(line_of(Key::bottom), problems::out_of_reach());
  }
  card_.config = loaded.config;
}

int CardReader::line_of(Key key) const {
  const auto found = lines_.find(key);
  return found == lines_.end() ? 1 : found->second;
}

void CardReader::take_hub(const Statement& one) {
  hub_named_ = true;
  constexpr std::string_view kWard = "区";
  const std::string name = folded(one.value);
  for (const KnownHub& hub : hubs_) {
    const std::string ward = folded(hub.ward);
    const bool is_it = name == folded(hub.id) || name == ward || name + std::string(kWard) == ward ||
                       name == folded(hub.name) || name == ward + folded(hub.name);
    if (is_it && !name.empty()) return void(json_["hub"] = hub.id);
  }
  std::vector<std::string_view> known;
  for (const KnownHub& hub : hubs_) {
    known.push_back(hub.id);
    known.push_back(hub.ward);
  }
  findings_.error(one.line.number, problems::unknown_hub(one.value, content::nearest_word(name, known), hubs_));
  // Another hub's screen in this lobby would be worse than none, so no hub is guessed.
  if (!json_.contains("hub")) json_["hub"] = content::is_id(name) ? name : "";
}

void CardReader::finish_hub() {
  if (json_.contains("hub")) return;
  if (hubs_.size() == 1) return void(json_["hub"] = hubs_.front().id);
  json_["hub"] = "";
  findings_.error(line_of(Key::hub), problems::no_hub(hubs_));
}

void CardReader::take_number(const Statement& one, const char* name) {
  const std::optional<double> number = number_of(one.value);
  if (!number) return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  offer(one, {{"screen", {{name, *number}}}});
}

void CardReader::take_rotate(const Statement& one) {
  std::optional<int> angle_deg = angle_of(one.value);
  if (!angle_deg && means_upright(one.value)) {
    findings_.warn(one.line.number, problems::upright());
    angle_deg = 90;
  }
  if (!angle_deg) return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  offer(one, {{"screen", {{"rotate", *angle_deg}}}});
}

void CardReader::take_reach(const Statement& one) {
  const std::optional<std::string> reach = reach_of(one.value);
  if (!reach) return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  offer(one, {{"screen", {{"reach", *reach}}}});
}

// Hours are kept whole or not at all, for a screen must not stay dark.
bool CardReader::check_hours(const Statement& one, const Json& hours) {
  const std::vector<content::Diagnostic> found = config_of({{"hours", hours}}).diagnostics;
  if (found.empty()) return true;
  lose_hours(one);
  findings_.error(one.line.number, {found.front().what, words_of(one.key).how});
  return false;
}

void CardReader::take_hours(const Statement& one) {
  every_day_.reset();
  if (means_always(one.value)) return void(every_day_ = all_day());
  const Json spans = spans_of(one.value);
  if (!check_hours(one, {{"every_day", spans}})) return;
  every_day_ = spans;
  const content::Hours hours = config_of({{"hours", {{"every_day", spans}}}}).config.hours.value();
  const auto goes_on = [](const content::Hours::Span& span) { return span.to > std::chrono::days(1); };
  if (std::ranges::any_of(hours.week.front(), goes_on)) {
    findings_.warn(one.line.number, problems::past_midnight(one.value));
  }
}

void CardReader::take_weekdays(const Statement& one) {
  closed_weekdays_.clear();
  if (means_none(one.value)) return;
  std::string value = folded(one.value);
  constexpr std::string_view kHolidays[] = {"、祝日", ",祝日", "・祝日", "祝日", "、祝", ",祝", "・祝", "祝"};
  bool holidays = false;
  for (const std::string_view word : kHolidays) {
    if (const std::size_t at = value.find(word); at != value.npos) {
      value.erase(at, word.size());
      holidays = true;
    }
  }
  const auto days = weekdays_of(value);
  if (!days || (days->empty() && !holidays)) {
    lose_hours(one);
    return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  }
  if (holidays) findings_.warn(one.line.number, problems::holidays());
  closed_weekdays_ = *days;
}

void CardReader::take_dates(const Statement& one) {
  if (means_none(one.value)) return;
  const std::vector<std::string> dates = dates_of(one.value);
  for (const std::string& date : dates) {
    if (!check_hours(one, {{"every_day", all_day()}, {"dates", {{date, Json::array()}}}})) return;
  }
  closed_dates_.insert(closed_dates_.end(), dates.begin(), dates.end());
}

void CardReader::finish_hours() {
  if (lost_hours_line_ > 0) {
    if (every_day_ || !closed_weekdays_.empty() || !closed_dates_.empty()) {
      findings_.warn(lost_hours_line_, problems::hours_not_kept());
    }
    return;
  }
  const bool closes = !closed_weekdays_.empty() || !closed_dates_.empty();
  if (!every_day_ && !closes) return;
  Json hours = {{"every_day", every_day_.value_or(all_day())}};
  for (const std::string& day : closed_weekdays_) hours[day] = Json::array();
  for (const std::string& date : closed_dates_) hours["dates"][date] = Json::array();
  json_["hours"] = std::move(hours);
}

// A hash cannot stand among the letters that ISO-2022-JP has switched to.
void CardReader::hide_pin(const Statement& one) {
  const auto at = bytes_of(one.line, one.part.begin, one.part.end);
  const bool shifted =
      one.line.encoding == report::Encoding::iso_2022_jp && at &&
      one.line.bytes.substr(at->at - one.line.at, at->size).find_first_not_of("0123456789- ") != std::string_view::npos;
  if (!at || shifted) return findings_.warn(one.line.number, problems::pin_not_hidden());
  card_.pins.push_back({one.line.number, *at, one.line.encoding});
}

void CardReader::take_pin(const Statement& one) {
  if (means_none(one.value)) return;
  if (one.value.starts_with('$')) {
    if (!base::is_pin_hash(one.value)) return findings_.error(one.line.number, problems::pin_hash_broken());
    card_.pin_hash = one.value;
    card_.pin.clear();
    return;
  }
  std::string digits = with_dashes(one.value);
  std::erase(digits, '-');
  if (const auto fault = base::fault_of_pin(digits)) {
    return findings_.error(one.line.number, *fault);
  }
  card_.pin = std::move(digits);
  card_.pin_hash.clear();
  hide_pin(one);
}

void CardReader::take_network(const Statement& one) {
  const std::string word = folded(one.value);
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
  };
  if (means_none(word)) {
    network_ = Network::Kind::none;
  } else if (is({"有線", "有線lan", "lan", "ケーブル", "lanケーブル", "cable"})) {
    network_ = Network::Kind::cable;
  } else if (is({"wi-fi", "wifi", "無線", "無線lan", "ワイファイ", "wlan"})) {
    network_ = Network::Kind::wifi;
  } else {
    findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  }
}

void CardReader::take_wifi_name(const Statement& one) {
  if (one.value.size() > kMostWifiName) {
    return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  }
  card_.network.wifi_name = one.value;
}

void CardReader::take_wifi_password(const Statement& one) {
  // Wide letters cannot be in a password, so they were typed with the input method on.
  const std::string word = base::encode_utf8(base::nfkc(base::decode_utf8(one.value)));
  const bool ascii = std::ranges::all_of(word, [](char c) { return c >= ' ' && c <= '~'; });
  const bool key = word.size() == kWifiKeyDigits && word.find_first_not_of("0123456789abcdefABCDEF") == word.npos;
  const bool fits = word.size() >= kLeastWifiPassword && word.size() <= kMostWifiPassword;
  wifi_password_wrong_ = !ascii || !(fits || key);
  card_.network.wifi_password = wifi_password_wrong_ ? std::string() : word;
  if (wifi_password_wrong_) findings_.error(one.line.number, problems::secret_not_understood(one.key));
}

void CardReader::finish_network() {
  Network& network = card_.network;
  const bool named = !network.wifi_name.empty();
  network.kind = network_.value_or(named ? Network::Kind::wifi : Network::Kind::none);
  if (network.kind != Network::Kind::wifi) {
    if (named) findings_.warn(line_of(Key::wifi_name), problems::wifi_not_wanted(network.kind));
  } else if (!named) {
    findings_.error(line_of(Key::network), problems::wifi_without_name());
  } else if (network.wifi_password.empty() && !wifi_password_wrong_) {
    findings_.warn(line_of(Key::wifi_name), problems::wifi_without_password());
  }
  const bool wifi_works = network.kind == Network::Kind::wifi && named && !wifi_password_wrong_;
  if (!wifi_works) {
    network.wifi_name.clear();
    network.wifi_password.clear();
    if (network.kind == Network::Kind::wifi) network.kind = Network::Kind::none;
  }
}

void CardReader::take_time_server(const Statement& one) {
  card_.network.time_servers.clear();
  if (means_none(one.value)) return;
  std::string words = base::encode_utf8(base::nfkc(base::decode_utf8(one.value)));
  std::vector<std::string> servers;
  std::string word;
  for (const char32_t c : base::decode_utf8(words) + U" ") {
    if (!base::is_space(c) && c != U',' && c != U'、') {
      word += c >= U'A' && c <= U'Z' ? static_cast<char>(c + 32) : c < 0x80 ? static_cast<char>(c) : '?';
    } else if (!word.empty()) {
      servers.push_back(std::exchange(word, {}));
    }
  }
  if (servers.empty() || servers.size() > kMostTimeServers || !std::ranges::all_of(servers, is_host_name)) {
    return findings_.error(one.line.number, problems::not_understood(one.key, one.value));
  }
  card_.network.time_servers = std::move(servers);
}

// An address of a folder may have capitals, so only its width is changed.
std::string address_of(const std::string& written) {
  std::u32string kept;
  for (const char32_t c : base::nfkc(base::decode_utf8(written))) {
    if (!base::is_space(c)) kept += c;
  }
  return base::encode_utf8(kept);
}

Json CardReader::pack_keys() const {
  const auto packs = json_.find("packs");
  return packs == json_.end() ? Json::array() : packs->value("keys", Json::array());
}

void CardReader::take_pack_url(const Statement& one) {
  if (means_none(one.value)) return;
  // That there is no key is said of the whole.
  offer(one, {{"packs", {{"url", address_of(one.value)}, {"keys", pack_keys()}}}});
}

void CardReader::take_status_url(const Statement& one) {
  if (!means_none(one.value)) offer(one, {{"packs", {{"status_url", address_of(one.value)}}}});
}

void CardReader::take_screen_name(const Statement& one) { offer(one, {{"packs", {{"name", folded(one.value)}}}}); }

void CardReader::take_pack_key(const Statement& one) {
  if (means_none(one.value)) return;
  Json keys = pack_keys();
  keys.push_back({{"key", address_of(one.value)}});
  // It may be the secret one, typed here by mistake.
  offer(one, {{"packs", {{"keys", std::move(keys)}}}}, false);
}

void CardReader::finish_packs() {
  if (!json_.contains("packs") || !json_["packs"].contains("url")) return;
  if (pack_keys().empty()) findings_.warn(line_of(Key::pack_url), problems::packs_without_key());
  if (card_.network.kind == Network::Kind::none) {
    findings_.warn(line_of(Key::pack_url), problems::packs_without_network());
  }
}

std::string in_encoding(std::string_view ascii, report::Encoding encoding) {
  const bool little = encoding == report::Encoding::utf16_le;
  if (!little && encoding != report::Encoding::utf16_be) return std::string(ascii);
  std::string wide;
  for (const char c : ascii) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
  return wide;
}

}  // namespace

Card read_card(std::string_view file, const std::vector<KnownHub>& hubs) {
  Card card;
  CardReader reader(hubs, card);
  std::vector<Line> lines = lines_of(file.substr(0, kMostCardBytes));
  if (file.size() > kMostCardBytes) {
    // The last line may be half a one.
    reader.findings().error(static_cast<int>(lines.size()), problems::file_too_long());
    lines.pop_back();
  }
  reader.read(lines);
  card.findings = reader.findings().take();
  return card;
}

std::string with_hash(std::string_view file, const std::vector<ClearPin>& pins, std::string_view hash) {
  std::string made;
  std::size_t at = 0;
  for (const ClearPin& pin : pins) {
    HUB_CHECK(pin.at.at >= at && pin.at.at + pin.at.size <= file.size());
    made += file.substr(at, pin.at.at - at);
    made += in_encoding(hash, pin.encoding);
    at = pin.at.at + pin.at.size;
  }
  return made.append(file.substr(at));
}

std::string with_pin(const Card& card, const std::string& hash) {
  Json json = Json::parse(card.config_json);
  json["staff"]["pin"] = hash;
  return text_of(json);
}

}  // namespace hub::card
