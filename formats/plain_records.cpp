#include "formats/plain_records.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "converters/byte_words.hpp"
#include "converters/utf8.hpp"
#include "formats/clean_scan.hpp"
#include "formats/fixed_field.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostColumns = 192;                // where their values lie stands on the stack
constexpr std::uint8_t kTriple = 128;                    // a character of three bytes
constexpr std::string_view kWideSpace = "\xE3\x80\x80";  // U+3000

bool is_utf8_csv(const FormatSpec& format) {
  return format.kind == FileKind::csv && format.charset == Charset::utf8 && format.envelope == Envelope::none;
}

bool is_odd(char byte) { return byte == '"' || byte == '\r' || byte == '\n'; }

/// Tells where each comma of the text is. False where something stands there that only the row scanner understands, or
/// `comma` answers so.
template <class Comma>
bool find_commas(std::string_view text, Comma comma) {
  std::size_t at = 0;
#ifdef __SSE2__
  for (; text.size() - at >= 32; at += 32) {
    const auto* const place = reinterpret_cast<const __m128i*>(text.data() + at);
    const __m128i low = _mm_loadu_si128(place);
    const __m128i high = _mm_loadu_si128(place + 1);
    const auto mask_of = [&](char byte) {
      const __m128i wanted = _mm_set1_epi8(byte);
      return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(low, wanted))) |
             static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(high, wanted))) << 16;
    };
    if ((mask_of('"') | mask_of('\r') | mask_of('\n')) != 0) return false;
    for (unsigned commas = mask_of(','); commas != 0; commas &= commas - 1) {
      if (!comma(at + static_cast<std::size_t>(std::countr_zero(commas)))) return false;
    }
  }
#endif
  for (; at < text.size(); ++at) {
    if (is_odd(text[at])) return false;
    if (text[at] == ',' && !comma(at)) return false;
  }
  return true;
}

}  // namespace

bool PlainRecords::possible(const Layout& layout, const FormatSpec& from, const FormatSpec& to) {
  const bool fixed = to.kind == FileKind::fixed && to.envelope == Envelope::none &&
                     (to.charset == Charset::cp932 || to.charset == Charset::utf8);
  return is_utf8_csv(from) && (fixed || is_utf8_csv(to)) && layout.items.size() <= kMostColumns;
}

