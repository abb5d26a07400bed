#include "formats/csv_line_ends.hpp"

#include <cstddef>

#include "formats/byte_source.hpp"
#include "formats/csv.hpp"
#include "formats/csv_window.hpp"

namespace daicho {
namespace {

constexpr std::size_t kRowsLooked = 1000;

/// The next row of the window; false at its end.
bool next_row(CsvWindow& window, Quote quote, CsvRow& row) {
  for (;;) {
    if (window.text().empty() && window.at_end()) return false;
    if (!window.text().empty() && scan_csv_row(window.text(), window.at_end(), quote, row) == CsvScan::row) return true;
    window.fill();
  }
}

}  // namespace

LineEnd commonest_line_end(std::string_view bytes, Charset charset, Quote quote) {
  const auto source = memory_source(bytes);
  CsvWindow window(*source, charset);
  CsvRow row;
  std::size_t crlf = 0;
  std::size_t lf = 0;
  LineEnd first = LineEnd::none;
  for (std::size_t rows = 0; rows < kRowsLooked && next_row(window, quote, row); ++rows) {
    crlf += row.eol == LineEnd::crlf ? 1 : 0;
    lf += row.eol == LineEnd::lf ? 1 : 0;
    if (first == LineEnd::none) first = row.eol;
    window.take(row.taken);
  }
  if (crlf == lf) return first;
  return crlf > lf ? LineEnd::crlf : LineEnd::lf;
}

}  // namespace daicho
