#include "report/office/read_file.h"

#include "report/office/read_excel.h"
#include "report/office/read_word.h"
#include "report/read/read.h"

namespace hub::report {

Document read_file(Document::Kind kind, std::string_view bytes) {
  switch (kind) {
    case Document::Kind::word:
      return finished(read_word(bytes));
    case Document::Kind::excel:
      return finished(read_excel(bytes));
    case Document::Kind::text:
    case Document::Kind::html:
    case Document::Kind::pdf:
      return read_as(kind, bytes);
  }
  return {};
}

}  // namespace hub::report