PlainRecords::PlainRecords(const PlainRecordsPlan& plan)
    : quote_(plan.from.quote), to_(plan.to), made_line_end_(line_end_bytes(plan.to)) {
  const Layout& layout = plan.layout;
  const std::optional<FixedPlan> fixed =
      to_.kind == FileKind::fixed ? std::optional<FixedPlan>(std::in_place, layout, to_.charset) : std::nullopt;
  for (const std::size_t index : plan.columns.items) {
    Column column;
    column.item = index;
    if (index != kNoItem) {
      const Item& item = layout.items[index];
      column.cls = item.picture.cls;
      column.kind_class = UnitClasses::of_kind(item.kind);
      column.positions = item.picture.length;
      column.flag = item.kind == Kind::flag;
      column.zero_filled = item.zero_filled;
      column.absent_is_zeros = item.absent_is_zeros;
      if (fixed) {
        column.offset = fixed->fields()[index].offset;
        column.bytes = fixed->fields()[index].bytes;
      }
    }
    columns_.push_back(column);
  }
  if (fixed) {
    for (const FixedField& field : fixed->fields()) write_fixed_field(*fixed, field, {}, empty_record_);
    empty_record_ += made_line_end_;
  }
  order_ = plan.items;
  if (order_.empty()) {
    order_.resize(layout.items.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }
  for (std::size_t& item : order_) {
    const auto found = std::find(plan.columns.items.begin(), plan.columns.items.end(), item);
    item = found == plan.columns.items.end() ? kNoItem : static_cast<std::size_t>(found - plan.columns.items.begin());
  }
  as_they_stand_ = order_.size() == columns_.size() && to_.quote != Quote::all;
  for (std::size_t i = 0; i < order_.size(); ++i) as_they_stand_ = as_they_stand_ && order_[i] == i;
  learn_characters(plan);
}

/// What may stand in an N item, and how it is written.
void PlainRecords::learn_characters(const PlainRecordsPlan& plan) {
  const UnitClasses classes(Charset::utf16le, plan.layout.gaiji, plan.text);
  auto characters = std::make_shared<std::array<Character, 0x10000>>();
  TextOptions text = plan.written_text;
  text.form = TextForm::full_width;
  std::string character;
  std::string code;
  for (std::size_t unit = 0x80; unit < characters->size(); ++unit) {
    Character& known = (*characters)[unit];
    known.classes = classes[static_cast<std::uint16_t>(unit)] & unit_class::kAnyCode;
    if ((known.classes & unit_class::kWide) == 0) {
      known.classes = 0;
      continue;
    }
    if (unit >= 0x800) known.classes |= kTriple;
    if (to_.charset == Charset::utf8) continue;
    character.clear();
    code.clear();
    append_code_point(character, static_cast<char32_t>(unit));
    const Conversion done = encode(to_.charset, character, code, text);
    const bool plain = done.error == TextError::none && done.similar == 0 && code.size() == 2;
    known.code = plain ? load16(code.data()) : 0;
    if (!plain) known.classes = 0;
  }
  auto of_units = std::make_shared<std::array<std::uint8_t, 0x10000>>();
  for (std::size_t unit = 0; unit < of_units->size(); ++unit) (*of_units)[unit] = (*characters)[unit].classes;
  classes_ = std::move(of_units);
  characters_ = std::move(characters);
}

/// Splits a row into the values of its columns. False where their number is another one, or the quoting asks for more.
bool PlainRecords::find_columns(std::string_view row, CsvRow& spare, Value* values, bool& quoted) const {
  const std::size_t count = columns_.size();
  std::size_t found = 0;
  std::size_t begin = 0;
  quoted = false;
  const bool plain = find_commas(row, [&](std::size_t at) {
    if (found + 1 >= count) return false;
    values[found++] = {row.data() + begin, at - begin};
    begin = at + 1;
    return true;
  });
  if (plain && !row.empty()) {
    values[found++] = {row.data() + begin, row.size() - begin};
    return found == count;
  }
  quoted = true;
  if (row.empty() || scan_csv_row(row, true, quote_, spare) != CsvScan::row) return false;
  if (spare.fault != CsvFault::none || spare.length != row.size() || spare.fields.size() != count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (spare.fields[i].escaped) return false;
    const CsvContent content = csv_content(row, spare.fields[i]);
    values[i] = {row.data() + content.begin, content.end - content.begin};
  }
  return true;
}

/// Whether characters are surely what a full-width item takes.
bool PlainRecords::characters_fit(const Column& column, std::string_view value) const {
  const std::uint8_t* const classes = classes_->data();
  const std::size_t count = value.size() / 3;
  if (count * 3 != value.size()) return mixed_characters_fit(column, value);
  const char* p = value.data();
  unsigned all = 0xFF;
  std::uint64_t odd = 0;
  for (std::size_t i = 0; i + 2 <= count; i += 2, p += 6) {
    const std::uint64_t triples = load_triples(p);  // a line end, a comma or a quote stands behind the last one
    odd |= triples_mismatch(triples);
    const std::uint64_t units = joined_units(triples);
    all &= static_cast<unsigned>(classes[units & 0xFFFF] & classes[units >> 16]);
  }
  if (count % 2 != 0) {
    const std::uint32_t word = load32(p);
    odd |= triple_mismatch(word);
    all &= classes[unit_of_triple(word)];
  }
  if (odd != 0) return mixed_characters_fit(column, value);
  return count <= column.positions && (all & kTriple) != 0 && (all & column.kind_class) != 0 &&
         !value.ends_with(kWideSpace);
}

/// The same where characters of two bytes may be among them.
bool PlainRecords::mixed_characters_fit(const Column& column, std::string_view value) const {
  const std::uint8_t* const classes = classes_->data();
  const char* p = value.data();
  const char* const end = p + value.size();
  std::size_t count = 0;
  unsigned all = 0xFF;
  while (p < end) {
    std::uint32_t word = load16(p);
    if (end - p >= 3) {
      word |= static_cast<std::uint32_t>(static_cast<unsigned char>(p[2])) << 16;
      if (triple_mismatch(word) == 0) {
        all &= classes[unit_of_triple(word)];
        p += 3;
        ++count;
        continue;
      }
    }
    if (end - p < 2 || (word & 0xC0E0) != 0x80C0) return false;
    all &= classes[(word & 0x1F) << 6 | (word >> 8 & 0x3F)] | kTriple;
    p += 2;
    ++count;
  }
  return count <= column.positions && (all & kTriple) != 0 && (all & column.kind_class) != 0 &&
         !value.ends_with(kWideSpace);
}

/// Writes the codes of an N item's characters, where all of them have three bytes.
bool PlainRecords::put_characters(const Column& column, std::string_view value, char* field) const {
  const Character* const characters = characters_->data();
  const std::size_t count = value.size() / 3;
  if (count * 3 != value.size() || count > column.positions || value.ends_with(kWideSpace)) return false;
  const char* p = value.data();
  unsigned all = 0xFF;
  std::uint32_t odd = 0;
  for (std::size_t i = 0; i < count; ++i, p += 3, field += 2) {
    const std::uint32_t word = load32(p);  // a line end, a comma or a quote stands behind the last one
    odd |= triple_mismatch(word);
    const Character& character = characters[unit_of_triple(word)];
    all &= character.classes;
    store16(field, character.code);
  }
  return odd == 0 && (all & kTriple) != 0 && (all & column.kind_class) != 0;
}

/// Whether a value that is no N item's is surely right.
bool PlainRecords::fits(const Column& column, std::string_view value) const {
  if (column.cls == PictureClass::text) {
    return value.size() <= column.positions && value.back() != ' ' && all_printable(value);
  }
  if (value.size() != column.positions && !(column.zero_filled && value.size() < column.positions)) return false;
  if (!all_digits(value)) return false;
  return !column.flag || value.find_first_not_of("01") == std::string_view::npos;
}

bool PlainRecords::put_field(const Column& column, std::string_view value, char* record) const {
  char* const field = record + column.offset;
  if (column.cls == PictureClass::national) {
    if (to_.charset == Charset::cp932) return put_characters(column, value, field);
    // The fill is right where the value took whole characters of it.
    if (value.size() % 3 != 0 || value.size() > column.bytes || !characters_fit(column, value)) return false;
    copy_short(field, value.data(), value.size());
    return true;
  }
  if (!fits(column, value) || (column.absent_is_zeros && is_zeros(value))) return false;
  const std::size_t left = column.cls == PictureClass::digits ? column.bytes - value.size() : 0;
  if (left != 0) std::memset(field, '0', left);
  copy_short(field + left, value.data(), value.size());
  return true;
}

bool PlainRecords::append_fixed(const Value* values, std::string& out) const {
  const std::size_t begin = out.size();
  out += empty_record_;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (values[i].bytes == 0 || columns_[i].item == kNoItem) continue;
    if (!put_field(columns_[i], values[i].text(), out.data() + begin)) {
      out.resize(begin);
      return false;
    }
  }
  return true;
}

