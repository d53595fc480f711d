// A browser without a browser: it keeps the cookie, sends what a form of the page would send, and follows to the page
// that comes of it. The desk behind it is a real one, whose jobs are done at once.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.h"
#include "desk/jobs/worker.h"
#include "fleet/sending.h"
#include "support/disk_place.h"
#include "web/site.h"

namespace hub::tests {

inline constexpr const char* kHost = "127.0.0.1:8137";

enum class Sends { nothing, packs };  // signed with the city's key of tests

struct Editor : DiskPlace {
  explicit Editor(Sends sends = Sends::nothing);

  std::string content() const { return *this / "content"; }
  desk::Desk desk() const { return {calls, clock, {*this / "state", content(), "izumi"}}; }
  void do_jobs() const;

  base::SystemCalls calls;
  base::SystemCalls work_calls;  // of whoever does the jobs
  int most_jobs = 100;           // that are done before whoever does them is gone
  std::optional<fleet::SendingPlace> sending;
  base::VirtualClock clock{std::chrono::year(2026) / 11 / 27};
  web::Gate gate{clock, {kHost}};
  std::vector<std::string> log;
  web::Site site;
};

class Browser {
 public:
  explicit Browser(Editor& editor) : editor_(editor) {}

  void enter();  // with a code of its own
  web::Response get(const std::string& target);
  // As a form of a page sends it.
  web::Response post(const std::string& target, web::Fields fields);
  web::Response upload(const std::string& target, const std::string& name, const std::string& bytes);
  // Through redirects and jobs to the page that comes of them.
  web::Response to_the_end(web::Response response);

  web::Request request(web::Request::Method method, const std::string& target) const;
  web::Response send(const web::Request& request);
  const std::string& token() const { return token_; }

 private:
  Editor& editor_;
  std::string cookie_;
  std::string token_;
};

std::string header_of(const web::Response& response, const std::string& name);
// What stands in a page's text, without its elements.
std::string text_of_page(const std::string& html);

}  // namespace hub::tests
