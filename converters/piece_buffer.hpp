// Short runs of bytes gathered on the stack on their way to a string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "converters/byte_words.hpp"

namespace daicho {

/// Appends to `out`, which must outlive it; `flush` ends the work.
class PieceBuffer {
 public:
  explicit PieceBuffer(std::string& out) : out_(out) {}

  /// Puts the lowest `length` bytes (at most 8) of `word`, the lowest first.
  void put(std::uint64_t word, std::size_t length) {
    if (used_ > kSize) flush();
    store64(bytes_ + used_, word);
    used_ += length;
  }

  void put(std::string_view bytes) {
    if (used_ + bytes.size() > kSize) flush();
    if (bytes.size() > kSize) {
      out_.append(bytes);
    } else {
      used_ += bytes.copy(bytes_ + used_, bytes.size());
    }
  }

  void flush() {
    out_.append(bytes_, used_);
    used_ = 0;
  }

  /// Bytes that the string will hold after `flush`.
  std::size_t size() const { return out_.size() + used_; }

 private:
  static constexpr std::size_t kSize = 2048;
  std::string& out_;
  std::size_t used_ = 0;
  char bytes_[kSize + 16];
};

}  // namespace daicho
