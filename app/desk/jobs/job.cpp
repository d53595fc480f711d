#include "desk/jobs/job.h"

#include <algorithm>
#include <iterator>

#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kKinds[] = {"read", "picture", "inspect", "publish",
                                  "back", "home",    "take",    "send"};                  // as Job::Kind
constexpr const char* kStates[] = {"waiting", "running", "done", "failed", "cancelled"};  // as JobProgress::State

// Nothing where it is none of the words.
template <class Enum, std::size_t kCount>
std::optional<Enum> one_of(const char* const (&words)[kCount], const std::string& word) {
  const auto found = std::ranges::find(words, word);
  return found == std::end(words) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(words)));
}

Json json_of(const base::Message& message) { return {{"ja", message.ja}, {"en", message.en}}; }

base::Message message_of(const Json& json, const char* key) {
  const Json* message = member(json, key);
  return message ? base::Message{text_of(*message, "ja"), text_of(*message, "en")} : base::Message{};
}

Json json_of(const JobResult& result) {
  Json json = {{"questions", result.questions}, {"picture", result.picture}, {"page", result.page},
               {"refused", result.refused},     {"version", result.version}, {"findings", Json::array()}};
  if (!result.said.ja.empty()) json["said"] = json_of(result.said);
  for (const JobFinding& finding : result.findings) {
    Json one = json_of(finding.what);
    one["refuses"] = finding.refuses;
    one["at"] = finding.at;
    one["language"] = finding.language;
    json["findings"].push_back(std::move(one));
  }
  return json;
}

JobResult result_of(const Json& json) {
  JobResult result{number_of<int>(json, "questions"),
                   text_of(json, "picture"),
                   number_of<int>(json, "page"),
                   truth_of(json, "refused"),
                   {},
                   number_of<int>(json, "version"),
                   message_of(json, "said")};
  const Json* findings = member(json, "findings");
  if (findings && findings->is_array()) {
    for (const Json& one : *findings) {
      result.findings.push_back({{text_of(one, "ja"), text_of(one, "en")},
                                 truth_of(one, "refuses"),
                                 text_of(one, "at"),
                                 text_of(one, "language")});
    }
  }
  return result;
}

}  // namespace

std::string to_json(const Job& job) {
  return page_of({{"job", kKinds[static_cast<std::size_t>(job.kind)]},
                  {"who", job.who},
                  {"item", job.item},
                  {"replace", job.replace},
                  {"question", job.question},
                  {"page", job.page},
                  {"width", job.width_px},
                  {"height", job.height_px},
                  {"revision", job.revision},
                  {"version", job.version},
                  {"draftWins", job.draft_wins}});
}

std::optional<Job> job_from(std::string_view text) {
  const auto json = parsed(text);
  const auto kind = json ? one_of<Job::Kind>(kKinds, text_of(*json, "job")) : std::nullopt;
  if (!kind) return std::nullopt;
  return Job{*kind,
             text_of(*json, "who"),
             text_of(*json, "item"),
             truth_of(*json, "replace"),
             number_of<int>(*json, "question", -1),
             number_of<int>(*json, "page"),
             number_of<int>(*json, "width", Job().width_px),
             number_of<int>(*json, "revision"),
             number_of<int>(*json, "version"),
             number_of<int>(*json, "height"),
             truth_of(*json, "draftWins")};
}

std::string to_json(const JobProgress& progress) {
  return page_of({{"state", kStates[static_cast<std::size_t>(progress.state)]},
                  {"fraction", progress.fraction},
                  {"message", json_of(progress.message)},
                  {"remedy", json_of(progress.remedy)},
                  {"canCancel", progress.can_cancel},
                  {"tries", progress.tries},
                  {"newestVersion", progress.newest_version},
                  {"result", json_of(progress.result)}});
}

std::optional<JobProgress> progress_from(std::string_view text) {
  const auto json = parsed(text);
  const auto state = json ? one_of<JobProgress::State>(kStates, text_of(*json, "state")) : std::nullopt;
  if (!state) return std::nullopt;
  JobProgress progress{*state,
                       std::clamp(number_of<double>(*json, "fraction"), 0.0, 1.0),
                       message_of(*json, "message"),
                       message_of(*json, "remedy"),
                       truth_of(*json, "canCancel"),
                       number_of<int>(*json, "tries"),
                       number_of<int>(*json, "newestVersion"),
                       {}};
  if (const Json* result = member(*json, "result")) progress.result = result_of(*result);
  return progress;
}

}  // namespace hub::desk
