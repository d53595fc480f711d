// An address inside this editor: the only thing that a link or a form may lead to.
#pragma once

#include <string>
#include <vector>

#include "web/http/fields.h"

namespace hub::web {

class Url {
 public:
  explicit Url(std::vector<std::string> path, Fields query = {}) : path_(std::move(path)), query_(std::move(query)) {}

  static Url on_this_page(std::string fragment);  // an element of it, by its id

  Url with(const std::string& name, std::string value) const;
  Url at(std::string fragment) const;  // an element of that page
  std::string text() const;            // /izumi/see?route=home#screen

 private:
  std::vector<std::string> path_;
  Fields query_;
  std::string fragment_;
  bool is_here_ = false;
};

}  // namespace hub::web
