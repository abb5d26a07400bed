// Records to another format by several threads: what is surely right as bytes, the rest by parser and writer.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "formats/byte_source.hpp"
#include "formats/format_spec.hpp"
#include "formats/frame_blocks.hpp"
#include "formats/frame_parser.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"

namespace daicho {

/// All must outlive the conversion.
struct FrameConversion {
  const Layout& layout;
  FormatSpec from;
  ByteSource& source;
  TextOptions text;  ///< of reading
  FormatSpec to;
  TextOptions written_text;        ///< of writing
  std::vector<std::size_t> items;  ///< to write, in their order; empty: all
  const Layout& written;           ///< the layout of these items, or `layout`

  /// Whether convert_frames does it: fixed-width CP932 or UTF-8 to CSV in UTF-8, or CSV in UTF-8 to any of the three,
  /// neither with an envelope.
  bool possible() const;
  FrameFile file() const { return {layout, from, source, text}; }
};

/// Converts a whole file, in up to `threads` threads. `use` gets the blocks in the order of the file, with what their
/// records became (`made`), those records that became nothing (`refused`), and what was found: the same bytes and
/// findings, in another order within a block, as reading and writing record after record. Records are all there is: no
/// byte order mark, no header.
ReadSummary convert_frames(const FrameConversion& conversion, unsigned threads,
                           const std::function<void(FrameBlock& block)>& use,
                           std::size_t block_bytes = std::size_t{1} << 18);

}  // namespace daicho
