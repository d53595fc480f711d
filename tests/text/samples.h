// Texts the tests set: every string of the two published reports, and mixes of everything a text may hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/glyphs/faces.h"

namespace hub::tests {

// Distinct texts of tests/content/expected, without dates.
std::vector<std::string> report_texts();

// The lines of a file beside the tests (HUB_SOURCE_DIR/tests/text/).
std::vector<std::string> lines_of_file(const std::string& name);

// Words, punctuation, Latin, digits, emoji and markup in random order; the same for the same seed.
std::string random_text(std::uint32_t seed);

// Pieces cut anywhere out of the reports' sentences, joined: Japanese that nobody wrote; the same for the same seed.
std::string corpus_mix(std::uint32_t seed);

std::u32string letters(const std::string& utf8);
std::string utf8(std::u32string_view letters);

const text::Faces& faces();             // opened once: a test executable may share what the app may not
const text::Analyser& analyser();       // without known words
const text::Analyser& told_analyser();  // with the common readings, as both hubs have it

}  // namespace hub::tests
