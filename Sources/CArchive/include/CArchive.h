// Entries of tar and zip archives through libarchive: names, then bytes of those that are wanted. Nothing is unpacked.
#ifndef DOTCHI_CARCHIVE_H
#define DOTCHI_CARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// An archive that is read from its first entry to its last.
typedef struct carchive carchive;

/// What a call came to.
typedef enum : int32_t {
    /// There is an entry, or there are bytes.
    carchive_ok,
    /// There is nothing more.
    carchive_end,
    /// This entry cannot be read; the next ones may.
    carchive_entry_failed,
    /// The archive cannot be read any further.
    carchive_failed,
} carchive_outcome;

/// Opens the tar or zip, plain or gzipped, at `path`.
/// Returns NULL, with `message` (zero-terminated within `capacity`) saying why, if it cannot be opened as such.
carchive *_Nullable carchive_open(const char *path, char *message, size_t capacity);

/// Goes to the next entry that is a regular file.
carchive_outcome carchive_next(carchive *archive);

/// The entry's name as it is stored, UTF-8 where the archive says how it is encoded; "" if it has none.
const char *carchive_name(carchive *archive);

/// The entry's size in bytes as the archive gives it, -1 if it does not say.
int64_t carchive_size(carchive *archive);

/// Reads up to `count` bytes of the entry into `target`, and says in `read` how many; `carchive_end` after the last.
carchive_outcome carchive_read(carchive *archive, uint8_t *target, size_t count, size_t *read);

/// What went wrong last.
const char *carchive_message(carchive *archive);

/// Closes and frees the archive.
void carchive_close(carchive *archive);

#pragma clang assume_nonnull end

#endif
