// What of a web page stands around a report, known by its words: breadcrumbs, menus, buttons, contacts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hub::report {

// トップ > 子育て > …, also with what stands before it (現在位置：).
bool is_breadcrumb(std::u32string_view words);

// A line that only leads somewhere else: （https://…）, URL：www.…, 詳しくは横浜市のホームページへ,
// 報告書の全文はこちら.
bool is_link(std::u32string_view words);

// For each line of a page, or of a text copied from one, in their order; an empty one has no words. What stands
// anywhere (このページの先頭へ) is known by all of its words, what a report may also say (検索, お問い合わせ, another
// year's report) only above the report's title or below its end. Labels and sentences of the report are none.
std::vector<bool> find_navigation(const std::vector<std::u32string>& lines);

}  // namespace hub::report
