#include "desk/typed/edited.h"

#include <algorithm>

#include "base/circled_numbers.h"
#include "base/utf8.h"
#include "content/json/json_source.h"
#include "desk/edit/report_editor.h"
#include "desk/typed/common_words.h"
#include "desk/typed/text_value.h"
#include "desk/typed/typed_words.h"

namespace hub::desk {

namespace {

const std::string kJapanese = "ja";

base::Error there_is_none(const Address& at) {
  return {
      {"「" + word_of(at) + "」というところは、ありません。", "There is no place " + word_of(at) + " to type into."},
      {"ページを開きなおして、今の文を見てください。", "Open the page anew, and look at what it says now."}};
}

base::Error no_words(const base::Message& name) {
  return {{name.ja + "は、空にできません。", name.en + " cannot be empty."},
          {"文を書いてください。いらないときは、消してください。", "Write something, or remove it."}};
}

base::Error stays(const base::Message& name) {
  return {{name.ja + "は、なくせません。", name.en + " cannot be removed."},
          {"文を書きかえてください。", "Change its words instead."}};
}

base::Error refused_by_content(const base::Message& name, const content::Diagnostic& fault) {
  return {{name.ja + ": " + fault.what.ja, name.en + ": " + fault.what.en}, fault.remedy};
}

base::Error unknown_language(const std::string& language) {
  return {{"「" + language + "」ということばには、訳せません。",
           "There is no language \"" + language + "\" on these screens."},
          {"画面にあることばから選んでください。", "Choose one of the screens' languages."}};
}

base::Error no_split() {
  return {{"文の頭や終わりでは、2 つに分けられません。", "A text cannot be split at its head or its end."},
          {"分けたいところにカーソルを置いて、もう一度お試しください。", "Put the cursor where it is to be split."}};
}

base::Error nothing_after() {
  return {{"つなげる次の文がありません。", "There is no next entry to join with."},
          {"つなげたい 2 つのうち、前のほうで選んでください。", "Choose the first of the two."}};
}

base::Error other_list() {
  return {{"そこには移せません。", "It cannot go there."},
          {"同じ種類の一覧（取組内容・成果・課題のどれか、または同じ一覧の中）を選んでください。",
           "Choose a list of the same kind."}};
}

base::Message renderings_gone() {
  return {"この文の訳は、前の文のものなので、なくなりました（取り消すともどります）。",
          "Its translations were of the words before, and are gone (undo brings them back)."};
}

// One file while it is edited.
struct Open {
  std::string file;
  FileKind kind = FileKind::report;
  std::optional<std::string> before;  // nothing: it is not there yet
  Json json;
};

class Editing {
 public:
  explicit Editing(const EditedFiles& content) : content_(content) {}

  base::Result<Edited> operator()(const SetText& edit) const {
    auto open = opened(edit.at);
    if (!open) return open.error();
    Open& file = open.value();
    const auto field = field_at(file.kind, edit.at.pointer);
    if (!field) return no_such_place(edit.at);
    if (field->form == Field::Form::value) return (*this)(SetValue{edit.at, edit.words});
    if (!is_language(edit.language)) return unknown_language(edit.language);
    auto words = typed_words(edit.words);
    if (!words) return words.error();
    const std::string& typed = words.value().words;
    const base::Message name = name_of_field(file.kind, edit.at.pointer);
    own_list(file, edit.at.pointer);
    const std::optional<Json> now = text_now(file, edit.at.pointer);
    if (edit.language == kJapanese && typed.empty()) {
      if (field->empty == Field::Empty::refused) return no_words(name);
      return without(std::move(file), edit.at, name);
    }
    if (!now && !may_begin(file, edit)) return no_such_place(edit.at);
    if (field->form == Field::Form::word && edit.language != kJapanese) return no_such_place(edit.at);
    if (now && words_in(*now, edit.language) == typed) return unchanged(edit.at);
    Json text = now.value_or(Json(""));
    if (edit.language == kJapanese) {
      text = with_japanese(std::move(text), typed);
    } else {
      text = rendered(with_rendering(std::move(text), edit.language, typed), edit.at, edit.language);
    }
    put_at(file.json, edit.at.pointer, std::move(text));
    return finish(std::move(file), {}, edit.at, name, {"書きかえ", "typed"}, std::move(words).value().notices);
  }

