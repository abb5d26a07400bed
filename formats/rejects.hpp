// The reject file: the records that could not be used, with their own bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/finding.hpp"
#include "formats/record.hpp"

namespace daicho {

/// Writes CSV (UTF-8, CRLF, minimal quoting) with the columns file, record, line, offset, code, item, reason, bytes:
/// one row for each error of a rejected record, the record's bytes in hexadecimal in the first of them. It holds the
/// personal data of these records.
class RejectFile {
 public:
  /// `sink` must outlive it.
  explicit RejectFile(ByteSink& sink);

  struct Reason {
    const Finding* finding = nullptr;
    std::string text;  ///< the finding's message in the user's language
  };

  /// One rejected record. A record without reasons is written with blank ones.
  void add(const std::string& file, const RecordView& record, const std::vector<Reason>& reasons);

  /// Writes what is buffered. Does not commit the sink.
  void finish();

  std::uint64_t records() const { return records_; }

 private:
  void append_row(const std::string& file, const RecordView& record, const Reason& reason, std::string_view bytes);

  ByteSink& sink_;
  std::string buffer_;
  std::uint64_t records_ = 0;
};

/// A CSV value in minimal quoting.
std::string csv_quoted(std::string_view value);

}  // namespace daicho
