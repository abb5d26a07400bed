#include "formats/frame_parser.hpp"

#include "formats/csv_frames.hpp"
#include "formats/fixed_file.hpp"
#include "formats/fixed_parser.hpp"

namespace daicho {
namespace {

class FixedFrameParser : public FrameParser {
 public:
  explicit FixedFrameParser(const FrameFile& file) : parser_(file.layout, file.format, file.source.name(), file.text) {}

  Result parse(const RecordFrame& frame, std::uint64_t number, RecordBlock& block, FindingSink& findings) override {
    const FixedRecordParser::Result result = parser_.parse(frame, number, block, findings);
    return {result.bad, result.duplicates};
  }
  bool framed_well(const RecordFrame& frame) const override { return parser_.framed_well(frame); }

 private:
  FixedRecordParser parser_;
};

class RowFrameParser : public FrameParser {
 public:
  RowFrameParser(const FrameFile& file, const CsvColumns& columns)
      : columns_(columns),
        quote_(file.format.quote),
        line_end_(found_line_end(file.format.eol)),
        parser_(file.layout, file.format, file.source.name(), file.text) {}

  Result parse(const RecordFrame& frame, std::uint64_t number, RecordBlock& block, FindingSink& findings) override {
    scan_csv_frame(frame, quote_, columns_.items.size(), row_);
    const CsvRowInFile row{row_, {frame.whole, frame.whole, 1}, {number, frame.offset, frame.line}, findings};
    const CsvRecordParser::Result result = parser_.parse(row, columns_, block);
    return {result.bad, result.duplicates};
  }
  bool framed_well(const RecordFrame& frame) const override {
    return frame.kind == RecordFrame::Kind::record && frame.line_end == line_end_;
  }

 private:
  const CsvColumns& columns_;
  const Quote quote_;
  const FoundLineEnd line_end_;
  const CsvRecordParser parser_;
  CsvRow row_;
};

}  // namespace

bool FrameFile::in_frames() const {
  return format.envelope == Envelope::none &&
         (format.kind == FileKind::fixed || (format.kind == FileKind::csv && !CsvFraming::needed(format.charset)));
}

std::unique_ptr<FrameSource> open_frames(const FrameFile& file, FindingSink& findings) {
  if (file.format.kind == FileKind::fixed) {
    return std::make_unique<FixedFile>(file.layout, file.format, file.source, findings);
  }
  return std::make_unique<CsvFrames>(file.layout, file.format, file.source, findings, file.text);
}

std::unique_ptr<FrameParser> make_frame_parser(const FrameFile& file, const CsvColumns* columns) {
  if (columns == nullptr) return std::make_unique<FixedFrameParser>(file);
  return std::make_unique<RowFrameParser>(file, *columns);
}

}  // namespace daicho
