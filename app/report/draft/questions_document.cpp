// What the file itself has lost, and what was put right while it was read.
#include <algorithm>

#include "base/counters.h"
#include "report/draft/question_list.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostNamed = 5;  // of many: who mends the first few looks at the whole page anyway

// The text that begins at the place or last before it; empty: none does.
std::string field_at(Place place, const std::vector<FieldSource>& sources) {
  const FieldSource* found = nullptr;
  for (const FieldSource& one : sources) {
    if (one.words.place <= place && (!found || found->words.place < one.words.place)) found = &one;
  }
  return found ? found->pointer : "";
}

void about_lost_letters(const Document& document, const std::vector<FieldSource>& sources, QuestionList& questions) {
  if (document.lost_letters.empty()) return;
  base::Message places;
  std::string words;
  for (const LostLetter& one : document.lost_letters) {
    if (&one - document.lost_letters.data() >= static_cast<std::ptrdiff_t>(kMostNamed)) break;
    const std::string around = "「" + utf8(one.around) + "」";
    words += (words.empty() ? "" : "、") + around;
    const std::string where = describe(one.place, document.kind, base::StaffLanguage::en);
    places.ja += (places.ja.empty() ? "" : "、") + describe(one.place, document.kind, base::StaffLanguage::ja) + around;
    places.en += (places.en.empty() ? "" : "; ") + where + " " + around;
  }
  const std::size_t all = document.lost_letters.size();
  if (all > kMostNamed) places.ja += " など", places.en += " …";
  const LostLetter& first = document.lost_letters.front();
  questions.ask(Question::Kind::lost, field_at(first.place, sources),
                {"文字がこわれていて、元の文字がわからないところが " + base::counted(static_cast<int>(all)) +
                     "あります: " + places.ja +
                     "。報告書を開いて見ながら、正しい文字に打ち直してください。打ち直すまでは、画面に出せません。",
                 "Letters are lost in " + std::to_string(all) + " places: " + places.en +
                     ". Look at the report, and type the right ones: until then the draft cannot be shown."},
                first.place, 0, words);
}

// 2、3、4
std::string listed(const std::vector<int>& pages, const char* between) {
  std::string list;
  for (const int page : pages) list += (list.empty() ? "" : between) + std::to_string(page);
  return list;
}

void about_wordless_pages(const Document& document, QuestionList& questions) {
  if (document.wordless_pages.empty()) return;
  const bool one = document.wordless_pages.size() == 1;
  questions.ask(
      Question::Kind::unread, "",
      {listed(document.wordless_pages, "、") +
           " ページには文字がありません（紙をスキャンしたページか、白紙です）。文が書かれているページなら、"
           "文字を選べる PDF か、ホームページの報告書（HTML）を読ませるか、見ながら書き写してください。",
       std::string(one ? "Page " : "Pages ") + listed(document.wordless_pages, ", ") + (one ? " has" : " have") +
           " no words (a scan, or empty). If there is text on paper, read a PDF whose words can be selected "
           "or the web page (HTML) instead, or copy it by hand."},
      {document.wordless_pages.front(), 0}, 0);
}

void about_mended_letters(const Document& document, const std::vector<FieldSource>& sources, QuestionList& questions) {
  const MendedLetters& mended = document.mended_letters;
  if (mended.count == 0) return;
  std::string examples;
  for (const char32_t c : mended.examples) examples += (examples.empty() ? "" : "、") + utf8({&c, 1});
  const std::string many = std::to_string(mended.count);
  questions.ask(
      Question::Kind::wording, field_at(mended.first, sources),
      examples.empty()
          ? base::Message{"ことばの中にあった見えない文字を、" + many + " 字取りました。報告書と見比べてください。",
                          many + " characters that nobody sees were taken out of words. Compare it with the report."}
          : base::Message{"ふつうの文字に見えて、そうではない文字が " + many + " 字ありました（" + examples +
                              " など）。ふつうの文字に直しました。報告書と見比べてください。",
                          many + " characters only looked like letters (" + examples +
                              "): they were made ordinary ones. Compare it with the report."},
      mended.first, 0.9, examples);
}

}  // namespace

void ask_about_document(const Document& document, const std::vector<FieldSource>& sources, QuestionList& questions) {
  about_lost_letters(document, sources, questions);
  about_wordless_pages(document, questions);
  about_mended_letters(document, sources, questions);
}

}  // namespace hub::report
