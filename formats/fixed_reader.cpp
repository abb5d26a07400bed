// Fixed-width bytes to records: the file's frames, each parsed in its turn.
#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/fixed.hpp"
#include "formats/fixed_envelope.hpp"
#include "formats/fixed_file.hpp"
#include "formats/fixed_parser.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kBlockBytes = std::uint64_t{1} << 20;

class FixedReader : public RecordReader {
 public:
  FixedReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
              const TextOptions& text)
      : layout_(layout),
        findings_(findings),
        file_(layout, format, source, findings),
        envelope_(layout, format, source.name(), findings, text),
        parser_(layout, format, source.name(), text) {
    summary_.format = format;
  }

  bool read(RecordBlock& block) override {
    block.clear();
    const std::uint64_t enough = file_.offset() + kBlockBytes;
    while (!ended_ && (block.empty() || file_.offset() < enough)) {
      if (!file_.next(frame_)) {
        ended_ = true;
        envelope_.finish(file_.offset());
      } else if (frame_.control) {
        envelope_.control(frame_);
      } else {
        read_record(block);
      }
    }
    summary_.envelope = envelope_.header();
    summary_.bytes = file_.offset();
    return !block.empty();
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  void read_record(RecordBlock& block) {
    const FixedRecordParser::Result result = parser_.parse(frame_, ++summary_.records, block, findings_);
    if (result.bad) ++summary_.bad_records;
    summary_.duplicates += result.duplicates;
    const bool keyed = !result.bad && layout_.key.has_value();
    envelope_.data(frame_, keyed ? block[block.size() - 1][*layout_.key] : std::string_view(), !result.bad);
  }

  const Layout& layout_;
  FindingSink& findings_;
  FixedFile file_;
  FixedEnvelope envelope_;
  FixedRecordParser parser_;
  ReadSummary summary_;
  RecordFrame frame_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_fixed_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                                FindingSink& findings, const TextOptions& text) {
  return std::make_unique<FixedReader>(layout, format, source, findings, text);
}

}  // namespace daicho
