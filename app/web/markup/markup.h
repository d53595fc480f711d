// HTML that cannot say anything but what it is meant to: text becomes markup only by being escaped, names of elements
// and attributes are literals of ours, and an address leads into this editor.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "web/markup/url.h"

namespace hub::web {

namespace markup_names {
consteval bool is_address(std::string_view name) { return name == "href" || name == "src" || name == "action"; }
consteval bool is_free(std::string_view name) {
  return !is_address(name) && !name.starts_with("on") && name != "style" && name != "srcdoc" && name != "formaction" &&
         name != "http-equiv";
}
}  // namespace markup_names

// Of an element. A script or a style sheet is a file of its own: neither can stand in a page.
class Tag {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what it is for
  consteval Tag(const char* name) : name_(name) {
    if (std::string_view(name) == "style") throw "a page has no styles of its own";
  }
  const char* name() const { return name_; }

 private:
  const char* name_;
};

class Name {  // of an attribute that says something
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what it is for
  consteval Name(const char* name) : name_(name) {
    if (!markup_names::is_free(name)) throw "this attribute takes an address, or nothing may be said in it";
  }
  const char* name() const { return name_; }

 private:
  const char* name_;
};

class AddressName {  // of one that leads somewhere
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what it is for
  consteval AddressName(const char* name) : name_(name) {
    if (!markup_names::is_address(name)) throw "this attribute takes no address";
  }
  const char* name() const { return name_; }

 private:
  const char* name_;
};

class Attribute {
 public:
  Attribute(Name name, std::string_view value);
  Attribute(Name name, int value);
  Attribute(Name name, bool there);  // alone: checked, disabled
  Attribute(Name name, const char* value) : Attribute(name, std::string_view(value)) {}
  Attribute(AddressName name, const Url& value);

  const std::string& html() const { return html_; }

 private:
  std::string html_;
};

class Markup {
 public:
  Markup() = default;
  // NOLINTBEGIN(google-explicit-constructor): text is escaped, so it may stand wherever markup may
  Markup(std::string_view text);
  Markup(const std::string& text) : Markup(std::string_view(text)) {}
  Markup(const char* text) : Markup(std::string_view(text)) {}
  // NOLINTEND(google-explicit-constructor)
  Markup(std::initializer_list<Markup> parts);

  Markup& operator+=(const Markup& more);
  bool empty() const { return html_.empty(); }
  const std::string& html() const { return html_; }

 private:
  friend Markup again_after(int seconds);
  friend Markup element(Tag tag, std::initializer_list<Attribute> attributes, const Markup& content);
  std::string html_;
};

Markup element(Tag tag, std::initializer_list<Attribute> attributes, const Markup& content);
// The page comes again after so many seconds: for browsers without script.
Markup again_after(int seconds);
inline Markup element(Tag tag, std::initializer_list<Attribute> attributes) {
  return element(tag, attributes, Markup());
}

}  // namespace hub::web
