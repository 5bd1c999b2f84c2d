#include "CArchive.h"

#include <stdio.h>
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>

struct carchive {
    struct archive *archive;
    struct archive_entry *entry;
};

static const char *what_went_wrong(struct archive *archive) {
    const char *text = archive_error_string(archive);
    return text ? text : "no reason given";
}

carchive *carchive_open(const char *path, char *message, size_t capacity) {
    carchive *opened = calloc(1, sizeof *opened);
    struct archive *archive = opened ? archive_read_new() : NULL;
    if (!archive) {
        free(opened);
        snprintf(message, capacity, "out of memory");
        return NULL;
    }
    opened->archive = archive;
    archive_read_support_filter_gzip(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    if (archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK) return opened;
    snprintf(message, capacity, "%s", what_went_wrong(archive));
    carchive_close(opened);
    return NULL;
}

carchive_outcome carchive_next(carchive *archive) {
    while (1) {
        switch (archive_read_next_header(archive->archive, &archive->entry)) {
        case ARCHIVE_OK:
        case ARCHIVE_WARN: // a header with a flaw, such as a name in an unknown encoding
            if (archive_entry_filetype(archive->entry) != AE_IFREG) continue;
            if (archive_entry_hardlink(archive->entry)) continue; // has no bytes of its own
            return carchive_ok;
        case ARCHIVE_EOF:
            return carchive_end;
        default:
            return carchive_failed;
        }
    }
}

const char *carchive_name(carchive *archive) {
    // libarchive can only convert where the locale allows; the stored bytes are there always.
    const char *name = archive_entry_pathname_utf8(archive->entry);
    if (!name) name = archive_entry_pathname(archive->entry);
    return name ? name : "";
}

int64_t carchive_size(carchive *archive) {
    return archive_entry_size_is_set(archive->entry) ? archive_entry_size(archive->entry) : -1;
}

carchive_outcome carchive_read(carchive *archive, uint8_t *target, size_t count, size_t *read) {
    *read = 0;
    la_ssize_t got = archive_read_data(archive->archive, target, count);
    if (got > 0) *read = (size_t)got;
    if (got >= 0) return got > 0 ? carchive_ok : carchive_end;
    return got == ARCHIVE_FATAL ? carchive_failed : carchive_entry_failed;
}

const char *carchive_message(carchive *archive) { return what_went_wrong(archive->archive); }

void carchive_close(carchive *archive) {
    archive_read_free(archive->archive);
    free(archive);
}
