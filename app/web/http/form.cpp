#include "web/http/form.h"

#include <algorithm>

#include "base/utf8.h"

namespace hub::web {

namespace {

constexpr std::size_t kMostParts = 64;
constexpr std::size_t kLongestBoundary = 70;  // RFC 2046
constexpr std::size_t kLongestPartHead = 4096;

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return made;
}

// name="…" of a header; browsers write a quotation mark inside it as %22, and nothing else in another way.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
  const std::string wanted = "; " + std::string(name) + "=\"";
  const std::size_t at = header.find(wanted);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = header.substr(at + wanted.size());
  const std::size_t end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(rest.substr(0, end));
}

std::optional<std::string> boundary_of(std::string_view content_type) {
  const std::string wanted = "boundary=";
  const std::size_t at = lower(content_type).find(wanted);
  if (at == std::string::npos) return std::nullopt;
  std::string_view boundary = content_type.substr(at + wanted.size());
  boundary = boundary.substr(0, boundary.find(';'));
  if (boundary.size() > 1 && boundary.front() == '"' && boundary.back() == '"') {
    boundary = boundary.substr(1, boundary.size() - 2);
  }
  if (boundary.empty() || boundary.size() > kLongestBoundary) return std::nullopt;
  return std::string(boundary);
}

bool is_text(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos && !base::first_invalid_utf8(bytes);
}

// One part, its headers and its bytes, into the form. False: it is none of ours.
bool take_part(std::string_view part, Form& form, std::size_t& text_bytes) {
  const std::size_t end_of_head = part.find("\r\n\r\n");
  if (end_of_head > kLongestPartHead) return false;  // or there is none
  const std::string_view head = part.substr(0, end_of_head), bytes = part.substr(end_of_head + 4);
  const std::string lowered = lower(head);
  const std::size_t at = lowered.find("content-disposition: form-data");
  if (at == std::string::npos) return false;
  const std::string_view line = head.substr(at, std::min(head.find("\r\n", at), head.size()) - at);
  auto name = parameter(line, "name");
  if (!name || !is_text(*name)) return false;
  if (auto file = parameter(line, "filename")) {
    // A form without a chosen file sends one without a name.
    if (file->empty() && bytes.empty()) return true;
    if (form.file) return false;
    form.file = SentFile{*std::move(file), std::string(bytes)};
    return true;
  }
  text_bytes += bytes.size();
  if (!is_text(bytes) || text_bytes > kMostTextBytes) return false;
  form.fields.add(*std::move(name), std::string(bytes));
  return true;
}

std::optional<Form> parse_multipart(const std::string& boundary, std::string_view body) {
  const std::string first = "--" + boundary, next = "\r\n--" + boundary;
  if (!body.starts_with(first)) return std::nullopt;
  body.remove_prefix(first.size());
  Form form;
  std::size_t text_bytes = 0;
  for (std::size_t parts = 0; !body.starts_with("--"); ++parts) {
    if (parts == kMostParts || !body.starts_with("\r\n")) return std::nullopt;
    body.remove_prefix(2);
    const std::size_t end = body.find(next);
    if (end == std::string_view::npos || !take_part(body.substr(0, end), form, text_bytes)) return std::nullopt;
    body.remove_prefix(end + next.size());
  }
  return form;
}

}  // namespace

std::optional<Form> parse_form(std::string_view content_type, std::string_view body) {
  const std::string kind = lower(content_type.substr(0, content_type.find(';')));
  if (kind == "application/x-www-form-urlencoded") {
    if (body.size() > kMostTextBytes) return std::nullopt;
    auto fields = parse_fields(body);
    if (!fields) return std::nullopt;
    return Form{*std::move(fields), std::nullopt};
  }
  if (kind != "multipart/form-data") return std::nullopt;
  const auto boundary = boundary_of(content_type);
  if (!boundary) return std::nullopt;
  return parse_multipart(*boundary, body);
}

}  // namespace hub::web
