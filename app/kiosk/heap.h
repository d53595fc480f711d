// The C library's heap: a kiosk that runs for years stays as large as what it holds.
#pragma once

namespace hub::kiosk {

// For the whole process, before it allocates much: blocks of 128 KB and more go back to the system when they are freed.
// By itself the C library raises that bound to the largest block that was freed (mallopt(3), M_MMAP_THRESHOLD); what is
// small and stays then lies between large holes.
void keep_heap_small();

// Gives back what lies free between what is used (malloc_trim(3)). Takes milliseconds.
void trim_heap();

}  // namespace hub::kiosk
