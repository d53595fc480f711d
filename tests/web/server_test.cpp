// The server on a real socket: what it lets through, and what it does not wait for.
#include "web/http/server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "base/file_descriptor.h"
#include "base/files.h"
#include "support/disk_place.h"

using namespace hub;

namespace {

// Answers with what it was asked for.
class Echo : public web::Handler {
 public:
  explicit Echo(const base::Clock& clock) : clock_(clock) {}
  std::optional<web::Response> refuses(const web::Request& head) override {
    if (head.header("x-refuse").empty()) return std::nullopt;
    return web::Response{403, "text/plain", {}, "refused"};
  }
  web::Outcome handle(const web::Request& request) override {
    ++handled;
    if (request.target == "/end") done_ = true;
    if (request.target == "/later") {
      return web::Later{[looks = 0]() mutable -> std::optional<web::Response> {
                          if (++looks < 3) return std::nullopt;
                          return web::Response{200, "text/plain", {}, "later"};
                        },
                        {}};
    }
    if (request.target == "/drawn") {
      return web::Asked{"x", [](const std::string& answer) {
                          return web::Response{answer.empty() ? 503 : 200, "text/plain", {}, answer};
                        }};
    }
    return web::Response{200,
                         "text/plain",
                         {{"X-Has", std::to_string(request.headers.size())}},
                         request.target + " " + std::to_string(request.body.size())};
  }
  web::Response failure(int status) override { return {status, "text/plain", {}, "failure"}; }
  base::Instant last_used() const override { return clock_.now(); }
  bool is_done() const override { return done_; }

  std::atomic<int> handled = 0;

