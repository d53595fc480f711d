#include "content/json/json_source.h"
#include "content/json/limits.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "content/json/json_syntax.h"
#include "content/json/problems.h"

namespace hub::content {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\r\n";

// Receives nlohmann's events and finds each token's place by walking along the bytes: the parser has already said that
// the token is well-formed, so its end is found without looking closer.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view bytes, std::size_t start, Reporter& reporter) : bytes_(bytes), reporter_(reporter) {
    so_far_.end = start;
  }

  bool null() { return value(Node::Type::null); }
  bool boolean(bool truth) {
    if (!value(Node::Type::boolean)) return false;
    last_child().number = truth ? 1 : 0;
    return true;
  }
  bool number_integer(std::int64_t number) { return number_is(static_cast<double>(number)); }
  bool number_unsigned(std::uint64_t number) { return number_is(static_cast<double>(number)); }
  bool number_float(double number, const std::string&) { return number_is(number); }
  bool string(std::string& text) {
    if (!value(Node::Type::string)) return false;
    Node& node = last_child();
    if (text.size() > kMaxStringBytes) return stop(node.offset, problems::string_too_long(kMaxStringBytes));
    node.string = std::move(text);
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool key(std::string& text) {
    skip_to_token();
    key_offset_ = so_far_.end;
    if (text.size() > kMaxStringBytes) return stop(key_offset_, problems::string_too_long(kMaxStringBytes));
    key_ = std::move(text);
    so_far_.end = token_end();
    so_far_.last = ParsedSoFar::Last::key;
    return true;
  }
  bool start_object(std::size_t) { return open(Node::Type::object); }
  bool start_array(std::size_t) { return open(Node::Type::array); }
  bool end_object() {
    report_repeated_keys(*open_.back());
    return close();
  }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    Fault fault = explain_syntax(bytes_, situation());
    return stop(fault.offset, std::move(fault.problem));
  }

  // After all events: nlohmann takes a NUL byte for the end of the file.
  bool at_end() const { return bytes_.find_first_not_of(kSpace, so_far_.end) == std::string_view::npos; }
  void explain() {
    Fault fault = explain_syntax(bytes_, situation());
    stop(fault.offset, std::move(fault.problem));
  }
  Node take_root() { return std::move(top_.children.front()); }

 private:
  void skip_to_token() { so_far_.end = std::min(bytes_.find_first_not_of(" \t\r\n,:", so_far_.end), bytes_.size()); }

  std::size_t token_end() const {
    const std::size_t start = so_far_.end;
    if (start >= bytes_.size()) return bytes_.size();
    switch (bytes_[start]) {
      case '{':
      case '}':
      case '[':
      case ']':
        return start + 1;
      case 't':
      case 'n':
        return std::min(start + 4, bytes_.size());
      case 'f':
        return std::min(start + 5, bytes_.size());
      case '"':
        return string_end(start);
      default:
        return number_end(start);
    }
  }

  std::size_t string_end(std::size_t start) const {
    std::size_t offset = start + 1;
    while (offset < bytes_.size() && bytes_[offset] != '"') offset += bytes_[offset] == '\\' ? 2 : 1;
    return std::min(offset + 1, bytes_.size());
  }

  // As JSON's grammar has it: in 007 the number ends behind the first 0.
  std::size_t number_end(std::size_t start) const {
    const auto digits = [&](std::size_t offset) {
      return std::min(bytes_.find_first_not_of("0123456789", offset), bytes_.size());
    };
    const auto is_one_of = [&](std::size_t offset, std::string_view letters) {
      return offset < bytes_.size() && letters.find(bytes_[offset]) != std::string_view::npos;
    };
    std::size_t end = start + (is_one_of(start, "-") ? 1 : 0);
    end = is_one_of(end, "0") ? end + 1 : digits(end);
    if (is_one_of(end, ".")) end = digits(end + 1);
    if (is_one_of(end, "eE")) end = digits(end + (is_one_of(end + 1, "+-") ? 2 : 1));
    return end;
  }

  Node& parent() { return open_.empty() ? top_ : *open_.back(); }
  Node& last_child() { return parent().children.back(); }

  bool value(Node::Type type) {
    skip_to_token();
    Node node;
    node.type = type;
    node.offset = so_far_.end;
    if (++nodes_ > kMaxNodes) return stop(node.offset, problems::too_many_values(kMaxNodes));
    if (parent().type == Node::Type::object && !open_.empty()) {
      node.key = std::move(key_);
      node.key_offset = key_offset_;
    }
    so_far_.end = token_end();
    so_far_.last = ParsedSoFar::Last::value;
    parent().children.push_back(std::move(node));
    return true;
  }

  bool number_is(double number) {
    if (!value(Node::Type::number)) return false;
    last_child().number = number;
    return true;
  }

  // A child never moves while it is open: only the innermost open list grows.
  bool open(Node::Type type) {
    skip_to_token();
    if (open_.size() >= static_cast<std::size_t>(kMaxDepth)) return stop(so_far_.end, problems::too_deep(kMaxDepth));
    if (!value(type)) return false;
    open_.push_back(&last_child());
    so_far_.last = ParsedSoFar::Last::opened;
    return true;
  }

  bool close() {
    skip_to_token();
    so_far_.end = token_end();
    so_far_.last = ParsedSoFar::Last::value;
    open_.pop_back();
    return true;
  }

  std::string pointer_of_open() const {
    std::string pointer;
    for (std::size_t depth = 1; depth < open_.size(); ++depth) {
      const bool member = open_[depth - 1]->type == Node::Type::object;
      const std::size_t index = open_[depth - 1]->children.size() - 1;
      pointer += "/" + (member ? pointer_step(problems::quoted(open_[depth]->key)) : std::to_string(index));
    }
    return pointer;
  }

  void report_repeated_keys(const Node& object) {
    std::map<std::string_view, const Node*> seen;
    for (const Node& child : object.children) {
      const auto [first, is_new] = seen.emplace(child.key, &child);
      if (is_new) continue;
      if (reporter_.is_full()) return;
      const Position at = reporter_.position(first->second->key_offset);
      reporter_.error(child.key_offset, pointer_of_open() + "/" + pointer_step(problems::quoted(child.key)),
                      problems::repeated_key(child.key, at));
    }
  }

  ParsedSoFar situation() const {
    ParsedSoFar so_far = so_far_;
    if (open_.empty()) return so_far;
    so_far.inside = open_.back()->type == Node::Type::object ? '{' : '[';
    so_far.opened_at = open_.back()->offset;
    so_far.opened_line = reporter_.position(so_far.opened_at).line;
    return so_far;
  }

  bool stop(std::size_t offset, Problem problem) {
    reporter_.error(offset, pointer_of_open(), std::move(problem));
    return false;
  }

  std::string_view bytes_;
  Reporter& reporter_;
  Node top_;                 // its only child is the file's value
  std::vector<Node*> open_;  // the arrays and objects that the place is in, outermost first
  ParsedSoFar so_far_;
  std::string key_;
  std::size_t key_offset_ = 0;
  int nodes_ = 0;
};

