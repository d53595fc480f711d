#include "report/draft/field_names.h"

#include <cstdlib>

#include "base/circled_numbers.h"
#include "base/counters.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kExcerpt = 12;  // characters

int number_after(const std::string& pointer, std::string_view key) {
  const std::size_t at = pointer.find(key);
  return at == pointer.npos ? -1 : std::atoi(pointer.c_str() + at + key.size());
}

// 基本理念の 2 つ目
base::Message entry_of(const std::string& pointer, std::string_view key, const char* ja, const char* en) {
  const int number = number_after(pointer, key) + 1;
  return {std::string(ja) + "の " + base::counted_place(number), std::string(en) + " " + std::to_string(number)};
}

}  // namespace

base::Message field_name(const std::string& pointer) {
  const int review = number_after(pointer, "/review/"), next = number_after(pointer, "/goals/");
  if (review >= 0 || next >= 0) {
    const std::string number = base::circled_text((review >= 0 ? review : next) + 1);
    base::Message words = review >= 0 ? base::Message{"評価した重点目標" + number, "reviewed goal " + number}
                                      : base::Message{"次の重点目標" + number, "next goal " + number};
    for (const Role role : kRoles) {
      const std::string key = std::string("/") + role_key(role);
      const std::size_t at = pointer.find(key, 2);
      if (at == pointer.npos) continue;
      words = {words.ja + "の" + role_name(role).ja, words.en + ", " + role_name(role).en};
      const std::string rest = pointer.substr(at + key.size());
      if (role == Role::goal || rest.size() <= 1) break;
      const int entry = std::atoi(rest.c_str() + 1) + 1;
      words = {words.ja + "の " + base::counted_place(entry), words.en + ", entry " + std::to_string(entry)};
      break;
    }
    return words;
  }
  if (pointer.starts_with("/purpose")) return {"事業目的", "the purpose (事業目的)"};
  if (pointer.starts_with("/principles")) return entry_of(pointer, "/principles/", "基本理念", "principle (基本理念)");
  if (pointer.starts_with("/services")) return entry_of(pointer, "/services/", "事業の内容", "service (事業の内容)");
  if (pointer.starts_with("/evaluationMethod")) return {"評価方法", "the evaluation method (評価方法)"};
  if (pointer.starts_with("/implementers")) return {"事業の実施者", "the implementers (事業の実施者)"};
  if (pointer.starts_with("/period")) return {"事業実施期間", "the period (事業実施期間)"};
  return {"題名", "the title (題名)"};
}

base::Message role_name(Role role) {
  switch (role) {
    case Role::goal:
      return {"目標の文", "text"};
    case Role::activities:
      return {"取組内容", "activities (取組内容)"};
    case Role::outcomes:
      return {"取組の成果", "outcomes (成果)"};
    case Role::challenges:
      return {"取組の課題", "challenges (課題)"};
  }
  return {};
}

const char* role_key(Role role) {
  switch (role) {
    case Role::goal:
      return "goal";
    case Role::activities:
      return "activities";
    case Role::outcomes:
      return "outcomes";
    case Role::challenges:
      return "challenges";
  }
  return "";
}

std::string excerpt(std::u32string_view words, bool from_end) {
  if (words.size() <= kExcerpt) return utf8(words);
  return from_end ? "…" + utf8(words.substr(words.size() - kExcerpt)) : utf8(words.substr(0, kExcerpt)) + "…";
}

base::Message operator+(const base::Message& a, const base::Message& b) { return {a.ja + b.ja, a.en + b.en}; }

}  // namespace hub::report
