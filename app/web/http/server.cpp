#include "web/http/server.h"

#include <sys/inotify.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <deque>
#include <optional>
#include <utility>

#include "base/child_process.h"

namespace hub::web {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::chrono::milliseconds kLook{80};     // between two looks for what comes later
constexpr std::chrono::seconds kDrawingEnds{60};   // without a question
constexpr std::chrono::seconds kDrawingTakes{20};  // one question: then it hangs
constexpr std::size_t kMostAnswerBytes = std::size_t{64} << 20;

std::chrono::nanoseconds in(base::Seconds seconds) { return base::nanoseconds_of(seconds); }

// For each of which somebody may take as long.
double portions_of(std::uint64_t bytes) {
  const std::uint64_t whole = bytes / kSlowBytes;
  return static_cast<double>(1 + whole);
}

std::string lower(beast::string_view text) {
  std::string made(text.data(), text.size());
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return made;
}

// The program that draws, one question at a time. It is there while somebody looks.
class Drawing {
 public:
  using Answered = std::function<void(const std::string& answer)>;

  Drawing(asio::io_context& io, std::vector<std::string> program) : io_(io), program_(std::move(program)), timer_(io) {}

  void ask(std::string question, Answered answered) {
    waiting_.push_back({std::move(question), std::move(answered)});
    if (waiting_.size() == 1) begin();
  }

 private:
  struct Question {
    std::string bytes;
    Answered answered;
  };

  // Precondition: something waits.
  void begin() {
    if (!child_ && !start()) return end({});
    const std::string& question = waiting_.front().bytes;
    const std::size_t size = question.size();
    framed_ = {static_cast<char>(size >> 24), static_cast<char>(size >> 16), static_cast<char>(size >> 8),
               static_cast<char>(size)};
    framed_ += question;
    // A child that hangs is ended; the question that it hung on has no answer.
    stop_after(kDrawingTakes);
    asio::async_write(*socket_, asio::buffer(framed_), [this, child = child_](const ErrorCode& error, std::size_t) {
      if (child != child_) return;
      if (error) return end({});
      read_head();
    });
  }

  bool start() {
    if (program_.empty()) return false;
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    base::ChildProgram program;
    program.words = program_;
    program.files = {ends[1]};
    const base::FileDescriptor theirs(ends[1]);
    socket_.emplace(io_, asio::local::stream_protocol(), ends[0]);
    child_ = std::make_shared<base::ChildProcess>(program);
    if (!child_->started()) stop();
    return child_ != nullptr;
  }

  void read_head() {
    asio::async_read(*socket_, asio::buffer(head_), [this, child = child_](const ErrorCode& error, std::size_t) {
      if (child != child_) return;
      std::size_t count = 0;
      for (const unsigned char byte : head_) count = count << 8 | byte;
      if (error || count > kMostAnswerBytes) return end({});
      answer_.assign(count, '\0');
      read_answer();
    });
  }

  void read_answer() {
    asio::async_read(*socket_, asio::buffer(answer_), [this, child = child_](const ErrorCode& error, std::size_t) {
      if (child != child_) return;
      if (error) return end({});
      stop_after(kDrawingEnds);
      finish(answer_);
    });
  }

  // It fell, or cannot be started.
  void end(const std::string& answer) {
    stop();
    finish(answer);
  }

  void finish(const std::string& answer) {
    const Answered answered = std::move(waiting_.front().answered);
    waiting_.pop_front();
    answered(answer);
    if (!waiting_.empty()) begin();
  }

  void stop_after(std::chrono::seconds time) {
    timer_.expires_after(time);
    timer_.async_wait([this](const ErrorCode& error) {
      if (error) return;
      if (waiting_.empty()) return stop();
      end({});
    });
  }

  void stop() {
    timer_.cancel();
    socket_.reset();
    child_.reset();
  }

