// A shared library for LD_PRELOAD: what a program says to syslog(3) goes to the file DAICHO_SYSLOG_FILE instead, a line
// each, with its facility. Fortified programs call __syslog_chk.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>

namespace {

int facility_of_log = 0;

void keep(int priority, const char* format, va_list values) {
  const char* name = getenv("DAICHO_SYSLOG_FILE");
  FILE* file = name != nullptr ? fopen(name, "a") : nullptr;
  if (file == nullptr) return;
  fprintf(file, "%s %d: ", facility_of_log == LOG_AUTHPRIV ? "authpriv" : "other", priority);
  vfprintf(file, format, values);
  fputc('\n', file);
  fclose(file);
}

}  // namespace

extern "C" {

void openlog(const char* /*name*/, int /*options*/, int facility) { facility_of_log = facility; }

void syslog(int priority, const char* format, ...) {
  va_list values;
  va_start(values, format);
  keep(priority, format, values);
  va_end(values);
}

// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that glibc calls
void __syslog_chk(int priority, int /*flag*/, const char* format, ...) {
  va_list values;
  va_start(values, format);
  keep(priority, format, values);
  va_end(values);
}
}
