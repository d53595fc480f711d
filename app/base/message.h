// What hub-kiosk says to staff, in the two languages it speaks to them.
#pragma once

#include <string>

namespace hub::base {

enum class StaffLanguage { ja, en };

struct Message {
  std::string ja;
  std::string en;

  const std::string& in(StaffLanguage language) const { return language == StaffLanguage::ja ? ja : en; }
};

}  // namespace hub::base