  asio::io_context& io_;
  std::vector<std::string> program_;
  asio::steady_timer timer_;
  std::shared_ptr<base::ChildProcess> child_;
  std::optional<asio::local::stream_protocol::socket> socket_;
  std::deque<Question> waiting_;  // the first is being answered
  std::string framed_;
  std::array<unsigned char, 4> head_{};
  std::string answer_;
};

// What the connections of one server have in common.
struct Shared {
  asio::io_context& io;
  Handler& handler;
  Drawing& drawing;
  const ServerSetup& setup;
  std::size_t connections = 0;
  std::function<void()> after_answer;
};

// One browser's connection: a request at a time, as many as it has.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared), timer_(shared.io) {
    ++shared_.connections;
    ErrorCode unknown;
    const auto peer = stream_.socket().remote_endpoint(unknown);
    if (!unknown) from_ = peer.address().to_string();
  }
  ~Connection() { --shared_.connections; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read_head() {
    parser_.emplace();
    parser_->header_limit(kMostHeadBytes);
    parser_->body_limit(kMostBodyBytes);
    stream_.expires_after(in(shared_.setup.patience));
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](const ErrorCode& error, std::size_t) { self->head_came(error); });
  }

 private:
  void head_came(const ErrorCode& error) {
    if (error == http::error::header_limit) return refuse(431);
    if (error == http::error::body_limit) return refuse(413);
    // Who sent nothing, or not enough in time, gets nothing.
    if (error && error.category() != make_error_code(http::error::bad_method).category()) return close();
    if (error == http::error::end_of_stream || error == http::error::partial_message) return close();
    if (error) return refuse(400);
    take_head();
    if (request_.headers.size() > kMostHeaders) return refuse(431);
    if (auto refused = shared_.handler.refuses(request_)) return answer(*std::move(refused), false);
    const std::uint64_t bytes = parser_->content_length().value_or(0);
    if (bytes > kMostBodyBytes) return refuse(413);
    stream_.expires_after(in(shared_.setup.patience * portions_of(bytes)));
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](const ErrorCode& wrong, std::size_t) { self->body_came(wrong); });
  }

  void take_head() {
    const auto& message = parser_->get();
    request_ = {};
    request_.from = from_;
    request_.target = std::string(message.target());
    switch (message.method()) {
      case http::verb::get:
        request_.method = Request::Method::get;
        break;
      case http::verb::head:
        request_.method = Request::Method::head;
        break;
      case http::verb::post:
        request_.method = Request::Method::post;
        break;
      default:
        request_.method = Request::Method::other;
    }
    for (const auto& field : message) {
      request_.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
    }
  }

  void body_came(const ErrorCode& error) {
    if (error == http::error::body_limit) return refuse(413);
    if (error) return close();
    request_.body = std::move(parser_->get().body());
    stream_.expires_never();
    Outcome outcome = shared_.handler.handle(request_);
    request_.body = {};
    if (auto* response = std::get_if<Response>(&outcome)) return answer(std::move(*response), true);
    if (auto* asked = std::get_if<Asked>(&outcome)) {
      shared_.drawing.ask(std::move(asked->question),
                          [self = shared_from_this(), finish = asked->finish](const std::string& drawn) {
                            self->answer(finish(drawn), true);
                          });
      return;
    }
    later_ = std::move(std::get<Later>(outcome));
    until_ = std::chrono::steady_clock::now() + in(kLatest);
    look();
  }

  void look() {
    if (auto response = later_.look()) return answer(*std::move(response), true);
    if (std::chrono::steady_clock::now() >= until_) return answer(std::move(later_.too_late), true);
    timer_.expires_after(kLook);
    timer_.async_wait([self = shared_from_this()](const ErrorCode& error) {
      if (!error) self->look();
    });
  }

  // Of a request that was not read to its end: nothing that follows on this connection can be understood.
  void refuse(int status) { answer(shared_.handler.failure(status), false); }

  void answer(Response response, bool was_read) {
    later_ = {};
    const bool keeps = was_read && parser_->get().keep_alive() && !shared_.handler.is_done();
    message_.emplace();
    message_->version(11);
    message_->result(static_cast<unsigned>(response.status));
    message_->set(http::field::content_type, response.type);
    for (const auto& [name, value] : response.headers) message_->insert(name, value);
    message_->keep_alive(keeps);
    message_->content_length(response.body.size());
    if (request_.method != Request::Method::head) message_->body() = std::move(response.body);
    stream_.expires_after(in(shared_.setup.patience * portions_of(message_->body().size())));
    http::async_write(stream_, *message_, [self = shared_from_this(), keeps](const ErrorCode& error, std::size_t) {
      self->shared_.after_answer();
      if (error || !keeps) return self->close();
      self->read_head();
    });
  }

  void close() {
    ErrorCode nobody_there;
    stream_.socket().shutdown(Tcp::socket::shutdown_send, nobody_there);
  }

  beast::tcp_stream stream_;
  Shared& shared_;
  asio::steady_timer timer_;
  std::string from_;
  beast::flat_buffer buffer_{kMostHeadBytes + 65536};
  std::optional<http::request_parser<http::string_body>> parser_;
  Request request_;
  Later later_;
  std::chrono::steady_clock::time_point until_;
  std::optional<http::response<http::string_body>> message_;
};

class BeastServer : public Server {
 public:
  BeastServer(const base::Clock& clock, ServerSetup setup)
      : clock_(clock), setup_(std::move(setup)), acceptor_(io_), idle_(io_), asks_(io_), signals_(io_) {}

