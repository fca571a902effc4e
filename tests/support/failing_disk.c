/* A disk that fails, or that has no locks, for whoever has this library loaded before the others.

   FAILING_DISK names its folder. While the file that FAILING_DISK_WHEN names is there, all that is
   read, written or opened below the folder fails with the number that stands in the file; where that
   is EIO, nothing can be asked about what lies there either. The numbers of open files after it stay
   dead when it works again, until they are closed. With FAILING_DISK_LOCKS, files there cannot be
   locked. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_below(const char *path)
{
    const char *disk = getenv("FAILING_DISK");
    return disk && path && !strncmp(path, disk, strlen(disk));
}

static int is_there(int file)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_below(path);
}

/* What a file says that the environment names; empty where there is none. */
static const char *told(const char *name, char *into, size_t size)
{
    const char *path = getenv(name);
    int file = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY) : -1;
    ssize_t length = file < 0 ? 0 : syscall(SYS_read, file, into, size - 1);
    if (file >= 0)
        syscall(SYS_close, file);
    into[length > 0 ? length : 0] = 0;
    return into;
}

/* The number with which it fails now; 0 while it does not. */
static int failure(void)
{
    char number[16];
    return atoi(told("FAILING_DISK_WHEN", number, sizeof number));
}

#define MOST 1024
static char closed_since[MOST];

/* Whether a file was open when the disk was pulled out, and has not been closed since. */
static int is_dead(int file)
{
    char dead[8192], name[16];
    snprintf(name, sizeof name, " %d ", file);
    return file < MOST && !closed_since[file] &&
           strstr(told("FAILING_DISK_DEAD", dead, sizeof dead), name);
}

static int fails(int file)
{
    int saved = errno, why = is_there(file) ? failure() : 0;
    if (!why && is_dead(file))
        why = EIO;
    errno = why ? why : saved;
    return why != 0;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *data, size_t size)
{
    REAL(write);
    return fails(file) ? -1 : real(file, data, size);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    REAL(pwrite);
    return fails(file) ? -1 : real(file, data, size, at);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    REAL(pwrite64);
    return fails(file) ? -1 : real(file, data, size, at);
}

/* A full disk can be read, one that is gone cannot. */
static int fails_to_read(int file)
{
    return fails(file) && errno == EIO;
}

ssize_t read(int file, void *data, size_t size)
{
    REAL(read);
    return fails_to_read(file) ? -1 : real(file, data, size);
}

ssize_t pread64(int file, void *data, size_t size, off64_t at)
{
    REAL(pread64);
    return fails_to_read(file) ? -1 : real(file, data, size, at);
}

int fsync(int file)
{
    REAL(fsync);
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file)
{
    REAL(fdatasync);
    return fails(file) ? -1 : real(file);
}

static int is_refused(const char *path, int how)
{
    int why = is_below(path) ? failure() : 0;
    if (!why || (why != EIO && !(how & O_CREAT)))
        return 0;
    errno = why;
    return 1;
}

#define OPENING(name)                                                                              \
    int name(const char *path, int how, ...)                                                       \
    {                                                                                              \
        REAL(name);                                                                                \
        va_list more;                                                                              \
        va_start(more, how);                                                                       \
        mode_t mode = va_arg(more, mode_t);                                                        \
        va_end(more);                                                                              \
        return is_refused(path, how) ? -1 : real(path, how, mode);                                 \
    }

OPENING(open)
OPENING(open64)

int close(int file)
{
    REAL(close);
    if (file >= 0 && file < MOST && is_dead(file))
        closed_since[file] = 1;
    return real(file);
}

/* Of a disk that is gone not even this can be asked. */
static int is_gone(const char *path)
{
    if (!is_below(path) || failure() != EIO)
        return 0;
    errno = EIO;
    return 1;
}

#define ASKING(type, failed, name, given, passed)                                                  \
    type name given                                                                                \
    {                                                                                              \
        REAL(name);                                                                                \
        return is_gone(path) ? failed : real passed;                                               \
    }

ASKING(int, -1, stat, (const char *path, struct stat *into), (path, into))
ASKING(int, -1, stat64, (const char *path, struct stat64 *into), (path, into))
ASKING(int, -1, lstat, (const char *path, struct stat *into), (path, into))
ASKING(int, -1, lstat64, (const char *path, struct stat64 *into), (path, into))
ASKING(int, -1, fstatat, (int at, const char *path, struct stat *into, int how),
       (at, path, into, how))
ASKING(int, -1, fstatat64, (int at, const char *path, struct stat64 *into, int how),
       (at, path, into, how))
ASKING(int, -1, statvfs, (const char *path, struct statvfs *into), (path, into))
ASKING(int, -1, statvfs64, (const char *path, struct statvfs64 *into), (path, into))
ASKING(DIR *, NULL, opendir, (const char *path), (path))
ASKING(int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
ASKING(int, -1, unlink, (const char *path), (path))
ASKING(int, -1, rename, (const char *path, const char *to), (path, to))

int access(const char *path, int how)
{
    REAL(access);
    if (is_gone(path))
        return -1;
    if (how & W_OK && is_below(path) && failure() == EROFS) {
        errno = EROFS;
        return -1;
    }
    return real(path, how);
}

static int has_no_lock(int file)
{
    if (!getenv("FAILING_DISK_LOCKS") || !is_there(file))
        return 0;
    errno = ENOLCK;
    return 1;
}

int flock(int file, int how)
{
    REAL(flock);
    return has_no_lock(file) ? -1 : real(file, how);
}

#define CONTROL(name)                                                                              \
    int name(int file, int what, ...)                                                              \
    {                                                                                              \
        REAL(name);                                                                                \
        va_list more;                                                                              \
        va_start(more, what);                                                                      \
        void *with = va_arg(more, void *);                                                         \
        va_end(more);                                                                              \
        int locks = what == F_SETLK || what == F_SETLKW || what == F_GETLK;                        \
        return locks && has_no_lock(file) ? -1 : real(file, what, with);                           \
    }

CONTROL(fcntl)
CONTROL(fcntl64)
