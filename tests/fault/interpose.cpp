// A shared library for LD_PRELOAD: counts the calls by which a program changes the disk, and breaks the one it is told
// to. The program is the real one; nothing in it knows of this.
//
//   DAICHO_FAULT_KIND   count  only counts
//                       kill   SIGKILL before the call
//                       torn   half of a write is done, then SIGKILL (other calls: as kill)
//                       enospc, eio, erofs, eacces   the call fails with that error
//   DAICHO_FAULT_AT     number of the call, from 1
//   DAICHO_FAULT_MODE   once (default): only that call; from: that call and all after it, as on a disk that stays full
//   DAICHO_FAULT_LOG    a file that gets a line for each call: number, name, path or descriptor (made by `count` only)
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class FaultKind { none, count, kill, torn, fail };

struct FaultPlan {
  FaultKind kind = FaultKind::none;
  int error = 0;
  long at = 0;
  bool from = false;
  int log = -1;
};

FaultPlan plan;
long calls = 0;
pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

int error_named(const char* name) {
  if (strcmp(name, "enospc") == 0) return ENOSPC;
  if (strcmp(name, "eio") == 0) return EIO;
  if (strcmp(name, "erofs") == 0) return EROFS;
  if (strcmp(name, "eacces") == 0) return EACCES;
  return 0;
}

