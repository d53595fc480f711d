// HTTP/1.1 for a few people on a private link: listens, keeps limits, and hands whole requests to a handler. Waits
// without taking any time when nobody asks. The one place that knows Boost.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "web/http/handler.h"

namespace hub::web {

struct ServerSetup {
  std::string address = "127.0.0.1";
  int port = 0;  // 0: any that is free
  // A socket that listens already, which the server then owns; -1: it opens one of its own at address and port.
  int inherited = -1;
  // Of this machine: who comes by another one is not heard. Empty: all are.
  std::vector<std::string> own_addresses = {};
  // Whether it goes on: asked at the beginning, after each answer, each kAsksAgain, and when something in the folder
  // has changed. Empty: nobody is asked.
  std::function<bool()> goes_on = {};
  std::string watched_folder = {};
  base::Seconds idle{900};     // without a person, until it ends
  base::Seconds patience{10};  // with who sends a request's head, or a body of kSlowBytes, or takes an answer
  // The program that draws: it has a socket as base::kChildFile. Empty: there is none.
  std::vector<std::string> drawing_program = {};
};

inline constexpr base::Seconds kAsksAgain{30};
inline constexpr std::size_t kMostBodyBytes = std::size_t{33} << 20;  // a report of 32 MB, with its form
inline constexpr std::size_t kMostHeadBytes = std::size_t{16} << 10;
inline constexpr std::size_t kMostHeaders = 100;
inline constexpr std::size_t kMostConnections = 48;
inline constexpr std::size_t kSlowBytes = std::size_t{1} << 20;  // a body may take as long for each

class Server {
 public:
  // `clock` outlives it, and is the handler's. Error: the port is taken, or there is no such address; what was
  // inherited is no socket that listens.
  static base::Result<std::unique_ptr<Server>> open(const base::Clock& clock, ServerSetup setup);
  virtual ~Server() = default;

  virtual int port() const = 0;
  // Until nobody used it for so long, the handler is done, or a signal says so (SIGINT, SIGTERM, SIGHUP).
  enum class End { idle, done, signal };
  virtual End run(Handler& handler) = 0;
};

}  // namespace hub::web
