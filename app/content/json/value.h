// One JSON value while it is decoded: what it holds, or a diagnostic at its place. Reading goes on after a wrong value
// (an empty one stands in for it), so that all errors of a file are found at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/json/json_source.h"
#include "content/json/keys.h"
#include "content/model/text.h"

namespace hub::content {

class Fields;

class Value {
 public:
  // Reporter and node outlive the value.
  Value(Reporter& reporter, const Node& node, std::string pointer)
      : reporter_(&reporter), node_(&node), pointer_(std::move(pointer)) {}

  const Node& node() const { return *node_; }
  void error(Problem problem) const { reporter_->error(node_->offset, pointer_, std::move(problem)); }
  void warn(Problem problem) const;
  void error_at_key(Problem problem) const { reporter_->error(node_->key_offset, pointer_, std::move(problem)); }

  Position position() const { return reporter_->position(node_->offset); }
  bool must_be(Node::Type type) const;
  // A string that is not empty and has no control characters: an id, a URL, a reading.
  std::optional<std::string> as_string() const;
  Text text() const;  // a string, or an object by language
  std::span<const std::string> languages() const { return reporter_->languages(); }
  std::vector<Text> texts() const;  // a list of at least one text and at most kMostEntries
  // Whether an array is no longer than kMostEntries, and a text in no language longer than this.
  bool is_short_list() const;
  bool is_at_most(std::size_t most_bytes) const;
  std::optional<int> as_int(int least, int most) const;  // a whole number in a range
  std::optional<double> as_number(double least, double most) const;
  std::optional<bool> as_bool() const;
  std::optional<base::Date> date() const;                   // 2024-04-01
  std::vector<Value> entries() const;                       // of an array
  std::vector<Value> members() const;                       // of an object, whatever their keys; repeated keys once
  std::optional<Value> member(std::string_view key) const;  // of an object, whatever its other keys
  Fields fields(std::span<const Key> keys) const;

 private:
  std::string pointer_to(std::string_view key) const;

  Reporter* reporter_;
  const Node* node_;
  std::string pointer_;
};

// An object with known keys. Making it reports what is no object, unknown keys and missing ones.
class Fields {
 public:
  Fields(const Value& object, std::span<const Key> keys);

  std::optional<Value> find(std::string_view key) const;  // `key` is one of the keys (HUB_CHECK)

  // What the value holds; empty when it is absent or wrong.
  Text text(std::string_view key) const;
  std::vector<Text> texts(std::string_view key) const;
  std::vector<Value> entries(std::string_view key) const;
  std::optional<std::string> as_string(std::string_view key) const;
  std::optional<int> as_int(std::string_view key, int least, int most) const;
  std::optional<Text> optional_text(std::string_view key) const;

 private:
  std::span<const Key> keys_;
  std::vector<Value> members_;
};

// The known word that a misspelt one is nearest to, or "" when none is near.
std::string_view nearest_word(std::string_view misspelt, std::span<const std::string_view> known);

// The decoders' rules about short words; each reports what is wrong and then gives nothing.
std::optional<std::string> decode_id(const Value& value);
std::optional<std::string> decode_icon(const Value& value);
std::optional<std::string> decode_colour(const Value& value);
std::optional<std::string> decode_url(const Value& value);

bool is_id(std::string_view word);  // [a-z0-9-]+

}  // namespace hub::content
