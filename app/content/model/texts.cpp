#include "content/model/texts.h"

#include <utility>

namespace hub::content {

namespace {

class Collector {
 public:
  explicit Collector(std::string place) : place_(std::move(place)) {}

  void add(const Text& text) {
    if (!text.empty()) found_.push_back({place_, &text});
  }
  void add(const std::optional<Text>& text) {
    if (text) add(*text);
  }
  void add(const std::vector<Text>& texts) {
    for (const Text& text : texts) add(text);
  }
  void add(const std::vector<Item>& items) {
    for (const Item& item : items) add(item.text);
  }
  void append_to(std::vector<PlacedText>& all) const { all.insert(all.end(), found_.begin(), found_.end()); }

 private:
  std::string place_;
  std::vector<PlacedText> found_;
};

void collect_words(const Snapshot& snapshot, std::vector<PlacedText>& all) {
  Collector services("services.json");
  for (const ServiceWords& words : snapshot.services) {
    services.add(words.name);
    services.add(words.need);
    services.add(words.explanation);
    services.add(words.situations);
  }
  services.append_to(all);
  Collector phrases("phrases.json");
  for (const Phrases::Phrase& phrase : snapshot.phrases.all) phrases.add(phrase.words);
  phrases.append_to(all);
  Collector strings("strings");
  for (const auto& [key, text] : snapshot.strings.all()) {
    if (!for_staff(key) && !is_form(key)) strings.add(text);
  }
  strings.append_to(all);
}

void collect_hub(const Hub& hub, std::vector<PlacedText>& all) {
  Collector words("hub.json");
  words.add(hub.ward);
  words.add(hub.name);
  words.add(hub.tagline);
  words.add(hub.hours);
  words.add(hub.contact);
  for (const auto& [number, own] : hub.overrides) {
    words.add(own.name);
    words.add(own.need);
    words.add(own.explanation);
    if (own.situations) words.add(*own.situations);
  }
  words.append_to(all);
}

void collect_report(const Report& report, std::vector<PlacedText>& all) {
  Collector words("reports/" + std::to_string(report.goal_year) + ".json");
  words.add(report.title);
  words.add(report.ward);
  words.add(report.implementers);
  words.add(report.purpose);
  words.add(report.principles);
  for (const Service& service : report.services) {
    words.add(service.description);
    words.add(service.program);
  }
  words.add(report.evaluation_method);
  for (const ReviewedGoal& goal : report.review) {
    words.add(goal.goal);
    words.add(goal.activities);
    words.add(goal.outcomes);
    words.add(goal.challenges);
  }
  for (const Goal& goal : report.goals) {
    words.add(goal.goal);
    words.add(goal.activities);
  }
  words.append_to(all);
}

}  // namespace

std::vector<PlacedText> texts_of(const Snapshot& snapshot, const Hub& hub) {
  std::vector<PlacedText> all;
  collect_words(snapshot, all);
  collect_hub(hub, all);
  for (const Report& report : hub.reports) collect_report(report, all);
  return all;
}

std::vector<PlacedText> texts_of(const Report& report) {
  std::vector<PlacedText> all;
  collect_report(report, all);
  return all;
}

}  // namespace hub::content
