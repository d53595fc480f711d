// What staff ask of the desk. None of it is done by the ui: it is an effect (effect.h), and what comes of it is seen in
// the DeskView.
#pragma once

#include <string>

#include "base/one_of.h"

namespace hub::ui {

struct LookAtDesk {           // staff came to its pages
  std::string question = {};  // its id: to this card; empty: to another page
  bool versions = false;      // to what shows, or showed
};
struct OpenItem {  // read it into a draft; takes the place of the draft there is
  std::string id;
};
struct StopJob {};
struct GiveAnswer {
  std::string question;  // its id
  int choice = 0;        // from 1
  int place = 0;         // from 1, of a choice of a place
  int first_line = 0;    // from 1, of a choice of lines
  int last_line = 0;
};
struct PutOff {  // it is asked again after the others
  std::string question;
};
struct TakeAnswerBack {
  std::string question;
};
struct PreviewDraft {};
struct PublishDraft {};
struct GoBackTo {
  std::string version;  // its id
};
struct StartEditor {};  // in a browser, for staff's PC or phone
struct StopEditor {};

using DeskTask = base::OneOf<LookAtDesk, OpenItem, StopJob, GiveAnswer, PutOff, TakeAnswerBack, PreviewDraft,
                             PublishDraft, GoBackTo, StartEditor, StopEditor>;

struct DeskRequest {
  int ticket = 0;  // they count up; DeskView::answered says how far the desk is
  DeskTask what;
};

}  // namespace hub::ui
