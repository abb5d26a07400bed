// Decompression of zstd and gzip streams, used by byte_source alone.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace daicho {

/// A stage that fills buffers with bytes, one behind the other.
class ByteStage {
 public:
  virtual ~ByteStage() = default;
  /// Up to `size` bytes (at least 1) into `buffer`; 0 only at the end.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

enum class Compression : unsigned char { none, zstd, gzip };

/// What the first bytes of a file (four are enough) say. Skippable zstd frames count as zstd.
Compression compression_of(std::string_view first_bytes);

/// A stage that decompresses what `input` gives: every frame or member, one after the other. Throws DamagedInput, under
/// `name`, where the data is damaged or ends early, after everything before has been given.
std::unique_ptr<ByteStage> make_decompressor(Compression compression, std::unique_ptr<ByteStage> input,
                                             std::string name);

}  // namespace daicho