  base::Result<Edited> operator()(const ConfirmRendering& edit) const {
    auto open = opened(edit.at);
    if (!open) return open.error();
    Open& file = open.value();
    const Json* now = value_at(std::as_const(file.json), edit.at.pointer);
    if (!field_at(file.kind, edit.at.pointer) || !now || words_in(*now, edit.language).empty()) {
      return no_such_place(edit.at);
    }
    if (!is_older(*now)) return unchanged(edit.at);
    put_at(file.json, edit.at.pointer, rendered(*now, edit.at, edit.language));
    const base::Message name = name_of_field(file.kind, edit.at.pointer);
    auto done = finish(std::move(file), {}, edit.at, name, {"訳を確認", "translation confirmed"}, {});
    if (done) done.value().counts = true;
    return done;
  }

  base::Result<Edited> operator()(const SetValue& edit) const {
    auto open = opened(edit.at);
    if (!open) return open.error();
    Open& file = open.value();
    const auto field = field_at(file.kind, edit.at.pointer);
    if (!field || field->form != Field::Form::value) return no_such_place(edit.at);
    const base::Message name = name_of_field(file.kind, edit.at.pointer);
    if (edit.json.empty()) return without(std::move(file), edit.at, name);
    auto value = parsed(edit.json);
    if (!value) {
      return base::Error{{name.ja + "が、決まった形になっていません。", name.en + " is not in its form."},
                         {"曜日ごとの時間を、9:30-16:00 のように書いてください。", "Write hours like 9:30-16:00."}};
    }
    const Json* now = value_at(std::as_const(file.json), edit.at.pointer);
    if (now && *now == *value) return unchanged(edit.at);
    put_at(file.json, edit.at.pointer, *std::move(value));
    return finish(std::move(file), {}, edit.at, name, {"書きかえ", "typed"}, {});
  }

  base::Result<Edited> operator()(const AddEntry& edit) const {
    auto open = opened(edit.list);
    if (!open) return open.error();
    Open& file = open.value();
    if (!is_list(file, edit.list.pointer)) return no_such_place(edit.list);
    auto words = typed_words(edit.words);
    if (!words) return words.error();
    const base::Message name = name_of_field(file.kind, edit.list.pointer);
    if (words.value().words.empty()) return no_words(name);
    own_list(file, edit.list.pointer + "/0");
    ReportEditor editor(file.file, page_of(file.json));
    const std::size_t index = std::min(edit.index, editor.size(edit.list.pointer));
    std::vector<int> marks = edit.marks;
    std::ranges::sort(marks);
    editor.insert(edit.list.pointer, index, {std::move(marks), {words.value().words}});
    const std::string entry = edit.list.pointer + "/" + std::to_string(index);
    const Address at{edit.list.file, is_item_list(edit.list.pointer) ? entry + "/text/0" : entry};
    return finish(std::move(file), editor, at, name, {"書き足し", "added"}, std::move(words).value().notices);
  }

