// Files and folders that survive a crash: private modes, every write checked, every step synced.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace daicho {

/// Makes a folder and its missing parents with mode 0700; an existing one stays as it is. Throws WorldError.
void make_private_folder(const std::filesystem::path& folder);

/// Makes a folder with mode 0700 whose name is free, inside one that exists. Throws WorldError.
void make_new_private_folder(const std::filesystem::path& folder);

/// Makes a folder inside another one as above, or takes the one that stands there; never a symbolic link. Throws
/// WorldError.
void make_private_folder_inside(const std::filesystem::path& folder);

/// Makes the names in a folder durable. Throws WorldError.
void sync_folder(const std::filesystem::path& folder);

/// Makes the bytes of a file durable that somebody else wrote. Throws WorldError.
void sync_file(const std::filesystem::path& file);

/// A file that is removed again unless it is finished. Mode 0600.
class DurableFile {
 public:
  enum class Existing : bool {
    replace,  ///< a file of that name
    refuse,   ///< whatever has the name
  };
  /// Throws WorldError where it cannot be made or is a symbolic link.
  explicit DurableFile(std::filesystem::path path, Existing existing = Existing::replace);
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;
  ~DurableFile();
  void write(std::string_view bytes);
  /// Writes everything out, syncs and closes, each checked.
  void finish();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int fd_;
  bool finished_ = false;
};

/// An exclusive lock on a file, held while it lives; also given back by the system when the process dies.
class FileLock {
 public:
  enum class Open : bool {
    make,      ///< where it is missing
    as_it_is,  ///< it must be there, and may stand where nothing can be written
  };
  /// Waits so long for whoever holds it. Throws RefusedError with `refusal` where another process still does,
  /// WorldError where the file cannot be made or opened or is a symbolic link.
  FileLock(const std::filesystem::path& path, const std::string& refusal,
           std::chrono::milliseconds wait = std::chrono::milliseconds(0), Open open = Open::make);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  int fd_;
};

/// rename(2) that never replaces: an empty folder of that name would be taken over in silence. Where the file system
/// cannot do that in one step it looks first, so whoever calls holds a lock, or loses nothing. Throws WorldError.
void rename_to_new_name(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace daicho
