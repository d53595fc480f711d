#include "ui/layout/element.h"

namespace hub::ui {

namespace {

Element container(Kind kind, int gap_px, std::vector<Element> children) {
  Element element;
  element.kind = kind;
  element.gap_px = gap_px;
  element.children = std::move(children);
  return element;
}

}  // namespace

Element column(int gap_px, std::vector<Element> children) {
  return container(Kind::column, gap_px, std::move(children));
}

Element row(int gap_px, std::vector<Element> children) {
  return container(Kind::row, gap_px, std::move(children)).aligned(Align::centre);
}

Element flow(int gap_px, std::vector<Element> children) {
  return container(Kind::flow, gap_px, std::move(children)).aligned(Align::centre);
}

Element grid(int columns, int gap_px, std::vector<Element> children) {
  Element element = container(Kind::grid, gap_px, std::move(children));
  element.columns = columns;
  return element;
}

Element spacer() { return Element{}.growing(); }

}  // namespace hub::ui
