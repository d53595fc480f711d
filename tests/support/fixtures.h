// Variants of the small content folder of good_files, and how tests load them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/load/load.h"
#include "support/good_files.h"

namespace hub::tests {

// The content folder of these, with this English tagline: path inside → bytes.
std::map<std::string, std::string> content_tree(const std::string& tagline);
// A hub that speaks Japanese only, so that every screen of it is soon drawn, likewise.
std::map<std::string, std::string> small_hub(const std::string& tagline);
content::Loaded load_all(const base::FileReader& files, const std::string& only_hub = "");

// Replaces the one place where `from` stands; a test with a place that is not there, or there twice, fails.
std::string replaced(std::string words, const std::string& from, const std::string& to);

// As `describe` prints them, one a line: for looking at what a failed test got.
std::string described(const std::vector<content::Diagnostic>& diagnostics);

std::string read_source(const std::string& path_in_repository);

}  // namespace hub::tests
