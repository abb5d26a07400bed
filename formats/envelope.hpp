// envelope=control: the control records 1, 8 and 9 around the data records 2.
//
// The same fields stand in fixed files (160 half-width positions, filled with spaces) and in CSV (columns). In CSV the
// header row, where there is one, comes first and begins with the column `record_class` (レコード区分); then the rows
// `1`, `2` (class, then the items), `8` and `9`. docs/formats.md shows the bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/sha256.hpp"

namespace daicho {

/// The header record `1`, as text of each field without fill.
struct EnvelopeHeader {
  std::string layout;     ///< X(32)
  std::string version;    ///< 9(4): major and minor of the layout's version, two digits each
  std::string from;       ///< 9(6), the sender's 全国地方公共団体コード
  std::string to;         ///< X(16)
  std::string made;       ///< 9(14)
  std::string extent;     ///< 9(1): 1 全件, 2 差分
  std::string base_date;  ///< 9(8), 基準日
  std::string serial;     ///< 9(6)
  std::string charset;    ///< X(16)
};

inline constexpr std::size_t kControlRecordPositions = 160;  ///< half-width positions, without the line end
inline constexpr std::string_view kRecordClassId = "record_class";
inline constexpr std::string_view kRecordClassName = "レコード区分";

/// A field of a control record. The first field of each is the record class, 9(1).
struct EnvelopeField {
  std::string_view name;
  Picture picture;
};

/// The fields of control record '1', '8' or '9', the class first; empty for any other character.
std::span<const EnvelopeField> envelope_fields(char record_class);

/// `0100` for version `1.0`: major and minor, two digits each; empty where the version is written in another way.
std::string envelope_version(std::string_view layout_version);

/// Adds up what the control records 8 and 9 say of the data records: their number, the hash total and SHA-256.
class EnvelopeTotals {
 public:
  /// One data record: its bytes from the class `2` through the line end, and its key item's value (empty: none).
  void add(std::string_view bytes, std::string_view key);
  std::uint64_t records() const { return records_; }
  std::uint64_t hash_total() const { return hash_total_; }
  /// 64 lower-case hexadecimal digits. Ends the sum: nothing may be added afterwards.
  std::string sha256() { return digest_.hex(); }

 private:
  Sha256 digest_;
  std::uint64_t records_ = 0;
  std::uint64_t hash_total_ = 0;  // modulo 10^15
};

/// Makes the control records of a file that is written. Fields are returned as text, 9 fields at full length, X fields
/// without fill, absent ones empty; the record class is the first.
class EnvelopeWriter {
 public:
  /// Fills in layout, version and charset. Throws UsageError where a field does not fit its picture, is no day or has a
  /// wrong check digit.
  EnvelopeWriter(const Layout& layout, const FormatSpec& format, EnvelopeHeader header);

  std::vector<std::string> header_fields() const;
  /// See EnvelopeTotals::add.
  void add(std::string_view bytes, std::string_view key) { totals_.add(bytes, key); }
  std::vector<std::string> trailer_fields();    ///< record 8; once, after all data records
  std::vector<std::string> end_fields() const;  ///< record 9

 private:
  EnvelopeHeader header_;
  EnvelopeTotals totals_;
};

/// Bytes of a control record, from 0.
struct EnvelopeBytes {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// Checks the control records of a file that is read, in the order in which they stand, and reports to a sink.
class EnvelopeChecker {
 public:
  struct Place {
    std::uint64_t offset = 0;  ///< of the control record's first byte in the file
    std::uint64_t line = 0;    ///< from 1; 0: none
    std::uint64_t bytes = 0;   ///< of the control record with its line end; 0: findings are told by the offset alone
    std::span<const EnvelopeBytes> fields = {};  ///< where each field stands in it; none: not known
    std::uint64_t begin = 0;                     ///< of those bytes in it: a finding about a field has that field's
  };

  /// Layout and findings must outlive it.
  EnvelopeChecker(const Layout& layout, const FormatSpec& format, std::string file, FindingSink& findings);

  /// A control record: its fields as text, the class first, without X fill; blank fields empty. Fewer or more fields
  /// than the record has are a finding.
  void control(std::vector<std::string> fields, Place place);
  /// A data record; see EnvelopeTotals::add. After one that could not be read (`readable` false) the hash total is
  /// not compared, because its evidence is incomplete.
  void data(std::string_view bytes, std::string_view key, bool readable, Place place);
  /// The end of the file: reports what is missing.
  void finish(Place end);

  /// The header record, in which malformed fields and values that cannot be are empty: each field stands for itself.
  /// Nothing where the file has none, or one with another number of fields.
  const std::optional<EnvelopeHeader>& header() const { return header_; }

 private:
  enum class State : std::uint8_t { start, body, closed, ended };

  void check_header(const std::vector<std::string>& fields, Place place);
  void check_trailer(const std::vector<std::string>& fields, Place place);
  void check_end(const std::vector<std::string>& fields, Place place);
  bool check_fields(std::vector<std::string>& fields, Place place);
  void check_values(EnvelopeHeader& header, Place place);
  void compare(FindingCode code, std::string_view field, const std::string& expected, const std::string& found,
               Place place);
  void misplaced(char record_class, Place place);
  void missing(char record_class, Place place);
  void report(FindingCode code, Place place, std::vector<std::pair<std::string, std::string>> args);
  /// At the bytes of one field of a header, a trailer or an end record, by its name.
  static Place field_of(Place place, std::span<const EnvelopeField> fields, std::string_view name);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  FindingSink& findings_;
  std::optional<EnvelopeHeader> header_;
  EnvelopeTotals totals_;
  State state_ = State::start;
  std::uint64_t all_records_ = 0;
  bool all_readable_ = true;
  bool data_misplaced_ = false;
};

}  // namespace daicho
