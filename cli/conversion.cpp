#include "cli/conversion.hpp"

#include <algorithm>
#include <utility>

#include "formats/read_ahead.hpp"

namespace daicho {
namespace {

/// One run of the loop.
class ConversionLoop {
 public:
  explicit ConversionLoop(const ConversionParts& parts)
      : parts_(parts), reader_findings_(parts.report), writer_findings_(parts.report), part_(parts.items.size()) {}

  ConversionResult run() {
    ReadAhead input(parts_.reader, parts_.reader_findings, parts_.layout.items.size(), parts_.threads);
    for (bool more = true; more;) {
      ReadBatch& batch = input.next();
      reader_findings_.forget();
      for (Finding& finding : batch.findings) reader_findings_.add(std::move(finding));
      begin_writing(batch.summary);
      for (std::size_t i = 0; i < batch.block.size(); ++i) take(batch.block[i]);
      more = !batch.block.empty();
      if (!more) result_.read = batch.summary;
    }
    if (result_.stopped) {
      writer_->flush();
    } else {
      writer_->finish();
    }
    result_.similar = writer_->summary().similar;
    return result_;
  }

 private:
  /// Before each block: makes the writer where there is none. Without a reject file an error of the file as a whole
  /// (its header, its envelope) ends the writing, too.
  void begin_writing(const ReadSummary& summary) {
    if (!writer_) writer_ = parts_.make_writer(summary, writer_findings_);
    if (parts_.rejects == nullptr && reader_findings_.file_errors() > 0) result_.stopped = true;
  }

  void take(const RecordView& record) {
    if (record.bad()) {
      reject(record, reader_findings_.of_record(record.position().number));
      return;
    }
    if (result_.stopped) return;
    writer_findings_.forget();
    if (write(record)) {
      ++result_.written;
    } else {
      reject(record, writer_findings_.of_record(record.position().number));
    }
  }

  bool write(const RecordView& record) {
    if (parts_.items.empty()) return writer_->write(record);
    part_.clear();
    part_.begin_record(record.position());
    for (std::size_t i = 0; i < parts_.items.size(); ++i) {
      const FieldSpan& field = record.field(parts_.items[i]);
      part_.text() += record[parts_.items[i]];
      part_.end_field(i, field.raw_begin, field.raw_length);
    }
    part_.end_record({}, false);
    return writer_->write(part_[0]);
  }

  void reject(const RecordView& record, std::span<const Finding> findings) {
    ++result_.rejected;
    if (parts_.rejects == nullptr) {
      result_.stopped = true;
      return;
    }
    std::vector<RejectFile::Reason> reasons;
    for (const Finding& finding : findings) {
      reasons.push_back({&finding, parts_.texts.message(finding, parts_.language)});
    }
    parts_.rejects->add(parts_.input_name, record, reasons);
  }

  const ConversionParts& parts_;
  KeptFindings reader_findings_;
  KeptFindings writer_findings_;
  RecordBlock part_;  // one record of the items chosen
  std::unique_ptr<RecordWriter> writer_;
  ConversionResult result_;
};

}  // namespace

void KeptFindings::add(Finding finding) {
  if (finding.is_error()) {
    if (finding.record == 0) {
      ++file_errors_;
    } else {
      errors_.push_back(finding);
    }
  }
  report_.add(std::move(finding));
}

std::span<const Finding> KeptFindings::of_record(std::uint64_t record) const {
  const auto before = [](const Finding& finding, std::uint64_t number) { return finding.record < number; };
  const auto first = std::lower_bound(errors_.begin(), errors_.end(), record, before);
  auto last = first;
  while (last != errors_.end() && last->record == record) ++last;
  return {first, last};
}

ConversionResult convert_records(const ConversionParts& parts) { return ConversionLoop(parts).run(); }

}  // namespace daicho
