// HTML that is right because it cannot be put together wrongly.
#include <doctest/doctest.h>

#include "web/markup/markup.h"

using namespace hub::web;

TEST_CASE("text is text wherever it stands") {
  const std::string evil = "</p><script>alert('x')</script>\" onclick=\"&";
  const std::string html = element("p", {{"title", evil}}, evil).html();
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("\" onclick") == std::string::npos);
  CHECK(html ==
        "<p title=\"&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onclick=&quot;&amp;\">"
        "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onclick=&quot;&amp;</p>");
  CHECK(element("p", {}, {"a", element("b", {}, "<"), "c"}).html() == "<p>a<b>&lt;</b>c</p>");
}

TEST_CASE("an address leads into the editor, whatever its parts say") {
  const Url url({"izumi", "javascript:alert(1)", "../x"}, {{"route", "goals/1"}, {"空", "a b&c"}});
  CHECK(url.text() == "/izumi/javascript%3Aalert%281%29/..%2Fx?route=goals%2F1&%E7%A9%BA=a%20b%26c");
  CHECK(Url({}).at("main").text() == "/#main");
  CHECK(Url::on_this_page("main").text() == "#main");
  CHECK(element("a", {{"href", url.with("route", "home")}}, "x").html().starts_with("<a href=\"/izumi/"));
}

TEST_CASE("elements without content have no end, and a text area keeps its first line") {
  CHECK(element("br", {}).html() == "<br>");
  CHECK(element("input", {{"name", "a"}, {"required", true}, {"disabled", false}}).html() ==
        "<input name=\"a\" required>");
  CHECK(element("textarea", {}, "\nx").html() == "<textarea>\n\nx</textarea>");
}
