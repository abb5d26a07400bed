#include "formats/envelope.hpp"

#include <algorithm>
#include <utility>

#include "converters/check_digit.hpp"
#include "converters/date.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kHashModulus = 1'000'000'000'000'000;  // 10^15
constexpr std::uint64_t kControlRecords = 3;                   // 1, 8 and 9 count among all records

/// Stands for a field that was reported and says nothing more; no field can hold it.
constexpr std::string_view kMalformed{"\0", 1};

constexpr Picture digits(std::uint16_t length) { return {PictureClass::digits, length}; }
constexpr Picture text(std::uint16_t length) { return {PictureClass::text, length}; }

constexpr std::array<EnvelopeField, 10> kHeaderFields = {{{"record_class", digits(1)},
                                                          {"layout", text(32)},
                                                          {"version", digits(4)},
                                                          {"from", digits(6)},
                                                          {"to", text(16)},
                                                          {"made", digits(14)},
                                                          {"extent", digits(1)},
                                                          {"base_date", digits(8)},
                                                          {"serial", digits(6)},
                                                          {"charset", text(16)}}};
constexpr std::array<EnvelopeField, 4> kTrailerFields = {
    {{"record_class", digits(1)}, {"data_records", digits(9)}, {"hash_total", digits(15)}, {"sha256", text(64)}}};
constexpr std::array<EnvelopeField, 2> kEndFields = {{{"record_class", digits(1)}, {"all_records", digits(9)}}};

bool is_digits(std::string_view value) { return value.find_first_not_of("0123456789") == std::string_view::npos; }

/// Whether a value may stand in a field. Absent ones may; a 9 field has all its digits.
bool fits(const Picture& picture, std::string_view value) {
  if (value.empty()) return true;
  if (picture.cls == PictureClass::digits) return value.size() == picture.length && is_digits(value);
  return value.size() <= picture.length && value.back() != ' ' &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_extent(std::string_view value) { return value.empty() || value == "1" || value == "2"; }

/// YYYYMMDDhhmmss, or absent.
bool is_moment(const std::string& value) { return value.empty() || timestamp_valid(value + "000"); }

/// YYYYMMDD of which all parts are known, or absent.
bool is_day(std::string_view value) {
  if (value.empty()) return true;
  const ParsedDate day = parse_date(value);
  return day.fault == DateFault::none && day.date.fully_known();
}

bool is_municipality(std::string_view value) {
  return value.empty() || check_digit_valid(CheckDigit::municipality_code, value);
}

std::string padded(std::uint64_t number, std::size_t length) {
  std::string digits_text = std::to_string(number);
  if (digits_text.size() < length) digits_text.insert(0, length - digits_text.size(), '0');
  return digits_text;
}

std::vector<std::string> fields_of(const EnvelopeHeader& header) {
  return {"1",         header.layout, header.version,   header.from,   header.to,
          header.made, header.extent, header.base_date, header.serial, header.charset};
}

EnvelopeHeader header_of(const std::vector<std::string>& fields) {
  return {fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8], fields[9]};
}

}  // namespace

std::span<const EnvelopeField> envelope_fields(char record_class) {
  switch (record_class) {
    case '1':
      return kHeaderFields;
    case '8':
      return kTrailerFields;
    case '9':
      return kEndFields;
    default:
      return {};
  }
}

