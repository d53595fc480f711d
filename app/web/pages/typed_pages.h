// 文章 and ことば: what the hub says, in parts, each beside its screen.
#pragma once

#include "web/pages/opening_days.h"
#include "web/pages/typed_parts.h"

namespace hub::web {

enum class TypedSide { report, own };  // 文章, ことば

// Which parts there are, and what in them wants a person's eye.
Page typed_index_page(const PageContext& context, const desk::Texts& texts, TypedSide side);
Page typed_part_page(const PageContext& context, const desk::Texts& texts, const TypedPart& part);

// Two people changed the same: both texts, and which is to stay. `edit`: what was asked for.
Page conflict_page(const PageContext& context, const desk::TypedConflict& conflict, const Fields& edit,
                   const Url& back);
// It could not be done; what was typed is still there.
Page refused_edit_page(const PageContext& context, const base::Error& why, const Fields& edit, const Url& back);

// Hours that cannot be read: what was typed, and why.
Page refused_opening_page(const PageContext& context, const desk::Texts& texts, const TypedPart& part,
                          const OpeningDays& days, const base::Error& why);

// Furigana: the words with their readings, those that nobody has looked at first.
Page readings_page(const PageContext& context, const desk::Texts& texts, int first);

// The report's page with the words of a statement.
Page source_page(const PageContext& context, const desk::Statement& statement, const Url& back);

}  // namespace hub::web
