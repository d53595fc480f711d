// What an edit names, and what stands there.
#include <algorithm>

#include "base/circled_numbers.h"
#include "content/json/json_source.h"
#include "desk/edit/report_editor.h"
#include "desk/typed/common_words.h"
#include "desk/typed/edited.h"
#include "desk/typed/text_value.h"

namespace hub::desk {

namespace {

const std::string kJapanese = "ja";

std::string last_of(const std::string& pointer) { return pointer.substr(pointer.find_last_of('/') + 1); }

// Before which entry of a list: the one that stood there then may stand elsewhere now.
std::optional<std::size_t> index_anew(const Address& list, std::size_t index, const Where& where) {
  const auto at = where({list.file, list.pointer + "/" + std::to_string(index)});
  if (!at || above(at->pointer) != list.pointer) return std::nullopt;
  return static_cast<std::size_t>(std::stoul(last_of(at->pointer)));
}

class Placing {
 public:
  explicit Placing(const Where& where) : where_(where) {}

  std::optional<TypedEdit> operator()(SetText edit) const { return moved(edit, edit.at); }
  std::optional<TypedEdit> operator()(ConfirmRendering edit) const { return moved(edit, edit.at); }
  std::optional<TypedEdit> operator()(SetValue edit) const { return moved(edit, edit.at); }
  std::optional<TypedEdit> operator()(AddEntry edit) const {
    const auto list = where_(edit.list);
    if (!list) return std::nullopt;
    const auto index = index_anew(edit.list, edit.index, where_);
    if (index && *list == edit.list) edit.index = *index;
    edit.list = *list;
    return edit;
  }
  std::optional<TypedEdit> operator()(Remove edit) const { return moved(edit, edit.at); }
  std::optional<TypedEdit> operator()(MoveEntry edit) const {
    const auto entry = where_(edit.entry), list = where_(edit.list);
    if (!entry || !list) return std::nullopt;
    // It counts without the entry; only where the entry itself stays does the index mean the same.
    edit.entry = *entry;
    edit.list = *list;
    return edit;
  }
  std::optional<TypedEdit> operator()(SplitEntry edit) const { return moved(edit, edit.paragraph); }
  std::optional<TypedEdit> operator()(JoinEntry edit) const { return moved(edit, edit.entry); }
  std::optional<TypedEdit> operator()(SetMarks edit) const { return moved(edit, edit.entry); }
  std::optional<TypedEdit> operator()(const SetReading& edit) const { return edit; }
  std::optional<TypedEdit> operator()(AddGoal edit) const { return moved(edit, edit.section); }

 private:
  template <class Edit>
  std::optional<TypedEdit> moved(Edit& edit, Address& at) const {
    auto now = where_(at);
    if (!now) return std::nullopt;
    at = *std::move(now);
    return edit;
  }

  const Where& where_;
};

class Standing {
 public:
  explicit Standing(const EditedFiles& content) : content_(content) {}

  // The value there, or the common words; nothing: none.
  std::optional<Json> value(const Address& at) const {
    const auto file = content_.files.find(at.file);
    const auto json = file == content_.files.end() ? std::nullopt : parsed(file->second);
    if (json) {
      if (const Json* there = value_at(*json, at.pointer)) return *there;
    }
    if (at.file != content_.rules.hub + "/hub.json") return std::nullopt;
    const CommonWords common(content_.services);
    const Json* words = common.at(at.pointer);
    return words ? std::optional(*words) : std::nullopt;
  }
  std::string line(const Address& at) const {
    const auto there = value(at);
    return there ? line_of(*there) : "";
  }
  std::string words(const Address& at, const std::string& language) const {
    const auto there = value(at);
    if (!there) return "";
    return there->is_object() && !there->contains(kJapanese) ? line_of(*there) : words_in(*there, language);
  }
  // As staff read an entry, a text or a goal.
  std::string shown(const Address& at) const {
    const auto there = value(at);
    if (!there) return "";
    if (const Json* goal = member(*there, "goal")) return words_in(*goal, kJapanese);
    const Json* texts = member(*there, "text");
    if (!texts || !texts->is_array()) return words_in(*there, kJapanese);
    std::string all = marks(at);
    for (const Json& text : *texts) all += (&text == &texts->front() ? "" : " ") + words_in(text, kJapanese);
    return all;
  }
  std::string marks(const Address& entry) const {
    const auto there = value({entry.file, entry.pointer + "/marks"});
    std::string all;
    if (!there || !there->is_array()) return all;
    for (const Json& mark : *there) all += mark.is_number_integer() ? base::circled_text(mark.get<int>()) : "";
    return all;
  }
  Address reading(const std::string& word) const {
    return {content_.rules.hub + "/readings.json", "/readings/" + content::pointer_step(word)};
  }
  static Address next(const Address& entry) {
    const std::size_t index = std::stoul(last_of(entry.pointer));
    return {entry.file, above(entry.pointer) + "/" + std::to_string(index + 1)};
  }

