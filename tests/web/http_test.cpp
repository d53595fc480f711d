// What a request says, read without a socket: paths, fields, forms.
#include <doctest/doctest.h>

#include "web/http/form.h"
#include "web/http/request.h"

using namespace hub;

TEST_CASE("a path is names, and nothing that leads elsewhere") {
  const auto target = web::parse_target("/izumi/see?route=goals%2F1&lang=ja");
  REQUIRE(target);
  CHECK(target->path == std::vector<std::string>{"izumi", "see"});
  CHECK(target->query.text("route") == "goals/1");
  CHECK(web::parse_target("/")->path.empty());
  CHECK(web::parse_target("/%E6%B3%89")->path.front() == "泉");
  for (const char* one : {"",
                          "izumi",
                          "//",
                          "//evil.example/",
                          "/izumi//see",
                          "/izumi/",
                          "/../etc/passwd",
                          "/izumi/..",
                          "/%2e%2e/etc",
                          "/izumi/%2E%2E/hub",
                          "/izumi%2F..%2Fx",
                          "/izumi\\..\\x",
                          "/%5c%5cx",
                          "/a%00b",
                          "/a%0d%0aSet-Cookie:x",
                          "/%ff",
                          "/%zz",
                          "/%",
                          "/a b",
                          "/\x01",
                          "http://evil.example/",
                          "*",
                          "/izumi/%e2%80%ae",
                          "/a/b/c/d/e/f/g/h/i"}) {
    CAPTURE(one);
    CHECK_FALSE(web::parse_target(one));
  }
  CHECK_FALSE(web::parse_target("/" + std::string(5000, 'a')));
}

TEST_CASE("fields come back as they were written") {
  const web::Fields fields = {{"ことば", "泉区 & <すきっぷ>=+%"}, {"空", ""}, {"lines", "a\r\nb"}};
  const auto back = web::parse_fields(web::encoded(fields));
  REQUIRE(back);
  CHECK(back->all() == fields.all());
  CHECK(web::parse_fields("a+b=c+d")->text("a b") == "c d");
  CHECK(web::parse_fields("n=12&n=13")->number("n", 0, 20) == 12);
  CHECK_FALSE(web::parse_fields("n=12")->number("n", 0, 11));
  CHECK_FALSE(web::parse_fields("n=12x")->number("n", 0, 100));
  for (const char* one : {"a=%", "a=%4", "a=%zz", "a=%ff%fe", "a=%00"}) {
    CAPTURE(one);
    CHECK_FALSE(web::parse_fields(one));
  }
  std::string many;
  for (std::size_t i = 0; i <= web::kMostFields; ++i) many += "a=1&";
  CHECK_FALSE(web::parse_fields(many));
}

TEST_CASE("a form has fields and at most one file") {
  const std::string part = "\r\nContent-Disposition: form-data; name=";
  const auto body = [&](const std::string& parts) { return "--B" + parts + "\r\n--B--\r\n"; };
  const char* const kind = "multipart/form-data; boundary=B";
  const std::string file = part + "\"report\"; filename=\"報告書.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
  const auto form = web::parse_form(kind, body(part + "\"token\"\r\n\r\nabc\r\n--B" + file + "%PDF\r\n--not\r\n"));
  REQUIRE(form);
  CHECK(form->fields.text("token") == "abc");
  REQUIRE(form->file);
  CHECK(form->file->name == "報告書.pdf");
  CHECK(form->file->bytes == "%PDF\r\n--not\r\n");
  CHECK_FALSE(web::parse_form(kind, body(part + "\"r\"; filename=\"\"\r\n\r\n"))->file);
  CHECK_FALSE(web::parse_form(kind, body(file + "a\r\n--B" + file + "b")));  // two
  CHECK_FALSE(web::parse_form(kind, "--B" + part + "\"a\"\r\n\r\nnever ends"));
  CHECK_FALSE(web::parse_form(kind, body(part + "\"a\"\r\nno empty line")));
  CHECK_FALSE(web::parse_form(kind, body("\r\nX: y\r\n\r\nz")));
  CHECK_FALSE(web::parse_form(kind, body(part + "\"a\"\r\n\r\n\xff\xfe")));
  CHECK_FALSE(web::parse_form("multipart/form-data", body(part + "\"a\"\r\n\r\nb")));
  CHECK_FALSE(web::parse_form("multipart/form-data; boundary=" + std::string(71, 'b'), "x"));
  CHECK_FALSE(web::parse_form("text/plain", "a=b"));
  CHECK_FALSE(web::parse_form("application/json", "{}"));
  CHECK(web::parse_form("Application/X-WWW-Form-Urlencoded; charset=utf-8", "a=b")->fields.text("a") == "b");
  CHECK_FALSE(web::parse_form("application/x-www-form-urlencoded", "a=" + std::string(web::kMostTextBytes, 'b')));
}

TEST_CASE("a header that comes twice says nothing that anything is equal to") {
  web::Request request;
  request.headers = {{"host", "127.0.0.1:8137"}, {"host", "evil.example"}, {"origin", "x"}};
  CHECK(request.header("host") != "127.0.0.1:8137");
  CHECK(request.header("host") != "evil.example");
  CHECK(request.header("origin") == "x");
  CHECK(request.header("cookie").empty());
}