  base::Result<Edited> operator()(const Remove& edit) const {
    auto open = opened(edit.at);
    if (!open) return open.error();
    Open& file = open.value();
    const std::string& pointer = edit.at.pointer;
    const base::Message name = name_of_field(file.kind, pointer);
    own_list(file, pointer);
    if (!value_at(std::as_const(file.json), pointer)) return no_such_place(edit.at);
    const base::Message what{"消去", "removed"};
    if (is_goal(pointer) && file.kind == FileKind::report) {
      ReportEditor editor(file.file, page_of(file.json));
      editor.remove_goal(pointer);
      return finish(std::move(file), editor, std::nullopt, name, what, {});
    }
    const auto field = field_at(file.kind, pointer);
    if (field && field->empty == Field::Empty::goes_away) return without(std::move(file), edit.at, name);
    const bool entry = is_list(file, above(pointer)), paragraph = field && field->kind == Statement::Kind::entry;
    if (!entry && !paragraph) return field ? stays(name) : no_such_place(edit.at);
    ReportEditor editor(file.file, page_of(file.json));
    editor.remove(pointer);
    return finish(std::move(file), editor, std::nullopt, name, what, {});
  }

  base::Result<Edited> operator()(const MoveEntry& edit) const {
    auto open = opened(edit.entry);
    if (!open) return open.error();
    Open& file = open.value();
    own_list(file, edit.entry.pointer);
    const std::string from = above(edit.entry.pointer);
    const bool there = is_list(file, from) && value_at(std::as_const(file.json), edit.entry.pointer);
    if (!there) return no_such_place(edit.entry);
    const bool same_kind = is_list(file, edit.list.pointer) && is_item_list(from) == is_item_list(edit.list.pointer);
    if (edit.list.file != edit.entry.file || !same_kind) return other_list();
    ReportEditor editor(file.file, page_of(file.json));
    const std::size_t size = editor.size(edit.list.pointer) - (from == edit.list.pointer ? 1 : 0);
    const std::size_t index = std::min(edit.index, size);
    const std::string to = edit.list.pointer + "/" + std::to_string(index);
    if (to == edit.entry.pointer) return unchanged(edit.entry);
    editor.move(edit.entry.pointer, edit.list.pointer, index);
    const base::Message field = name_of_field(file.kind, edit.entry.pointer);
    return finish(std::move(file), editor, Address{edit.entry.file, to}, field, {"移動", "moved"}, {});
  }

  base::Result<Edited> operator()(const SplitEntry& edit) const {
    auto open = opened(edit.paragraph);
    if (!open) return open.error();
    Open& file = open.value();
    const std::string& pointer = edit.paragraph.pointer;
    const std::string entry = entry_of_field(pointer);
    own_list(file, pointer);
    const Json* text = value_at(std::as_const(file.json), pointer);
    if (!field_at(file.kind, pointer) || entry.empty() || !text || !is_list(file, above(entry))) {
      return no_such_place(edit.paragraph);
    }
    const std::u32string words = base::decode_utf8(words_in(*text, kJapanese));
    if (edit.at == 0 || edit.at >= words.size()) return no_split();
    const bool loses = !renderings_in(*text).empty();
    const Json before = *value_at(std::as_const(file.json), entry);
    ReportEditor editor(file.file, page_of(file.json));
    editor.split(pointer, base::encode_utf8(std::u32string_view(words).substr(0, edit.at)).size());
    const std::string second = sibling(entry, 1);
    Json after = *parsed(editor.json());
    if (entry != pointer) keep_paragraphs(after, before, entry, second, index_of(pointer));
    const Address at{edit.paragraph.file, entry == pointer ? second : second + "/text/0"};
    const base::Message field = name_of_field(file.kind, pointer);
    return finish(std::move(file), editor, std::move(after), at, field, {"2 つに分ける", "split"},
                  loses ? std::vector{renderings_gone()} : std::vector<base::Message>());
  }

