// The row scanner of CSV: bytes to columns, and where the quoting goes wrong.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "formats/csv.hpp"

namespace daicho {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (const unsigned char byte : {',', '"', '\r', '\n'}) special[byte] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = make_special();

/// The first comma, quote, CR or LF at or after `at`; the size of the text where there is none.
std::size_t find_special(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; text.size() - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto is = [&](char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); };
    const __m128i special = _mm_or_si128(_mm_or_si128(is(','), is('"')), _mm_or_si128(is('\r'), is('\n')));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(special));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && !kSpecial[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// Walks one row. The text's end is an answer of its own: a row may go on there.
class RowScan {
 public:
  RowScan(std::string_view text, bool at_end, Quote quote, CsvRow& row)
      : text_(text), at_end_(at_end), quotes_(quote != Quote::none), row_(row) {
    row_.fields.clear();
    row_.length = row_.taken = row_.fault_at = 0;
    row_.eol = LineEnd::none;
    row_.fault = CsvFault::none;
    row_.lines = 1;
    row_.open_at = row_.break_at = 0;
  }

  CsvScan run() {
    for (;;) {
      const std::size_t begin = at_;
      const bool quoted = quotes_ && at_ < text_.size() && text_[at_] == '"';
      bool escaped = false;
      if (quoted) {
        const Closing closing = find_closing();
        if (closing.at == kNowhere) return closing.need_more ? CsvScan::need_more : end_open_value(begin);
        escaped = closing.escaped;
        at_ = closing.at + 1;
      }
      if (!skip_to_end_of_column(quoted)) return CsvScan::need_more;
      row_.fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), quoted, escaped});
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      return end_row();
    }
  }

 private:
  struct Closing {
    std::size_t at = kNowhere;  // of the closing quote
    bool escaped = false;
    bool need_more = false;
  };

  /// The closing quote of the value that opens at `at_`; none where it never ends.
  Closing find_closing() {
    const std::size_t limit = std::min(text_.size(), at_ + kCsvQuotedLimit);
    bool escaped = false;
    std::size_t from = at_ + 1;
    for (;;) {
      const auto* found =
          from < limit ? static_cast<const char*>(std::memchr(text_.data() + from, '"', limit - from)) : nullptr;
      if (found == nullptr) return {kNowhere, false, limit == text_.size() && !at_end_};
      const auto at = static_cast<std::size_t>(found - text_.data());
      if (at + 1 == text_.size() && !at_end_) return {kNowhere, false, true};
      if (at + 1 < text_.size() && text_[at + 1] == '"') {
        escaped = true;
        from = at + 2;
        continue;
      }
      return note_line_breaks(at) ? Closing{at, escaped, false} : Closing{};
    }
  }

  /// Counts the lines of a value up to its closing quote; false where it has some and what follows the quote is no end
  /// of a column, so that it is no closing quote.
  bool note_line_breaks(std::size_t closing) {
    const std::string_view value = text_.substr(at_, closing - at_);
    const std::size_t first = value.find('\n');
    if (first == std::string_view::npos) return true;
    if (closing + 1 < text_.size() &&
        !(text_[closing + 1] == ',' || text_[closing + 1] == '\r' || text_[closing + 1] == '\n')) {
      return false;
    }
    if (row_.lines == 1) {
      row_.open_at = at_;
      row_.break_at = at_ + first - (value[first - 1] == '\r' ? 1 : 0);
    }
    row_.lines += static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n'));
    return true;
  }

  void fault(CsvFault what, std::size_t at) {
    if (row_.fault != CsvFault::none) return;
    row_.fault = what;
    row_.fault_at = at;
  }

  /// Moves to the comma or line end behind the column; false where the text ends before it is clear.
  bool skip_to_end_of_column(bool after_quote) {
    if (after_quote && at_ < text_.size() && !kSpecial[static_cast<unsigned char>(text_[at_])]) {
      fault(CsvFault::quote_misplaced, at_);
    }
    for (;;) {
      at_ = find_special(text_, at_);
      if (at_ == text_.size()) return at_end_;
      const char found = text_[at_];
      if (found == ',' || found == '\n') return true;
      if (found == '\r') {
        if (at_ + 1 == text_.size() && !at_end_) return false;
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') return true;
        fault(CsvFault::bare_cr, at_);
      } else {
        fault(CsvFault::quote_misplaced, at_);
      }
      ++at_;
    }
  }

  CsvScan end_row() {
    row_.length = at_;
    row_.eol = LineEnd::none;
    row_.taken = at_;
    if (at_ < text_.size()) {
      row_.eol = text_[at_] == '\n' ? LineEnd::lf : LineEnd::crlf;
      row_.taken = at_ + (row_.eol == LineEnd::lf ? 1 : 2);
    }
    if (row_.length == 0) row_.fields.clear();
    return CsvScan::row;
  }

  /// A value that never ends: its row ends with the line on which it began.
  CsvScan end_open_value(std::size_t begin) {
    // The first quote out of place is what went wrong, and everything behind it follows from that.
    fault(CsvFault::quote_open, begin);
    at_ = text_.find('\n', begin);
    if (at_ == std::string_view::npos) {
      if (!at_end_) return CsvScan::need_more;
      at_ = text_.size();
    } else if (at_ > begin && text_[at_ - 1] == '\r') {
      --at_;
    }
    row_.fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), true, false});
    return end_row();
  }

  std::string_view text_;
  bool at_end_;
  bool quotes_;
  CsvRow& row_;
  std::size_t at_ = 0;
};

}  // namespace