  base::Status listen() {
    if (setup_.inherited >= 0) return inherit();
    ErrorCode error;
    const auto address = asio::ip::make_address(setup_.address, error);
    const Tcp::endpoint at(address, static_cast<std::uint16_t>(setup_.port));
    if (!error) acceptor_.open(at.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(at, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return base::Done{};
    const std::string port = std::to_string(setup_.port);
    return base::Error{{"ポート " + port + " が使えません: " + error.message(),
                        "Port " + port + " cannot be used: " + error.message()},
                       {"ほかで開いている編集の画面を終わるか、--port で別の番号を選んでください。",
                        "End the editor that is open elsewhere, or choose another one with --port."}};
  }

  base::Status inherit() {
    ErrorCode error;
    int listens = 0;
    socklen_t size = sizeof listens;
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    const bool is_one = ::getsockopt(setup_.inherited, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 &&
                        listens != 0 &&
                        ::getsockname(setup_.inherited, reinterpret_cast<sockaddr*>(&address), &length) == 0 &&
                        (address.ss_family == AF_INET || address.ss_family == AF_INET6);
    if (is_one) {
      acceptor_.assign(address.ss_family == AF_INET ? Tcp::v4() : Tcp::v6(), setup_.inherited, error);
      if (!error) return base::Done{};
    }
    return base::Error{
        {"systemd から受け取ったものは、待てるソケットではありません。",
         "What systemd has passed is no socket that listens."},
        {"hub-kiosk-edit.socket の ListenStream= を見てください。", "Look at ListenStream= of hub-kiosk-edit.socket."}};
  }

  int port() const override { return acceptor_.local_endpoint().port(); }

  End run(Handler& handler) override {
    Drawing drawing(io_, setup_.drawing_program);
    Shared shared{io_, handler, drawing, setup_, 0, [this, &handler] {
                    if (handler.is_done()) end(End::done);
                    ask_whether();
                  }};
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) signals_.add(signal);
    signals_.async_wait([this](const ErrorCode& error, int) {
      if (!error) end(End::signal);
    });
    accept(shared);
    watch_idle(handler);
    watch_folder();
    ask_now_and_then();
    io_.run();
    return end_;
  }

 private:
  void accept(Shared& shared) {
    acceptor_.async_accept([this, &shared](const ErrorCode& error, Tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error && shared.connections < kMostConnections && is_own(socket)) {
        std::make_shared<Connection>(std::move(socket), shared)->read_head();
      }
      accept(shared);
    });
  }

  // An address of the link that staff were told of, and no other network that this machine is in.
  bool is_own(const Tcp::socket& socket) const {
    if (setup_.own_addresses.empty()) return true;
    ErrorCode error;
    asio::ip::address address = socket.local_endpoint(error).address();
    if (error) return false;
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
      address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    return std::ranges::find(setup_.own_addresses, address.to_string()) != setup_.own_addresses.end();
  }

  void ask_whether() {
    if (setup_.goes_on && !setup_.goes_on()) end(End::done);
  }

  void ask_now_and_then() {
    if (!setup_.goes_on) return;
    ask_whether();
    asks_.expires_after(in(kAsksAgain));
    asks_.async_wait([this](const ErrorCode& error) {
      if (!error) ask_now_and_then();
    });
  }

  void watch_folder() {
    if (!setup_.goes_on || setup_.watched_folder.empty()) return;
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return;  // it is asked now and then all the same
    changes_.emplace(io_, descriptor);
    ::inotify_add_watch(descriptor, setup_.watched_folder.c_str(),
                        IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR);
    next_change();
  }

  void next_change() {
    changes_->async_read_some(asio::buffer(change_), [this](const ErrorCode& error, std::size_t) {
      if (error) return;
      ask_whether();
      next_change();
    });
  }

  void watch_idle(Handler& handler) {
    const base::Seconds left = base::later(handler.last_used(), setup_.idle) - clock_.now();
    if (left.count() <= 0) return end(End::idle);
    idle_.expires_after(in(left));
    idle_.async_wait([this, &handler](const ErrorCode& error) {
      if (!error) watch_idle(handler);
    });
  }

  void end(End why) {
    end_ = why;
    io_.stop();
  }

  const base::Clock& clock_;
  ServerSetup setup_;
  asio::io_context io_{1};
  Tcp::acceptor acceptor_;
  asio::steady_timer idle_;
  asio::steady_timer asks_;
  std::optional<asio::posix::stream_descriptor> changes_;
  alignas(inotify_event) std::array<char, 4096> change_{};
  asio::signal_set signals_;
  End end_ = End::signal;
};

}  // namespace

base::Result<std::unique_ptr<Server>> Server::open(const base::Clock& clock, ServerSetup setup) {
  auto server = std::make_unique<BeastServer>(clock, std::move(setup));
  if (auto listening = server->listen(); !listening) return listening.error();
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace hub::web
