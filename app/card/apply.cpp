#include "card/apply.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/pin.h"
#include "base/sha256.h"
#include "card/machine_files.h"
#include "card/problems.h"

namespace hub::card {

namespace {

using Json = nlohmann::ordered_json;
using Severity = content::Diagnostic::Severity;

constexpr std::size_t kMostFileBytes = std::size_t{4} << 20;  // more is no text that somebody wrote

constexpr std::size_t kMostToldBytes = 100;

std::string told_file(const std::string& state_folder) { return state_folder + "/card-told"; }

void add(Applied& applied, Severity severity, int line, content::Problem problem) {
  applied.findings.push_back({severity, kCardFile, line, 1, "", std::move(problem.what), std::move(problem.remedy)});
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

void write(base::FileWriter& writer, const std::string& path, const std::string& bytes, Applied& applied) {
  base::Status written = writer.make_folder(folder_of(path));
  if (written) written = writer.write(path, bytes);
  if (!written) applied.failures.push_back(written.error());
}

// The PIN's hash, once no PIN stands on the card; nothing: there is none. Of a card that cannot be written to the PIN
// counts all the same, and staff are told where it still stands.
std::optional<std::string> kept_pin(const std::string& file, const Card& card, const Writers& writers,
                                    const std::string& path, Applied& applied) {
  std::string hash = card.pin_hash;
  if (!card.pin.empty()) {
    auto made = base::hash_pin(card.pin);
    if (!made) return applied.failures.push_back(made.error()), std::nullopt;
    hash = std::move(made).value();
  }
  if (!card.pins.empty()) {
    const base::Status hidden = writers.open.write(path, with_hash(file, card.pins, hash));
    if (!hidden) {
      applied.failures.push_back(hidden.error());
      add(applied, Severity::warning, card.pins.back().line, problems::pin_not_hidden());
    }
  }
  return hash.empty() ? std::nullopt : std::optional(hash);
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Applied apply(const base::FileReader& files, const Writers& writers, const Places& places,
              const std::vector<KnownHub>& hubs) {
  Applied applied;
  const base::Result<std::string> read = files.read(places.card, kMostFileBytes);
  const std::string file = read ? read.value() : std::string();
  const Card card = read_card(file, hubs);
  applied.findings = card.findings;
  if (!read) {
    applied.failures.push_back(read.error());
    applied.findings.clear();
    add(applied, Severity::error, 0, problems::no_file(hubs));
  }
  const std::optional<std::string> pin = kept_pin(file, card, writers, places.card, applied);
  if (!places.config.empty()) {
    write(writers.kiosks, places.config, pin ? with_pin(card, *pin) : card.config_json, applied);
  }
  if (!places.root.empty()) {
    for (const MachineFile& one : machine_files(card.network)) {
      write(one.secret ? writers.roots : writers.open, places.root + one.path, one.bytes, applied);
    }
  }
  if (!places.findings.empty()) write(writers.kiosks, places.findings, to_json(applied.findings), applied);
  return applied;
}

bool told(const base::FileReader& files, const std::string& state_folder,
          const std::vector<content::Diagnostic>& findings) {
  if (state_folder.empty()) return false;
  const base::Result<std::string> kept = files.read(told_file(state_folder), kMostToldBytes);
  return kept && kept.value() == base::sha256_text(to_json(findings)) + "\n";
}

base::Status keep_told(base::FileWriter& files, const std::string& state_folder,
                       const std::vector<content::Diagnostic>& findings) {
  if (state_folder.empty()) return base::Done{};
  if (const base::Status made = files.make_folder(state_folder); !made) return made;
  return files.write(told_file(state_folder), base::sha256_text(to_json(findings)) + "\n");
}

std::string to_json(const std::vector<content::Diagnostic>& findings) {
  Json json = Json::array();
  for (const content::Diagnostic& one : findings) {
    json.push_back({{"error", one.severity == Severity::error},
                    {"line", one.line},
                    {"what", {{"ja", one.what.ja}, {"en", one.what.en}}},
                    {"remedy", {{"ja", one.remedy.ja}, {"en", one.remedy.en}}}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<content::Diagnostic> to_mend_from(std::string_view bytes) {
  std::vector<content::Diagnostic> findings;
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_array()) return findings;
  for (const Json& one : json) {
    if (!one.is_object() || !one.contains("what") || !one.contains("remedy")) continue;
    const Json &what = one["what"], &remedy = one["remedy"];
    const auto line = one.find("line");
    content::Diagnostic finding{Severity::warning,
                                kCardFile,
                                0,
                                1,
                                "",
                                {text_of(what, "ja"), text_of(what, "en")},
                                {text_of(remedy, "ja"), text_of(remedy, "en")}};
    if (one.value("error", Json(true)) == Json(true)) finding.severity = Severity::error;
    if (line != one.end() && line->is_number_unsigned() && *line < 1'000'000U) finding.line = line->get<int>();
    if (!finding.what.ja.empty()) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace hub::card
