#include "formats/frame_conversion.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "formats/byte_sink.hpp"
#include "formats/fixed_parser.hpp"
#include "formats/plain_rows.hpp"
#include "formats/writer.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{64} * 1024;  // of rows that are converted at once: they stay in a cache

/// One thread's converting.
class FrameConverter {
 public:
  FrameConverter(const FrameConversion& conversion, const PlainRows* plain)
      : conversion_(conversion),
        plain_(plain),
        parser_(conversion.layout, conversion.from, conversion.source.name(), conversion.text),
        parsed_(conversion.layout.items.size()),
        sink_(memory_sink(row_)),
        writer_(make_writer(conversion.written, rows_only(conversion.to), *sink_, found_,
                            {{}, conversion.source.name(), conversion.written_text})) {
    if (plain_ != nullptr) batch_.resize(std::max(kBatchBytes, plain_->room()));
  }
  FrameConverter(const FrameConverter&) = delete;
  FrameConverter& operator=(const FrameConverter&) = delete;

  void convert(FrameBlock& block) {
    block.made.clear();
    block.written = 0;
    block.refused.clear();
    std::uint64_t number = block.first_record;
    for (std::size_t i = 0; i < block.frames.size(); ++i, ++number) {
      const FixedFrame& frame = block.frames[i];
      if (append_plain(frame, block)) {
        ++block.written;
      } else {
        end_batch(block);
        convert_closely(i, number, block);
      }
    }
    end_batch(block);
  }

  std::uint64_t bad_records() const { return bad_records_; }
  std::uint64_t duplicates() const { return duplicates_; }

 private:
  static FormatSpec rows_only(FormatSpec format) {
    format.header = Header::none;
    format.bom = false;
    return format;
  }

  bool append_plain(const FixedFrame& frame, FrameBlock& block) {
    if (plain_ == nullptr || !parser_.framed_well(frame)) return false;
    if (batch_.size() - batched_ < plain_->room()) end_batch(block);
    const char* const end = plain_->append(frame.bytes, batch_.data() + batched_);
    if (end == nullptr) return false;
    batched_ = static_cast<std::size_t>(end - batch_.data());
    return true;
  }

  /// Converts the rows that wait. They are made of codes that read as they stand: where one does not, the program is at
  /// fault, and no row may be lost in silence.
  void end_batch(FrameBlock& block) {
    const Conversion done = decode(conversion_.from.charset, {batch_.data(), batched_}, block.made);
    if (done.error != TextError::none || done.duplicates != 0) throw std::logic_error("sound records do not decode");
    batched_ = 0;
  }

  void convert_closely(std::size_t at, std::uint64_t number, FrameBlock& block) {
    const FixedFrame& frame = block.frames[at];
    parsed_.clear();
    const FixedRecordParser::Result result = parser_.parse(frame, number, parsed_, found_);
    duplicates_ += result.duplicates;
    if (result.bad) ++bad_records_;
    bool good = !result.bad;
    if (good) {
      const RecordView record = parsed_[0];
      good = writer_->write(conversion_.items.empty() ? record : record.with_items(conversion_.items, chosen_));
    }
    for (Finding& finding : found_.findings) block.of_records.push_back({at, std::move(finding)});
    found_.findings.clear();
    if (!good) {
      block.refused.push_back({at, block.made.size(), block.written});
      return;
    }
    writer_->flush();
    block.made += row_;
    row_.clear();
    ++block.written;
  }

  const FrameConversion& conversion_;
  const PlainRows* const plain_;
  FixedRecordParser parser_;
  FindingList found_;
  RecordBlock parsed_;
  std::vector<FieldSpan> chosen_;
  std::string row_;  // of a record that was looked at closer
  std::unique_ptr<ByteSink> sink_;
  std::unique_ptr<RecordWriter> writer_;
  std::vector<char> batch_;  // rows in the file's charset
  std::size_t batched_ = 0;
  std::uint64_t bad_records_ = 0;
  std::uint64_t duplicates_ = 0;
};

}  // namespace

bool FrameConversion::possible() const {
  return from.kind == FileKind::fixed && from.envelope == Envelope::none && to.charset == Charset::utf8 &&
         PlainRows::possible(layout, from.charset, to);
}

ReadSummary convert_frames(const FrameConversion& conversion, unsigned threads,
                           const std::function<void(FrameBlock& block)>& use, std::size_t block_bytes) {
  ReadSummary summary;
  summary.format = conversion.from;
  threads = std::max(threads, 1U);
  FrameBlocks blocks(conversion.layout, conversion.from, conversion.source, block_bytes, threads == 1 ? 1 : 3 * threads,
                     [&](FrameBlock& block) {
                       summary.records = block.first_record - 1 + block.frames.size();
                       summary.bytes = block.end;
                       use(block);
                     });
  auto first = blocks.take();
  if (first->last) threads = 1;
  std::optional<PlainRows> plain;  // takes longer to make than a small file to convert
  if (!first->last) {
    plain.emplace(conversion.layout, conversion.from.charset, conversion.to, conversion.items, conversion.text);
  }
  std::vector<std::unique_ptr<FrameConverter>> converters;
  for (unsigned slot = 0; slot < threads; ++slot) {
    converters.push_back(std::make_unique<FrameConverter>(conversion, plain ? &*plain : nullptr));
  }
  blocks.run(threads, std::move(first), [&](unsigned slot, FrameBlock& block) { converters[slot]->convert(block); });
  for (const auto& converter : converters) {
    summary.bad_records += converter->bad_records();
    summary.duplicates += converter->duplicates();
  }
  return summary;
}

}  // namespace daicho
