// Who may ask for what: names of this server, codes that open it once, sessions, and that a change comes from a page
// of ours (the security list of the project's design of the browser; OWASP CSRF Prevention Cheat Sheet).
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "web/access/secret.h"
#include "web/http/request.h"

namespace hub::web {

inline constexpr std::size_t kMostSessions = 8;
inline constexpr std::size_t kMostCodes = 4;  // the oldest gives way
inline constexpr base::Seconds kSessionIdle{15 * 60};
inline constexpr base::Seconds kCodeLasts{10 * 60};
// So many wrong codes within so long close the door for as long: also to who comes with the right one.
inline constexpr int kMostWrongCodes = 10;
inline constexpr base::Seconds kDoorCloses{60};

struct Refusal {
  int status = 403;
  base::Error why;
};

struct Session {
  int number = 0;      // from 1, for the log
  std::string cookie;  // what the browser sends
  std::string token;   // what a page of ours sends with each change
  std::string device;  // what it runs on, in words
  std::string who;     // as somebody has called themselves; empty: nobody has
  base::Instant used{};
};

class Gate {
 public:
  // `hosts`: what this server is called, as a browser says it: 127.0.0.1:8137. `clock` outlives it.
  Gate(const base::Clock& clock, std::vector<std::string> hosts, MakeSecret make_secret = random_secret)
      : clock_(clock), hosts_(std::move(hosts)), make_secret_(std::move(make_secret)) {}

  void add_host(std::string host) { hosts_.push_back(std::move(host)); }
  // Somebody else, with a certificate, stands before this server and is called https:// and this: what comes from there
  // is our own, and the cookie goes nowhere without encryption.
  void stand_behind(std::string host);
  std::string new_code();                 // for one browser
  bool is_code(const std::string& code);  // it is not used, and not old

  // Before anything else is looked at: is it meant for this server, and can it be?
  std::optional<Refusal> refuses(const Request& request) const;
  // The code is used up by it. The session, of this object.
  base::Result<const Session*> enter(const std::string& code, std::string device = {});
  // Null: none, or it was not used for too long.
  const Session* session_of(const Request& request);
  // `token`: of the form, where no header says it.
  std::optional<Refusal> refuses_change(const Request& request, const Session& session, const std::string& token) const;
  void leave(const Session& session);
  void call(const Session& session, const std::string& who);

  std::string cookie_header(const Session& session) const;
  std::size_t sessions() const { return sessions_.size(); }
  std::vector<std::string> devices();  // of the sessions, in the order in which they came

 private:
  struct Code {
    std::string secret;
    base::Instant made{};
  };
  bool is_host(const std::string& host) const;
  bool is_own(const std::string& origin) const;
  bool door_is_closed() const;
  void sweep();

  const base::Clock& clock_;
  std::vector<std::string> hosts_;
  std::string behind_;  // host of who stands before it; empty: nobody does
  MakeSecret make_secret_;
  std::deque<Code> codes_;
  std::vector<Session> sessions_;
  std::deque<base::Instant> wrong_;  // when a wrong code came, the latest few
  int made_ = 0;
};

}  // namespace hub::web
