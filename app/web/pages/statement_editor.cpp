#include "web/pages/statement_editor.h"

#include <algorithm>

#include "base/circled_numbers.h"
#include "base/utf8.h"

namespace hub::web {

namespace {

using Kind = desk::Statement::Kind;
using State = desk::Rendering::State;

constexpr int kMostMarks = 9;
constexpr std::size_t kCharactersInLine = 28;

int rows_for(const std::string& words) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(words, '\n')) + 1;
  const std::size_t characters = base::decode_utf8(words).size();
  return static_cast<int>(std::min<std::size_t>(14, lines + characters / kCharactersInLine));
}

std::string language_name(const std::string& tag) {
  const std::pair<const char*, const char*> known[] = {{"ja-easy", "やさしい日本語"},
                                                       {"en", "English 英語"},
                                                       {"zh-Hans", "简体中文 中国語"},
                                                       {"ko", "한국어 韓国・朝鮮語"},
                                                       {"vi", "Tiếng Việt ベトナム語"}};
  for (const auto& [one, name] : known) {
    if (tag == one) return name;
  }
  return tag;
}

std::string short_name(const desk::Statement& one) {
  if (one.kind == Kind::entry) {
    std::string marks;
    for (const int mark : one.marks) marks += base::circled_text(mark);
    if (one.paragraph > 1) return "つづきの段落";
    return marks + (marks.empty() ? "" : " ") + std::to_string(one.entry_number) + " つ目";
  }
  if (one.kind == Kind::goal) return "重点目標";
  if (one.entry_number > 0) return std::to_string(one.entry_number) + " つ目";
  return one.name.ja;
}

// A field that is saved by itself where there is script, and by its button where there is none.
Markup field(const EditorPlace& place, const desk::Statement& one, const std::string& language,
             const std::string& words, const std::string& label, const Markup& beside) {
  const std::string id = field_id(one.address, language);
  const Markup area = element("textarea",
                              {{"id", id},
                               {"name", "words"},
                               {"rows", rows_for(words)},
                               {"lang", language},
                               {"data-most", static_cast<int>(std::min<std::size_t>(one.most_bytes, 1'000'000))},
                               {"autocomplete", "off"},
                               {"spellcheck", language == "en" ? "true" : "false"}},
                              words);
  const Markup content = {hidden_edit(place, "text"),
                          hidden_field("at", word_of(one.address)),
                          hidden_field("language", language),
                          hidden_field("saw", words),
                          element("div", {{"class", "label"}},
                                  {element("label", {{"for", id}},
                                           {label, element("span", {{"class", "unseen"}}, "（" + one.name.ja + "）")}),
                                   beside}),
                          area,
                          element("p", {{"class", "state"}, {"role", "status"}, {"aria-live", "polite"}}, ""),
                          element("div", {{"class", "told"}}, ""),
                          element("p", {{"class", "row without-script"}}, button("保存"))};
  return element("div", {{"class", "typed"}}, form_to(place.context, place.context.to({"type"}), content));
}

// 【 and 】 stand around what is not the same.
Markup with_marks(const std::string& words) {
  Markup made;
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::size_t open = rest.find("【"), close = open == rest.npos ? rest.npos : rest.find("】", open);
    if (close == rest.npos) break;
    constexpr std::size_t kBracket = 3;  // bytes
    made += Markup(rest.substr(0, open));
    made += element("mark", {}, Markup(rest.substr(open + kBracket, close - open - kBracket)));
    rest.remove_prefix(close + kBracket);
  }
  return {made, Markup(rest)};
}

Markup differing_words(const desk::Statement& one) {
  if (!one.source || one.source->same != desk::SourceWords::Same::no) return {};
  const desk::SourceWords& source = *one.source;
  const Markup words =
      source.words.empty()
          ? small("報告書の中に、これに近い文は見つかりません。")
          : element("p", {}, with_marks(source.marked_source.empty() ? source.words : source.marked_source));
  return element("div", {{"class", "differs"}},
                 {element("p", {{"class", "strong"}}, "報告書とちがう文です。報告書では:"), words});
}

Markup source_link(const EditorPlace& place, const desk::Statement& one) {
  if (!one.source || one.source->evidence.empty() || !place.context.work) return {};
  return element("a", {{"href", place.context.to({"source"}, {{"at", word_of(one.address)}})}}, "報告書で見る");
}

Markup pressed(const EditorPlace& place, const std::string& edit, const Fields& fields, const std::string& words) {
  Markup hidden = hidden_edit(place, edit);
  for (const auto& [name, value] : fields.all()) hidden += hidden_field(name, value);
  return form_to(place.context, place.context.to({"type"}), {hidden, button(words, Weight::quiet)});
}

Markup marks_of(const EditorPlace& place, const desk::Statement& one) {
  Markup boxes;
  for (int mark = 1; mark <= kMostMarks; ++mark) {
    const bool on = std::ranges::find(one.marks, mark) != one.marks.end();
    const Markup box = element("input", {{"type", "checkbox"}, {"name", "marks"}, {"value", mark}, {"checked", on}});
    boxes += element("label", {{"class", "mark"}}, {box, element("span", {}, base::circled_text(mark))});
  }
  const Markup legend = element("legend", {}, "しるし（同じしるしの取組・成果・課題が、つながって映ります）");
  return form_to(place.context, place.context.to({"type"}),
                 {hidden_edit(place, "marks"), hidden_field("entry", word_of(one.entry)),
                  element("fieldset", {{"class", "marks"}, {"data-now", "1"}}, {legend, boxes}),
                  element("span", {{"class", "without-script"}}, button("しるしを変える", Weight::quiet))});
}