 private:
  const EditedFiles& content_;
};

bool has_index(const Address& entry) {
  const std::string last = last_of(entry.pointer);
  return !last.empty() && last.size() < 6 && last.find_first_not_of("0123456789") == last.npos;
}

}  // namespace

std::optional<TypedEdit> placed_anew(const TypedEdit& edit, const Where& where) {
  return std::visit(Placing(where), edit);
}

Address place_of(const TypedEdit& edit, const std::string& hub) {
  struct Place {
    const std::string& hub;
    Address operator()(const SetText& one) const { return one.at; }
    Address operator()(const ConfirmRendering& one) const { return one.at; }
    Address operator()(const SetValue& one) const { return one.at; }
    Address operator()(const AddEntry& one) const { return one.list; }
    Address operator()(const Remove& one) const { return one.at; }
    Address operator()(const MoveEntry& one) const { return one.entry; }
    Address operator()(const SplitEntry& one) const { return one.paragraph; }
    Address operator()(const JoinEntry& one) const { return one.entry; }
    Address operator()(const SetMarks& one) const { return one.entry; }
    Address operator()(const SetReading& one) const {
      return {hub + "/readings.json", "/readings/" + content::pointer_step(one.word)};
    }
    Address operator()(const AddGoal& one) const { return one.section; }
  };
  return std::visit(Place{hub}, edit);
}

std::string rests_on(const EditedFiles& content, const TypedEdit& edit) {
  struct Resting {
    Standing read;
    std::string operator()(const SetText& one) const { return read.words(one.at, one.language); }
    std::string operator()(const ConfirmRendering& one) const { return read.line(one.at); }
    std::string operator()(const SetValue& one) const { return read.line(one.at); }
    std::string operator()(const AddEntry&) const { return ""; }  // nothing is lost by one more
    std::string operator()(const Remove& one) const { return read.line(one.at); }
    std::string operator()(const MoveEntry& one) const { return read.value(one.entry) ? "there" : ""; }
    std::string operator()(const SplitEntry& one) const { return read.line(one.paragraph); }
    std::string operator()(const JoinEntry& one) const {
      return read.line(one.entry) + (has_index(one.entry) ? read.line(Standing::next(one.entry)) : "");
    }
    std::string operator()(const SetMarks& one) const { return read.marks(one.entry); }
    std::string operator()(const SetReading& one) const { return read.line(read.reading(one.word)); }
    std::string operator()(const AddGoal&) const { return ""; }
  };
  return std::visit(Resting{Standing(content)}, edit);
}

std::string read_there(const EditedFiles& content, const TypedEdit& edit) {
  struct Shown {
    Standing read;
    std::string operator()(const SetText& one) const { return read.words(one.at, one.language); }
    std::string operator()(const ConfirmRendering& one) const { return read.words(one.at, kJapanese); }
    std::string operator()(const SetValue& one) const { return read.line(one.at); }
    std::string operator()(const AddEntry&) const { return ""; }
    std::string operator()(const Remove& one) const { return read.shown(one.at); }
    std::string operator()(const MoveEntry& one) const { return read.shown(one.entry); }
    std::string operator()(const SplitEntry& one) const { return read.shown(one.paragraph); }
    std::string operator()(const JoinEntry& one) const {
      return read.shown(one.entry) + (has_index(one.entry) ? " / " + read.shown(Standing::next(one.entry)) : "");
    }
    std::string operator()(const SetMarks& one) const { return read.marks(one.entry); }
    std::string operator()(const SetReading& one) const {
      const auto there = read.value(read.reading(one.word));
      return there && there->is_string() ? there->get<std::string>() : "";
    }
    std::string operator()(const AddGoal&) const { return ""; }
  };
  return std::visit(Shown{Standing(content)}, edit);
}

std::string typed_there(const TypedEdit& edit) {
  struct Typed {
    std::string operator()(const SetText& one) const { return one.words; }
    std::string operator()(const SetValue& one) const { return one.json; }
    std::string operator()(const AddEntry& one) const { return one.words; }
    std::string operator()(const AddGoal& one) const { return one.words; }
    std::string operator()(const SetReading& one) const { return one.reading.value_or(""); }
    std::string operator()(const SetMarks& one) const {
      std::string all;
      for (const int mark : one.marks) all += base::circled_text(mark);
      return all;
    }
    std::string operator()(const ConfirmRendering&) const { return ""; }
    std::string operator()(const Remove&) const { return ""; }
    std::string operator()(const MoveEntry&) const { return ""; }
    std::string operator()(const SplitEntry&) const { return ""; }
    std::string operator()(const JoinEntry&) const { return ""; }
  };
  return std::visit(Typed{}, edit);
}

}  // namespace hub::desk
