#include "content/json/value.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/check.h"
#include "base/parse.h"
#include "base/utf8.h"
#include "content/json/letters.h"
#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/json/ruby_syntax.h"
#include "content/json/words_alike.h"
#include "content/model/languages.h"
#include "content/model/ruby.h"

namespace hub::content {

namespace {

// Invisible, and able to garble a screen or a terminal. U+2060 and U+200B are wanted in texts: they steer line breaks.
bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == U'\uFEFF' ||
         (character >= U'\u2028' && character <= U'\u202E') || (character >= U'\u2066' && character <= U'\u2069') ||
         (character & 0xFFFEU) == 0xFFFEU;
}

bool is_blank(std::u32string_view words) { return words.find_first_not_of(U" \u3000\u00A0\u2060\u200B") == words.npos; }

std::optional<Problem> fault_of_words(std::string_view utf8) {
  const std::u32string words = base::decode_utf8(utf8);
  const auto control = std::find_if(words.begin(), words.end(), is_control);
  if (control != words.end()) return problems::control_character(*control);
  const auto lost = std::ranges::find_if(words, is_lost);
  if (lost != words.end()) return problems::lost_character(*lost);
  if (is_blank(words)) return problems::empty_text();
  return std::nullopt;
}

// One warning of each fault. Accents that a keyboard has typed behind their letters (Vietnamese) are none.
void warn_of(const std::vector<MendedLetter>& letters, const Value& value) {
  using Fault = MendedLetter::Fault;
  const auto is_kana = [](const MendedLetter& one) { return one.is >= 0x3041 && one.is <= 0x30FF; };
  for (const Fault fault : {Fault::radical, Fault::half_width, Fault::parted, Fault::invisible}) {
    const auto has_it = [&](const MendedLetter& one) {
      return one.fault == fault && (fault != Fault::parted || is_kana(one));
    };
    const auto first = std::ranges::find_if(letters, has_it);
    if (first == letters.end()) continue;
    value.warn(problems::mended_letters(*first, static_cast<int>(std::ranges::count_if(letters, has_it))));
  }
}

// The words as they are shown; nothing when they cannot be.
std::optional<std::string> sound_words(const Value& value) {
  const std::string& words = value.node().string;
  if (std::optional<Problem> fault = fault_of_words(words)) {
    value.error(std::move(*fault));
    return std::nullopt;
  }
  MendedText shown = mended(words);
  warn_of(shown.letters, value);
  return std::move(shown.words);
}

// "<br> &amp;": each of them once.
std::string all_html_in(std::string_view words) {
  std::set<std::string_view> found;
  std::string all;
  for (std::string_view html = html_in(words); !html.empty(); html = html_in(words)) {
    words.remove_prefix(static_cast<std::size_t>(html.data() - words.data()) + html.size());
    if (found.insert(html).second) all += (all.empty() ? "" : " ") + std::string(html);
  }
  return all;
}

std::optional<std::string> sound_text(const Value& value) {
  std::optional<std::string> words = sound_words(value);
  if (!words) return std::nullopt;
  if (std::optional<Problem> fault = fault_of_ruby(*words)) {
    value.error(std::move(*fault));
    return std::nullopt;
  }
  if (const std::string html = all_html_in(*words); !html.empty()) value.warn(problems::html(html));
  return words;
}

bool all_of(std::string_view word, std::string_view allowed) {
  return !word.empty() && word.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<std::string> words_if(const Value& value, bool (*is_right)(std::string_view), Problem (*problem)()) {
  std::optional<std::string> words = value.as_string();
  if (words && !is_right(*words)) {
    value.error(problem());
    return std::nullopt;
  }
  return words;
}

bool is_colour(std::string_view word) {
  return word.size() == 7 && word.front() == '#' && all_of(word.substr(1), "0123456789ABCDEFabcdef");
}

// A longer one makes a QR code too fine to be read from a screen (version 10 holds 213 bytes at level M).
constexpr std::size_t kMaxUrlBytes = 200;

bool is_url(std::string_view word) {
  if (word.size() > kMaxUrlBytes) return false;
  const std::size_t scheme = word.starts_with("https://") ? 8 : word.starts_with("http://") ? 7 : 0;
  const auto is_plain = [](char letter) { return letter > ' ' && letter < '\x7F'; };
  return scheme > 0 && word.size() > scheme && word[scheme] != '/' && std::all_of(word.begin(), word.end(), is_plain);
}

}  // namespace

void Value::warn(Problem problem) const {
  reporter_->warn(node_->offset, pointer_, std::move(problem), problems::quoted(mended(node_->string).words));
}

bool Value::must_be(Node::Type type) const {
  if (node_->type == type) return true;
  error(problems::wrong_type(type, node_->type));
  return false;
}

std::optional<std::string> Value::as_string() const {
  if (!must_be(Node::Type::string)) return std::nullopt;
  return sound_words(*this);
}

Text Value::text() const {
  if (node_->type == Node::Type::string) {
    std::optional<std::string> words = sound_text(*this);
    return words ? Text(std::move(*words)) : Text();
  }
  if (node_->type != Node::Type::object) {
    error(problems::text_wanted(node_->type));
    return Text();
  }
  std::map<std::string, std::string, std::less<>> words;
  std::optional<Value> rendered_from;
  for (const Value& member : members()) {
    const Node& said = member.node();
    if (said.key == kRenderedFrom) {
      rendered_from = member;
    } else if (!is_known(languages(), said.key)) {
      member.error_at_key(problems::unknown_language(said.key, languages()));
    } else if (member.must_be(Node::Type::string)) {
      if (auto sound = sound_text(member)) words.emplace(said.key, std::move(*sound));
    }
  }
  if (!node_->find("ja")) error(problems::missing_japanese());
  const std::optional<std::string> from = rendered_from ? rendered_from->as_string() : std::nullopt;
  if (from && words.contains("ja") && as_read(*from) != as_read(words.at("ja"))) {
    rendered_from->warn(problems::rendering_older(*from));
  }
  return words.contains("ja") ? Text(std::move(words)) : Text();
}

std::vector<Text> Value::texts() const {
  std::vector<Text> texts;
  if (!must_be(Node::Type::array) || !is_short_list()) return texts;
  for (const Value& entry : entries()) texts.push_back(entry.text());
  if (texts.empty()) error(problems::empty_list());
  return texts;
}

bool Value::is_short_list() const {
  if (node_->children.size() <= kMostEntries) return true;
  error(problems::too_many_entries(kMostEntries));
  return false;
}

bool Value::is_at_most(std::size_t most_bytes) const {
  const auto is_short = [&](const Node& said) { return said.string.size() <= most_bytes; };
  if (is_short(*node_) && std::ranges::all_of(node_->children, is_short)) return true;
  error(problems::string_too_long(most_bytes));
  return false;
}

std::optional<double> Value::as_number(double least, double most) const {
  if (!must_be(Node::Type::number)) return std::nullopt;
  if (node_->number >= least && node_->number <= most) return node_->number;
  error(problems::out_of_range(least, most));
  return std::nullopt;
}

std::optional<int> Value::as_int(int least, int most) const {
  const std::optional<double> number = as_number(least, most);
  if (!number) return std::nullopt;
  if (std::trunc(*number) == *number) return static_cast<int>(*number);
  error(problems::not_whole());
  return std::nullopt;
}

std::optional<bool> Value::as_bool() const {
  if (!must_be(Node::Type::boolean)) return std::nullopt;
  return node_->number != 0;
}

std::optional<base::Date> Value::date() const {
  if (!must_be(Node::Type::string)) return std::nullopt;
  const std::optional<base::Date> date = base::parse_iso_date(node_->string);
  if (!date) error(problems::no_such_date(node_->string));
  return date;
}

std::vector<Value> Value::entries() const {
  std::vector<Value> entries;
  if (!must_be(Node::Type::array)) return entries;
  for (std::size_t index = 0; index < node_->children.size(); ++index) {
    entries.emplace_back(*reporter_, node_->children[index], pointer_ + "/" + std::to_string(index));
  }
  return entries;
}

std::vector<Value> Value::members() const {
  std::vector<Value> members;
  if (!must_be(Node::Type::object)) return members;
  std::set<std::string_view> seen;
  for (const Node& child : node_->children) {
    if (seen.insert(child.key).second) members.emplace_back(*reporter_, child, pointer_to(child.key));
  }
  return members;
}

// A key is a stranger's too, and as long as he likes.
std::string Value::pointer_to(std::string_view key) const {
  return pointer_ + "/" + pointer_step(problems::quoted(key));
}

std::optional<Value> Value::member(std::string_view key) const {
  const Node* found = node_->type == Node::Type::object ? node_->find(key) : nullptr;
  if (!found) return std::nullopt;
  return Value(*reporter_, *found, pointer_to(key));
}

Fields Value::fields(std::span<const Key> keys) const { return Fields(*this, keys); }

Fields::Fields(const Value& object, std::span<const Key> keys) : keys_(keys), members_(object.members()) {
  if (object.node().type != Node::Type::object) return;
  std::vector<std::string_view> known;
  for (const Key& key : keys) known.push_back(key.name);
  std::set<std::string_view> misspelt;  // its one message is enough: the right key is not missing besides
  for (const Value& member : members_) {
    const std::string& name = member.node().key;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view nearest = nearest_word(name, known);
    misspelt.insert(nearest);
    member.error_at_key(problems::unknown_key(name, nearest, known));
  }
  for (const Key& key : keys) {
    const bool missing = key.required && !object.node().find(key.name) && !misspelt.contains(key.name);
    if (missing) object.error(problems::missing_key(key.name));
  }
}

std::optional<Value> Fields::find(std::string_view key) const {
  HUB_CHECK(std::any_of(keys_.begin(), keys_.end(), [&](const Key& known) { return known.name == key; }));
  for (const Value& member : members_) {
    if (member.node().key == key) return member;
  }
  return std::nullopt;
}

Text Fields::text(std::string_view key) const {
  const auto value = find(key);
  return value ? value->text() : Text();
}

std::vector<Text> Fields::texts(std::string_view key) const {
  const auto value = find(key);
  return value ? value->texts() : std::vector<Text>();
}

std::vector<Value> Fields::entries(std::string_view key) const {
  const auto value = find(key);
  return value ? value->entries() : std::vector<Value>();
}

std::optional<std::string> Fields::as_string(std::string_view key) const {
  const auto value = find(key);
  return value ? value->as_string() : std::nullopt;
}

std::optional<int> Fields::as_int(std::string_view key, int least, int most) const {
  const auto value = find(key);
  return value ? value->as_int(least, most) : std::nullopt;
}

std::optional<Text> Fields::optional_text(std::string_view key) const {
  const auto value = find(key);
  return value ? std::optional(value->text()) : std::nullopt;
}

std::string_view nearest_word(std::string_view misspelt, std::span<const std::string_view> known) {
  std::string_view nearest;
  if (misspelt.size() > 100) return nearest;
  std::size_t most = std::clamp<std::size_t>(misspelt.size() / 3, 2, 8);  // more is another word
  for (const std::string_view word : known) {
    if (word.empty()) continue;
    const std::size_t limit = std::min(most, word.size() - 1);
    const std::size_t distance = edit_distance(misspelt, word, limit);
    if (distance > limit) continue;
    nearest = word;
    if (distance == 0) break;
    most = distance - 1;
  }
  return nearest;
}

bool is_id(std::string_view word) { return all_of(word, "abcdefghijklmnopqrstuvwxyz0123456789-"); }

std::optional<std::string> decode_id(const Value& value) { return words_if(value, is_id, problems::bad_id); }
std::optional<std::string> decode_icon(const Value& value) { return words_if(value, is_id, problems::bad_icon); }
std::optional<std::string> decode_colour(const Value& value) {
  return words_if(value, is_colour, problems::bad_colour);
}
std::optional<std::string> decode_url(const Value& value) { return words_if(value, is_url, problems::bad_url); }

}  // namespace hub::content
