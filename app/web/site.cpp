#include "web/site.h"

#include <algorithm>

#include "base/files.h"
#include "base/parse.h"
#include "base/path.h"
#include "base/utf8.h"
#include "base/versioned_folder.h"
#include "content/load/load.h"
#include "desk/store/json.h"
#include "web/access/device.h"
#include "web/pages/assets.h"

namespace hub::web {

namespace {

constexpr std::size_t kMostFormBytes = kMostTextBytes + 4096;
constexpr const char* kUpload = "upload";

base::Error needs_link() {
  return {{"このページを開くには、はじめに表示されたリンクがいります。", "This needs the link that was printed."},
          {"開いてから 15 分使わなかったときも、ここに来ます。新しいリンクを出して、開きなおしてください。打った文は、"
           "同じパソコンで開きなおすと戻ります。",
           "It also comes after 15 minutes without use. Open it with a new link."}};
}

base::Error of_status(int status) {
  switch (status) {
    case 413:
      return {{"ファイルが大きすぎます（32 MB まで）。", "The file is too large (32 MB at most)."},
              {"報告書だけのファイルを選びなおしてください。", "Choose a file with the report alone."}};
    case 404:
      return {{"そのページはありません。", "There is no such page."},
              {"はじめのページから、開きなおしてください。", "Go back to the first page."}};
    case 400:
    case 431:
      return {{"受け取れない形のお願いでした。何も変えていません。", "The request could not be understood."},
              {"ページを開きなおして、もう一度お試しください。", "Open the page again, and try once more."}};
    default:
      return {{"うまくいきませんでした。何も変えていません。", "That did not work. Nothing was changed."},
              {"もう一度お試しください。", "Try again."}};
  }
}

// As somebody typed it from the panel: in groups, with capitals, or with an input method's wide letters.
std::string typed_code(const std::string& words) {
  std::string code;
  for (const char32_t one : base::decode_utf8(words)) {
    const char32_t c = one >= 0xFF01 && one <= 0xFF5E ? one - 0xFEE0 : one;
    if (c >= U'A' && c <= U'Z') code += static_cast<char>(c + 32);
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) code += static_cast<char>(c);
  }
  return code;
}

bool is_file_path(const Target& target) { return target.path.size() == 2 && target.path[1] == kUpload; }

}  // namespace

