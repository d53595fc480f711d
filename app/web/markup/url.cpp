#include "web/markup/url.h"

namespace hub::web {

Url Url::with(const std::string& name, std::string value) const {
  Url made = *this;
  made.query_.set(name, std::move(value));
  return made;
}

Url Url::at(std::string fragment) const {
  Url made = *this;
  made.fragment_ = std::move(fragment);
  return made;
}

Url Url::on_this_page(std::string fragment) {
  Url made({});
  made.fragment_ = std::move(fragment);
  made.is_here_ = true;
  return made;
}

std::string Url::text() const {
  std::string made;
  if (is_here_) return "#" + percent_encoded(fragment_);
  for (const std::string& part : path_) made += "/" + percent_encoded(part);
  if (made.empty()) made = "/";
  const std::string query = encoded(query_);
  if (!query.empty()) made += "?" + query;
  if (!fragment_.empty()) made += "#" + percent_encoded(fragment_);
  return made;
}

}  // namespace hub::web