  base::Result<Edited> operator()(const JoinEntry& edit) const {
    auto open = opened(edit.entry);
    if (!open) return open.error();
    Open& file = open.value();
    const std::string& pointer = edit.entry.pointer;
    own_list(file, pointer);
    if (!is_list(file, above(pointer)) || !value_at(std::as_const(file.json), pointer))
      return no_such_place(edit.entry);
    const Json* next = value_at(std::as_const(file.json), sibling(pointer, 1));
    if (!next) return nothing_after();
    const Json first = *value_at(std::as_const(file.json), pointer), second = *next;
    ReportEditor editor(file.file, page_of(file.json));
    const std::vector<Entry> entries = editor.entries(above(pointer));
    const std::size_t index = index_of(pointer);
    editor.join(above(pointer), index);
    const bool items = is_item_list(above(pointer));
    std::size_t last = 0;
    bool loses = !renderings_in(first).empty() || !renderings_in(second).empty();
    if (items) {
      // Both belong to all that either belonged to.
      std::set<int> marks(entries[index].marks.begin(), entries[index].marks.end());
      marks.insert(entries[index + 1].marks.begin(), entries[index + 1].marks.end());
      editor.set_marks(pointer, {marks.begin(), marks.end()});
      last = entries[index].texts.size() - 1;
    }
    Json after = *parsed(editor.json());
    if (items) loses = keep_joined(after, pointer, first, second);
    const Address at{edit.entry.file, items ? pointer + "/text/" + std::to_string(last) : pointer};
    const base::Message field = name_of_field(file.kind, pointer);
    return finish(std::move(file), editor, std::move(after), at, field, {"次とつなぐ", "joined with the next"},
                  loses ? std::vector{renderings_gone()} : std::vector<base::Message>());
  }

  base::Result<Edited> operator()(const SetMarks& edit) const {
    auto open = opened(edit.entry);
    if (!open) return open.error();
    Open& file = open.value();
    const std::string& pointer = edit.entry.pointer;
    if (!is_item_list(above(pointer)) || !value_at(std::as_const(file.json), pointer)) return no_such_place(edit.entry);
    const std::set<int> marks(edit.marks.begin(), edit.marks.end());
    ReportEditor editor(file.file, page_of(file.json));
    editor.set_marks(pointer, {marks.begin(), marks.end()});
    const base::Message field = name_of_field(file.kind, pointer);
    return finish(std::move(file), editor, edit.entry, field, {"番号", "marks"}, {});
  }

  base::Result<Edited> operator()(const SetReading& edit) const {
    const std::string name_of_file = content_.rules.hub + "/readings.json";
    Open file{name_of_file, FileKind::readings, std::nullopt, Json::object()};
    if (const auto there = content_.files.find(name_of_file); there != content_.files.end()) {
      file.before = there->second;
      if (auto json = parsed(there->second); json && json->is_object()) file.json = *std::move(json);
    } else {
      file.json["$schema"] = "../schema/readings.schema.json";
    }
    const auto word = typed_words(edit.word);
    if (!word) return word.error();
    const base::Message name{"「" + word.value().words + "」のふりがな",
                             "the reading of \"" + word.value().words + "\""};
    if (word.value().words.empty()) return no_words({"ふりがなを付けることば", "the word"});
    Json& readings = file.json["readings"];
    if (!readings.is_object()) readings = Json::object();
    const bool there = readings.contains(word.value().words);
    const std::string pointer = "/readings/" + content::pointer_step(word.value().words);
    const Address at{name_of_file, pointer};
    if (!edit.reading) {
      if (!there) return unchanged(at);
      readings.erase(word.value().words);
      return finish(std::move(file), {}, std::nullopt, name, {"もとにもどす", "forgotten"}, {});
    }
    auto reading = typed_words(*edit.reading);
    if (!reading) return reading.error();
    if (there && readings[word.value().words] == reading.value().words) return unchanged(at);
    readings[word.value().words] = reading.value().words;
    return finish(std::move(file), {}, at, name, {"書きかえ", "typed"}, std::move(reading).value().notices);
  }

