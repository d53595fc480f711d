// A request as the pages see it, and what they answer: no sockets and no library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/http/fields.h"

namespace hub::web {

struct Request {
  enum class Method { get, head, post, other };
  Method method = Method::get;
  std::string target;                                        // as it came: /izumi/see?route=home
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  std::string from;  // the address that it came from

  // Empty: there is none. One that comes twice is as if it said something that nothing is equal to.
  std::string header(std::string_view name) const;
  bool reads() const { return method == Method::get || method == Method::head; }
};

struct Target {
  std::vector<std::string> path;  // {"izumi", "see"}; of "/": empty
  Fields query;
};
// Nothing: it is no path of ours, whatever it says: "..", a backslash, controls, an empty part, an address.
std::optional<Target> parse_target(std::string_view target);

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
};
Response redirect_to(const std::string& where);  // to be read there (303)

}  // namespace hub::web
