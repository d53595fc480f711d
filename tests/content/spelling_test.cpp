// One spelling of each word that staff read, in messages and guides alike.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

// What is written otherwise, and what of it is right: フォルダー is no フォルダ.
struct Spelling {
  std::string_view wrong;
  std::string_view right;
};
constexpr std::array kSpellings = {
    Spelling{"フォルダ", "フォルダー"},
    Spelling{"メモリ", "メモリー"},
    Spelling{"カンマ", "コンマ"},
    Spelling{"サーバ", "サーバー"},
    Spelling{"エディタ", "エディター"},
    Spelling{"ブラウザ", "ブラウザー"},
    Spelling{"ユーザ", "ユーザー"},
    Spelling{"プリンタ", "プリンター"},
    Spelling{"コンピュータ", "コンピューター"},
    Spelling{"ホームページの住所", "アドレス"},
    Spelling{"住所（URL）", "アドレス"},
    Spelling{"USBメモリ", "USB メモリー"},
    Spelling{"文字列", "文章"},
    Spelling{"ディレクトリ", "フォルダー"},
    Spelling{"デフォルト", "書かなければ"},
};

bool is_read_by_staff(const fs::path& path) {
  constexpr std::array<std::string_view, 6> kEnds = {".cpp", ".h", ".md", ".json", ".1", ".postinst"};
  const std::string name = path.filename().string();
  for (const std::string_view end : kEnds) {
    if (name.ends_with(end)) return true;
  }
  return false;
}

// U"…" are words that files of others are searched for; nobody is shown them.
bool is_searched_for(const std::string& words, std::size_t at) {
  const std::size_t quote = words.find_last_of("\"\n", at);
  return quote != words.npos && quote > 0 && words[quote] == '"' && words[quote - 1] == 'U';
}

void check_file(const fs::path& path) {
  std::ifstream file(path);
  const std::string words((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const Spelling& spelling : kSpellings) {
    for (std::size_t at = words.find(spelling.wrong); at != words.npos; at = words.find(spelling.wrong, at + 1)) {
      if (is_searched_for(words, at)) continue;
      const bool right = words.compare(at, spelling.right.size(), spelling.right) == 0;
      CHECK_MESSAGE(right, path.string(), ": ", words.substr(at, 60), " … is written ", spelling.right);
    }
  }
}

}  // namespace

TEST_CASE("messages, guides and schemas spell every word one way") {
  const fs::path source = HUB_SOURCE_DIR;
  int files = 0;
  for (const char* below : {"app", "content/schema", "assets/strings"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source / below)) {
      if (!entry.is_regular_file() || !is_read_by_staff(entry.path())) continue;
      check_file(entry.path());
      ++files;
    }
  }
  for (const char* guide : {"README.md", "content/README.md"}) check_file(source / guide);
  CHECK(files > 300);
}
