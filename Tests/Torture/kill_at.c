// Kills the program it is loaded into (LD_PRELOAD) before one of the calls by which files come, go and reach the disk.
//
// TORTURE_AT=K: before the K-th of them, counted over all threads. TORTURE_LOG=FILE: appends the name of each.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long passed;

static void pass(const char *name) {
    long now = atomic_fetch_add(&passed, 1) + 1;
    const char *log = getenv("TORTURE_LOG");
    if (log) {
        int file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file >= 0) {
            char line[64];
            int length = snprintf(line, sizeof line, "%s\n", name);
            if (write(file, line, (size_t)length) < 0) abort();
            close(file);
        }
    }
    const char *at = getenv("TORTURE_AT");
    if (at && atol(at) == now) {
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int file) { pass("fsync"); return NEXT(fsync)(file); }
int fdatasync(int file) { pass("fdatasync"); return NEXT(fdatasync)(file); }
int ftruncate(int file, off_t length) { pass("ftruncate"); return NEXT(ftruncate)(file, length); }
int ftruncate64(int file, off64_t length) { pass("ftruncate"); return NEXT(ftruncate64)(file, length); }
int unlink(const char *path) { pass("unlink"); return NEXT(unlink)(path); }
int unlinkat(int folder, const char *path, int flags) { pass("unlink"); return NEXT(unlinkat)(folder, path, flags); }
int rmdir(const char *path) { pass("rmdir"); return NEXT(rmdir)(path); }
int remove(const char *path) { pass("unlink"); return NEXT(remove)(path); }
int rename(const char *from, const char *to) { pass("rename"); return NEXT(rename)(from, to); }
int renameat(int one, const char *from, int other, const char *to) {
    pass("rename");
    return NEXT(renameat)(one, from, other, to);
}
int renameat2(int one, const char *from, int other, const char *to, unsigned flags) {
    pass("rename");
    return NEXT(renameat2)(one, from, other, to, flags);
}
int link(const char *from, const char *to) { pass("link"); return NEXT(link)(from, to); }
int linkat(int one, const char *from, int other, const char *to, int flags) {
    pass("link");
    return NEXT(linkat)(one, from, other, to, flags);
}
int mkdir(const char *path, mode_t mode) { pass("mkdir"); return NEXT(mkdir)(path, mode); }
