// The words of every diagnostic: what is wrong and what to do next, for somebody who is no engineer.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "content/json/json_source.h"
#include "content/json/reporter.h"
#include "content/model/letters.h"
#include "content/model/text.h"

namespace hub::content::problems {

// The file as a whole.
Problem not_utf8();
Problem empty_file();
Problem zeros(bool only);  // in the file: nothing else, or from some place on
Problem too_deep(int limit);
Problem too_many_values(int limit);
Problem string_too_long(std::size_t limit_bytes);
Problem too_many_problems();
Problem too_many_entries(std::size_t limit);  // of a list
Problem too_many_files(std::size_t limit);    // in a folder
Problem too_many_reports(std::size_t limit);
Problem content_too_large(std::size_t limit_bytes);

// Keys and types.
Problem repeated_key(std::string_view key, Position first);
Problem unknown_key(std::string_view key, std::string_view nearest, std::span<const std::string_view> known);
Problem missing_key(std::string_view key);
Problem wrong_type(Node::Type wanted, Node::Type found);
Problem text_wanted(Node::Type found);  // a string or an object by language
Problem empty_list();

// Texts.
Problem empty_text();
Problem control_character(char32_t character);
Problem undrawable(char32_t character);
Problem lost_character(char32_t character);
Problem mended_letters(const MendedLetter& first, int count);  // of its fault
Problem html(std::string_view example);
Problem unknown_language(std::string_view tag, std::span<const std::string> known);
Problem missing_japanese();
Problem ruby_without_base();
Problem ruby_not_closed();
Problem ruby_not_opened();
Problem ruby_without_reading();
Problem ruby_bar_alone();
Problem starts_midway();
Problem ends_midway();
Problem mark_in_text();

// Numbers, dates and short words.
Problem out_of_range(double least, double most);
Problem not_whole();
Problem no_such_date(std::string_view written);
Problem bad_id();
Problem id_repeated(std::string_view id);
Problem bad_icon();
Problem bad_colour();
Problem bad_url();
Problem reading_not_hiragana();
Problem reading_differs(std::string_view word);

// What belongs together in a report.
Problem period_reversed();
Problem period_of_other_year(int review_year);
Problem term_over(int term_years);
Problem number_repeated(int number);
Problem service_missing(int number);
Problem goal_missing(int number);
Problem marks_not_ascending();
Problem mark_without_activity(int mark);
Problem years_apart(int review_year, int goal_year);
Problem other_year_in_name(int goal_year, std::string_view file_name);
Problem other_ward(std::string_view report_ward, std::string_view hub_ward);

// Files and folders.
Problem file_missing(std::string_view path);
Problem no_report(std::string_view reports_folder);
Problem bad_report_name(std::string_view name);
Problem bad_hub_name(std::string_view name);
Problem other_id(std::string_view folder);
Problem no_hub();
Problem no_such_hub(std::string_view id, std::string_view present);
Problem unknown_file();
Problem readings_missing();

// Names (of files and folders) that are not the ones that are wanted.
Problem misnamed(std::string_view found, std::string_view wanted);
Problem misnamed_besides(std::string_view found, std::string_view wanted);  // which is there as well
Problem is_a_copy(std::string_view found, std::string_view of);
Problem is_a_lock(std::string_view found);
Problem unknown_folder();
Problem nested_content(std::string_view found);
Problem inside_content();
Problem report_in_hub_folder(std::string_view found);
Problem published_report(std::string_view found);  // its PDF
Problem nothing_to_acknowledge(std::string_view warning);

// Opening hours.
Problem bad_span(std::string_view written);
Problem spans_overlap();
Problem bad_days(std::string_view written);
Problem weekdays_missing(std::span<const std::string_view> missing);

// Languages.
Problem rendering_older(std::string_view from);
// `example` is one of the `count` texts that lack one of the languages or more.
Problem languages_missing(std::span<const std::string> languages, int count, std::string_view example);

// The app's own words.
Problem unknown_language_file(std::string_view name, std::span<const std::string> known);
Problem unknown_string(std::string_view key, std::string_view nearest);
Problem string_not_translated(std::string_view key);
Problem placeholders_differ(std::string_view japanese, std::string_view found);
Problem bad_placeholder();

// What a file says, as a message may repeat it: cut after 40 characters, without any that steers.
std::string quoted(std::string_view from_file);

// 0.5 and 24 rather than 0.500000 and 24.000000.
std::string short_number(double value);

// "ja、ja-easy、en" or "ja, ja-easy, en"
std::string listed(std::span<const std::string_view> words, std::string_view between);
std::string listed(std::span<const std::string> words, std::string_view between);

}  // namespace hub::content::problems
