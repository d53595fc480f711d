// What the name of a file or folder tells when it is not the name that content has: the system's own, an editor's, a
// copy, or the right one written otherwise (hub.json.txt, HUB.JSON, 2026年.json). Nothing is opened.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hub::content {

// The system's own (Thumbs.db, $RECYCLE.BIN …) and what editors and sync tools leave behind (hub.json~, .hub.json.swp):
// nobody wants to hear of it.
bool is_passed_over(std::string_view name);

// The mark that an office program has a file open: ~$2024.json, .~lock.2024.json#
bool is_lock(std::string_view name);

// The name that another one stands for.
struct Likeness {
  std::string name;
  bool is_copy = false;  // "hub - コピー.json": somebody keeps it beside the file, and does not mean it
};

// Of a JSON file: which of the wanted names (hub.json …) it stands for. A wanted name is like itself.
std::optional<Likeness> like_file(std::string_view name, std::span<const std::string_view> wanted);
// Of a report: 2026.json for ２０２６.json, 2026年度.json, 令和8年度.json, 2026.json.txt …
std::optional<Likeness> like_report(std::string_view name);
// Of a folder: one of the wanted names, else a hub's id that it might be (Izumi, izumi - コピー).
std::optional<Likeness> like_folder(std::string_view name, std::span<const std::string_view> wanted);

// 2026.json
bool is_report_name(std::string_view name);
// The year in the name of a published report's own file: 2026 for 報告書2026.pdf, R8.docx. 0: it is none.
int year_of_published(std::string_view name);
// Whether a second extension, which Windows hides, is what is wrong with it: hub.json.txt
bool has_second_extension(std::string_view name);

}  // namespace hub::content
