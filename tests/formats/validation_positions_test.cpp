// Faulty positions never lie: where one byte of a good file is changed, lost or added, some finding's bytes contain
// that place, or the damage made another good file.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "formats/catalog.hpp"
#include "formats/finding_codes.hpp"
#include "formats/validation_runs.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

constexpr std::size_t kRecords = 4;

const Catalog& catalog() {
  static const Catalog schemas;
  return schemas;
}

enum class DamageKind : std::uint8_t { changed, lost, added };

struct Damage {
  DamageKind kind = DamageKind::changed;
  std::size_t at = 0;  // from 0; of a lost byte where it was
  char byte = 0;

  std::string apply(std::string bytes) const {
    if (kind == DamageKind::changed) bytes[at] = byte;
    if (kind == DamageKind::lost) bytes.erase(at, 1);
    if (kind == DamageKind::added) bytes.insert(at, 1, byte);
    return bytes;
  }
};

/// What stands in a file by chance does more than any byte: line ends, quotes, commas, blanks, and bits turned over.
char damaging_byte(char before, std::mt19937_64& random) {
  static constexpr std::string_view kBytes =
      "\r\n\",\x1A \0\xFF\x81\x40"
      "0a";
  const auto choice = random() % 3;
  if (choice == 0) return kBytes[random() % kBytes.size()];
  if (choice == 1) return static_cast<char>(before ^ (1 << (random() % 8)));
  return static_cast<char>(random());
}

/// Anywhere, but often beside the bytes that frame the records.
std::size_t damaged_place(const std::string& bytes, const std::vector<std::size_t>& seams, std::mt19937_64& random) {
  if (random() % 3 != 0) return random() % bytes.size();
  const std::size_t seam = seams[random() % seams.size()] + random() % 9;
  return std::min(bytes.size() - 1, seam > 5 ? seam - 5 : 0);
}

struct Places {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Where a damage may have been, by the bytes alone: to lose one of equal bytes is to lose any, and a lost byte stood
/// between two.
Places possible_places(const std::string& bytes, const Damage& damage) {
  Places places{damage.at, damage.at};
  if (damage.kind == DamageKind::changed) return places;
  const char same = damage.kind == DamageKind::lost ? bytes[damage.at] : damage.byte;
  while (places.first > 0 && bytes[places.first - 1] == same) --places.first;
  while (places.last < bytes.size() && bytes[places.last] == same) ++places.last;
  if (damage.kind == DamageKind::lost && places.first > 0) --places.first;
  return places;
}

/// The first and the last byte of a finding in the file; one without bytes is at its offset. Of a LF where CRLF is due
/// the fault is the CR that does not stand before it.
Places places_of(const Finding& finding) {
  const std::uint64_t first = finding.offset + (finding.byte_first == 0 ? 0 : finding.byte_first - 1);
  const std::uint64_t last = finding.byte_first == 0 ? first : finding.offset + finding.byte_last - 1;
  constexpr std::uint64_t kLongestUnit = 2;
  return {finding.code == code::kLineEnd && first > kLongestUnit ? first - kLongestUnit : first, last};
}

/// Whether some finding is about the place of the damage.
bool told(const std::vector<Finding>& findings, const Places& damage) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    const Places places = places_of(finding);
    return places.first <= damage.last && damage.first <= places.last;
  });
}

/// Without line ends every record behind a lost byte is shifted, and where it was lost shows at the first value that
/// cannot be: at or behind the place, never before it.
bool told_behind(const std::vector<Finding>& findings, const Places& damage) {
  return !findings.empty() && std::all_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return places_of(finding).last >= damage.first;
  });
}

/// Sums are of the file as a whole, and say that something in it is another.
bool is_sum(const Finding& finding) {
  return finding.code == code::kEnvelopeHash || finding.code == code::kEnvelopeCount;
}

class KeptFindings : public ValidationSink {
 public:
  void add(const Finding& finding, std::string_view /*record*/) override {
    if (std::string_view(finding.code.code) < "D1100") findings.push_back(finding);
  }
  std::vector<Finding> findings;
};

/// In one order: of a fault of the file and one of a record at the same place either may come first.
std::string sorted(std::vector<Finding> findings) {
  std::vector<std::string> lines;
  for (Finding& finding : findings) lines.push_back(test::shown({std::move(finding)}));
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, ""));
}

/// What two threads find of what reading finds; what they find of items and of lives is not about damage.
std::string found_by_threads(const Layout& layout, const FormatSpec& format, std::string_view bytes,
                             const TextOptions& text) {
  static const Profile profile;
  const auto source = memory_source(bytes);
  const ValidationInput input{layout, format, *source, text, profile};
  ValidationOptions options;
  options.threads = 2;
  KeptFindings kept;
  if (format.kind == FileKind::fixed) {
    validate_by_frames(input, options, kept, std::size_t{1} << 12);
  } else {
    validate_by_reader(input, options, kept);
  }
  return sorted(std::move(kept.findings));
}