/// Whether all values are surely right; of a quoted row, as values that need no quotes.
bool PlainRecords::values_fit(const Value* values, bool quoted) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const std::string_view value = values[i].text();
    if (value.empty() || column.item == kNoItem) continue;
    if (column.cls == PictureClass::national) {
      if (!characters_fit(column, value)) return false;
    } else if (!fits(column, value) || (quoted && value.find_first_of(",\"") != std::string_view::npos)) {
      return false;
    }
  }
  return true;
}

void PlainRecords::append_row(std::string_view row, const Value* values, bool quoted, std::string& out) const {
  if (as_they_stand_ && !quoted) {
    out.append(row).append(made_line_end_);
    return;
  }
  const std::string_view mark = to_.quote == Quote::all ? "\"" : "";
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i != 0) out += ',';
    out += mark;
    if (order_[i] != kNoItem) out += values[order_[i]].text();
    out += mark;
  }
  out += made_line_end_;
}

/// The values of a row, if all of them are surely right.
bool PlainRecords::find_sound(std::string_view row, CsvRow& spare, Value* values, bool& quoted) const {
  return columns_.size() <= kMostColumns && find_columns(row, spare, values, quoted) && values_fit(values, quoted);
}

bool PlainRecords::read(std::string_view row, const RecordPosition& position, CsvRow& spare, RecordBlock& block) const {
  std::array<Value, kMostColumns> values;  // NOLINT(*-member-init): filled as far as it is read
  bool quoted = false;
  if (!find_sound(row, spare, values.data(), quoted)) return false;
  block.begin_record(position);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].item == kNoItem) continue;
    const std::string_view value = values[i].text();
    const auto begin = static_cast<std::uint32_t>(quoted ? spare.fields[i].begin : value.data() - row.data());
    const auto length = static_cast<std::uint32_t>(quoted ? spare.fields[i].end - spare.fields[i].begin : value.size());
    block.text().append(value);
    block.end_field(columns_[i].item, begin, length);
  }
  block.end_record(row, false);
  return true;
}

std::optional<std::string_view> PlainRecords::sound_value(std::string_view row, std::size_t column,
                                                          CsvRow& spare) const {
  std::array<Value, kMostColumns> values;  // NOLINT(*-member-init): filled as far as it is read
  bool quoted = false;
  if (!find_sound(row, spare, values.data(), quoted)) return std::nullopt;
  return values[column].text();
}

bool PlainRecords::append(std::string_view row, CsvRow& spare, std::string& out) const {
  std::array<Value, kMostColumns> values;  // NOLINT(*-member-init): filled as far as it is read
  bool quoted = false;
  if (to_.kind == FileKind::fixed) {
    return columns_.size() <= kMostColumns && find_columns(row, spare, values.data(), quoted) &&
           append_fixed(values.data(), out);
  }
  if (!find_sound(row, spare, values.data(), quoted)) return false;
  append_row(row, values.data(), quoted, out);
  return true;
}

}  // namespace daicho
