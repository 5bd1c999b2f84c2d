#include "dotchi_engine.h"

#if defined(__GLIBC__)
#include <malloc.h>

// glibc gives each thread an arena of its own and hands big blocks of those back to the kernel whatever its settings; only
// the main arena obeys the settings behind `keep_freed_memory`. The tensor thread is not the main one, so there is one
// arena for all, from before any thread starts. (Measured: a convolution's step took 1.6 times as long without.)
__attribute__((constructor)) static void use_one_arena(void) { mallopt(M_ARENA_MAX, 1); }
#endif

// What an opener may read of any table, however old: its first two fields stand where they always stood.
_Static_assert(offsetof(DotchiEngineTable, size) == 0, "the size comes first");
_Static_assert(offsetof(DotchiEngineTable, version) == sizeof(size_t), "the version comes second");
_Static_assert(offsetof(DotchiEngineTable, describe) == 2 * sizeof(size_t), "the entries follow");
