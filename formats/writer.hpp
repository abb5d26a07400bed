// Writing records in any format.
#pragma once

#include <cstdint>
#include <memory>

#include "formats/byte_sink.hpp"
#include "formats/envelope.hpp"
#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

struct WriteSummary {
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;    ///< before compression
  std::uint64_t similar = 0;  ///< characters written as a similar one
};

/// Writes records one after the other; buffers inside, so that the sink sees large blocks.
class RecordWriter {
 public:
  virtual ~RecordWriter() = default;
  /// Writes one record, or nothing of it: where a value does not fit the picture, ends with its fill or has a character
  /// that the charset lacks, every such fault is reported (with the record's position and `file`) and the answer is
  /// false.
  virtual bool write(const RecordView& record) = 0;
  /// Writes what is buffered and the closing control records. Does not commit the sink.
  virtual void finish() = 0;
  /// Writes what is buffered and nothing else: for output that ends early, so that no trailer calls it whole.
  virtual void flush() = 0;
  virtual const WriteSummary& summary() const = 0;
};

struct WriterOptions {
  EnvelopeHeader envelope;      ///< used with envelope=control; layout, version and charset are filled in by the writer
  std::string input_name = "";  ///< Finding::file of faults
  TextOptions text = {};        ///< 外字 and 住基 tables; they must outlive the writer
};

/// A writer of `format`. Layout, sink and findings must outlive it.
std::unique_ptr<RecordWriter> make_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                          FindingSink& findings, WriterOptions options = {});

}  // namespace daicho
