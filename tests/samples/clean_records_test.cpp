// formats/clean_record beside the slow judgement, on records as they are in life: it may be unsure, never wrong.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "converters/date.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/clean_record.hpp"
#include "samples/schema_records.hpp"
#include "tests/support/slow_record.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);
constexpr Charset kCharsets[] = {Charset::cp932, Charset::utf16be, Charset::utf16le, Charset::utf8};
const char* const kLayouts[] = {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"};

const Catalog& catalog() {
  static const Catalog own(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  return own;
}

FormatSpec bare(Charset charset) {
  FormatSpec format;
  format.kind = FileKind::fixed;
  format.charset = charset;
  format.eol = LineEnd::none;
  return format;
}

/// The bytes of `count` sample records.
std::vector<std::string> sample_records(const Layout& layout, Charset charset, int count) {
  static const CharacterTables tables(catalog());
  SchemaRecords records(layout, {23, charset, kDay, nullptr, tables.text_options(charset)});
  RecordBlock block(layout.items.size());
  for (int i = 0; i < count; ++i) block.append(records.next());
  FindingList findings;
  const std::string bytes = test::write_all(layout, bare(charset), block, findings);
  REQUIRE(findings.findings.empty());
  const std::size_t size = layout.record_bytes(charset);
  std::vector<std::string> cut;
  for (std::size_t at = 0; at < bytes.size(); at += size) cut.push_back(bytes.substr(at, size));
  return cut;
}

/// Damage of one record: bytes of any value, or of those that mean something; a field of another record or of itself
/// moved; a field made blank.
class Damage {
 public:
  Damage(const Layout& layout, Charset charset, std::uint64_t seed)
      : charset_(charset), offsets_(layout.offsets(charset)), random_(seed) {}

  void apply(std::string& record, const std::string& other) {
    const std::size_t field = below(offsets_.size() - 1);
    const std::size_t begin = offsets_[field];
    const std::size_t length = offsets_[field + 1] - begin;
    switch (below(6)) {
      case 0:
        record[below(record.size())] = static_cast<char>(below(256));
        break;
      case 1:
        record[begin + below(length)] = "\0 01239AZ~\x30\x40\x81\x82\xD8\xDC\xDB\x7F"[below(18)];
        break;
      case 2:
        record.replace(begin, length, other, begin, length);
        break;
      case 3:
        std::swap(record[begin + below(length)], record[begin + below(length)]);
        break;
      case 4:
        blank(record, begin, length);
        break;
      default: {  // two bytes of elsewhere: another character, a surrogate, a digit
        const std::size_t from = below(other.size() - 1);
        const std::size_t at = std::min(begin + (below(length) & ~std::size_t{1}), record.size() - 2);
        record.replace(at, 2, other, from, 2);
        break;
      }
    }
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

  void blank(std::string& record, std::size_t begin, std::size_t length) {
    const std::string_view fill = below(2) == 0 ? half_width_character(charset_, ' ') : national_fill(charset_);
    for (std::size_t at = 0; at + fill.size() <= length; at += fill.size())
      record.replace(begin + at, fill.size(), fill);
  }

  Charset charset_;
  std::vector<std::size_t> offsets_;
  std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("Sample records are surely clean, all but the rare ones that want a closer look") {
  for (const char* id : kLayouts) {
    for (const Charset charset : kCharsets) {
      const auto layout = catalog().layout(id);
      const CleanRecord clean(*layout, charset);
      test::SlowRecord slow(*layout, charset);
      CAPTURE(id);
      CAPTURE(charset_name(charset));
      CHECK(clean.understands());
      int sure = 0;
      int sound = 0;
      for (const std::string& record : sample_records(*layout, charset, 500)) {
        const bool fine = slow.findings(record).empty();
        sound += fine ? 1 : 0;
        if (clean.surely(record)) {
          ++sure;
          CHECK(fine);
        }
      }
      CHECK(sound >= 490);
      CHECK(sure >= sound * 95 / 100);
    }
  }
}

TEST_CASE("A damaged record is never surely clean where the slow way finds something") {
  for (const char* id : kLayouts) {
    for (const Charset charset : kCharsets) {
      const auto layout = catalog().layout(id);
      const CleanRecord clean(*layout, charset);
      test::SlowRecord slow(*layout, charset);
      const auto records = sample_records(*layout, charset, 60);
      Damage damage(*layout, charset, 7);
      std::mt19937_64 random(11);
      int unsure = 0;
      int sound = 0;
      for (int round = 0; round < 3000; ++round) {
        std::string record = records[random() % records.size()];
        for (std::size_t times = 1 + random() % 2; times != 0; --times) {
          damage.apply(record, records[random() % records.size()]);
        }
        REQUIRE(record.size() == layout->record_bytes(charset));
        const std::string findings = slow.findings(record);
        const bool sure = clean.surely(record);
        if (sure && !findings.empty()) {
          CAPTURE(id);
          CAPTURE(charset_name(charset));
          FAIL_CHECK("surely clean, but: " << findings);
        }
        sound += findings.empty() ? 1 : 0;
        unsure += findings.empty() && !sure ? 1 : 0;
      }
      CHECK(sound > 100);  // damage that does no harm is among it
      CHECK(unsure * 20 < sound);
    }
  }
}

}  // namespace daicho
