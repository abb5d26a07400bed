// Where bytes go: files that appear whole or not at all, and standard output.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace daicho {

/// Takes bytes in order. Nothing is visible under the final name before `commit`.
class ByteSink {
 public:
  virtual ~ByteSink() = default;                   ///< without commit: the temporary file is removed
  virtual void write(std::string_view bytes) = 0;  ///< throws WorldError (disk full, broken pipe)
  /// Flushes, syncs the file, closes it checked, renames it and syncs the folder. For standard output: flushes.
  virtual void commit() = 0;
  virtual const std::string& name() const = 0;
};

enum class Overwrite : bool { no, yes };

/// A sink for `path`, or standard output for `-`. Compresses where the name ends in .zst or .gz. The temporary file
/// stands beside the final one, with mode 0600. Throws UsageError where the file exists and `overwrite` is no (checked
/// again at commit), WorldError where it cannot be made.
std::unique_ptr<ByteSink> open_sink(const std::string& path, Overwrite overwrite);

/// A sink into memory, for tests: appends to `target`, which must outlive it.
std::unique_ptr<ByteSink> memory_sink(std::string& target);

}  // namespace daicho
