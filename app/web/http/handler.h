// What answers requests, whoever brings them: the server with its sockets, or a test without.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "base/clock.h"
#include "web/http/request.h"

namespace hub::web {

// An answer that is not there yet: it is looked for again and again.
struct Later {
  std::function<std::optional<Response>()> look;
  Response too_late;  // when it did not come within kLatest
};
inline constexpr base::Seconds kLatest{30};

// An answer that needs the program that draws (web/draw/draw_process.h).
struct Asked {
  std::string question;
  std::function<Response(const std::string& answer)> finish;  // empty: there was none
};

using Outcome = std::variant<Response, Later, Asked>;

class Handler {
 public:
  virtual ~Handler() = default;
  // Looks at a request whose body was not read yet: nothing lets it come.
  virtual std::optional<Response> refuses(const Request& head) = 0;
  // The whole of it.
  virtual Outcome handle(const Request& request) = 0;
  // A refusal in the words of the pages: 400, 408, 413, 431.
  virtual Response failure(int status) = 0;
  // When a person last asked for something.
  virtual base::Instant last_used() const = 0;
  // Somebody wants the server to end.
  virtual bool is_done() const = 0;
};

}  // namespace hub::web
