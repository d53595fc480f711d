#include "report/words/document.h"

#include <algorithm>

namespace hub::report {

PageBox united(const PageBox& a, const PageBox& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
  const double right = std::max(a.x + a.width, b.x + b.width), bottom = std::max(a.y + a.height, b.y + b.height);
  return {left, top, right - left, bottom - top};
}

}  // namespace hub::report
