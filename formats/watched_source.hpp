// A source that remembers how far it was read, and why it could be read no further.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "formats/byte_source.hpp"

namespace daicho {

/// Passes another source on. Where compressed data is damaged it throws as that does; an I/O error it throws, or (with
/// `ends_softly`) gives as the end of the input, so that what came before it is read to its last byte.
class WatchedSource : public ByteSource {
 public:
  /// `source` must outlive it.
  WatchedSource(ByteSource& source, bool ends_softly) : source_(source), ends_softly_(ends_softly) {}

  std::size_t read(char* buffer, std::size_t size) override;
  std::string_view peek(std::size_t size) override { return source_.peek(size); }
  /// What ended the reading early, or will.
  std::exception_ptr failure() const override { return failure_ ? failure_ : source_.failure(); }
  const std::string& name() const override { return source_.name(); }

  /// Bytes that were given: the input is good as far as that.
  std::uint64_t bytes_given() const { return bytes_given_; }
  /// Why `read` met no end of the input: `the zstd data ends early after 702 bytes`, or the I/O error. Empty where it
  /// met none, or was not called as far as that.
  const std::string& broken_off() const { return broken_off_; }
  /// Whether that was an I/O error.
  bool unreadable() const { return unreadable_; }

 private:
  ByteSource& source_;
  bool ends_softly_;
  std::uint64_t bytes_given_ = 0;
  std::exception_ptr failure_;
  std::string broken_off_;
  bool unreadable_ = false;
};

}  // namespace daicho
