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

constexpr std::uint8_t kTriple = 128;                    // a character of three bytes
constexpr std::string_view kWideSpace = "\xE3\x80\x80";  // U+3000

bool is_utf8_csv(const FormatSpec& format) {
  return format.kind == FileKind::csv && format.charset == Charset::utf8 && format.envelope == Envelope::none;
}

constexpr std::size_t kBlock = 64;  // bytes

/// What stands in a block of bytes: a bit for each comma, and whether there is something that only the row scanner
/// understands.
struct BlockMarks {
  std::uint64_t commas = 0;
  bool odd = false;
};

BlockMarks marks_of(const char* block) {
  BlockMarks marks;
#ifdef __SSE2__
  __m128i odd = _mm_setzero_si128();
  for (std::size_t at = 0; at < kBlock; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + at));
    const auto where = [&](char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); };
    odd = _mm_or_si128(_mm_or_si128(odd, where('"')), _mm_or_si128(where('\r'), where('\n')));
    marks.commas |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(where(',')))} << at;
  }
  marks.odd = _mm_movemask_epi8(odd) != 0;
#else
  for (std::size_t at = 0; at < kBlock; ++at) {
    marks.commas |= std::uint64_t{block[at] == ','} << at;
    marks.odd = marks.odd || block[at] == '"' || block[at] == '\r' || block[at] == '\n';
  }
#endif
  return marks;
}

/// Calls `use(begin of the block, its commas)` for each block of a row until it answers no. False then, and where
/// something stands in the row that only the row scanner understands.
template <class Use>
bool for_each_block(std::string_view row, Use use) {
  char rest[kBlock];
  for (std::size_t at = 0; at < row.size(); at += kBlock) {
    const char* bytes = row.data() + at;
    if (row.size() - at < kBlock) {
      std::memset(rest, 0, kBlock);
      std::memcpy(rest, bytes, row.size() - at);
      bytes = rest;
    }
    const BlockMarks marks = marks_of(bytes);
    if (marks.odd || !use(row.data() + at, marks.commas)) return false;
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

std::string_view PlainRecords::Values::in(std::size_t column) const {
  const auto found = std::find_if(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count),
                                  [column](const Value& value) { return value.column == column; });
  return found == values.begin() + static_cast<std::ptrdiff_t>(count) ? std::string_view() : found->text();
}

/// Splits a row into the values of its columns. False where their number is another one, or the quoting asks for more.
bool PlainRecords::find_values(std::string_view row, CsvRow& spare, Values& values) const {
  const std::size_t count = columns_.size();
  if (row.empty() || count > kMostColumns) return false;
  const char* begin = row.data();
  std::uint32_t column = 0;
  Value* next = values.values.data();
  const auto take = [&](const char* until) {
    const auto bytes = static_cast<std::uint32_t>(until - begin);
    *next = {begin, bytes, column};
    next += bytes != 0 ? 1 : 0;  // no branch: which values are empty cannot be foreseen
  };
  const bool plain = for_each_block(row, [&](const char* block, std::uint64_t commas) {
    for (; commas != 0; commas &= commas - 1, ++column) {
      const char* const comma = block + std::countr_zero(commas);
      take(comma);
      begin = comma + 1;
    }
    return column < count;
  });
  if (plain) {
    take(row.data() + row.size());
    values.count = static_cast<std::size_t>(next - values.values.data());
    return column + 1 == count;
  }
  if (column >= count) return false;
  values.quoted = true;
  if (scan_csv_row(row, true, quote_, spare) != CsvScan::row) return false;
  if (spare.fault != CsvFault::none || spare.length != row.size() || spare.fields.size() != count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (spare.fields[i].escaped) return false;
    const CsvContent content = csv_content(row, spare.fields[i]);
    if (content.end != content.begin) values.add(row.data() + content.begin, content.end - content.begin, i);
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

bool PlainRecords::append_fixed(const Values& values, std::string& out) const {
  const std::size_t begin = out.size();
  out += empty_record_;
  for (const Value& value : values.all()) {
    const Column& column = columns_[value.column];
    if (column.item == kNoItem) continue;
    if (!put_field(column, value.text(), out.data() + begin)) {
      out.resize(begin);
      return false;
    }
  }
  return true;
}

/// Whether all values are surely right; of a quoted row, as values that need no quotes.
bool PlainRecords::values_fit(const Values& values) const {
  for (const Value& value : values.all()) {
    const Column& column = columns_[value.column];
    if (column.item == kNoItem) continue;
    if (column.cls == PictureClass::national) {
      if (!characters_fit(column, value.text())) return false;
    } else if (!fits(column, value.text()) ||
               (values.quoted && value.text().find_first_of(",\"") != std::string_view::npos)) {
      return false;
    }
  }
  return true;
}

void PlainRecords::append_row(std::string_view row, const Values& values, std::string& out) const {
  if (as_they_stand_ && !values.quoted) {
    out.append(row).append(made_line_end_);
    return;
  }
  std::array<std::string_view, kMostColumns> of_columns{};
  for (const Value& value : values.all()) of_columns[value.column] = value.text();
  const std::string_view mark = to_.quote == Quote::all ? "\"" : "";
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i != 0) out += ',';
    out += mark;
    if (order_[i] != kNoItem) out += of_columns[order_[i]];
    out += mark;
  }
  out += made_line_end_;
}

/// The values of a row, if all of them are surely right.
bool PlainRecords::find_sound(std::string_view row, CsvRow& spare, Values& values) const {
  return find_values(row, spare, values) && values_fit(values);
}

bool PlainRecords::read(std::string_view row, const RecordPosition& position, CsvRow& spare, RecordBlock& block) const {
  Values values;
  if (!find_sound(row, spare, values)) return false;
  block.begin_record(position);
  std::size_t next = 0;
  std::size_t place = 0;  // of the value at hand in a row without quotes
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool empty = next == values.count || values.values[next].column != i;
    const std::string_view value = empty ? std::string_view() : values.values[next++].text();
    std::size_t begin = place;
    std::size_t length = value.size();
    place += length + 1;
    if (columns_[i].item == kNoItem) continue;
    if (values.quoted) {
      begin = spare.fields[i].begin;
      length = spare.fields[i].end - begin;
    }
    block.text().append(value);
    block.end_field(columns_[i].item, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length));
  }
  block.end_record(row, false);
  return true;
}