// The lists of the same goal that the entry could be in as well.
Markup other_lists(const EditorPlace& place, const desk::Statement& one) {
  if (one.section != desk::Statement::Section::review) return {};
  const desk::Address list = list_of(one.entry);
  const std::string goal = list.pointer.substr(0, list.pointer.find_last_of('/'));
  Markup options;
  for (const auto& [key, name] : {std::pair("activities", "取組内容"), {"outcomes", "成果"}, {"challenges", "課題"}}) {
    const desk::Address other{list.file, goal + "/" + key};
    if (other == list) continue;
    options += pressed(place, "move", {{"entry", word_of(one.entry)}, {"list", word_of(other)}, {"index", "9999"}},
                       std::string(name) + "へ移す");
  }
  return options;
}

Markup entry_tools(const EditorPlace& place, const desk::Statement& one) {
  if (one.entry.pointer.empty() || one.paragraph > 1) return {};
  const std::string entry = word_of(one.entry), list = word_of(list_of(one.entry));
  const auto moved = [&](int index, const std::string& words) {
    return pressed(place, "move", {{"entry", entry}, {"list", list}, {"index", std::to_string(index)}}, words);
  };
  Markup row;
  if (one.entry_number > 1) row += moved(one.entry_number - 2, "↑ 上へ");
  row += moved(one.entry_number, "↓ 下へ");
  row += pressed(place, "join", {{"entry", entry}}, "次とつなげる");
  row +=
      element("span", {{"class", "with-script"}},
              pressed(place, "split", {{"paragraph", word_of(one.address)}, {"cut", ""}}, "カーソルで 2 つに分ける"));
  row += other_lists(place, one);
  row += pressed(place, "remove", {{"at", entry}}, "この文を消す");
  const Markup marks = one.kind == Kind::entry ? marks_of(place, one) : Markup();
  return element("details", {{"class", "tools"}},
                 {element("summary", {}, one.kind == Kind::entry ? "しるし・順番・分ける・消す" : "順番・分ける・消す"),
                  marks, element("div", {{"class", "row"}}, row)});
}

Markup renderings_of(const EditorPlace& place, const desk::Statement& one) {
  if (one.renderings.empty()) return {};
  Markup fields;
  int older = 0, missing = 0;
  for (const desk::Rendering& rendering : one.renderings) {
    Markup tag;
    if (rendering.state == State::missing) {
      ++missing;
      tag = element("span", {{"class", "tag warns"}}, "まだありません");
    }
    if (rendering.state == State::older) {
      ++older;
      tag = element("span", {{"class", "tag warns"}}, "日本語より古い訳");
    }
    fields += field(place, one, rendering.language, rendering.words, language_name(rendering.language), tag);
    if (rendering.state == State::older) {
      fields += pressed(place, "confirm", {{"at", word_of(one.address)}, {"language", rendering.language}},
                        "今の日本語と合っています");
    }
  }
  std::string says = "ほかのことば";
  if (missing > 0) says += "　ないもの " + std::to_string(missing);
  if (older > 0) says += "　古いもの " + std::to_string(older);
  const bool open = missing + older > 0 && !one.of_report;
  return element("details", {{"class", "renderings"}, {"open", open}},
                 {element("summary", {}, says), element("div", {{"class", "tongues"}}, fields)});
}

}  // namespace

Url EditorPlace::back() const { return context.to({part.of_report ? "text" : "words", part.id}); }

Markup hidden_field(const std::string& name, const std::string& value) {
  return element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Markup hidden_edit(const EditorPlace& place, const std::string& edit) {
  return {hidden_field("edit", edit), hidden_field("draft", word_of(place.texts.mark)),
          hidden_field("back", place.back().text())};
}

desk::Address list_of(const desk::Address& entry) {
  return {entry.file, entry.pointer.substr(0, entry.pointer.find_last_of('/'))};
}

Markup statement_editor(const EditorPlace& place, const desk::Statement& one) {
  if (one.kind == Kind::opening) {
    return element("section", {{"class", "statement"}}, opening_form(place, one, opening_days(one.value)));
  }
  const std::string words = one.value.empty() ? one.japanese : one.value;
  const bool differs = one.source && one.source->same == desk::SourceWords::Same::no;
  Markup beside;
  if (differs) beside += element("span", {{"class", "tag warns"}}, "報告書とちがう");
  if (!one.own) beside += element("span", {{"class", "tag"}}, "どの拠点も同じ文");
  return element("section", {{"class", "statement"}},
                 {field(place, one, "ja", words, short_name(one), beside), differing_words(one),
                  element("div", {{"class", "more"}},
                          {source_link(place, one), entry_tools(place, one), renderings_of(place, one)})});
}

Markup entry_adder(const EditorPlace& place, const desk::Address& list, const std::string& words) {
  const std::string id = field_id(list, "new");
  const Markup content = {
      hidden_edit(place, "add"),
      hidden_field("list", word_of(list)),
      element("label", {{"for", id}}, words),
      element("textarea", {{"id", id}, {"name", "words"}, {"rows", 2}, {"autocomplete", "off"}}, ""),
      element("p", {{"class", "state"}, {"role", "status"}}, ""),
      element("p", {{"class", "row"}}, button("加える"))};
  return element("details", {{"class", "adder keeps"}, {"data-keep", "new " + word_of(list)}},
                 {element("summary", {}, "＋ " + words), form_to(place.context, place.context.to({"type"}), content)});
}

}  // namespace hub::web
