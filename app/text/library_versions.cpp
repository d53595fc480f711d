#include "text/library_versions.h"

#include <hb.h>
#include <mecab.h>
#include <unicode/uvernum.h>

namespace hub::text {

std::vector<std::pair<std::string, std::string>> library_versions() {
  return {{"HarfBuzz", hb_version_string()}, {"ICU", U_ICU_VERSION}, {"MeCab", MeCab::Model::version()}};
}

}  // namespace hub::text
