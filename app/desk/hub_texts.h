// A hub's content as its draft has it, for typing: the draft's files, and beside them what shows.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "desk/desk.h"
#include "desk/typed/edited.h"
#include "desk/typed/source_comparison.h"

namespace hub::desk {

class HubTexts {
 public:
  // `work` outlives it, and may change meanwhile.
  HubTexts(const Desk& desk, const Work& work);
  HubTexts(const HubTexts&) = delete;
  HubTexts& operator=(const HubTexts&) = delete;

  base::Status known() const { return known_; }  // Error: what shows cannot be read
  const ContentRules& rules() const { return rules_; }
  ContentRules& rules() { return rules_; }

  // As long as this and the work are as they are.
  EditedFiles edited_files() const;
  // Those files, and of the hub's what they do not have.
  ContentFiles with_shown(const ContentFiles& files) const;
  std::optional<std::string> shown(const std::string& file) const;
  // What showed when the draft was begun; nothing: the draft is of another report, and it cannot be told.
  std::optional<PastDraft> before_the_draft() const;

  // Of the draft's own report: its name in steps, and its name in the content folder.
  Address inside(Address at) const;
  Address outside(Address at) const;
  // That name: it is looked up in the report every time.
  std::string report_file() const { return report_path(rules_.hub, work_.report()); }
  base::Message name_of(const Address& inside) const;

  // By where they stand now in the draft's report.
  std::map<std::string, ReadFrom> read_from() const;
  // The report that the draft was read from; nothing: it is not kept.
  static std::optional<report::Document> source_of(const Desk& desk, const Work& work);

 private:
  const Work& work_;
  base::Status known_ = base::Done{};
  ContentFiles shows_;
  ContentFiles files_;
  std::string services_;
  ContentRules rules_;
};

}  // namespace hub::desk
