#include "kiosk/heap.h"

#include <malloc.h>

namespace hub::kiosk {

namespace {

constexpr int kLarge_bytes = 128 << 10;  // glibc's own first bound

}  // namespace

void keep_heap_small() {
  mallopt(M_MMAP_THRESHOLD, kLarge_bytes);
  mallopt(M_TRIM_THRESHOLD, kLarge_bytes);
}

void trim_heap() { malloc_trim(0); }

}  // namespace hub::kiosk
