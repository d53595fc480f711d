#include "web/access/gate.h"

#include <algorithm>
#include <utility>

namespace hub::web {

namespace {

constexpr const char* kCookie = "hub_edit";
constexpr const char* kTokenHeader = "x-hub-token";
constexpr std::string_view kScheme = "http://", kSecureScheme = "https://";

Refusal not_this_server() {
  return {421,
          {{"この名前では開けません。", "This server is not called that."},
           {"はじめに表示されたリンクから、開きなおしてください。", "Open the link that was printed."}}};
}

Refusal no_page_of_ours() {
  return {403,
          {{"編集の画面からの操作ではないので、何も変えていません。", "This did not come from a page of the editor."},
           {"編集の画面を開きなおして、もう一度お試しください。", "Open the editor again, and try once more."}}};
}

base::Error wrong_code() {
  return {{"このリンクは、もう使えません。", "This link cannot be used any more."},
          {"新しいリンクを出してもらってください。1 つのリンクで開けるのは 1 回だけです。",
           "Ask for a new link: each opens the editor once."}};
}

base::Error too_many_codes() {
  return {{"まちがったリンクが続いたので、少しのあいだ閉じています。", "There were too many wrong links."},
          {"1 分ほど待ってから、もう一度開いてください。", "Wait a minute, and open it again."}};
}

base::Error too_many_sessions() {
  return {{"いま開いている人が多すぎます（8 人まで）。", "Too many people have the editor open (8 at most)."},
          {"だれかに「終わる」を押してもらってから、新しいリンクで開いてください。",
           "Ask somebody to leave, then open it with a new link."}};
}

// hub_edit=… among the cookies.
std::string cookie_of(const Request& request) {
  const std::string header = request.header("cookie");
  std::string_view cookies = header;
  while (!cookies.empty()) {
    std::string_view one = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(one.size() + 1, cookies.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    const std::string wanted = std::string(kCookie) + "=";
    if (one.starts_with(wanted)) return std::string(one.substr(wanted.size()));
  }
  return {};
}

}  // namespace

std::string Gate::new_code() {
  if (codes_.size() == kMostCodes) codes_.pop_front();
  codes_.push_back({make_secret_(), clock_.now()});
  return codes_.back().secret;
}

bool Gate::is_host(const std::string& host) const { return std::ranges::find(hosts_, host) != hosts_.end(); }

bool Gate::is_own(const std::string& origin) const {
  if (!behind_.empty() && origin == std::string(kSecureScheme) + behind_) return true;
  return origin.starts_with(kScheme) && origin.substr(kScheme.size()) != behind_ &&
         is_host(origin.substr(kScheme.size()));
}

void Gate::stand_behind(std::string host) {
  add_host(host);
  behind_ = std::move(host);
}

std::optional<Refusal> Gate::refuses(const Request& request) const {
  if (!is_host(request.header("host"))) return not_this_server();
  if (request.method == Request::Method::other || !request.header("transfer-encoding").empty()) {
    return Refusal{405, {{"その操作はできません。", "That cannot be done."}, {}}};
  }
  // What another site's page makes a browser fetch, it may not even look at.
  const std::string site = request.header("sec-fetch-site");
  const bool is_link = request.header("sec-fetch-mode") == "navigate" && request.reads();
  if (!site.empty() && site != "same-origin" && site != "none" && !is_link) return no_page_of_ours();
  return std::nullopt;
}

bool Gate::door_is_closed() const {
  return wrong_.size() >= kMostWrongCodes && clock_.now() < base::later(wrong_.back(), kDoorCloses);
}

void Gate::sweep() {
  const base::Instant now = clock_.now();
  std::erase_if(sessions_, [&](const Session& one) { return now >= base::later(one.used, kSessionIdle); });
  std::erase_if(codes_, [&](const Code& one) { return now >= base::later(one.made, kCodeLasts); });
  while (!wrong_.empty() && now >= base::later(wrong_.front(), kDoorCloses) && !door_is_closed()) wrong_.pop_front();
}

bool Gate::is_code(const std::string& code) {
  sweep();
  return std::ranges::any_of(codes_, [&](const Code& one) { return same_secret(one.secret, code); });
}

std::vector<std::string> Gate::devices() {
  sweep();
  std::vector<std::string> all;
  for (const Session& one : sessions_) all.push_back(one.device);
  return all;
}

base::Result<const Session*> Gate::enter(const std::string& code, std::string device) {
  sweep();
  if (door_is_closed()) return too_many_codes();
  // All are looked at, whichever it is.
  std::optional<std::size_t> which;
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (same_secret(codes_[i].secret, code)) which = i;
  }
  if (!which) {
    wrong_.push_back(clock_.now());
    if (wrong_.size() > kMostWrongCodes) wrong_.pop_front();
    return wrong_code();
  }
  if (sessions_.size() >= kMostSessions) return too_many_sessions();
  codes_.erase(codes_.begin() + static_cast<std::ptrdiff_t>(*which));
  sessions_.push_back({++made_, make_secret_(), make_secret_(), std::move(device), {}, clock_.now()});
  return &sessions_.back();
}

const Session* Gate::session_of(const Request& request) {
  sweep();
  const std::string cookie = cookie_of(request);
  Session* found = nullptr;
  for (Session& one : sessions_) {
    if (same_secret(one.cookie, cookie)) found = &one;
  }
  if (found != nullptr) found->used = clock_.now();
  return found;
}

std::optional<Refusal> Gate::refuses_change(const Request& request, const Session& session,
                                            const std::string& token) const {
  const std::string origin = request.header("origin"), header = request.header(kTokenHeader);
  if (!is_own(origin)) return no_page_of_ours();
  if (!same_secret(session.token, header.empty() ? token : header)) return no_page_of_ours();
  return std::nullopt;
}

void Gate::call(const Session& session, const std::string& who) {
  const auto one = std::ranges::find(sessions_, session.number, &Session::number);
  if (one != sessions_.end()) one->who = who;
}

void Gate::leave(const Session& session) {
  const int number = session.number;
  std::erase_if(sessions_, [&](const Session& one) { return one.number == number; });
}

std::string Gate::cookie_header(const Session& session) const {
  const char* const secure = behind_.empty() ? "" : "; Secure";
  return std::string(kCookie) + "=" + session.cookie + "; Path=/; HttpOnly; SameSite=Strict" + secure;
}

}  // namespace hub::web
