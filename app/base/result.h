// An expected failure is a value: Result<T> holds either a T or an Error that says what happened and what to do next.
#pragma once

#include <utility>
#include <variant>

#include "base/check.h"
#include "base/message.h"

namespace hub::base {

struct Error {
  Message what;    // what happened, with the file or value it happened to
  Message remedy;  // what the reader can do about it; may be empty
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return HUB_CHECK(ok()), std::get<0>(state_); }
  T& value() & { return HUB_CHECK(ok()), std::get<0>(state_); }
  T&& value() && { return HUB_CHECK(ok()), std::get<0>(std::move(state_)); }
  const Error& error() const { return HUB_CHECK(!ok()), std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace hub::base
