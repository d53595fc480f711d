#include "base/one_of.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace base = hub::base;

namespace {

struct Word {
  std::string text;
};
struct Number {
  int value;
};
struct Nothing {};
using Value = base::OneOf<Word, Number, Nothing>;

std::string said(const Value& value) {
  std::string words;
  struct Say {
    std::string& words;
    void operator()(const Word& word) const { words += "word " + word.text; }
    void operator()(const Number& number) const { words += "number " + std::to_string(number.value); }
    void operator()(const Nothing&) const { words += "nothing"; }
  };
  value.visit(Say{words});
  return words;
}

}  // namespace

TEST_CASE("A value of one of several types is visited as what it is, once") {
  CHECK(said(Word{"hub"}) == "word hub");
  CHECK(said(Number{7}) == "number 7");
  CHECK(said(Nothing{}) == "nothing");
}

TEST_CASE("It is of one type and of no other") {
  const Value value = Number{7};
  CHECK(value.is<Number>());
  CHECK_FALSE(value.is<Word>());
  REQUIRE(value.get_if<Number>() != nullptr);
  CHECK(value.get_if<Number>()->value == 7);
  CHECK(value.get_if<Nothing>() == nullptr);
}

TEST_CASE("A copy says the same after the first has become another, or is gone") {
  std::optional<Value> first = Word{"港南"};
  const Value copy = *first;
  first = Value(Number{1});
  CHECK(said(copy) == "word 港南");
  CHECK(said(*first) == "number 1");
  first.reset();
  CHECK(said(copy) == "word 港南");
}

TEST_CASE("A value of one of the types of a type is that type's") {
  struct Other {};
  using Outer = base::OneOf<Other, Value>;
  const Outer outer = Number{3};
  REQUIRE(outer.is<Value>());
  CHECK(said(*outer.get_if<Value>()) == "number 3");
}

TEST_CASE("Nothing else becomes such a value by itself") {
  CHECK(std::is_convertible_v<Word, Value>);
  CHECK_FALSE(std::is_convertible_v<int, Value>);
  CHECK_FALSE(std::is_convertible_v<std::string, Value>);
}
