#include "formats/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "formats/decompress.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMagicBytes = 4;

class FileStage : public ByteStage {
 public:
  explicit FileStage(const std::string& path) : path_(path) {
    if (path == "-") {
      path_ = "standard input";
      return;
    }
    fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ < 0) throw_errno("open", path);
    struct stat status {};
    if (::fstat(fd_, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(fd_);
      errno = EISDIR;
      throw_errno("read", path);
    }
    ::posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  FileStage(const FileStage&) = delete;
  FileStage& operator=(const FileStage&) = delete;
  ~FileStage() override {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t count = ::read(fd_, buffer, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) throw_errno("read", path_);
    }
  }

 private:
  std::string path_;
  int fd_ = STDIN_FILENO;
};

/// Gives back bytes that were read ahead, then goes on with the stage behind.
class PrefixStage : public ByteStage {
 public:
  PrefixStage(std::string prefix, std::unique_ptr<ByteStage> rest)
      : prefix_(std::move(prefix)), rest_(std::move(rest)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (used_ == prefix_.size()) return rest_->read(buffer, size);
    const std::size_t count = std::min(size, prefix_.size() - used_);
    std::memcpy(buffer, prefix_.data() + used_, count);
    used_ += count;
    return count;
  }

 private:
  std::string prefix_;
  std::unique_ptr<ByteStage> rest_;
  std::size_t used_ = 0;
};

class MemoryStage : public ByteStage {
 public:
  explicit MemoryStage(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size());
    if (count != 0) std::memcpy(buffer, bytes_.data(), count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

/// The magic is looked at once, then the plain or decompressed bytes are read through one buffer for `peek`.
class StagedSource : public ByteSource {
 public:
  StagedSource(std::string name, std::unique_ptr<ByteStage> stage) : name_(std::move(name)) {
    std::string magic(kMagicBytes, '\0');
    std::size_t have = 0;
    while (have < kMagicBytes) {
      const std::size_t count = stage->read(magic.data() + have, kMagicBytes - have);
      if (count == 0) break;
      have += count;
    }
    magic.resize(have);
    const Compression compression = compression_of(magic);
    stage_ = make_decompressor(compression, std::make_unique<PrefixStage>(std::move(magic), std::move(stage)), name_);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    if (begin_ < ahead_.size()) {
      const std::size_t count = std::min(size, ahead_.size() - begin_);
      std::memcpy(buffer, ahead_.data() + begin_, count);
      begin_ += count;
      return count;
    }
    if (failure_) std::rethrow_exception(failure_);
    return size == 0 ? 0 : stage_->read(buffer, size);
  }

  std::string_view peek(std::size_t size) override {
    ahead_.erase(0, begin_);
    begin_ = 0;
    while (ahead_.size() < size && !failure_) {
      const std::size_t have = ahead_.size();
      ahead_.resize(size);
      std::size_t count = 0;
      try {
        count = stage_->read(ahead_.data() + have, size - have);
      } catch (const WorldError&) {
        failure_ = std::current_exception();  // told by `read`, once the bytes before it are taken
      }
      ahead_.resize(have + count);
      if (count == 0) break;
    }
    return ahead_;
  }

  std::exception_ptr failure() const override { return failure_; }

  const std::string& name() const override { return name_; }

 private:
  std::string name_;
  std::unique_ptr<ByteStage> stage_;
  std::string ahead_;
  std::size_t begin_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

DamagedInput::DamagedInput(const std::string& name, const std::string& why, std::uint64_t at)
    : WorldError("cannot read " + name + ": " + why + " after " + std::to_string(at) +
                 " bytes; compare its size and hash with the original and fetch it again"),
      reason(why),
      offset(at) {}

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  return std::make_unique<StagedSource>(path, std::make_unique<FileStage>(path));
}

std::unique_ptr<ByteSource> memory_source(std::string_view bytes, std::string name) {
  return std::make_unique<StagedSource>(std::move(name), std::make_unique<MemoryStage>(bytes));
}

}  // namespace daicho