CsvScan scan_csv_row(std::string_view text, bool at_end, Quote quote, CsvRow& row) {
  const bool beyond = text.size() > kCsvRowLimit;
  const std::string_view within = text.substr(0, kCsvRowLimit);
  const CsvScan scan = RowScan(within, at_end && !beyond, quote, row).run();
  if (scan == CsvScan::row || !beyond) return scan;
  row.fields.clear();
  row.fault = CsvFault::too_long;
  row.fault_at = 0;
  row.lines = 1;
  row.eol = LineEnd::none;
  const std::size_t end = within.find('\n');
  row.length = end == std::string_view::npos ? within.size() : end;
  row.taken = end == std::string_view::npos ? within.size() : end + 1;
  return CsvScan::row;
}

void cut_csv_row(std::string_view text, CsvRow& row) {
  if (row.lines == 1) return;
  while (row.fields.back().begin > row.open_at) row.fields.pop_back();
  row.fields.back() = {static_cast<std::uint32_t>(row.open_at), static_cast<std::uint32_t>(row.break_at), true, false};
  row.length = row.break_at;
  row.eol = text[row.break_at] == '\n' ? LineEnd::lf : LineEnd::crlf;
  row.taken = row.break_at + (row.eol == LineEnd::lf ? 1 : 2);
  row.lines = 1;
  if (row.fault != CsvFault::none && row.fault_at < row.break_at) return;
  row.fault = CsvFault::quote_open;
  row.fault_at = row.open_at;
}

void settle_csv_row(std::string_view text, std::size_t expected_columns, CsvRow& row) {
  if (expected_columns == 1 && row.fields.empty() && row.fault == CsvFault::none) row.fields.push_back({});
  if (row.lines > 1 && row.fields.size() != expected_columns) cut_csv_row(text, row);
}

std::size_t find_quote_or_feed(std::string_view text) {
  std::size_t at = 0;
#ifdef __SSE2__
  for (; text.size() - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto is = [&](char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); };
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is('"'), is('\n'))));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && text[at] != '"' && text[at] != '\n') ++at;
  return at;
}

CsvContent csv_content(std::string_view row_text, const CsvField& field) {
  if (!field.quoted) return {field.begin, field.end};
  const std::size_t begin = field.begin + 1;
  const bool closed = field.end > begin && row_text[field.end - 1] == '"';
  return {begin, closed ? field.end - 1 : std::max<std::size_t>(begin, field.end)};
}

void halve_quotes(std::string& value, std::size_t from) {
  std::size_t out = from;
  for (std::size_t at = from; at < value.size(); ++at) {
    value[out++] = value[at];
    if (value[at] == '"' && at + 1 < value.size() && value[at + 1] == '"') ++at;
  }
  value.resize(out);
}

std::string_view csv_value(std::string_view row_text, const CsvField& field, std::string& storage) {
  const CsvContent content = csv_content(row_text, field);
  const std::string_view value = row_text.substr(content.begin, content.end - content.begin);
  if (!field.escaped) return value;
  storage = value;
  halve_quotes(storage, 0);
  return storage;
}

}  // namespace daicho
