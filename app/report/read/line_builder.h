// Puts a Document together: readers say what they meet, in reading order.
#pragma once

#include <string_view>

#include "report/around/left_out.h"
#include "report/words/document.h"

namespace hub::report {

class LineBuilder {
 public:
  // Spaces at both ends and control characters go; a line without words is the gap before the next.
  void line(std::u32string_view words, Place place, bool closed = false, double measure_em = 0, PageBox box = {});
  void gap() { gap_ = true; }
  void list_item() { item_ = true; }
  void new_cell(int row = 0, int column = 0);  // what follows is never joined to what came before
  int new_row() { return ++rows_; }

  void leave_out(LeftOut::Why why, std::u32string_view words, Place place) { left_out_.add(why, words, place); }

  std::vector<Line> take() { return std::move(lines_); }
  std::vector<LeftOut> take_left_out() { return left_out_.take(); }
  bool empty() const { return lines_.empty(); }
  void close();  // the paragraph that was last begun has ended

  // Over a limit: the first reason stays, and no more lines are taken.
  void refuse(Refusal why) { refused_ = refused_.value_or(why); }
  const std::optional<Refusal>& refused() const { return refused_; }

 private:
  std::vector<Line> lines_;
  LeftOutList left_out_;
  std::size_t characters_ = 0;
  std::optional<Refusal> refused_;
  int cell_ = 0;
  int row_ = 0;
  int column_ = 0;
  int rows_ = 0;
  bool gap_ = false;
  bool item_ = false;
};

}  // namespace hub::report
