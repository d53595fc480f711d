// ふりがな: each word with its reading over it, in its sentence; those that nobody has looked at first.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "web/pages/pages.h"
#include "web/pages/statement_editor.h"
#include "web/pages/typed_pages.h"

namespace hub::web {

namespace {

constexpr std::size_t kOnPage = 30;
constexpr std::size_t kAround = 18;  // characters of the sentence, before and after

struct ListedWord {
  desk::WordReading reading;
  const desk::Statement* statement = nullptr;  // the first that has it
  int count = 0;
};

std::vector<ListedWord> listed(const desk::Texts& texts) {
  std::vector<ListedWord> words;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const desk::Statement& one : texts.statements) {
    for (const desk::WordReading& reading : one.readings) {
      const auto [at, is_new] = known.try_emplace({reading.word, reading.reading}, words.size());
      if (is_new) words.push_back({reading, &one, 0});
      ++words[at->second].count;
    }
  }
  std::ranges::stable_sort(words, [](const ListedWord& a, const ListedWord& b) {
    return std::pair(a.reading.reviewed(), -a.count) < std::pair(b.reading.reviewed(), -b.count);
  });
  return words;
}

const char* from_text(desk::WordReading::From from) {
  switch (from) {
    case desk::WordReading::From::inline_markup:
      return "文の中で決めています";
    case desk::WordReading::From::reviewed:
      return "確かめました";
    case desk::WordReading::From::rule:
      return "数や日付の決まりから";
    case desk::WordReading::From::dictionary:
      break;
  }
  return "まだ確かめていません";
}

Markup row_of(const PageContext& context, const desk::Texts& texts, const ListedWord& one, const Url& back) {
  const std::u32string plain = base::decode_utf8(one.statement->plain);
  const std::size_t begin = std::min(one.reading.begin, plain.size()), end = std::min(one.reading.end, plain.size());
  const std::size_t from = begin - std::min(begin, kAround);
  const std::string before = (from > 0 ? "…" : "") + base::encode_utf8(plain.substr(from, begin - from));
  const std::string after = base::encode_utf8(plain.substr(end, kAround)) + (plain.size() > end + kAround ? "…" : "");
  const std::string id = "r-" + field_id({one.reading.word, "/"}, one.reading.reading).substr(2);
  const Markup over = element("input", {{"type", "text"},
                                        {"name", "reading"},
                                        {"id", id},
                                        {"value", one.reading.reading},
                                        {"autocomplete", "off"},
                                        {"aria-label", one.reading.word + "の読み方"}});
  const Markup word =
      element("span", {{"class", "over"}}, {over, element("span", {{"class", "word"}}, one.reading.word)});
  const Markup content = {hidden_field("edit", "reading"),
                          hidden_field("draft", word_of(texts.mark)),
                          hidden_field("back", back.text()),
                          hidden_field("word", one.reading.word),
                          hidden_field("saw", one.reading.reading),
                          element("p", {{"class", "sentence"}}, {before, word, after}),
                          element("div", {{"class", "row"}},
                                  {element("span", {{"class", one.reading.reviewed() ? "tag done" : "tag warns"}},
                                           from_text(one.reading.from)),
                                   small(std::to_string(one.count) + " か所"),
                                   button(one.reading.reviewed() ? "この読みにする" : "この読みでよい")})};
  return element("li", {{"class", "keeps"}, {"data-keep", "reading " + one.reading.word}},
                 form_to(context, context.to({"type"}), content));
}

}  // namespace

Page readings_page(const PageContext& context, const desk::Texts& texts, int first) {
  Page page{Step::words, "ふりがな", {}};
  const std::vector<ListedWord> words = listed(texts);
  const auto unreviewed = std::ranges::count_if(words, [](const ListedWord& one) { return !one.reading.reviewed(); });
  const std::size_t begin = std::min(static_cast<std::size_t>(std::max(0, first)), words.size());
  const auto at = [&](std::size_t where) {
    return context.to({"words", "readings"}, {{"from", std::to_string(where)}});
  };
  Markup list;
  for (std::size_t i = begin; i < std::min(begin + kOnPage, words.size()); ++i)
    list += row_of(context, texts, words[i], at(begin));
  Markup row;
  if (begin > 0) row += link_button(at(begin - std::min(begin, kOnPage)), "← 前へ", Weight::quiet);
  row += link_button(context.to({"words"}), "一覧", Weight::quiet);
  if (begin + kOnPage < words.size()) row += link_button(at(begin + kOnPage), "次へ →", Weight::quiet);
  const std::string says = unreviewed > 0 ? "まだ確かめていない読み方が " + std::to_string(unreviewed) + " あります。"
                                          : std::string("読み方は、ぜんぶ確かめてあります。");
  page.main = {heading("ふりがな"), paragraph(says),
               small("漢字の上の読み方を、ひらがなで直せます。ここで決めた読み方は、この拠点の画面だけで使います。"),
               card("", element("ul", {{"class", "readings"}}, list)), element("div", {{"class", "row onward"}}, row)};
  return page;
}

}  // namespace hub::web
