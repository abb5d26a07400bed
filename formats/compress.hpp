// Compression on the way to a sink, by the name of its file.
#pragma once

#include <memory>

#include "formats/byte_sink.hpp"

namespace daicho {

/// A sink that compresses into `target` where its name ends in `.zst` (zstd, with a checksum) or `.gz` (gzip, without
/// name or time); otherwise `target` itself. The compressed bytes depend on the plain bytes alone, not on the sizes of
/// the writes.
std::unique_ptr<ByteSink> compress_by_name(std::unique_ptr<ByteSink> target);

}  // namespace daicho
