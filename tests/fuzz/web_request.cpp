// What a browser, or somebody who is none, says to the editor: a path with its query, a form with its kind.
#include "base/check.h"
#include "base/utf8.h"
#include "bytes.h"
#include "web/draw/screen_answer.h"
#include "web/http/form.h"
#include "web/http/request.h"
#include "web/markup/markup.h"

using namespace hub;

namespace {

// What comes through is text that can be shown, and an address that leads into the editor.
void look_at(const std::string& words) {
  HUB_CHECK(!base::first_invalid_utf8(words));
  const std::string html = web::element("p", {{"title", words}}, words).html();
  HUB_CHECK(html.find('<', 1) == html.rfind("</p>"));
  const std::string url = web::Url({words}, {{words, words}}).text();
  HUB_CHECK(url.starts_with("/") && !url.starts_with("//") && url.find('\n') == url.npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::bytes(data, size);
  const std::string_view target = fuzz::take_until(rest, "\n");
  const std::string_view kind = fuzz::take_until(rest, "\n");
  if (const auto parsed = web::parse_target(target)) {
    for (const std::string& part : parsed->path) {
      HUB_CHECK(!part.empty() && part != ".." && part != "." && part.find('/') == part.npos);
      look_at(part);
    }
    for (const auto& [name, value] : parsed->query.all()) look_at(name), look_at(value);
    // A wish comes back from its own address.
    const web::ScreenWish wish = web::wish_from(parsed->query);
    HUB_CHECK(web::encoded(web::fields_of(web::wish_from(web::fields_of(wish)))) == web::encoded(web::fields_of(wish)));
  }
  if (const auto form = web::parse_form(kind, rest)) {
    for (const auto& [name, value] : form->fields.all()) look_at(name), look_at(value);
    const auto again = web::parse_fields(web::encoded(form->fields));
    HUB_CHECK(again && again->all() == form->fields.all());
    HUB_CHECK(!form->file || form->file->bytes.size() <= rest.size());
  }
  const web::ScreenAnswer answer = web::answer_from(rest);
  if (const auto* layout = std::get_if<web::ScreenLayout>(&answer)) {
    for (const web::TapTarget& one : layout->targets) look_at(one.says);
  }
  static_cast<void>(web::question_from(rest));
  return 0;
}
