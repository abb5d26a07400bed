// Reading records: bytes of any format in, blocks of records and findings out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "formats/byte_source.hpp"
#include "formats/envelope.hpp"
#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

struct ReadSummary {
  FormatSpec format;
  std::uint64_t records = 0;  ///< data records met, bad ones among them
  std::uint64_t bad_records = 0;
  std::uint64_t bytes = 0;       ///< of the decompressed input
  std::uint64_t duplicates = 0;  ///< codes that would come back as others
  std::optional<EnvelopeHeader> envelope;
};

/// Reads records in blocks. Checks framing, charset, picture and the characters of the kind; reports every fault to the
/// sink it was given and goes on with the next record.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  /// Refills `block` with the next records (about a mebibyte of input, at least one record); false at the end of the
  /// input, with an empty block. Bad records stand in the block in their place, marked.
  virtual bool read(RecordBlock& block) = 0;
  /// Final after `read` answered false.
  virtual const ReadSummary& summary() const = 0;
};

/// A reader of `format`. Layout, source, sink and the tables of `text` must outlive it.
std::unique_ptr<RecordReader> make_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                          FindingSink& findings, const TextOptions& text = {});

/// What `auto` found, or why it cannot tell.
struct Detection {
  std::optional<FormatSpec> format;
  std::string reason;  ///< where there is no format: what speaks for what, for a person
};

/// Looks at the first bytes (at most 1 MiB) and finds kind, charset, line end, header, BOM and envelope for a layout.
/// Answers only where the bytes leave one reading. Takes nothing from the source. Throws WorldError where reading
/// fails, and DamagedInput where compressed data is damaged, before there is enough to tell a format by.
Detection detect_format(const Layout& layout, ByteSource& source);

}  // namespace daicho