std::string envelope_version(std::string_view layout_version) {
  const std::size_t dot = layout_version.find('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view major = layout_version.substr(0, dot);
  std::string_view minor = layout_version.substr(dot + 1);
  minor = minor.substr(0, minor.find('.'));
  const auto two_digits = [](std::string_view part) { return !part.empty() && part.size() <= 2 && is_digits(part); };
  if (!two_digits(major) || !two_digits(minor)) return {};
  std::string version;
  for (const std::string_view part : {major, minor}) {
    if (part.size() == 1) version += '0';
    version += part;
  }
  return version;
}

void EnvelopeTotals::add(std::string_view bytes, std::string_view key) {
  ++records_;
  std::uint64_t number = 0;
  for (const char c : key) {
    if (c >= '0' && c <= '9') number = (number * 10 + static_cast<std::uint64_t>(c - '0')) % kHashModulus;
  }
  hash_total_ = (hash_total_ + number) % kHashModulus;
  digest_.update(bytes);
}

EnvelopeWriter::EnvelopeWriter(const Layout& layout, const FormatSpec& format, EnvelopeHeader header)
    : header_(std::move(header)) {
  header_.layout = layout.id;
  header_.version = envelope_version(layout.version);
  header_.charset = charset_name(format.charset);
  if (!is_extent(header_.extent)) throw UsageError("the envelope's extent '" + header_.extent + "' is neither 1 nor 2");
  const std::vector<std::string> fields = header_fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const EnvelopeField& field = kHeaderFields[i];
    if (!fits(field.picture, fields[i])) {
      throw UsageError("the envelope's " + std::string(field.name) + " '" + fields[i] + "' does not fit " +
                       to_string(field.picture));
    }
  }
  const auto refuse = [](bool right, std::string_view field, const std::string& value, std::string_view what) {
    if (!right) {
      throw UsageError("the envelope's " + std::string(field) + " '" + value + "' " + std::string(what));
    }
  };
  refuse(is_municipality(header_.from), "from", header_.from, "has a wrong check digit");
  refuse(is_moment(header_.made), "made", header_.made, "is no moment YYYYMMDDhhmmss");
  refuse(is_day(header_.base_date), "base_date", header_.base_date, "is no day YYYYMMDD");
}

std::vector<std::string> EnvelopeWriter::header_fields() const { return fields_of(header_); }

std::vector<std::string> EnvelopeWriter::trailer_fields() {
  return {"8", padded(totals_.records(), 9), padded(totals_.hash_total(), 15), totals_.sha256()};
}

std::vector<std::string> EnvelopeWriter::end_fields() const {
  return {"9", padded(totals_.records() + kControlRecords, 9)};
}

EnvelopeChecker::EnvelopeChecker(const Layout& layout, const FormatSpec& format, std::string file,
                                 FindingSink& findings)
    : layout_(layout), format_(format), file_(std::move(file)), findings_(findings) {}

void EnvelopeChecker::control(std::vector<std::string> fields, Place place) {
  const char record_class = fields.empty() || fields[0].empty() ? '\0' : fields[0][0];
  ++all_records_;
  const bool sound = check_fields(fields, place);
  if (record_class == '1') {
    if (state_ != State::start) {
      misplaced(record_class, place);
      return;
    }
    state_ = State::body;
    if (sound) check_header(fields, place);
  } else if (record_class == '8') {
    if (state_ == State::start) missing('1', place);
    if (state_ == State::closed || state_ == State::ended) {
      misplaced(record_class, place);
      return;
    }
    state_ = State::closed;
    if (sound) check_trailer(fields, place);
  } else if (record_class == '9') {
    if (state_ == State::start) missing('1', place);
    if (state_ == State::start || state_ == State::body) missing('8', place);
    if (state_ == State::ended) {
      misplaced(record_class, place);
      return;
    }
    state_ = State::ended;
    if (sound) check_end(fields, place);
  }
}

void EnvelopeChecker::data(std::string_view bytes, std::string_view key, bool readable, Place place) {
  ++all_records_;
  if (state_ == State::start) {
    missing('1', place);
    state_ = State::body;
  }
  if (state_ != State::body) {  // behind the trailer, which has ended the sums
    if (!data_misplaced_) misplaced('2', place);
    data_misplaced_ = true;  // once is enough
    return;
  }
  all_readable_ = all_readable_ && readable;
  totals_.add(bytes, readable ? key : std::string_view());
}

void EnvelopeChecker::finish(Place end) {
  if (state_ == State::start) missing('1', end);
  if (state_ == State::start || state_ == State::body) missing('8', end);
  if (state_ != State::ended) missing('9', end);
}

/// Whether the record has its fields. Reports those that have not their picture, and leaves them malformed in `fields`.
bool EnvelopeChecker::check_fields(std::vector<std::string>& fields, Place place) {
  const char record_class = fields.empty() || fields[0].size() != 1 ? '\0' : fields[0][0];
  const std::span<const EnvelopeField> known = envelope_fields(record_class);
  if (known.empty() || fields.size() != known.size()) {
    report(code::kEnvelopeField, place,
           {{"field", "record_class"},
            {"expected", std::to_string(known.size())},
            {"found", std::to_string(fields.size())}});
    return false;
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (fits(known[i].picture, fields[i])) continue;
    report(code::kEnvelopeField, field_of(place, known, known[i].name),
           {{"field", std::string(known[i].name)}, {"expected", to_string(known[i].picture)}, {"found", fields[i]}});
    fields[i] = kMalformed;
  }
  return true;
}

