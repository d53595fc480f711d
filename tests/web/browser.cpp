#include "browser.h"

#include "support/publish_unseen.h"
#include "support/slow.h"
#include "support/test_keys.h"

namespace hub::tests {

namespace {

namespace fs = std::filesystem;

web::Response answer_of(web::Outcome outcome) {
  if (auto* response = std::get_if<web::Response>(&outcome)) return std::move(*response);
  if (auto* asked = std::get_if<web::Asked>(&outcome)) return asked->finish("");
  auto& later = std::get<web::Later>(outcome);
  auto response = later.look();
  return response ? *std::move(response) : later.too_late;
}

fleet::SendingPlace sending_from(const DiskPlace& place) {
  for (const char* folder : {"hubs", "status"}) fs::create_directory(place.path / folder);
  return {place.write("city.key", kCitySecret), city_key().public_key(), place / "hubs", place / "status", "泉区役所"};
}

}  // namespace

Editor::Editor(Sends sends)
    : sending(sends == Sends::packs ? std::optional(sending_from(*this)) : std::nullopt),
      site(calls, clock, gate,
           {*this / "state", *this / "content", "", [this] { do_jobs(); },
            [this](const std::string& line) { log.push_back(line); }, sending}) {
  fs::copy(HUB_SOURCE_DIR "/content", *this / "content", fs::copy_options::recursive);
}

void Editor::do_jobs() const {
  desk::WorkSetup setup;
  setup.state_folder = *this / "state";
  setup.content_folder = content();
  setup.without_sandbox_allowed = true;
  setup.publish = publish_unseen;
  setup.only_one = true;
  if (sending) {
    setup.send = [this](const auto& with, const auto& by, const std::string& folder, const std::string& hub,
                        bool anew) { return fleet::send_pack(with, by, *sending, "", folder, hub, anew); };
  }
  for (int i = 0; i < most_jobs; ++i) {
    // What a job waits for is the machine's time.
    const auto ended = desk::work(work_calls, base::SystemClock(), setup);
    REQUIRE(ended);
    if (ended.value() == 0) return;
  }
}

std::string header_of(const web::Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

std::string text_of_page(const std::string& html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return text;
}

web::Request Browser::request(web::Request::Method method, const std::string& target) const {
  web::Request request;
  request.method = method;
  request.target = target;
  request.headers = {{"host", kHost}};
  if (!cookie_.empty()) request.headers.emplace_back("cookie", cookie_);
  return request;
}

web::Response Browser::send(const web::Request& request) {
  web::Response response = answer_of(editor_.site.handle(request));
  const std::string cookie = header_of(response, "Set-Cookie");
  if (!cookie.empty()) cookie_ = cookie.substr(0, cookie.find(';'));
  const std::string begins = "data-token=\"";
  if (const std::size_t at = response.body.find(begins); at != std::string::npos) {
    token_ = response.body.substr(at + begins.size(), 32);
  }
  return response;
}

void Browser::enter() {
  REQUIRE(get("/enter?code=" + editor_.gate.new_code()).status == 200);
  REQUIRE(get("/izumi").status == 200);
}

web::Response Browser::get(const std::string& target) { return send(request(web::Request::Method::get, target)); }

web::Response Browser::post(const std::string& target, web::Fields fields) {
  web::Request sent = request(web::Request::Method::post, target);
  fields.set("token", token_);
  sent.body = web::encoded(fields);
  sent.headers.emplace_back("origin", std::string("http://") + kHost);
  sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  sent.headers.emplace_back("content-length", std::to_string(sent.body.size()));
  return send(sent);
}

web::Response Browser::upload(const std::string& target, const std::string& name, const std::string& bytes) {
  web::Request sent = request(web::Request::Method::post, target);
  const std::string line = "--hub-kiosk\r\nContent-Disposition: form-data; name=";
  sent.body = line + "\"token\"\r\n\r\n" + token_ + "\r\n" + line + "\"report\"; filename=\"" + name +
              "\"\r\nContent-Type: text/plain\r\n\r\n" + bytes + "\r\n--hub-kiosk--\r\n";
  sent.headers.emplace_back("origin", std::string("http://") + kHost);
  sent.headers.emplace_back("content-type", "multipart/form-data; boundary=hub-kiosk");
  sent.headers.emplace_back("content-length", std::to_string(sent.body.size()));
  return send(sent);
}

web::Response Browser::to_the_end(web::Response response) {
  for (int i = 0; i < 8 && response.status == 303; ++i) response = get(header_of(response, "Location"));
  return response;
}

}  // namespace hub::tests