std::optional<std::string_view> PlainRecords::value(std::string_view row, std::size_t column, CsvRow& spare) const {
  const char* begin = row.data();
  const char* end = row.data() + row.size();
  std::size_t commas_before = 0;
  // What stands behind the value need not be looked at.
  const bool whole = for_each_block(row, [&](const char* block, std::uint64_t commas) {
    for (; commas != 0; commas &= commas - 1, ++commas_before) {
      const char* const comma = block + std::countr_zero(commas);
      if (commas_before == column) {
        end = comma;
        return false;
      }
      begin = comma + 1;
    }
    return true;
  });
  const bool cut_off = end != row.data() + row.size();
  if (cut_off || (whole && commas_before == column))
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
  Values values;
  if (!find_values(row, spare, values)) return std::nullopt;
  return values.in(column);
}

std::optional<std::string_view> PlainRecords::sound_value(std::string_view row, std::size_t column,
                                                          CsvRow& spare) const {
  Values values;
  if (!find_sound(row, spare, values)) return std::nullopt;
  return values.in(column);
}

bool PlainRecords::append(std::string_view row, CsvRow& spare, std::string& out) const {
  Values values;
  if (to_.kind == FileKind::fixed) return find_values(row, spare, values) && append_fixed(values, out);
  if (!find_sound(row, spare, values)) return false;
  append_row(row, values, out);
  return true;
}

}  // namespace daicho
