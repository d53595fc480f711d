#include "desk/typed/statement.h"

#include "base/check.h"

namespace hub::desk {

const char* word_of(Statement::Kind kind) {
  switch (kind) {
    case Statement::Kind::report_title:
      return "report_title";
    case Statement::Kind::implementer:
      return "implementer";
    case Statement::Kind::purpose:
      return "purpose";
    case Statement::Kind::principle:
      return "principle";
    case Statement::Kind::service_description:
      return "service_description";
    case Statement::Kind::service_program:
      return "service_program";
    case Statement::Kind::evaluation_method:
      return "evaluation_method";
    case Statement::Kind::goal:
      return "goal";
    case Statement::Kind::entry:
      return "entry";
    case Statement::Kind::hub_name:
      return "hub_name";
    case Statement::Kind::hub_ward:
      return "hub_ward";
    case Statement::Kind::tagline:
      return "tagline";
    case Statement::Kind::hours:
      return "hours";
    case Statement::Kind::opening:
      return "opening";
    case Statement::Kind::contact:
      return "contact";
    case Statement::Kind::url:
      return "url";
    case Statement::Kind::service_name:
      return "service_name";
    case Statement::Kind::service_need:
      return "service_need";
    case Statement::Kind::service_explanation:
      return "service_explanation";
    case Statement::Kind::service_situation:
      return "service_situation";
    case Statement::Kind::service_url:
      return "service_url";
  }
  HUB_CHECK(false);
}

const char* word_of(Statement::Section section) {
  switch (section) {
    case Statement::Section::none:
      return "";
    case Statement::Section::review:
      return "review";
    case Statement::Section::goals:
      return "goals";
  }
  HUB_CHECK(false);
}

const char* word_of(Statement::List list) {
  switch (list) {
    case Statement::List::none:
      return "";
    case Statement::List::activities:
      return "activities";
    case Statement::List::outcomes:
      return "outcomes";
    case Statement::List::challenges:
      return "challenges";
  }
  HUB_CHECK(false);
}

const char* word_of(Rendering::State state) {
  switch (state) {
    case Rendering::State::missing:
      return "missing";
    case Rendering::State::older:
      return "older";
    case Rendering::State::made:
      return "made";
    case Rendering::State::none:
      return "none";
  }
  HUB_CHECK(false);
}

const char* word_of(WordReading::From from) {
  switch (from) {
    case WordReading::From::inline_markup:
      return "inline";
    case WordReading::From::reviewed:
      return "reviewed";
    case WordReading::From::rule:
      return "rule";
    case WordReading::From::dictionary:
      return "dictionary";
  }
  HUB_CHECK(false);
}

}  // namespace hub::desk
