#include "web/pages/typed_parts.h"

#include <algorithm>

#include "base/sha256.h"

namespace hub::web {

namespace {

using Kind = desk::Statement::Kind;
using Section = desk::Statement::Section;

TypedPart part_of(const desk::Statement& one) {
  const std::string number = std::to_string(one.goal_number);
  if (one.section == Section::review) {
    return {"review-" + number, "ふりかえる重点目標 " + number, "review/" + number + "/1", true, {}};
  }
  if (one.section == Section::goals) {
    return {"goals-" + number, "これからの重点目標 " + number, "goals/" + number, true, {}};
  }
  switch (one.kind) {
    case Kind::service_description:
    case Kind::service_program:
      return {"services", "事業（報告書の文）", "services/1", true, {}};
    case Kind::service_name:
    case Kind::service_need:
    case Kind::service_explanation:
    case Kind::service_situation:
    case Kind::service_url:
      return {"service-" + number, "事業 " + number + " の紹介", "services/" + number, false, {}};
    default:
      break;
  }
  if (one.of_report) return {"front", "報告書のはじめ", "purpose", true, {}};
  return {"hub", "拠点のこと", "home", false, {}};
}

}  // namespace

std::vector<TypedPart> typed_parts(const desk::Texts& texts) {
  std::vector<TypedPart> parts;
  for (const desk::Statement& one : texts.statements) {
    TypedPart part = part_of(one);
    const auto there = std::ranges::find(parts, part.id, &TypedPart::id);
    if (there != parts.end()) {
      there->statements.push_back(&one);
      continue;
    }
    part.statements = {&one};
    parts.push_back(std::move(part));
  }
  // Not the one of std::ranges: clang 14 cannot read what libstdc++'s gives.
  std::stable_partition(parts.begin(), parts.end(), [](const TypedPart& part) { return part.of_report; });
  return parts;
}

std::string field_id(const desk::Address& at, const std::string& language) {
  constexpr std::size_t kDigits = 10;
  return "f-" + base::sha256_text(word_of(at) + " " + language).substr(0, kDigits);
}

std::optional<Url> url_of_field(const PageContext& context, const desk::Texts& texts, const desk::Address& at,
                                const std::string& language) {
  const auto within = [](const std::string& pointer, const std::string& of) {
    return pointer == of || pointer.starts_with(of + "/");
  };
  const auto is_it = [&](const desk::Statement& one) { return one.address == at || one.entry == at; };
  // What is about a list, or about a part of a text: its first text, or that one.
  const auto is_near = [&](const desk::Statement& one) {
    const std::string& pointer = one.address.pointer;
    return one.address.file == at.file && (within(pointer, at.pointer) || within(at.pointer, pointer));
  };
  auto one = std::ranges::find_if(texts.statements, is_it);
  if (one == texts.statements.end() && !at.pointer.empty()) one = std::ranges::find_if(texts.statements, is_near);
  if (one == texts.statements.end()) return std::nullopt;
  const TypedPart part = part_of(*one);
  const std::string tongue = language.empty() ? "ja" : language;
  return context.to({part.of_report ? "text" : "words", part.id}).at(field_id(one->address, tongue));
}

}  // namespace hub::web
