#include "cli/conversion.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "formats/finding_codes.hpp"
#include "formats/read_ahead.hpp"

namespace daicho {
namespace {

void add_reject(const ConversionParts& parts, const RecordView& record, std::span<const Finding> findings) {
  std::vector<RejectFile::Reason> reasons;
  for (const Finding& finding : findings) {
    reasons.push_back({&finding, told_message(finding, parts.texts, parts.language)});
  }
  parts.rejects->add(parts.input_name, record, reasons);
}

std::vector<std::size_t> all_items(const Layout& layout) {
  std::vector<std::size_t> items(layout.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  return items;
}

/// One run of the loop.
class ConversionLoop {
 public:
  explicit ConversionLoop(const ConversionParts& parts)
      : parts_(parts),
        items_(parts.items.empty() ? all_items(parts.layout) : parts.items),
        reader_findings_(parts.report),
        writer_findings_(parts.report) {}

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
  /// Before each block: makes the writer where there is none. An error of the file as a whole (its header, its
  /// envelope, damaged compression) ends the writing, for no reject file can hold what is amiss then.
  void begin_writing(const ReadSummary& summary) {
    if (!writer_) writer_ = parts_.make_writer(summary, writer_findings_);
    if (reader_findings_.file_errors() > 0) result_.stopped = true;
  }

  void take(const RecordView& record) {
    for (const std::size_t item : reader_findings_.with_duplicates(record.position().number)) {
      const FieldSpan& field = record.field(item);
      parts_.changes.add_duplicates(record.raw().substr(field.raw_begin, field.raw_length), record.position().number,
                                    item);
    }
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
    const std::uint64_t similar = writer_->summary().similar;
    const bool good = writer_->write(parts_.items.empty() ? record : record.with_items(parts_.items, chosen_));
    if (writer_->summary().similar != similar) parts_.changes.add_similar(record, items_);
    return good;
  }

  void reject(const RecordView& record, std::span<const Finding> findings) {
    ++result_.rejected;
    if (parts_.rejects == nullptr) {
      result_.stopped = true;
    } else {
      add_reject(parts_, record, findings);
    }
  }

  const ConversionParts& parts_;
  const std::vector<std::size_t> items_;  // that are written
  KeptFindings reader_findings_;
  KeptFindings writer_findings_;
  std::vector<FieldSpan> chosen_;
  std::unique_ptr<RecordWriter> writer_;
  ConversionResult result_;
};

/// The same for frames that threads have converted.
class FrameLoop {
 public:
  FrameLoop(const ConversionParts& parts, const FrameConversion& frames, ByteSink& sink)
      : parts_(parts),
        frames_(frames),
        sink_(sink),
        items_(parts.items.empty() ? all_items(parts.layout) : parts.items),
        findings_(parts.report) {}

  ConversionResult run() {
    const auto writer = parts_.make_writer({}, findings_);
    writer->flush();  // what stands before all rows
    result_.read = convert_frames(frames_, parts_.threads, [this](FrameBlock& block) { use(block); });
    if (!result_.stopped) writer->finish();
    return result_;
  }

 private:
  void use(FrameBlock& block) {
    findings_.forget();
    tell(block);
    if (findings_.file_errors() > 0) result_.stopped = true;
    result_.rejected += block.refused.size();
    if (parts_.rejects != nullptr) {
      for (const FrameBlock::Refused& refused : block.refused) reject(block, refused.frame);
    }
    if (result_.stopped) return;
    const bool whole = parts_.rejects != nullptr || block.refused.empty();
    sink_.write(std::string_view(block.made).substr(0, whole ? block.made.size() : block.refused.front().made));
    result_.written += whole ? block.written : block.refused.front().written;
    result_.stopped = !whole;
    for (const FrameBlock::Similar& similar : block.similar) {
      if (!whole && similar.frame > block.refused.front().frame) break;
      result_.similar += similar.characters;
      parts_.changes.add_similar(similar.record.view(), items_);
    }
  }

  void tell(FrameBlock& block) {
    block.for_each_finding([&](FrameBlock::Placed& placed, bool of_record) {
      if (of_record) note_duplicates(block.frames[placed.frame], placed.finding);
      findings_.add(std::move(placed.finding));
    });
  }

  void note_duplicates(const RecordFrame& frame, const Finding& finding) {
    if (finding.code != code::kDuplicateCode || finding.item == kNoItem || finding.byte_first == 0) return;
    const std::size_t length = finding.byte_last - finding.byte_first + 1;
    parts_.changes.add_duplicates(frame.bytes.substr(finding.byte_first - 1, length), finding.record, finding.item);
  }

  void reject(const FrameBlock& block, std::size_t at) {
    const RecordFrame& frame = block.frames[at];
    const RecordPosition position{block.first_record + at, frame.offset, frame.line};
    add_reject(parts_, {nullptr, nullptr, 0, frame.bytes, position, true}, findings_.of_record(position.number));
  }

  const ConversionParts& parts_;
  const FrameConversion& frames_;
  ByteSink& sink_;
  const std::vector<std::size_t> items_;  // that are written
  KeptFindings findings_;
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
  if (finding.code == code::kDuplicateCode && finding.item != kNoItem) {
    duplicates_.push_back({finding.record, finding.item});
  }
  report_.add(std::move(finding));
}

std::vector<std::size_t> KeptFindings::with_duplicates(std::uint64_t record) {
  std::vector<std::size_t> items;
  for (; !duplicates_.empty() && duplicates_.front().record <= record; duplicates_.pop_front()) {
    if (duplicates_.front().record == record) items.push_back(duplicates_.front().item);
  }
  return items;
}

std::span<const Finding> KeptFindings::of_record(std::uint64_t record) const {
  const auto before = [](const Finding& finding, std::uint64_t number) { return finding.record < number; };
  const auto first = std::lower_bound(errors_.begin(), errors_.end(), record, before);
  auto last = first;
  while (last != errors_.end() && last->record == record) ++last;
  return {first, last};
}

ConversionResult convert_records(const ConversionParts& parts) { return ConversionLoop(parts).run(); }

ConversionResult convert_frame_records(const ConversionParts& parts, const FrameConversion& frames, ByteSink& sink) {
  return FrameLoop(parts, frames, sink).run();
}

}  // namespace daicho
