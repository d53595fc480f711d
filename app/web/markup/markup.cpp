#include "web/markup/markup.h"

#include <algorithm>

namespace hub::web {

namespace {

constexpr std::string_view kWithoutContent[] = {"br", "hr", "img", "input", "link", "meta", "rect"};

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
}

std::string said(const char* name, std::string_view value) {
  std::string html = " " + std::string(name) + "=\"";
  append_escaped(html, value);
  return html + "\"";
}

}  // namespace

Attribute::Attribute(Name name, std::string_view value) : html_(said(name.name(), value)) {}
Attribute::Attribute(Name name, int value) : html_(said(name.name(), std::to_string(value))) {}
Attribute::Attribute(Name name, bool there) : html_(there ? " " + std::string(name.name()) : std::string()) {}
Attribute::Attribute(AddressName name, const Url& value) : html_(said(name.name(), value.text())) {}

Markup::Markup(std::string_view text) { append_escaped(html_, text); }

Markup::Markup(std::initializer_list<Markup> parts) {
  for (const Markup& part : parts) html_ += part.html_;
}

Markup& Markup::operator+=(const Markup& more) {
  html_ += more.html_;
  return *this;
}

Markup element(Tag tag, std::initializer_list<Attribute> attributes, const Markup& content) {
  Markup made;
  made.html_ = "<" + std::string(tag.name());
  for (const Attribute& one : attributes) made.html_ += one.html();
  made.html_ += ">";
  // A browser drops the first line break of a text area.
  if (std::string_view(tag.name()) == "textarea") made.html_ += "\n";
  if (std::ranges::find(kWithoutContent, tag.name()) != std::end(kWithoutContent)) {
    // Inside a picture an element needs its end.
    if (std::string_view(tag.name()) == "rect") made.html_ += "</rect>";
    return made;
  }
  made.html_ += content.html_ + "</" + tag.name() + ">";
  return made;
}

Markup again_after(int seconds) {
  Markup made;
  made.html_ = "<meta http-equiv=\"refresh\" content=\"" + std::to_string(seconds) + "\">";
  return made;
}

}  // namespace hub::web
