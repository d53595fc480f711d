// Opening hours: {"every_day": ["9:00-17:00"], "sun": [], "dates": {"12-29..01-03": []}}.
#include <algorithm>

#include "base/parse.h"
#include "content/json/problems.h"
#include "content/load/decode.h"

namespace hub::content {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr minutes kDay = days(1);
constexpr std::string_view kTo = "..";              // between two days
constexpr std::string_view kAnyLeapYear = "2024-";  // yearly days are kept in it: it has a February 29th

std::optional<Hours::Span> span_of(std::string_view written) {
  const std::size_t dash = written.find('-');
  if (dash == written.npos) return std::nullopt;
  const auto from = base::parse_time_of_day(written.substr(0, dash)),
             to = base::parse_time_of_day(written.substr(dash + 1));
  if (!from || !to || *from == kDay || *from == *to) return std::nullopt;
  return Hours::Span{*from, *to > *from ? *to : *to + kDay};
}

Hours::Spans decode_spans(const Value& list) {
  Hours::Spans spans;
  for (const Value& entry : list.entries()) {
    if (!entry.must_be(Node::Type::string)) continue;
    const std::string& written = entry.node().string;
    const std::optional<Hours::Span> span = span_of(written);
    if (!span) {
      entry.error(problems::bad_span(written));
      continue;
    }
    const bool overlaps = std::ranges::any_of(
        spans, [&](const Hours::Span& other) { return span->from < other.to && other.from < span->to; });
    if (overlaps) entry.warn(problems::spans_overlap());
    spans.push_back(*span);
  }
  return spans;
}

// "2026-11-23", or "11-23" in any year.
std::optional<base::Date> day_of(std::string_view written, bool yearly) {
  return base::parse_iso_date(yearly ? std::string(kAnyLeapYear).append(written) : std::string(written));
}

// One day, or two with ".." between them.
std::optional<Hours::Exception> exception_of(std::string_view written) {
  const std::size_t to = written.find(kTo);
  const std::string_view first = written.substr(0, to);
  const std::string_view last = to == written.npos ? first : written.substr(to + kTo.size());
  Hours::Exception exception;
  exception.yearly = first.size() == 5;
  const auto from = day_of(first, exception.yearly), until = day_of(last, exception.yearly);
  if (!from || !until || (!exception.yearly && *until < *from)) return std::nullopt;
  exception.first = *from;
  exception.last = *until;
  return exception;
}

days length_of(const Hours::Exception& exception) {
  const days length = local_days(exception.last) - local_days(exception.first);
  return length < days(0) ? length + days(366) : length;
}

std::vector<Hours::Exception> decode_exceptions(const Value& value) {
  std::vector<Hours::Exception> exceptions;
  for (const Value& member : value.members()) {
    std::optional<Hours::Exception> exception = exception_of(member.node().key);
    if (!exception) {
      member.error_at_key(problems::bad_days(member.node().key));
      continue;
    }
    exception->spans = decode_spans(member);
    exceptions.push_back(std::move(*exception));
  }
  // What says less says it more exactly: a day of this year, then the same day of every year, then longer times.
  std::ranges::stable_sort(exceptions, [](const Hours::Exception& a, const Hours::Exception& b) {
    return std::pair(length_of(a), a.yearly) < std::pair(length_of(b), b.yearly);
  });
  return exceptions;
}

}  // namespace

Hours decode_hours(const Value& value, const WeekdaysMissing& weekdays_missing) {
  const Fields fields = value.fields(kHoursKeys);
  Hours hours;
  const auto every_day = fields.find("every_day");
  if (every_day) hours.week.fill(decode_spans(*every_day));
  std::vector<std::string_view> missing;
  for (std::size_t day = 0; day < hours.week.size(); ++day) {
    const auto written = fields.find(kWeekdayWords[day]);
    if (written)
      hours.week[day] = decode_spans(*written);
    else if (!every_day)
      missing.push_back(kWeekdayWords[day]);
  }
  if (!missing.empty() && value.node().type == Node::Type::object) value.warn(weekdays_missing(missing));
  if (const auto dates = fields.find("dates")) hours.exceptions = decode_exceptions(*dates);
  return hours;
}

}  // namespace hub::content
