#include "desk/typed/typed_words.h"

#include <algorithm>
#include <cstdio>

#include "base/characters.h"
#include "base/utf8.h"
#include "content/model/letters.h"
#include "report/words/characters.h"

namespace hub::desk {

namespace {

using Fault = content::MendedLetter::Fault;

constexpr char32_t kJoiner = 0x2060, kMayBreak = 0x200B;  // wanted in texts: they steer lines

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029 || c == 0x85; }

std::string code_of(char32_t c) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  return code;
}

// The words around a character that cannot be seen.
std::string around(std::u32string_view words, std::size_t at) {
  constexpr std::size_t kShown = 8;
  const std::size_t from = at - std::min(at, kShown);
  return base::shown(base::encode_utf8(words.substr(from, at - from)));
}

base::Error line_end(std::u32string_view words, std::size_t at) {
  const std::string before = around(words, at);
  return {{"文の途中に改行があります（「" + before + "」のあと）。",
           "There is a line end inside the text (after \"" + before + "\")."},
          {"改行を消すか、そこで 2 つに分けてください。", "Take it out, or make two entries of it there."}};
}

base::Error unseen(std::u32string_view words, std::size_t at) {
  const std::string before = around(words, at), code = code_of(words[at]);
  return {{"画面に出せない、見えない文字（" + code + "）が入っています" +
               (before.empty() ? "（文の頭）。" : "（「" + before + "」のあと）。"),
           "An invisible character (" + code + ") that no screen shows is in the text" +
               (before.empty() ? " (at its head)." : " (after \"" + before + "\").")},
          {"そのあたりを一度消して、打ちなおしてください。", "Delete what is around it, and type it again."}};
}

base::Error lost(std::u32string_view words, std::size_t at) {
  const std::string before = around(words, at), code = code_of(words[at]);
  return {{"もとの文字がわからなくなった文字（" + code + "）が入っています" +
               (before.empty() ? "（文の頭）。" : "（「" + before + "」のあと）。"),
           "A character that has been lost (" + code + ") is in the text" +
               (before.empty() ? " (at its head)." : " (after \"" + before + "\").")},
          {"その文字を、キーボードで打ちなおしてください。", "Type that character anew."}};
}

bool is_unseen(char32_t c) {
  if (c == kJoiner || c == kMayBreak) return false;
  return c < U' ' || base::steers(c) || c == 0xFEFF;
}

// One sentence of each fault.
void say_mended(const std::vector<content::MendedLetter>& letters, std::vector<base::Message>& notices) {
  for (const Fault fault : {Fault::radical, Fault::half_width, Fault::parted, Fault::form, Fault::invisible}) {
    const auto first = std::ranges::find(letters, fault, &content::MendedLetter::fault);
    if (first == letters.end()) continue;
    if (fault == Fault::invisible) {
      notices.push_back({"見えない文字を取りました。", "An invisible character was taken out."});
      continue;
    }
    const std::string was = base::encode_utf8({&first->was, 1}), is = base::encode_utf8({&first->is, 1});
    if (fault == Fault::parted) {
      notices.push_back({"2 つに分かれていた文字を「" + is + "」のような 1 つの文字にしました。",
                         "A letter and its mark became one character: \"" + is + "\"."});
    } else {
      notices.push_back({"「" + was + "」のような文字を、ふつうの「" + is + "」に直しました。",
                         "\"" + was + "\" became \"" + is + "\"."});
    }
  }
}

}  // namespace

base::Result<TypedWords> typed_words(std::string_view utf8) {
  // Of bytes that are no UTF-8 every one is lost.
  const std::u32string words = report::trimmed(base::decode_utf8(utf8));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_line_end(words[i])) return line_end(words, i);
    if (content::is_lost(words[i])) return lost(words, i);
  }
  content::MendedWords mended = content::mended(words, content::Source::screen);
  for (std::size_t i = 0; i < mended.words.size(); ++i) {
    if (is_unseen(mended.words[i])) return unseen(mended.words, i);
  }
  TypedWords typed{base::encode_utf8(mended.words), {}};
  say_mended(mended.letters, typed.notices);
  return typed;
}

}  // namespace hub::desk