 private:
  const base::Clock& clock_;
  std::atomic<bool> done_ = false;
};

class Connected {
 public:
  explicit Connected(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_.number(), reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
  }
  void send(const std::string& bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const ssize_t one = ::send(socket_.number(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (one <= 0) return;  // it hung up
      sent += static_cast<std::size_t>(one);
    }
  }
  // All that comes until it hangs up.
  std::string rest() const {
    std::string all;
    char chunk[65536];
    for (ssize_t got = 0; (got = ::recv(socket_.number(), chunk, sizeof chunk, 0)) > 0;) {
      all.append(chunk, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  base::FileDescriptor socket_;
};

struct Listening {
  explicit Listening(base::Seconds patience = base::Seconds(10), std::vector<std::string> drawing = {})
      : Listening(setup_of(patience, std::move(drawing))) {}
  explicit Listening(const web::ServerSetup& setup) {
    auto opened = web::Server::open(clock, setup);
    REQUIRE(opened);
    server = std::move(opened).value();
    thread = std::thread([this] { server->run(echo); });
  }
  ~Listening() {
    ask("GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    thread.join();
  }
  static web::ServerSetup setup_of(base::Seconds patience, std::vector<std::string> drawing) {
    web::ServerSetup setup;
    setup.patience = patience;
    setup.drawing_program = std::move(drawing);
    return setup;
  }
  std::string ask(const std::string& bytes) const {
    const Connected connected(server->port());
    connected.send(bytes);
    return connected.rest();
  }

  base::SystemClock clock;
  Echo echo{clock};
  std::unique_ptr<web::Server> server;
  std::thread thread;
};

constexpr const char* kEnd = "Host: x\r\nConnection: close\r\n\r\n";

bool says(const std::string& answer, int status) {
  return answer.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
}

}  // namespace

TEST_CASE("requests are answered, one after the other on one connection") {
  const Listening at;
  const std::string one = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
  const std::string both = at.ask(one + "GET /second HTTP/1.1\r\n" + kEnd);
  CHECK(says(both, 200));
  CHECK(both.find("/a?b=c 5") != std::string::npos);
  CHECK(both.find("/second 0") != std::string::npos);
  const std::string head = at.ask(std::string("HEAD /h HTTP/1.1\r\n") + kEnd);
  CHECK(says(head, 200));
  CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("what comes later comes, and what is to be drawn without a program that draws does not") {
  const Listening at;
  CHECK(at.ask(std::string("GET /later HTTP/1.1\r\n") + kEnd).ends_with("later"));
  CHECK(says(at.ask(std::string("GET /drawn HTTP/1.1\r\n") + kEnd), 503));
}

TEST_CASE("a program that draws and falls is no answer, and the server goes on") {
  const Listening at(base::Seconds(10), {"/bin/false"});
  CHECK(says(at.ask(std::string("GET /drawn HTTP/1.1\r\n") + kEnd), 503));
  CHECK(says(at.ask(std::string("GET /drawn HTTP/1.1\r\n") + kEnd), 503));
  CHECK(says(at.ask(std::string("GET /a HTTP/1.1\r\n") + kEnd), 200));
}

TEST_CASE("the program that draws answers on its socket") {
  // It gives back each message as it comes.
  const Listening at(base::Seconds(10), {"/bin/sh", "-c", "cat <&3 >&3"});
  CHECK(at.ask(std::string("GET /drawn HTTP/1.1\r\n") + kEnd).ends_with("\r\n\r\nx"));
  CHECK(at.ask(std::string("GET /drawn HTTP/1.1\r\n") + kEnd).ends_with("\r\n\r\nx"));
}

TEST_CASE("oversized requests are refused before they are read") {
  const Listening at;
  CHECK(
      says(at.ask("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(web::kMostHeadBytes, 'a') + "\r\n\r\n"), 431));
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (std::size_t i = 0; i <= web::kMostHeaders; ++i) many += "X: y\r\n";
  CHECK(says(at.ask(many + "\r\n"), 431));
  const std::string length = std::to_string(web::kMostBodyBytes + 1);
  CHECK(says(at.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n"), 413));
  CHECK(says(at.ask("POST / HTTP/1.1\r\nHost: x\r\nX-Refuse: 1\r\nContent-Length: 1000000\r\n\r\n"), 403));
  CHECK(at.echo.handled == 0);
}

TEST_CASE("header tricks are refused") {
  const Listening at;
  for (const char* bytes : {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
                            "GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n", "G\x01T / HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"}) {
    CAPTURE(bytes);
    const std::string answer = at.ask(bytes);
    CHECK((answer.empty() || says(answer, 400)));
  }
  CHECK(at.echo.handled == 0);
}

TEST_CASE("who is slow is not waited for") {
  const Listening at(base::Seconds(0.15));
  const Connected nothing(at.server->port()), half(at.server->port()), body(at.server->port());
  half.send("GET / HTTP/1.1\r\nHost: x\r\nX-Sl");
  body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhal");
  // Each ends by itself: these come back.
  CHECK(nothing.rest().empty());
  CHECK(half.rest().empty());
  CHECK(body.rest().empty());
  CHECK(at.echo.handled == 0);
}

TEST_CASE("a port that is taken is said so") {
  const Listening at;
  web::ServerSetup setup;
  setup.port = at.server->port();
  const auto second = web::Server::open(at.clock, setup);
  REQUIRE_FALSE(second);
  CHECK_FALSE(second.error().remedy.ja.empty());
}

namespace {

// A socket that listens at this address of the machine, as systemd passes one.
int socket_of_systemd(std::uint32_t address) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(address);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
  REQUIRE(::listen(socket, 8) == 0);
  return socket;
}

}  // namespace

TEST_CASE("a socket that somebody else has opened is heard on; what is none is refused in words") {
  web::ServerSetup setup;
  setup.inherited = socket_of_systemd(INADDR_ANY);
  setup.own_addresses = {"127.0.0.1"};
  const Listening at(setup);
  CHECK(says(at.ask(std::string("GET /x HTTP/1.1\r\n") + kEnd), 200));
  web::ServerSetup wrong;
  wrong.inherited = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);  // it does not listen
  const auto opened = web::Server::open(at.clock, wrong);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().remedy.en.find("ListenStream=") != std::string::npos);
  ::close(wrong.inherited);
}

TEST_CASE_FIXTURE(tests::DiskPlace, "who comes by another address is not heard; what is not wanted any more ends") {
  const std::string wanted = write("desk/wanted", "");
  const base::SystemClock clock;
  Echo echo(clock);
  web::ServerSetup setup;
  setup.inherited = socket_of_systemd(INADDR_ANY);
  setup.own_addresses = {"10.42.0.1"};
  setup.watched_folder = *this / "desk";
  setup.goes_on = [&] { return base::DiskFiles().exists(wanted); };
  auto server = web::Server::open(clock, setup);
  REQUIRE(server);
  web::Server::End end = web::Server::End::idle;
  std::thread thread([&] { end = server.value()->run(echo); });
  const Connected connected(server.value()->port());
  connected.send(std::string("GET /x HTTP/1.1\r\n") + kEnd);
  CHECK(connected.rest().empty());
  CHECK(echo.handled == 0);
  std::filesystem::remove(wanted);  // long before it would ask again
  thread.join();
  CHECK(end == web::Server::End::done);
}