Response secured(Response response) {
  const auto add = [&](const char* name, const char* value) {
    const bool there = std::ranges::any_of(response.headers, [&](const auto& one) { return one.first == name; });
    if (!there) response.headers.emplace_back(name, value);
  };
  add("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
      "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "same-origin");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  add("Cache-Control", "no-store");
  return response;
}

desk::Desk::By Site::Visit::by() const {
  return {session.who, form.fields.number("revision", 0, 1'000'000'000).value_or(0)};
}

Response Site::refused(const Refusal& refusal) const {
  const Markup main = {heading("開けません"), trouble(refusal.why)};
  return secured({refusal.status, "text/html; charset=utf-8", {}, plain_html("開けません", main)});
}

Response Site::failure(int status) { return refused({status, of_status(status)}); }

std::optional<Response> Site::refuses(const Request& head) {
  if (const auto refusal = gate_.refuses(head)) {
    setup_.log("refused " + std::to_string(refusal->status));
    return refused(*refusal);
  }
  if (head.reads()) return std::nullopt;
  const auto target = parse_target(head.target);
  const auto bytes = base::parse_number<std::size_t>(head.header("content-length"));
  if (!target || !bytes) return failure(400);
  // Nobody sends megabytes who may not.
  if (gate_.session_of(head) == nullptr) return refused({403, needs_link()});
  if (*bytes > kMostFormBytes && !is_file_path(*target)) return failure(413);
  return std::nullopt;
}

// Also who has the address alone can come in, with the code that the panel shows.
Response Site::door_page() const {
  const Markup field = {element("label", {{"for", "code"}},
                                "コード（0〜9 と a〜f の 32 文字。あいだの空白は、あってもなくてもかまいません）"),
                        element("input", {{"id", "code"},
                                          {"name", "code"},
                                          {"type", "text"},
                                          {"autocomplete", "off"},
                                          {"autocapitalize", "none"},
                                          {"spellcheck", "false"},
                                          {"inputmode", "latin"},
                                          {"maxlength", 100},
                                          {"required", true}})};
  const Markup form = element("form", {{"class", "stack"}, {"method", "get"}, {"action", Url({"enter"})}},
                              {field, element("div", {{"class", "row"}}, button("開く", Weight::main))});
  const Markup main = {heading("編集の画面を開く"), trouble(needs_link()), card("コードを打って開く", form)};
  return secured({403, "text/html; charset=utf-8", {}, plain_html("編集の画面を開く", main)});
}

Outcome Site::handle(const Request& request) {
  Outcome outcome = handle_checked(request);
  if (auto* response = std::get_if<Response>(&outcome)) return secured(std::move(*response));
  if (auto* asked = std::get_if<Asked>(&outcome)) {
    asked->finish = [finish = std::move(asked->finish)](const std::string& answer) { return secured(finish(answer)); };
  } else {
    auto& later = std::get<Later>(outcome);
    later.too_late = secured(std::move(later.too_late));
    later.look = [look = std::move(later.look)]() -> std::optional<Response> {
      auto response = look();
      if (response) return secured(*std::move(response));
      return std::nullopt;
    };
  }
  return outcome;
}

Response Site::enter(const Request& request, const Target& target) {
  // A browser that looks ahead would use the link up.
  if (!request.header("sec-purpose").empty() || !request.header("purpose").empty() ||
      request.method != Request::Method::get) {
    return failure(400);
  }
  const auto session = gate_.enter(typed_code(target.query.text("code")), device_of(request.header("user-agent")));
  if (!session) {
    setup_.log("a link was refused");
    return refused({403, session.error()});
  }
  setup_.log("session " + std::to_string(session.value()->number) + " begins");
  last_used_ = clock_.now();
  // A page that leads on by itself: after a redirect a browser that came by a link of another site would not send the
  // cookie (RFC 6265bis, SameSite=Strict).
  const Markup main = {heading("開いています"),
                       element("p", {{"class", "row"}}, link_button(Url({}), "編集の画面へ", Weight::main))};
  return {200,
          "text/html; charset=utf-8",
          {{"Set-Cookie", gate_.cookie_header(*session.value())}, {"Refresh", "0;url=/"}},
          plain_html("開いています", main)};
}

std::vector<std::string> Site::hubs() const {
  std::vector<std::string> ids;
  const base::DiskFiles files;
  const std::string shown = base::shown_version(calls_, setup_.content_folder);
  const auto entries = files.list(shown);
  for (const base::FileEntry& entry : entries ? entries.value() : std::vector<base::FileEntry>()) {
    if (entry.kind != base::FileEntry::Kind::folder) continue;
    if (files.exists(base::join(base::join(shown, entry.name), "hub.json"))) ids.push_back(entry.name);
  }
  return ids;
}

std::string Site::name_of(const std::string& hub) const {
  const std::string path = base::join(base::join(base::shown_version(calls_, setup_.content_folder), hub), "hub.json");
  const auto bytes = base::DiskFiles().read(path, content::kMaxFileBytes);
  const auto json = bytes ? desk::parsed(bytes.value()) : std::nullopt;
  const desk::Json* name = json ? desk::member(*json, "name") : nullptr;
  if (name == nullptr) return hub;
  if (name->is_string()) return name->get<std::string>();
  const std::string japanese = desk::text_of(*name, "ja");
  return japanese.empty() ? hub : japanese;
}

// The hub that is meant, or a choice among them.
Response Site::first_page() const {
  const std::vector<std::string> all = hubs();
  if (all.size() == 1) return redirect_to(Url({all.front()}).text());
  if (std::ranges::find(all, setup_.hub) != all.end() && !setup_.hub.empty()) {
    return redirect_to(Url({setup_.hub}).text());
  }
  Markup list;
  for (const std::string& one : all) list += element("li", {}, link_button(Url({one}), name_of(one)));
  return {200,
          "text/html; charset=utf-8",
          {},
          plain_html("拠点を選ぶ", {heading("どの拠点の画面ですか"), element("ul", {{"class", "hubs"}}, list)})};
}

Outcome Site::handle_checked(const Request& request) {
  if (auto response = refuses(request)) return *std::move(response);
  const auto target = parse_target(request.target);
  if (!target) return failure(400);
  const std::string first = target->path.empty() ? std::string() : target->path.front();
  if (first == "assets" && request.reads() && target->path.size() == 2) {
    return asset(target->path[1]).value_or(failure(404));
  }
  if (first == "enter" && target->path.size() == 1) return enter(request, *target);
  const Session* session = gate_.session_of(request);
  if (session == nullptr) return request.reads() ? door_page() : refused({403, needs_link()});
  last_used_ = clock_.now();
  Form form;
  if (!request.reads()) {
    auto parsed = parse_form(request.header("content-type"), request.body);
    if (!parsed) return failure(400);
    form = *std::move(parsed);
    if (const auto refusal = gate_.refuses_change(request, *session, form.fields.text("token"))) {
      setup_.log("a change was refused");
      return refused(*refusal);
    }
  }
  if (first.empty()) return first_page();
  if (first == "leave" && !request.reads()) {
    setup_.log("session " + std::to_string(session->number) + " ends");
    gate_.leave(*session);
    return Response{
        200,
        "text/html; charset=utf-8",
        {{"Set-Cookie", "hub_edit=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"}},
        plain_html("終わりました", {heading("終わりました"),
                                    paragraph("下書きは、そのまま残っています。このページは閉じてかまいません。")})};
  }
  Visit visit{request,
              *target,
              form,
              *session,
              desk::Desk(calls_, clock_, {setup_.state_folder, setup_.content_folder, first}),
              desk::JobQueue(calls_, setup_.state_folder, first),
              std::nullopt,
              name_of(first),
              hubs().size() > 1,
              setup_.sending.has_value()};
  if (auto known = visit.desk.known(); !known) return failure(404);
  auto work = visit.desk.work();
  if (!work) return page(visit, gone_page(visit.context(clock_), work.error()), 500);
  visit.work = std::move(work).value();
  return request.reads() ? look(visit) : change(visit);
}

Response Site::page(const Visit& visit, const Page& page, int status) const {
  return {status, "text/html; charset=utf-8", {}, html_of(page, visit.context(clock_))};
}

Response Site::not_found(const Visit& visit) const {
  return page(visit, gone_page(visit.context(clock_), of_status(404)), 404);
}

}  // namespace hub::web
