#include "config/config.h"

#include <algorithm>

#include "base/pin.h"
#include "config/keys.h"
#include "config/problems.h"
#include "content/json/json_file_reader.h"
#include "content/json/problems.h"
#include "content/load/decode.h"

namespace hub::config {

namespace {

void take_measure(const content::Fields& fields, std::string_view key, Range range, double& into) {
  if (const auto value = fields.find(key)) into = value->as_number(range.least, range.most).value_or(into);
}

// `words` name the enumerators in their order.
template <class Choice>
void take_choice(const content::Fields& fields, std::string_view key, std::span<const std::string_view> words,
                 Choice& into) {
  const auto value = fields.find(key);
  if (!value || !value->must_be(content::Node::Type::string)) return;
  const std::string& written = value->node().string;
  const auto found = std::ranges::find(words, written);
  if (found == words.end())
    value->error(problems::no_such_choice(written, content::nearest_word(written, words), words));
  else
    into = static_cast<Choice>(found - words.begin());
}

int decode_rotation(const content::Value& value) {
  if (!value.must_be(content::Node::Type::number)) return 0;
  for (const int angle_deg : kRotations_deg) {
    if (value.node().number == angle_deg) return angle_deg;
  }
  value.error(problems::no_such_rotation());
  return 0;
}

Config::Screen decode_screen(const content::Value& value) {
  const content::Fields fields = value.fields(kScreenKeys);
  Config::Screen screen;
  take_measure(fields, "diagonal_inch", kDiagonalRange_inch, screen.diagonal_inch);
  take_measure(fields, "distance_m", kDistanceRange_m, screen.distance_m);
  if (const auto rotate = fields.find("rotate")) screen.rotate_deg = decode_rotation(*rotate);
  take_choice(fields, "reach", kReachWords, screen.reach);
  take_measure(fields, "bottom_mm", kBottomRange_mm, screen.bottom_mm);
  if (screen.reach == Config::Screen::Reach::low && screen.bottom_mm >= kLowReach_mm)
    fields.find("bottom_mm")->warn(problems::screen_out_of_reach(kLowReach_mm));
  return screen;
}

Config::Idle decode_idle(const content::Value& value) {
  const content::Fields fields = value.fields(kIdleKeys);
  Config::Idle idle;
  take_measure(fields, "ask_s", kAskRange_s, idle.ask_s);
  take_measure(fields, "answer_s", kAnswerRange_s, idle.answer_s);
  return idle;
}

Config::Attract decode_attract(const content::Value& value) {
  const content::Fields fields = value.fields(kAttractKeys);
  Config::Attract attract;
  take_measure(fields, "slide_s", kSlideRange_s, attract.slide_s);
  return attract;
}

// Whoever wrote a list left languages out on purpose, so a wrong entry does not bring them all back.
std::vector<std::string> decode_languages(const content::Value& list) {
  std::vector<std::string> languages;
  if (!list.must_be(content::Node::Type::array)) return languages;
  if (list.node().children.empty()) return list.error(content::problems::empty_list()), languages;
  for (const content::Value& entry : list.entries()) {
    if (!entry.must_be(content::Node::Type::string)) continue;
    const std::string& tag = entry.node().string;
    if (!content::is_known(list.languages(), tag))
      entry.error(content::problems::unknown_language(tag, list.languages()));
    else if (std::ranges::find(languages, tag) != languages.end())
      entry.error(problems::language_repeated(tag));
    else
      languages.push_back(tag);
  }
  if (std::ranges::find(languages, "ja") == languages.end()) {
    list.error(problems::languages_without_japanese());
    languages.insert(languages.begin(), "ja");
  }
  return languages;
}

bool is_plain_pin(const content::Value& value) {
  const std::string& written = value.node().string;
  const bool digits = !written.empty() && written.find_first_not_of("0123456789") == std::string::npos;
  return value.node().type == content::Node::Type::number || digits;
}

std::string decode_pin_hash(const content::Value& value) {
  if (is_plain_pin(value)) return value.error(problems::plain_pin()), "";
  if (!value.must_be(content::Node::Type::string)) return "";
  if (!base::is_pin_hash(value.node().string)) return value.error(problems::bad_pin_hash()), "";
  return value.node().string;
}

Config::Staff decode_staff(const content::Value& value) {
  const content::Fields fields = value.fields(kStaffKeys);
  Config::Staff staff;
  if (const auto pin = fields.find("pin")) staff.pin_hash = decode_pin_hash(*pin);
  take_measure(fields, "close_s", kCloseRange_s, staff.close_s);
  return staff;
}

Config::Reports decode_reports(const content::Value& value) {
  const content::Fields fields = value.fields(kReportsKeys);
  Config::Reports reports;
  take_choice(fields, "sandbox", kSandboxWords, reports.sandbox);
  return reports;
}

Config::Editor decode_editor(const content::Value& value) {
  const content::Fields fields = value.fields(kEditorKeys);
  Config::Editor editor;
  take_choice(fields, "link", kLinkWords, editor.link);
  return editor;
}

void decode_pack_key(const content::Value& entry, std::vector<pack::KnownKey>& keys) {
  const content::Fields fields = entry.fields(kPackKeyKeys);
  const auto written = fields.find("key");
  const auto text = written ? written->as_string() : std::nullopt;
  if (!text) return;
  const auto key = pack::public_key_from(*text);
  if (!key) return written->error(pack::is_secret_key(*text) ? problems::secret_pack_key() : problems::no_pack_key());
  pack::KnownKey known{*key, {}};
  // A misspelt "hub" makes no key every hub's.
  const auto is_known = [](const content::Node& child) { return child.key == "key" || child.key == "hub"; };
  if (!std::ranges::all_of(entry.node().children, is_known)) return;
  if (const auto hub = fields.find("hub")) {
    const auto id = content::decode_id(*hub);
    if (!id) return;
    known.hub = *id;
  }
  const auto same = [&](const pack::KnownKey& one) { return one.key == known.key && one.hub == known.hub; };
  if (std::ranges::any_of(keys, same)) return written->error(problems::pack_key_repeated());
  keys.push_back(std::move(known));
}

std::vector<pack::KnownKey> decode_pack_keys(const content::Value& list) {
  std::vector<pack::KnownKey> keys;
  if (!list.must_be(content::Node::Type::array)) return keys;
  const std::vector<content::Value> entries = list.entries();
  if (entries.size() > kMostPackKeys) return list.error(problems::too_many_pack_keys(kMostPackKeys)), keys;
  for (const content::Value& entry : entries) decode_pack_key(entry, keys);
  return keys;
}

// What stands here goes to curl as it is, so it holds nothing that could mean anything else there.
bool is_of(std::string_view text, std::string_view letters) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return std::ranges::all_of(text,
                             [&](char c) { return kPlain.find(c) != kPlain.npos || letters.find(c) != letters.npos; });
}

bool is_port(std::string_view text) {
  const bool digits = text.find_first_not_of("0123456789") == text.npos;
  return !text.empty() && text.size() <= 5 && digits;
}

// With / at its end; empty: it is none, which has been said.
std::string decode_carrier_url(const content::Value& value) {
  constexpr std::string_view kSafe = "https://", kPlain = "http://";
  auto url = value.as_string();
  if (!url) return {};
  const bool plain = url->starts_with(kPlain);
  const std::string_view scheme = plain ? kPlain : kSafe;
  if (url->size() > kMostUrlBytes || !url->starts_with(scheme)) return value.error(problems::bad_carrier_url()), "";
  const std::string_view rest = std::string_view(*url).substr(scheme.size());
  const std::string_view where = rest.substr(0, rest.find('/')), path = rest.substr(where.size());
  const std::size_t colon = where.find(':');
  const std::string_view host = where.substr(0, colon);
  const bool right = !host.empty() && is_of(host, ".-") && is_of(path, "._~%/-") &&
                     (colon == where.npos || is_port(where.substr(colon + 1)));
  if (!right) return value.error(problems::bad_carrier_url()), "";
  if (plain && host != "localhost" && host != "127.0.0.1") return value.error(problems::plain_carrier_url()), "";
  if (!url->ends_with('/')) *url += '/';
  return *std::move(url);
}

std::string decode_screen_name(const content::Value& value) {
  auto name = value.as_string();
  if (!name) return {};
  const bool right = name->size() <= kMostScreenNameBytes && content::is_id(*name);
  if (!right) return value.error(problems::bad_screen_name(kMostScreenNameBytes)), "";
  return *std::move(name);
}

Config::Packs decode_packs(const content::Value& value) {
  const content::Fields fields = value.fields(kPacksKeys);
  Config::Packs packs;
  const auto list = fields.find("keys");
  if (list) packs.keys = decode_pack_keys(*list);
  if (const auto url = fields.find("url")) {
    packs.url = decode_carrier_url(*url);
    if (!packs.url.empty() && !list) url->warn(problems::fetched_without_keys());
  }
  take_measure(fields, "every_min", kEveryRange_min, packs.every_min);
  if (const auto url = fields.find("status_url")) packs.status_url = decode_carrier_url(*url);
  if (const auto name = fields.find("name")) packs.name = decode_screen_name(*name);
  return packs;
}

// The hub may also stand behind a misspelt key, or there twice.
bool knows_hub(const content::Value& root, const std::string& hub) {
  if (root.node().type != content::Node::Type::object) return false;
  std::vector<std::string_view> known;
  for (const content::Key& key : kConfigKeys) known.push_back(key.name);
  int named = 0;
  bool perhaps_named = false;
  for (const content::Node& child : root.node().children) {
    if (child.key == "hub") ++named;
    if (std::ranges::find(known, child.key) != known.end()) continue;
    const std::string_view nearest = content::nearest_word(child.key, known);
    if (nearest.empty() || nearest == "hub") perhaps_named = true;
  }
  return named == 0 ? !perhaps_named : named == 1 && !hub.empty();
}

// A day that is misspelt or there twice is an error of theirs, too.
bool is_error_of_hours(const content::Diagnostic& one) {
  return one.severity == content::Diagnostic::Severity::error &&
         (one.pointer == "/hours" || one.pointer.starts_with("/hours/"));
}

LoadedConfig decode_config(const content::Value& root) {
  const content::Fields fields = root.fields(kConfigKeys);
  LoadedConfig loaded;
  Config& config = loaded.config;
  if (const auto hub = fields.find("hub")) config.hub = content::decode_id(*hub).value_or("");
  if (const auto screen = fields.find("screen")) config.screen = decode_screen(*screen);
  if (const auto hours = fields.find("hours")) config.hours = content::decode_hours(*hours, problems::weekdays_missing);
  if (const auto idle = fields.find("idle")) config.idle = decode_idle(*idle);
  if (const auto attract = fields.find("attract")) config.attract = decode_attract(*attract);
  take_choice(fields, "motion", kMotionWords, config.motion);
  take_choice(fields, "contrast", kContrastWords, config.contrast);
  if (const auto languages = fields.find("languages")) config.languages = decode_languages(*languages);
  if (const auto staff = fields.find("staff")) config.staff = decode_staff(*staff);
  if (const auto reports = fields.find("reports")) config.reports = decode_reports(*reports);
  if (const auto packs = fields.find("packs")) config.packs = decode_packs(*packs);
  if (const auto editor = fields.find("editor")) config.editor = decode_editor(*editor);
  loaded.hub_known = knows_hub(root, config.hub);
  return loaded;
}

}  // namespace

LoadedConfig load_config(const base::FileReader& files, const std::string& path, content::Languages languages) {
  content::JsonFileReader reader(files, std::move(languages));
  LoadedConfig loaded = reader.decode(path, decode_config).value_or(LoadedConfig{{}, false, {}});
  loaded.diagnostics = std::move(reader.diagnostics());
  if (std::ranges::any_of(loaded.diagnostics, is_error_of_hours)) loaded.config.hours.reset();
  content::sort_by_place(loaded.diagnostics);
  return loaded;
}

}  // namespace hub::config
