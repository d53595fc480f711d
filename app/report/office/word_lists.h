// The numbers and bullets that Word draws before paragraphs: they stand in no text of the file.
#pragma once

#include <array>
#include <map>
#include <string>

#include "report/office/package.h"
#include "report/office/xml.h"

namespace hub::report {

// What Word draws before a paragraph of a list.
struct ParagraphNumber {
  std::u32string words;  // "①", "(1)", "ア"; empty for a bullet
  bool listed = false;
};

class WordLists {
 public:
  // Of the package's numbering and styles; both may be missing.
  explicit WordLists(const OfficePackage& package);

  // What stands before the next paragraph, which has these properties (<w:pPr>, or null): paragraphs are asked about in
  // the order of the file.
  ParagraphNumber next_number(const xmlNode* paragraph_properties);

  // A heading of the document's outline, by its properties or its style.
  bool is_heading(const xmlNode* paragraph_properties) const;

 private:
  static constexpr std::size_t kLevels = 9;
  struct Level {
    std::string format = "decimal";  // ST_NumberFormat, ECMA-376 part 1, 17.18.59
    std::u32string pattern;          // "(%1)", "%1.%2"
    int start = 1;
  };
  using Levels = std::array<Level, kLevels>;
  struct List {
    std::string counted_with;  // lists of one definition count on
    Levels levels;
    std::array<int, kLevels> restart{};  // what it begins with; 0: where the list before stopped
    bool begun = false;
  };
  struct Style {
    std::string based_on, list;
    int level = 0;
    bool heading = false;
  };
  struct Place {
    std::string list;
    int level = 0;
  };

  static void read_levels(const xmlNode* definition, Levels& levels);
  void read_styles(const xmlNode* root);
  Place place_of(const xmlNode* paragraph_properties) const;

  std::map<std::string, List> lists_;
  std::map<std::string, std::array<int, kLevels>> counters_;
  std::map<std::string, Style> styles_;
};

}  // namespace hub::report
