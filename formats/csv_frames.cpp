#include "formats/csv_frames.hpp"

namespace daicho {

bool CsvFrames::next(RecordFrame& frame) {
  if (given_) file_.take(row_);
  given_ = file_.next_line(row_);
  end_ = given_ ? file_.offset() + row_.taken : file_.bytes_read();
  if (!given_) return false;
  const std::string_view whole = file_.bytes(row_).file;
  frame = {};
  frame.kind = row_.fault == CsvFault::too_long ? RecordFrame::Kind::partial : RecordFrame::Kind::record;
  frame.bytes = whole.substr(0, row_.length);
  frame.whole = whole;
  frame.length = frame.expected = row_.length;
  frame.line_end = found_line_end(row_.eol);
  frame.offset = file_.offset();
  frame.line = file_.line();
  return true;
}

void scan_csv_frame(const RecordFrame& frame, Quote quote, std::size_t expected_columns, CsvRow& row) {
  if (frame.kind == RecordFrame::Kind::partial) {
    row.fields.clear();
    row.fault = CsvFault::too_long;
    row.fault_at = 0;
    row.length = frame.bytes.size();
    row.taken = frame.whole.size();
    row.eol = LineEnd::none;
    row.lines = 1;
    return;
  }
  if (frame.whole.empty()) {
    row = {};
  } else {
    scan_csv_row(frame.whole, true, quote, row);
  }
  settle_csv_row(frame.whole, expected_columns, row);
}

}  // namespace daicho
