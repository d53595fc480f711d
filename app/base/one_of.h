// A value of one of several types, as a std::variant is one; but copies share it. What is part of many other values is
// compiled much sooner so: no screen needs a function for each type to copy, move and destroy it.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace hub::base {

template <class... Types>
class OneOf;

// Whether Type is one of the types of Values, which is a OneOf.
template <class Type, class Values>
inline constexpr bool kIsInside = false;
template <class Type, class... Types>
inline constexpr bool kIsInside<Type, OneOf<Types...>> = (std::is_same_v<Type, Types> || ...);

template <class... Types>
class OneOf {
 public:
  template <class Type>
  requires(std::is_same_v<Type, Types> || ...)
      OneOf(Type value)  // NOLINT(google-explicit-constructor): it is the value
      : which_(place_of<Type>()), value_(std::make_shared<const Type>(std::move(value))) {}
  // Of a type that is itself one of several.
  template <class Type>
  requires(kIsInside<Type, Types> || ...) OneOf(Type value) {  // NOLINT(google-explicit-constructor): it is the value
    (put_inside<Types>(value), ...);
  }

  template <class Type>
  bool is() const {
    return which_ == place_of<Type>();
  }
  // Null: it is of another type. Lives as long as this value or a copy of it.
  template <class Type>
  const Type* get_if() const {
    return is<Type>() ? static_cast<const Type*>(value_.get()) : nullptr;
  }
  // Calls the visitor, which takes each of the types, with the value.
  template <class Visitor>
  void visit(Visitor&& visitor) const {
    (visit_if<Types>(visitor), ...);
  }

 private:
  template <class Type>
  static constexpr std::size_t place_of() {
    static_assert((std::is_same_v<Type, Types> || ...), "none of its types");
    std::size_t place = 0;
    static_cast<void>(((!std::is_same_v<Type, Types> && ++place) && ...));
    return place;
  }
  template <class Values, class Type>
  void put_inside(Type& value) {
    if constexpr (kIsInside<Type, Values>) *this = OneOf(Values(std::move(value)));
  }
  template <class Type, class Visitor>
  void visit_if(Visitor& visitor) const {
    if (const Type* value = get_if<Type>()) visitor(*value);
  }

  std::size_t which_ = 0;
  std::shared_ptr<const void> value_;
};

}  // namespace hub::base
