#include "formats/frame_conversion.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "formats/byte_sink.hpp"
#include "formats/frame_parser.hpp"
#include "formats/frame_sharing.hpp"
#include "formats/plain_records.hpp"
#include "formats/plain_rows.hpp"
#include "formats/writer.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{64} * 1024;  // of rows that are converted at once: they stay in a cache

FormatSpec records_only(FormatSpec format) {
  format.header = Header::none;
  format.bom = false;
  return format;
}

/// One thread's converting.
class FrameConverter {
 public:
  FrameConverter(const FrameConversion& conversion, const CsvColumns* columns)
      : conversion_(conversion),
        parser_(make_frame_parser(conversion.file(), columns)),
        parsed_(conversion.layout.items.size()),
        sink_(memory_sink(record_)),
        writer_(make_writer(conversion.written, records_only(conversion.to), *sink_, found_,
                            {{}, conversion.source.name(), conversion.written_text})) {}
  virtual ~FrameConverter() = default;
  FrameConverter(const FrameConverter&) = delete;
  FrameConverter& operator=(const FrameConverter&) = delete;

  void convert(FrameBlock& block) {
    block.made.clear();
    block.written = 0;
    block.refused.clear();
    block.similar.clear();
    std::uint64_t number = block.first_record;
    for (std::size_t i = 0; i < block.frames.size(); ++i, ++number) {
      const RecordFrame& frame = block.frames[i];
      if (parser_->framed_well(frame) && append_plain(frame.bytes, block)) {
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

 protected:
  const FrameConversion& conversion() const { return conversion_; }
  /// Makes a record of a frame's bytes, if it is surely right; false otherwise.
  virtual bool append_plain(std::string_view bytes, FrameBlock& block) = 0;
  /// Brings what `append_plain` still holds into the block.
  virtual void end_batch(FrameBlock&) {}

 private:
  void convert_closely(std::size_t at, std::uint64_t number, FrameBlock& block) {
    parsed_.clear();
    const FrameParser::Result result = parser_->parse(block.frames[at], number, parsed_, found_);
    duplicates_ += result.duplicates;
    if (result.bad) ++bad_records_;
    const bool good = !result.bad && write(at, block);
    for (Finding& finding : found_.findings) block.of_records.push_back({at, std::move(finding)});
    found_.findings.clear();
    if (!good) {
      block.refused.push_back({at, block.made.size(), block.written});
      return;
    }
    writer_->flush();
    block.made += record_;
    record_.clear();
    ++block.written;
  }

  bool write(std::size_t at, FrameBlock& block) {
    const std::uint64_t similar = writer_->summary().similar;
    const RecordView record = parsed_[0];
    const auto& items = conversion_.items;
    const bool good = writer_->write(items.empty() ? record : record.with_items(items, chosen_));
    if (writer_->summary().similar != similar) {
      block.similar.push_back({at, writer_->summary().similar - similar, OwnedRecord(record)});
    }
    return good;
  }

  const FrameConversion& conversion_;
  const std::unique_ptr<FrameParser> parser_;
  FindingList found_;
  RecordBlock parsed_;
  std::vector<FieldSpan> chosen_;
  std::string record_;  // one that was looked at closer
  std::unique_ptr<ByteSink> sink_;
  std::unique_ptr<RecordWriter> writer_;
  std::uint64_t bad_records_ = 0;
  std::uint64_t duplicates_ = 0;
};

/// Fixed-width records to rows. The rows of sound records wait in the file's charset, and are converted together.
class FixedConverter : public FrameConverter {
 public:
  FixedConverter(const FrameConversion& conversion, const PlainRows* plain)
      : FrameConverter(conversion, nullptr), plain_(plain) {
    if (plain_ != nullptr) batch_.resize(std::max(kBatchBytes, plain_->room()));
  }

 protected:
  bool append_plain(std::string_view bytes, FrameBlock& block) override {
    if (plain_ == nullptr) return false;
    if (batch_.size() - batched_ < plain_->room()) end_batch(block);
    const char* const end = plain_->append(bytes, batch_.data() + batched_);
    if (end == nullptr) return false;
    batched_ = static_cast<std::size_t>(end - batch_.data());
    return true;
  }

  /// The rows are made of codes that read as they stand: where one does not, the program is at fault, and no row may be
  /// lost in silence.
  void end_batch(FrameBlock& block) override {
    const Conversion done = decode(conversion().from.charset, {batch_.data(), batched_}, block.made);
    if (done.error != TextError::none || done.duplicates != 0) throw std::logic_error("sound records do not decode");
    batched_ = 0;
  }

 private:
  const PlainRows* const plain_;
  std::vector<char> batch_;  // rows in the file's charset
  std::size_t batched_ = 0;
};

/// CSV rows to records of another format.
class RowConverter : public FrameConverter {
 public:
  RowConverter(const FrameConversion& conversion, const CsvColumns& columns, const PlainRecords* plain)
      : FrameConverter(conversion, &columns), plain_(plain) {}

 protected:
  bool append_plain(std::string_view bytes, FrameBlock& block) override {
    return plain_ != nullptr && plain_->append(bytes, row_, block.made);
  }

 private:
  const PlainRecords* const plain_;
  CsvRow row_;
};

/// What all threads of a conversion use, made when the first block has been read.
class Converters {
 public:
  Converters(const FrameConversion& conversion, const CsvColumns* columns, bool small)
      : conversion_(conversion), columns_(columns) {
    if (small) return;  // asking the charset takes longer than converting
    if (columns == nullptr) {
      rows_.emplace(conversion.layout, conversion.from.charset, conversion.to, conversion.items, conversion.text);
    } else {
      records_.emplace(PlainRecordsPlan{conversion.layout, *columns, conversion.from, conversion.text, conversion.to,
                                        conversion.written_text, conversion.items});
    }
  }

  std::unique_ptr<FrameConverter> make() const {
    if (columns_ == nullptr) return std::make_unique<FixedConverter>(conversion_, rows_ ? &*rows_ : nullptr);
    return std::make_unique<RowConverter>(conversion_, *columns_, records_ ? &*records_ : nullptr);
  }

 private:
  const FrameConversion& conversion_;
  const CsvColumns* const columns_;
  std::optional<PlainRows> rows_;
  std::optional<PlainRecords> records_;
};

}  // namespace

bool FrameConversion::possible() const {
  if (from.kind == FileKind::csv) return PlainRecords::possible(layout, from, to);
  return from.kind == FileKind::fixed && from.envelope == Envelope::none && to.charset == Charset::utf8 &&
         PlainRows::possible(layout, from.charset, to);
}

ReadSummary convert_frames(const FrameConversion& conversion, unsigned threads,
                           const std::function<void(FrameBlock& block)>& use, std::size_t block_bytes) {
  std::optional<Converters> tools;
  std::vector<std::unique_ptr<FrameConverter>> converters;
  const auto begin = [&](const SharedFile& file) {
    tools.emplace(conversion, file.columns, file.small);
    std::vector<FrameWork> work;
    for (unsigned slot = 0; slot < file.threads; ++slot) {
      converters.push_back(tools->make());
      work.emplace_back([&converter = *converters.back()](FrameBlock& block) { converter.convert(block); });
    }
    return work;
  };
  ReadSummary summary = share_frames(conversion.file(), {threads, block_bytes}, begin, use);
  for (const auto& converter : converters) {
    summary.bad_records += converter->bad_records();
    summary.duplicates += converter->duplicates();
  }
  return summary;
}

}  // namespace daicho
