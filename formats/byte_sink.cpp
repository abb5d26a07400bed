#include "formats/byte_sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

#include "formats/compress.hpp"
#include "formats/error.hpp"
#include "formats/temp_files.hpp"

namespace daicho {
namespace {

constexpr int kNameAttempts = 1000;

void write_fully(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw_errno("write", path);
    }
  }
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

[[noreturn]] void throw_exists(const std::string& path) { throw UsageError(path + " exists; --overwrite replaces it"); }

/// A stream that is not ours to rename: standard output, a pipe, a device.
class StreamSink : public ByteSink {
 public:
  StreamSink(std::string name, int fd) : name_(std::move(name)), fd_(fd) {}
  StreamSink(const StreamSink&) = delete;
  StreamSink& operator=(const StreamSink&) = delete;
  ~StreamSink() override {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }

  void write(std::string_view bytes) override { write_fully(fd_, bytes, shown()); }

  void commit() override {
    if (fd_ <= STDERR_FILENO) return;
    const int fd = std::exchange(fd_, -1);
    if (::close(fd) != 0) throw_errno("close", shown());
  }

  const std::string& name() const override { return name_; }

 private:
  std::string shown() const { return name_ == "-" ? "standard output" : name_; }

  std::string name_;
  int fd_;
};

/// A file under a temporary name beside the final one, until commit.
class FileSink : public ByteSink {
 public:
  FileSink(std::string path, Overwrite overwrite)
      : path_(std::move(path)), folder_(folder_of(path_)), overwrite_(overwrite) {
    const std::size_t slash = path_.rfind('/');
    const std::string base = slash == std::string::npos ? path_ : path_.substr(slash + 1);
    for (int attempt = 0; attempt < kNameAttempts; ++attempt) {
      temp_ = folder_ + "/." + base + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part";
      guard_.emplace(temp_);  // before the file is made, so that no signal finds it unregistered
      fd_ = ::open(temp_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
      if (fd_ >= 0) return;
      guard_.reset();
      if (errno != EEXIST) break;
    }
    throw_errno("create", path_);
  }
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;
  ~FileSink() override {
    if (fd_ >= 0) ::close(fd_);
    if (!committed_) ::unlink(temp_.c_str());
  }

  void write(std::string_view bytes) override { write_fully(fd_, bytes, path_); }

  void commit() override {
    if (::fsync(fd_) != 0) throw_errno("sync", path_);
    const int fd = std::exchange(fd_, -1);
    if (::close(fd) != 0) throw_errno("close", path_);
    if (overwrite_ == Overwrite::yes) {
      if (::rename(temp_.c_str(), path_.c_str()) != 0) throw_errno("publish", path_);
    } else {
      rename_to_new_name();
    }
    committed_ = true;
    guard_.reset();
    sync_folder();
  }

  const std::string& name() const override { return path_; }

 private:
  /// Never replaces: somebody may have made the file since we looked.
  void rename_to_new_name() {
    if (::renameat2(AT_FDCWD, temp_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return;
    if (errno == EINVAL || errno == ENOSYS) {  // a file system without the flag
      if (::link(temp_.c_str(), path_.c_str()) == 0) {
        ::unlink(temp_.c_str());
        return;
      }
    }
    if (errno == EEXIST) throw_exists(path_);
    throw_errno("publish", path_);
  }

  void sync_folder() const {
    const int fd = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) throw_errno("open folder", folder_);
    const int status = ::fsync(fd);
    const int number = errno;
    ::close(fd);
    errno = number;
    // Some network file systems can't sync a folder and say so; the file itself is synced.
    if (status != 0 && errno != EINVAL && errno != EROFS) throw_errno("sync folder", folder_);
  }

  std::string path_;
  std::string folder_;
  Overwrite overwrite_;
  std::string temp_;
  std::optional<TempFileGuard> guard_;
  int fd_ = -1;
  bool committed_ = false;
};

class MemorySink : public ByteSink {
 public:
  explicit MemorySink(std::string& target) : target_(target) {}
  void write(std::string_view bytes) override { target_.append(bytes); }
  void commit() override {}
  const std::string& name() const override { return name_; }

 private:
  std::string& target_;
  std::string name_ = "memory";
};

std::unique_ptr<ByteSink> open_plain_sink(const std::string& path, Overwrite overwrite) {
  if (path == "-") return std::make_unique<StreamSink>(path, STDOUT_FILENO);
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    throw_errno("write", path);
  }
  if (exists && !S_ISREG(status.st_mode)) {  // a device or a pipe is written through, as every tool does
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) throw_errno("open", path);
    return std::make_unique<StreamSink>(path, fd);
  }
  struct stat link {};
  if (::lstat(path.c_str(), &link) == 0) {
    if (overwrite == Overwrite::no) throw_exists(path);
    // A rename would replace the link, a write through it would follow whoever made it.
    if (S_ISLNK(link.st_mode)) throw UsageError(path + " is a symbolic link: name the file itself");
  }
  return std::make_unique<FileSink>(path, overwrite);
}

}  // namespace

std::unique_ptr<ByteSink> open_sink(const std::string& path, Overwrite overwrite) {
  if (path.empty()) throw UsageError("the output has no name");
  return compress_by_name(open_plain_sink(path, overwrite));
}

std::unique_ptr<ByteSink> memory_sink(std::string& target) { return std::make_unique<MemorySink>(target); }

}  // namespace daicho
