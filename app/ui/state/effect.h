// What the kiosk is to do because of an action: it takes longer than a frame or needs files, so the ui does not do it.
// The frame loop carries it out after the frame that announces it has been shown, and brings the answer as an action.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/pin.h"
#include "ui/state/desk_request.h"

namespace hub::ui {

// A PIN while it is typed. Every copy wipes itself when it goes.
class TypedPin {
 public:
  TypedPin() = default;
  TypedPin(const TypedPin&) = default;
  TypedPin& operator=(const TypedPin&) = default;
  ~TypedPin() { clear(); }

  void add(int digit);  // 0 … 9; more than a PIN may have are dropped
  void erase();         // the last one
  void clear();
  std::string_view view() const { return {digits_.data(), count_}; }
  int count() const { return static_cast<int>(count_); }
  bool operator==(const TypedPin&) const = default;

 private:
  std::array<char, base::kMostPinDigits> digits_{};
  std::size_t count_ = 0;
};

struct CheckPin {  // answered by PinAnswered
  TypedPin pin;
};
struct LoadHub {  // answered by HubAnswered
  std::string id;
};

struct TrustClock {};  // staff found it right

using Effect = std::variant<CheckPin, LoadHub, TrustClock, DeskRequest>;

}  // namespace hub::ui