/// Whether what was read is a good file, too: nothing wrong but the sums, and at most one record has other values.
bool another_good_file(const test::ReadFile& before, const test::ReadFile& after) {
  for (const Finding& finding : after.findings) {
    if (!is_sum(finding)) return false;
  }
  if (before.records.size() != after.records.size()) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < before.records.size(); ++i) other += before.records[i] != after.records[i] ? 1 : 0;
  return other <= 1;
}

std::string shown(const Damage& damage, const std::string& bytes) {
  static constexpr const char* kNames[] = {"changed", "lost", "added"};
  return fmt::format("byte {} {}: {:02X} to {:02X}", damage.at, kNames[static_cast<int>(damage.kind)],
                     static_cast<unsigned char>(bytes[damage.at]), static_cast<unsigned char>(damage.byte));
}

void check_positions(const Layout& layout, const FormatSpec& format, std::uint64_t seed, int damages) {
  CAPTURE(layout.id);
  CAPTURE(to_string(format));
  test::RandomRecords records(layout, format.charset, seed);
  WriterOptions options;
  options.envelope.from = "132101";
  options.envelope.extent = "1";
  options.text = test::text_options(format.charset);
  FindingList refused;
  const std::string bytes = test::write_all(layout, format, records.block(kRecords), refused, options);
  const test::ReadFile before = test::read_all(layout, format, bytes, options.text);
  REQUIRE(test::shown(before.findings) == "");
  std::vector<std::size_t> seams{0, bytes.size() - 1};
  for (const RecordPosition& position : before.positions) seams.push_back(position.offset);
  std::mt19937_64 random(seed);
  for (int i = 0; i < damages; ++i) {
    Damage damage;
    damage.kind = static_cast<DamageKind>(random() % 3);
    damage.at = damaged_place(bytes, seams, random);
    damage.byte = damaging_byte(bytes[damage.at], random);
    const std::string damaged = damage.apply(bytes);
    const test::ReadFile after = test::read_all(layout, format, damaged, options.text);
    CAPTURE(shown(damage, bytes));
    if (i % 4 == 0) CHECK(found_by_threads(layout, format, damaged, options.text) == sorted(after.findings));
    const Places places = possible_places(bytes, damage);
    if (told(after.findings, places) || another_good_file(before, after)) continue;
    // A new line end may end a good row, and what was cut off is the next one.
    const bool cut = damage.byte == '\n' && damage.kind != DamageKind::lost;
    if (cut && told(after.findings, {damage.at + 1, damage.at + 1})) continue;
    const bool shifts = format.eol == LineEnd::none && damage.kind != DamageKind::changed;
    if (shifts && told_behind(after.findings, places)) continue;
    CHECK(test::shown(after.findings) == "a finding there");
  }
}

}  // namespace

TEST_CASE("damage in a fixed-width file is told where it is") {
  std::uint64_t seed = 1;
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = catalog().layout(id);
    for (const Charset charset : record_charsets(FileKind::fixed)) {
      for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf, LineEnd::none}) {
        FormatSpec format;
        format.charset = charset;
        format.eol = eol;
        format.envelope = seed % 2 == 0 ? Envelope::none : Envelope::control;
        format.bom = seed % 3 == 0 && !bom_bytes(charset).empty();
        check_positions(*layout, format, seed++, 60);
      }
    }
  }
}

TEST_CASE("damage in a CSV file is told where it is") {
  std::uint64_t seed = 1000;
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = catalog().layout(id);
    for (const Charset charset : record_charsets(FileKind::csv)) {
      for (const Quote quote : {Quote::minimal, Quote::all}) {
        FormatSpec format = default_format(FileKind::csv);
        format.charset = charset;
        format.quote = quote;
        format.eol = seed % 2 == 0 ? LineEnd::crlf : LineEnd::lf;
        format.header = static_cast<Header>(seed % 3);
        format.envelope = seed % 5 == 0 ? Envelope::control : Envelope::none;
        format.bom = seed % 3 == 0 && !bom_bytes(charset).empty();
        check_positions(*layout, format, seed++, 60);
      }
    }
  }
}

TEST_CASE("damage in JSON Lines is told where it is") {
  std::uint64_t seed = 2000;
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = catalog().layout(id);
    for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf}) {
      FormatSpec format = default_format(FileKind::jsonl);
      format.eol = eol;
      format.bom = seed % 3 == 0;
      check_positions(*layout, format, seed++, 200);
    }
  }
}
