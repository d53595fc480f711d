// The editor without its sockets: a request comes in, a page, a picture or a refusal goes out. What changes anything is
// asked of the desk; what takes long is asked of its jobs.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/clock.h"
#include "base/system_calls.h"
#include "desk/desk.h"
#include "desk/jobs/job_queue.h"
#include "desk/typing.h"
#include "fleet/sending.h"
#include "web/access/gate.h"
#include "web/draw/screen_wish.h"
#include "web/http/form.h"
#include "web/http/handler.h"
#include "web/pages/pages.h"

namespace hub::web {

struct SiteSetup {
  std::string state_folder;
  std::string content_folder;               // what kiosks read
  std::string hub;                          // that is opened first; empty: the only one, or a choice
  std::function<void()> jobs_wait = [] {};  // whoever does the desk's jobs is to look
  std::function<void(const std::string& line)> log = [](const std::string&) {};  // without anybody's words
  std::optional<fleet::SendingPlace> sending = {};  // what is published goes to other screens as well
};

class Site : public Handler {
 public:
  // All three outlive it.
  Site(const base::SystemCalls& calls, const base::Clock& clock, Gate& gate, SiteSetup setup)
      : calls_(calls), clock_(clock), gate_(gate), setup_(std::move(setup)), last_used_(clock.now()) {}

  std::optional<Response> refuses(const Request& head) override;
  Outcome handle(const Request& request) override;
  Response failure(int status) override;
  base::Instant last_used() const override { return last_used_; }
  bool is_done() const override { return done_; }

 private:
  // One request, of somebody with a session, about one hub.
  struct Visit {
    const Request& request;
    const Target& target;
    const Form& form;  // of a change
    const Session& session;
    desk::Desk desk;
    desk::JobQueue jobs;
    std::optional<desk::Work> work;
    std::string hub_name;
    bool many_hubs = false;
    bool sends = false;
    std::optional<fleet::Outgoing> outgoing = {};  // of a page that tells of it

    PageContext context(const base::Clock& clock) const {
      return {desk, clock, session, hub_name, work, many_hubs, sends, outgoing ? &*outgoing : nullptr};
    }
    std::string part(std::size_t index) const { return index < target.path.size() ? target.path[index] : ""; }
    desk::Desk::By by() const;
  };

  Outcome handle_checked(const Request& request);
  Outcome look(Visit& visit);
  Outcome change(Visit& visit);
  Response enter(const Request& request, const Target& target);
  Response first_page() const;
  Response refused(const Refusal& refusal) const;
  Response door_page() const;

  Response page(const Visit& visit, const Page& page, int status = 200) const;
  Response not_found(const Visit& visit) const;
  Outcome see(const Visit& visit) const;
  Outcome screen_picture(const Visit& visit) const;
  Outcome report_page_picture(const Visit& visit);
  void look_at_outgoing(Visit& visit) const;
  Response show_job(Visit& visit) const;
  Response show_question(const Visit& visit, int number, const std::optional<base::Error>& why_not = {}) const;
  Response show_publish(Visit& visit, const std::optional<base::Error>& why_not = {});
  const std::vector<desk::FieldFinding>& findings_of(const Visit& visit, const desk::DraftMark& mark);
  Response go_back(const Visit& visit) const;

  Response show_typed(const Visit& visit) const;
  Response show_source(const Visit& visit) const;
  Response change_typed(Visit& visit);
  Response refused_edit(const Visit& visit, const base::Error& why, const Url& back) const;
  Response undo_typing(Visit& visit);
  Response check_typed(const Visit& visit);

  Response take_upload(Visit& visit);
  Response open_item(Visit& visit, const desk::InboxItem& item, bool replace);
  Response change_question(Visit& visit);
  Response begin(const Visit& visit, desk::Job job, const std::string& then);
  std::string ask_to_send(const Visit& visit, const std::string& shows) const;
  std::vector<std::string> hubs() const;
  std::string name_of(const std::string& hub) const;

  // Pictures of a report's pages: jobs make them, and many look at one.
  struct ReportPage {
    std::string job;  // that makes it
    std::string png;  // when it is there
  };
  static constexpr std::size_t kMostPages = 6;
  std::optional<Response> page_if_there(const std::string& hub, const std::string& name);

  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  Gate& gate_;
  SiteSetup setup_;
  base::Instant last_used_;
  bool done_ = false;
  std::map<std::string, ReportPage> report_pages_;  // by hub, source and number
  struct Looked {
    int revision = 0;
    std::string job;
  };
  std::map<std::string, Looked> looked_;      // by hub: at every screen of the draft
  std::optional<desk::TextChecker> checker_;  // of what somebody types, as long as the draft stays as it is
  std::string checker_hub_;
  struct Findings {
    desk::DraftMark mark;
    std::vector<desk::FieldFinding> all;
  };
  std::map<std::string, Findings> findings_;  // by hub: of the draft as it was last looked at
};

// With what keeps a browser from doing anything with a page of ours that we do not want (OWASP Secure Headers Project).
Response secured(Response response);

}  // namespace hub::web
