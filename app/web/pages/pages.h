// The pages of the editor, each from what the desk says at that moment. None of them changes anything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/jobs/job.h"
#include "desk/typing.h"
#include "web/draw/screen_answer.h"
#include "web/pages/page.h"

namespace hub::web {

// 拠点: what shows now, the draft, what was published.
Page hub_page(const PageContext& context);
Page back_page(const PageContext& context, const desk::PublishedVersion& version);  // to be asked once more
Page discard_page(const PageContext& context);                                      // the same

// 報告書を入れる: a file from here, or what came in already.
Page bring_page(const PageContext& context, const std::optional<base::Error>& why_not = {});
Page replace_page(const PageContext& context, const desk::InboxItem& item);  // a draft is in the way
// Slow work that goes on, or why it did not come to anything.
Page job_page(const PageContext& context, const std::string& id, const desk::JobProgress& progress);

// 確かめる: what was found, and all questions; then each by itself.
Page found_page(const PageContext& context);
// `document`: the report's lines; null: they are not there any more. Precondition: there is such a question.
Page question_page(const PageContext& context, const desk::OpenQuestion& question, const report::Document* document,
                   const std::optional<base::Error>& why_not = {});

// The page of the report that the draft was read from, with a frame around each place on it. Precondition: there is
// one, and the draft.
Markup report_page(const PageContext& context, const std::vector<report::Evidence>& evidence);

// 見る: the screen as it came out. `picture`: where its pixels are.
Page see_page(const PageContext& context, const ScreenLayout& layout);
Page cannot_see_page(const PageContext& context, const base::Error& why);
// The same picture beside words; nothing can be tapped.
Markup screen_picture(const PageContext& context, const ScreenWish& wish, const std::string& says);

// 画面に映す: what changes, what is wrong, the button.
struct Inspection {
  struct Found {
    desk::FieldFinding finding;
    std::optional<Url> field;  // where it can be mended
  };
  std::vector<Found> findings;  // of its words
  int differing = 0;            // statements that are not as the report has them
  std::vector<desk::Collision> collisions;
  std::optional<desk::JobProgress> looked;  // at every screen, of this draft
  struct Seen {
    std::string what;
    bool refuses = false;
    std::optional<Url> field;
  };
  std::vector<Seen> seen;  // what that has found beside them
};
Page publish_page(const PageContext& context, const Inspection& inspection,
                  const std::optional<base::Error>& why_not = {});
Page done_page(const PageContext& context);

// The same where it goes to other screens: the button's words, what keeps it from going, and what became of it on each
// screen. Precondition of those that show screens: the context has what goes out.
std::string send_words(const PageContext& context);  // 3台の画面に送る
Markup sending_faults(const PageContext& context);
Markup screens_card(const PageContext& context, bool with_button = true);
Page sent_page(const PageContext& context, const std::optional<base::Error>& why_not = {});

// For a face that has nothing to show of this hub.
Page gone_page(const PageContext& context, const base::Error& why);

}  // namespace hub::web
