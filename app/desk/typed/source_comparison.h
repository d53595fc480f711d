// Whether texts are what the report says that they were read from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/store/reading.h"
#include "desk/typed/statement.h"

namespace hub::desk {

// What the reader made of a text: where it stands in the report, and its words as they were read.
struct ReadFrom {
  report::Place place;
  std::string words;
};

class SourceComparison {
 public:
  // `document`: nothing where the report is not kept any more.
  explicit SourceComparison(std::optional<report::Document> document) : document_(std::move(document)) {}

  bool kept() const { return document_.has_value(); }

  // A text is the report's where it is what was read (`from`), or where each of its sentences stands in the report,
  // spaces, furigana and line ends apart. All at once: taking the report apart is most of the work.
  struct Asked {
    std::string japanese;
    std::optional<ReadFrom> from;  // nothing: it was put there since
  };
  std::vector<SourceWords> compare(const std::vector<Asked>& texts) const;

 private:
  std::optional<report::Document> document_;
};

}  // namespace hub::desk