  base::Result<Edited> operator()(const AddGoal& edit) const {
    auto open = opened(edit.section);
    if (!open) return open.error();
    Open& file = open.value();
    if (file.kind != FileKind::report || !is_section(edit.section.pointer)) return no_such_place(edit.section);
    auto words = typed_words(edit.words);
    if (!words) return words.error();
    ReportEditor editor(file.file, page_of(file.json));
    const std::string goal = edit.section.pointer + "/" + std::to_string(editor.size(edit.section.pointer)) + "/goal";
    const base::Message name = name_of_field(file.kind, goal);
    if (words.value().words.empty()) return no_words(name);
    editor.add_goal(edit.section.pointer);
    editor.set_text(goal, words.value().words);
    return finish(std::move(file), editor, Address{edit.section.file, goal}, name, {"書き足し", "added"},
                  std::move(words).value().notices);
  }

 private:
  static std::size_t index_of(const std::string& pointer) {
    return static_cast<std::size_t>(std::stoul(pointer.substr(pointer.find_last_of('/') + 1)));
  }
  static std::string sibling(const std::string& entry, std::size_t by) {
    return above(entry) + "/" + std::to_string(index_of(entry) + by);
  }
  static Edited unchanged(const Address& at) { return {{}, at, {}, {}, false}; }

  base::Error no_such_place(Address at) const {
    if (at.file == kReportFile) at.file = content_.report_file;
    return there_is_none(at);
  }

  base::Result<Open> opened(const Address& at) const {
    const auto kind = kind_of_file(at.file, content_.rules.hub);
    const auto there = content_.files.find(at.file);
    if (!kind || *kind == FileKind::readings || there == content_.files.end()) return no_such_place(at);
    auto json = parsed(there->second);
    if (!json || !json->is_object()) return no_such_place(at);
    return Open{at.file, *kind, there->second, *std::move(json)};
  }

  bool is_language(const std::string& tag) const {
    return tag == kJapanese || content::is_known(content_.rules.languages, tag);
  }

  // Japanese words where nothing stands yet; an entry of a list is there, or it is added.
  static bool may_begin(const Open& file, const SetText& edit) {
    const bool has_room = file.kind == FileKind::hub || value_at(file.json, above(edit.at.pointer)) != nullptr;
    return edit.language == kJapanese && entry_of_field(edit.at.pointer).empty() && has_room;
  }

  // A list that the file has or may have: the goal that it belongs to is there.
  static bool is_list(const Open& file, const std::string& pointer) {
    if (file.kind == FileKind::report && is_item_list(pointer)) return value_at(file.json, above(pointer)) != nullptr;
    return is_text_list(file.kind, pointer);
  }

  // An entry of common words: all of the list becomes the hub's own.
  void own_list(Open& file, const std::string& entry) const {
    const std::string list = above(entry);
    if (file.kind != FileKind::hub || !is_text_list(file.kind, list) || value_at(file.json, list)) return;
    const CommonWords common(content_.services);
    if (const Json* words = common.at(list)) put_at(file.json, list, *words);
  }

  std::optional<Json> text_now(const Open& file, const std::string& pointer) const {
    if (const Json* there = value_at(file.json, pointer)) return *there;
    if (file.kind != FileKind::hub) return std::nullopt;
    const CommonWords common(content_.services);
    const Json* words = common.at(pointer);
    return words ? std::optional(*words) : std::nullopt;
  }

  // Of a text whose `language` says what the Japanese says: so may all of them, by now.
  Json rendered(Json text, const Address& at, const std::string& language) const {
    if (content_.seen_japanese && *content_.seen_japanese != words_in(text, kJapanese)) return text;
    std::set<std::string> anew = content_.made_anew ? content_.made_anew(at) : std::set<std::string>();
    anew.insert(language);
    const std::vector<std::string> languages = renderings_in(text);
    const bool all = std::ranges::all_of(languages, [&](const std::string& one) { return anew.contains(one); });
    return all ? rendered_anew(std::move(text)) : text;
  }

