// The words of web pages around what they are about: buttons, menus, headings of contacts.
#pragma once

#include <string_view>

namespace hub::report {

// All of a line or of a button, folded, in small letters and without arrows or brackets around it.
bool stands_anywhere(std::u32string_view words);  // no report says it: 本文へ移動, このページの先頭へ
bool stands_around(std::u32string_view words);    // a report may say it, but not above its title: 検索, メニュー
bool heads_contacts(std::u32string_view words);   // お問い合わせ, 関連リンク

bool begins_about_page(std::u32string_view words);  // 最終更新日 …
bool begins_as_contact(std::u32string_view words);  // 電話 …

}  // namespace hub::report