void EnvelopeChecker::check_header(const std::vector<std::string>& fields, Place place) {
  EnvelopeHeader found = header_of(fields);
  const auto at = [&](std::string_view field) { return field_of(place, kHeaderFields, field); };
  compare(code::kEnvelopeLayout, "layout", layout_.id, found.layout, at("layout"));
  compare(code::kEnvelopeLayout, "version", envelope_version(layout_.version), found.version, at("version"));
  compare(code::kEnvelopeLayout, "charset", std::string(charset_name(format_.charset)), found.charset, at("charset"));
  for (std::string* field : {&found.layout, &found.version, &found.from, &found.to, &found.made, &found.extent,
                             &found.base_date, &found.serial, &found.charset}) {
    if (*field == kMalformed) field->clear();
  }
  check_values(found, place);
  header_ = std::move(found);
}

/// What digits alone do not make right: reports it and takes it out of the header.
void EnvelopeChecker::check_values(EnvelopeHeader& header, Place place) {
  const auto check = [&](bool right, const char* field, const char* problem, std::string& found) {
    if (right) return;
    report(code::kEnvelopeField, field_of(place, kHeaderFields, field), {{"field", field}, {problem, found}});
    found.clear();
  };
  check(is_municipality(header.from), "from", "check_digit_of", header.from);
  check(is_moment(header.made), "made", "no_moment", header.made);
  check(is_day(header.base_date), "base_date", "no_day", header.base_date);
  if (is_extent(header.extent)) return;
  report(code::kEnvelopeField, field_of(place, kHeaderFields, "extent"),
         {{"field", "extent"}, {"expected", "1, 2"}, {"found", header.extent}});
  header.extent.clear();
}

void EnvelopeChecker::check_trailer(const std::vector<std::string>& fields, Place place) {
  compare(code::kEnvelopeCount, "data_records", padded(totals_.records(), 9), fields[1], place);
  if (all_readable_) compare(code::kEnvelopeHash, "hash_total", padded(totals_.hash_total(), 15), fields[2], place);
  compare(code::kEnvelopeHash, "sha256", totals_.sha256(), fields[3], place);
}

void EnvelopeChecker::check_end(const std::vector<std::string>& fields, Place place) {
  compare(code::kEnvelopeCount, "all_records", padded(all_records_, 9), fields[1], place);
}

void EnvelopeChecker::compare(FindingCode code, std::string_view field, const std::string& expected,
                              const std::string& found, Place place) {
  if (expected == found || found == kMalformed) return;
  report(code, place, {{"field", std::string(field)}, {"expected", expected}, {"found", found}});
}

void EnvelopeChecker::misplaced(char record_class, Place place) {
  report(code::kEnvelopeMissing, place, {{"record_class", std::string(1, record_class)}, {"problem", "misplaced"}});
}

void EnvelopeChecker::missing(char record_class, Place place) {
  report(code::kEnvelopeMissing, place, {{"record_class", std::string(1, record_class)}, {"problem", "missing"}});
}

EnvelopeChecker::Place EnvelopeChecker::field_of(Place place, std::span<const EnvelopeField> fields,
                                                 std::string_view name) {
  const auto known = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
  const auto at = static_cast<std::size_t>(known - fields.begin());
  if (at >= place.fields.size()) return place;
  const EnvelopeBytes& field = place.fields[at];
  if (field.begin == field.end) return place;
  place.begin = field.begin;
  place.bytes = field.end - field.begin;
  return place;
}

void EnvelopeChecker::report(FindingCode code, Place place, std::vector<std::pair<std::string, std::string>> args) {
  Finding finding;
  finding.code = code;
  finding.file = file_;
  finding.line = place.line;
  finding.offset = place.offset;
  const auto bounded = [](std::uint64_t byte) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(byte, UINT32_MAX));
  };
  if (place.bytes != 0) {
    finding.byte_first = bounded(place.begin + 1);
    finding.byte_last = bounded(place.begin + place.bytes);
  }
  finding.layout = &layout_;
  finding.args = std::move(args);
  findings_.add(std::move(finding));
}

}  // namespace daicho