  // What has no words of its own any more.
  base::Result<Edited> without(Open file, const Address& at, const base::Message& name) const {
    if (!value_at(file.json, at.pointer)) return unchanged(at);
    std::string pointer = at.pointer;
    do {
      file.json[Json::json_pointer(above(pointer))].erase(pointer.substr(pointer.find_last_of('/') + 1));
      pointer = above(pointer);
    } while (!pointer.empty() && value_at(file.json, pointer)->empty());
    return finish(std::move(file), {}, at, name, {"空にする", "emptied"}, {});
  }

  // The paragraphs beside the one that was split keep their translations.
  static void keep_paragraphs(Json& after, const Json& before, const std::string& first, const std::string& second,
                              std::size_t which) {
    const Json& texts = before.at("text");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i == which) continue;
      Json& to = after[Json::json_pointer(i < which ? first : second)]["text"][i < which ? i : i - which];
      to = texts[i];
    }
  }
  // The same of two items that were joined. Whether the two sentences that became one had translations.
  static bool keep_joined(Json& after, const std::string& entry, const Json& first, const Json& second) {
    const Json &before = first.at("text"), &behind = second.at("text");
    Json& texts = after[Json::json_pointer(entry)]["text"];
    const std::size_t seam = before.size() - 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i != seam) texts[i] = i < seam ? before[i] : behind[i - seam];
    }
    return !renderings_in(before[seam]).empty() || !renderings_in(behind[0]).empty();
  }

  base::Result<Edited> finish(Open file, const ReportEditor& editor, std::optional<Address> at,
                              const base::Message& name, const base::Message& what,
                              std::vector<base::Message> notices) const {
    return finish(std::move(file), editor, *parsed(editor.json()), std::move(at), name, what, std::move(notices));
  }
  base::Result<Edited> finish(Open file, const ReportEditor& editor, Json after, std::optional<Address> at,
                              const base::Message& name, const base::Message& what,
                              std::vector<base::Message> notices) const {
    file.json = std::move(after);
    // A list that may be missing, but not be empty.
    for (const char* list : {"implementers", "principles", "evaluationMethod"}) {
      if (file.kind == FileKind::report && file.json.contains(list) && file.json[list].empty()) file.json.erase(list);
    }
    drop_empty_situations(file);
    return finish(std::move(file), editor.step().moved, std::move(at), name, what, std::move(notices));
  }
  static void drop_empty_situations(Open& file) {
    if (file.kind != FileKind::hub || !file.json.contains("services")) return;
    Json& services = file.json["services"];
    for (auto one = services.begin(); one != services.end();) {
      if (one->is_object() && one->contains("situations") && (*one)["situations"].empty()) one->erase("situations");
      one = one->empty() ? services.erase(one) : std::next(one);
    }
    if (services.empty()) file.json.erase("services");
  }

  base::Result<Edited> finish(Open file, std::vector<Moved> moved, std::optional<Address> at, const base::Message& name,
                              const base::Message& what, std::vector<base::Message> notices) const {
    const std::string after = page_of(file.json);
    const auto faults = [&](const std::string& json) { return faults_of(file.kind, file.file, json, content_.rules); };
    const auto before = file.before ? faults(*file.before) : std::vector<content::Diagnostic>();
    const auto then = faults(after);
    if (const content::Diagnostic* fault = new_error(before, then)) return refused_by_content(name, *fault);
    Edited done{{{}, std::move(moved)},
                std::move(at),
                {name.ja + ": " + what.ja, name.en + ": " + what.en},
                std::move(notices),
                false};
    if (file.before) {
      done.step.edits = edits_between(file.file, *file.before, after);
    } else {
      done.step.edits = {{file.file, "", std::nullopt, line_of(file.json)}};
    }
    return done;
  }

  const EditedFiles& content_;
};

}  // namespace

base::Result<Edited> edited(const EditedFiles& content, const TypedEdit& edit) {
  return std::visit(Editing(content), edit);
}

}  // namespace hub::desk
