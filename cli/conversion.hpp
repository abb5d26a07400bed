// The loop of `convert`: records from a reader to a writer, bad ones to the reject file.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/record_changes.hpp"
#include "cli/report.hpp"
#include "formats/byte_sink.hpp"
#include "formats/frame_conversion.hpp"
#include "formats/reader.hpp"
#include "formats/rejects.hpp"
#include "formats/writer.hpp"

namespace daicho {

/// What a conversion is given. All must outlive it.
struct ConversionParts {
  const Layout& layout;
  RecordReader& reader;
  FindingList& reader_findings;  ///< what the reader reports to
  unsigned threads = 0;          ///< 1: read and write by turns; else the reader has a thread of its own
  FindingReport& report;
  const FindingTexts& texts;
  Language language;
  std::string input_name;
  RejectFile* rejects = nullptr;   ///< null: the first bad record ends the writing
  std::vector<std::size_t> items;  ///< the items to write, in their order; empty: all
  RecordChanges& changes;          ///< takes the characters that would not come back
  /// Makes the writer when the input's first block has been read (its envelope, if any, is known then).
  std::function<std::unique_ptr<RecordWriter>(const ReadSummary&, FindingSink&)> make_writer;
};

/// Takes findings on their way to the report, and keeps the errors, so that a rejected record's reasons are at hand.
class KeptFindings : public FindingSink {
 public:
  explicit KeptFindings(FindingReport& report) : report_(report) {}
  void add(Finding finding) override;
  void forget() {
    errors_.clear();
    duplicates_.clear();
  }
  /// The kept errors of a record. Errors must have come in the order of their records, as readers report them.
  std::span<const Finding> of_record(std::uint64_t record) const;
  /// The items of a record in which codes stand that would not come back; asked for in the order of the records.
  std::vector<std::size_t> with_duplicates(std::uint64_t record);
  /// Errors of the file as a whole, ever.
  std::uint64_t file_errors() const { return file_errors_; }

 private:
  FindingReport& report_;
  struct Place {
    std::uint64_t record = 0;
    std::size_t item = 0;
  };
  std::vector<Finding> errors_;
  std::deque<Place> duplicates_;
  std::uint64_t file_errors_ = 0;
};

/// What a conversion did.
struct ConversionResult {
  ReadSummary read;
  std::uint64_t written = 0;
  std::uint64_t rejected = 0;
  std::uint64_t similar = 0;
  bool stopped = false;  ///< writing ended before the input's end
};

/// Reads to the end, so that every fault is reported, and writes until a record is bad and there is no reject file.
/// Calls the writer's `finish` where it was not stopped, `flush` otherwise.
ConversionResult convert_records(const ConversionParts& parts);

/// The same by several threads, for conversions that are `possible` so: the reader of `parts` is not asked, `sink` is
/// where its writer writes. After the first bad record without a reject file faults of writing are reported, too.
ConversionResult convert_frame_records(const ConversionParts& parts, const FrameConversion& frames, ByteSink& sink);

}  // namespace daicho