__attribute__((constructor)) void read_plan() {
  const char* kind = getenv("DAICHO_FAULT_KIND");
  if (kind == nullptr) return;
  if (const char* at = getenv("DAICHO_FAULT_AT")) plan.at = strtol(at, nullptr, 10);
  if (const char* mode = getenv("DAICHO_FAULT_MODE")) plan.from = strcmp(mode, "from") == 0;
  if (const char* log = getenv("DAICHO_FAULT_LOG")) {
    plan.log = static_cast<int>(syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  }
  plan.error = error_named(kind);
  if (strcmp(kind, "count") == 0) plan.kind = FaultKind::count;
  if (strcmp(kind, "kill") == 0) plan.kind = FaultKind::kill;
  if (strcmp(kind, "torn") == 0) plan.kind = FaultKind::torn;
  if (plan.error != 0) plan.kind = FaultKind::fail;
}

enum class Verdict { proceed, fail, tear };

/// Whether an error can come from such a call: a full disk does not keep a file from being removed.
bool can_fail(const char* call) {
  const bool takes_room = strncmp(call, "unlink", 6) != 0 && strcmp(call, "rmdir") != 0;
  const bool of_names =
      strcmp(call, "open") == 0 || strcmp(call, "mkdir") == 0 || strncmp(call, "rename", 6) == 0 || !takes_room;
  switch (plan.error) {
    case ENOSPC:
      return takes_room;
    case EROFS:
    case EACCES:
      return of_names;
    default:
      return true;
  }
}

/// Counts a call and says what becomes of it.
Verdict arrive(const char* call, const char* path, int fd) {
  if (plan.kind == FaultKind::none) return Verdict::proceed;
  pthread_mutex_lock(&mutex);
  const long number = ++calls;
  pthread_mutex_unlock(&mutex);
  if (plan.log >= 0) {
    char line[600];
    const int size = path != nullptr ? snprintf(line, sizeof line, "%ld %s %s\n", number, call, path)
                                     : snprintf(line, sizeof line, "%ld %s %d\n", number, call, fd);
    const size_t whole = size < static_cast<int>(sizeof line) ? static_cast<size_t>(size) : sizeof line - 1;
    syscall(SYS_write, plan.log, line, whole);
  }
  const bool hit = number == plan.at || (plan.from && number > plan.at);
  if (!hit || plan.kind == FaultKind::count) return Verdict::proceed;
  if (plan.kind == FaultKind::torn && strstr(call, "write") != nullptr) return Verdict::tear;
  if (plan.kind == FaultKind::kill || plan.kind == FaultKind::torn) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
  if (!can_fail(call)) return Verdict::proceed;
  errno = plan.error;
  return Verdict::fail;
}

[[noreturn]] void die() {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Messages to a terminal or a pipe are no changes of the disk.
bool on_disk(int fd) {
  struct stat status {};
  return fd > 2 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

bool creates(int flags) { return (flags & (O_CREAT | O_TRUNC)) != 0; }

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (!on_disk(fd)) return real(fd, bytes, size);
  switch (arrive("write", nullptr, fd)) {
    case Verdict::fail:
      return -1;
    case Verdict::tear:
      real(fd, bytes, size / 2);
      die();
    case Verdict::proceed:
      break;
  }
  return real(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (!on_disk(fd)) return real(fd, bytes, size, offset);
  switch (arrive("pwrite", nullptr, fd)) {
    case Verdict::fail:
      return -1;
    case Verdict::tear:
      real(fd, bytes, size / 2, offset);
      die();
    case Verdict::proceed:
      break;
  }
  return real(fd, bytes, size, offset);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t offset) { return pwrite64(fd, bytes, size, offset); }

ssize_t writev(int fd, const struct iovec* parts, int count) {
  static const auto real = next<ssize_t (*)(int, const struct iovec*, int)>("writev");
  if (!on_disk(fd)) return real(fd, parts, count);
  switch (arrive("writev", nullptr, fd)) {
    case Verdict::fail:
      return -1;
    case Verdict::tear:
      real(fd, parts, count / 2);
      die();
    case Verdict::proceed:
      break;
  }
  return real(fd, parts, count);
}

int fsync(int fd) {
  static const auto real = next<int (*)(int)>("fsync");
  return arrive("fsync", nullptr, fd) == Verdict::fail ? -1 : real(fd);
}

int fdatasync(int fd) {
  static const auto real = next<int (*)(int)>("fdatasync");
  return arrive("fdatasync", nullptr, fd) == Verdict::fail ? -1 : real(fd);
}

int ftruncate(int fd, off_t size) {
  static const auto real = next<int (*)(int, off_t)>("ftruncate");
  return arrive("ftruncate", nullptr, fd) == Verdict::fail ? -1 : real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
  return arrive("ftruncate64", nullptr, fd) == Verdict::fail ? -1 : real(fd, size);
}

int rename(const char* from, const char* to) {
  static const auto real = next<int (*)(const char*, const char*)>("rename");
  return arrive("rename", to, -1) == Verdict::fail ? -1 : real(from, to);
}

int renameat(int a, const char* from, int b, const char* to) {
  static const auto real = next<int (*)(int, const char*, int, const char*)>("renameat");
  return arrive("renameat", to, -1) == Verdict::fail ? -1 : real(a, from, b, to);
}

int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
  static const auto real = next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
  return arrive("renameat2", to, -1) == Verdict::fail ? -1 : real(a, from, b, to, flags);
}

int unlink(const char* path) {
  static const auto real = next<int (*)(const char*)>("unlink");
  return arrive("unlink", path, -1) == Verdict::fail ? -1 : real(path);
}

int unlinkat(int folder, const char* path, int flags) {
  static const auto real = next<int (*)(int, const char*, int)>("unlinkat");
  return arrive("unlinkat", path, -1) == Verdict::fail ? -1 : real(folder, path, flags);
}

int remove(const char* path) {
  static const auto real = next<int (*)(const char*)>("remove");
  return arrive("remove", path, -1) == Verdict::fail ? -1 : real(path);
}

int rmdir(const char* path) {
  static const auto real = next<int (*)(const char*)>("rmdir");
  return arrive("rmdir", path, -1) == Verdict::fail ? -1 : real(path);
}

int mkdir(const char* path, mode_t mode) {
  static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
  return arrive("mkdir", path, -1) == Verdict::fail ? -1 : real(path, mode);
}

int open(const char* path, int flags, ...) {
  static const auto real = next<int (*)(const char*, int, ...)>("open");
  va_list more;
  va_start(more, flags);
  const mode_t mode = creates(flags) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return creates(flags) && arrive("open", path, -1) == Verdict::fail ? -1 : real(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = creates(flags) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open(path, flags | O_LARGEFILE, mode);
}

}  // extern "C"
