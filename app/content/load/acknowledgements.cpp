#include "content/load/acknowledgements.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "content/json/json_text.h"
#include "content/json/problems.h"

namespace hub::content {

namespace {

constexpr const char* kFile = "acknowledged.json";

Acknowledgement decode_one(const Value& value) {
  const Fields fields = value.fields(kAcknowledgementKeys);
  // As they were written: a warning may quote a letter that is no letter.
  const auto words = [&](std::string_view key) {
    const auto found = fields.find(key);
    return found && found->must_be(Node::Type::string) ? found->node().string : std::string();
  };
  return {words("file"), words("place"), words("warning"), words("text"), words("reason")};
}

bool is_of(const Acknowledgement& one, const Diagnostic& warning, const std::string& folder) {
  return warning.severity == Diagnostic::Severity::warning && warning.file == base::join(folder, one.file) &&
         warning.pointer == one.place && warning.what.ja == one.warning && warning.words == one.text;
}

}  // namespace

std::vector<Acknowledgement> decode_acknowledgements(const Value& root) {
  std::vector<Acknowledgement> all;
  for (const Value& entry : root.fields(kAcknowledgedKeys).entries("acknowledged")) all.push_back(decode_one(entry));
  return all;
}

std::string acknowledgements_json(const std::vector<Acknowledgement>& all) {
  std::string json = "{\n  \"$schema\": \"../schema/acknowledged.schema.json\",\n  \"acknowledged\": [";
  for (const Acknowledgement& one : all) {
    json += &one == &all.front() ? "\n    {" : ",\n    {";
    const std::pair<const char*, const std::string*> members[] = {
        {"file", &one.file}, {"place", &one.place}, {"warning", &one.warning}, {"text", &one.text}};
    for (const auto& [key, words] : members) {
      if (!words->empty()) json += "\n      \"" + std::string(key) + "\": " + json_quoted(*words) + ",";
    }
    json += "\n      \"reason\": " + json_quoted(one.reason) + "\n    }";
  }
  return json + (all.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Acknowledgement acknowledgement_of(const Diagnostic& warning, const std::string& folder, std::string reason) {
  std::string file = warning.file.substr(std::min(folder.size(), warning.file.size()));
  while (file.starts_with('/')) file.erase(0, 1);
  return {std::move(file), warning.pointer, warning.what.ja, warning.words, std::move(reason)};
}

int leave_out_acknowledged(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan) {
  std::vector<std::string> folders = plan.hubs;
  folders.insert(folders.begin(), "common");
  // Content that has errors was not read to its end: what seems to be over may come again.
  const bool whole = !has_errors(reader.diagnostics());
  int taken = 0;
  for (const std::string& name : folders) {
    if (!plan.has(base::join(name, kFile))) continue;
    const std::string folder = base::join(content_folder, name);
    reader.decode(base::join(folder, kFile), [&](const Value& root) {
      for (const Value& entry : root.fields(kAcknowledgedKeys).entries("acknowledged")) {
        const Acknowledgement one = decode_one(entry);
        const auto found =
            std::erase_if(reader.diagnostics(), [&](const Diagnostic& warning) { return is_of(one, warning, folder); });
        taken += static_cast<int>(found);
        if (found == 0 && whole && !one.file.empty()) entry.warn(problems::nothing_to_acknowledge(one.warning));
      }
      return 0;
    });
  }
  return taken;
}

}  // namespace hub::content
