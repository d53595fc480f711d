// A .docx or .xlsx: a zip archive of XML parts (ECMA-376, Office Open XML).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "report/words/limits.h"

namespace hub::report {

class OfficePackage {
 public:
  // Unpacks the parts that are XML; pictures and whatever else stays packed. A Refusal when it is no whole archive, or
  // more comes out of it than a report can hold.
  static std::variant<OfficePackage, Refusal> unpack(std::string_view bytes);

  // "word/document.xml"; null when there is none. Valid as long as this.
  const std::string* part(const std::string& name) const;

 private:
  std::map<std::string, std::string> parts_;
};

}  // namespace hub::report
