#include "desk/typed/text_value.h"

#include "content/json/keys.h"
#include "content/model/ruby.h"

namespace hub::desk {

namespace {

const std::string kJapanese = "ja";
const std::string kFrom{content::kRenderedFrom};

// Its place is behind the languages.
void say_from(Json& text, const std::string& japanese) {
  text.erase(kFrom);
  text[kFrom] = japanese;
}

}  // namespace

const Json* value_at(const Json& json, const std::string& pointer) {
  try {
    return &json.at(Json::json_pointer(pointer));
  } catch (const Json::exception&) {
    return nullptr;
  }
}

Json* value_at(Json& json, const std::string& pointer) {
  try {
    return &json.at(Json::json_pointer(pointer));
  } catch (const Json::exception&) {
    return nullptr;
  }
}

void put_at(Json& json, const std::string& pointer, Json value) {
  for (std::size_t end = pointer.find('/', 1); end != pointer.npos; end = pointer.find('/', end + 1)) {
    const Json::json_pointer above(pointer.substr(0, end));
    if (!value_at(json, pointer.substr(0, end))) json[above] = Json::object();
  }
  json[Json::json_pointer(pointer)] = std::move(value);
}

std::string words_in(const Json& text, const std::string& language) {
  if (text.is_string()) return language == kJapanese ? text.get<std::string>() : std::string();
  return text_of(text, language.c_str());
}

std::vector<std::string> renderings_in(const Json& text) {
  std::vector<std::string> languages;
  if (!text.is_object()) return languages;
  for (const auto& [key, value] : text.items()) {
    if (key != kJapanese && key != kFrom) languages.push_back(key);
  }
  return languages;
}

std::string rendered_from(const Json& text) {
  const std::string from = words_in(text, kFrom);
  return from.empty() ? words_in(text, kJapanese) : from;
}

bool is_older(const Json& text) {
  return content::as_read(rendered_from(text)) != content::as_read(words_in(text, kJapanese));
}

Json with_japanese(Json text, const std::string& words) {
  if (!text.is_object()) return words;
  const std::string before = words_in(text, kJapanese);
  text[kJapanese] = words;
  const bool says_from = !words_in(text, kFrom).empty();
  if (!says_from && before != words && !before.empty() && !renderings_in(text).empty()) say_from(text, before);
  return text;
}

Json with_rendering(Json text, const std::string& language, const std::string& words) {
  if (words.empty()) {
    if (!text.is_object()) return text;
    text.erase(language);
    return renderings_in(text).empty() ? Json(words_in(text, kJapanese)) : text;
  }
  if (text.is_string()) {
    const std::string japanese = text.get<std::string>();
    return {{kJapanese, japanese}, {language, words}, {kFrom, japanese}};
  }
  const std::string from = words_in(text, kFrom);
  text[language] = words;
  if (!from.empty()) say_from(text, from);
  return text;
}

Json rendered_anew(Json text) {
  if (text.is_object() && text.contains(kFrom)) text[kFrom] = words_in(text, kJapanese);
  return text;
}

}  // namespace hub::desk