// What a disk holds where a file was to be saved and was not: nothing but zeros, or zeros from some place on. UTF-16,
// where every second byte is one, is no such thing.
std::optional<std::size_t> first_of_zeros(std::string_view bytes) {
  constexpr std::string_view kFour("\0\0\0\0", 4);
  const std::size_t first = bytes.find(kFour);
  if (first != bytes.npos) return first;
  return !bytes.empty() && bytes.find_first_not_of('\0') == bytes.npos ? std::optional<std::size_t>(0) : std::nullopt;
}

}  // namespace

const Node* Node::find(std::string_view member) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const Node& node) { return node.key == member; });
  return found == children.end() ? nullptr : &*found;
}

std::string pointer_step(std::string_view key) {
  std::string step;
  for (const char letter : key) {
    if (letter == '~')
      step += "~0";
    else if (letter == '/')
      step += "~1";
    else
      step += letter;
  }
  return step;
}

std::optional<Node> parse_json(std::string_view bytes, Reporter& reporter) {
  if (const auto zeros = first_of_zeros(bytes)) {
    const bool only = bytes.find_first_not_of(std::string_view("\0\r\n", 3)) == bytes.npos;
    reporter.error(*zeros, "", problems::zeros(only));
    return std::nullopt;
  }
  if (const auto invalid = base::first_invalid_utf8(bytes)) {
    reporter.error(*invalid, "", problems::not_utf8());
    return std::nullopt;
  }
  const std::size_t start = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (bytes.find_first_not_of(kSpace, start) == std::string_view::npos) {
    reporter.error(start, "", problems::empty_file());
    return std::nullopt;
  }
  TreeBuilder builder(bytes, start, reporter);
  if (!nlohmann::json::sax_parse(bytes.substr(start), &builder)) return std::nullopt;
  if (!builder.at_end()) {
    builder.explain();
    return std::nullopt;
  }
  return builder.take_root();
}

}  // namespace hub::content
