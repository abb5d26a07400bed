#include "formats/plain_rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "converters/byte_words.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostItems = 192;        // where their values lie stands on the stack
constexpr std::size_t kMostFieldBytes = 4096;  // what is written anew of a UTF-8 field stands there, too

Charset walked_charset(Charset charset) { return charset == Charset::utf8 ? Charset::utf16le : charset; }

/// A value's place; left without initializers, so that a record's worth of them costs nothing before they are set.
struct Value {
  const char* begin;
  std::size_t bytes;
};

/// Writes a value and answers where it ends.
inline char* put(char* out, std::string_view value) {
  copy_short(out, value.data(), value.size());
  return out + value.size();
}

bool all_flags(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '0' || c == '1'; });
}

bool has_comma_or_quote(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == ',' || c == '"'; });
}

}  // namespace

bool PlainRows::possible(const Layout& layout, Charset from, const FormatSpec& to) {
  return (from == Charset::cp932 || from == Charset::utf8) && to.kind == FileKind::csv && to.quote != Quote::none &&
         to.envelope == Envelope::none && layout.items.size() <= kMostItems;
}

PlainRows::PlainRows(const Layout& layout, Charset from, const FormatSpec& to, const std::vector<std::size_t>& items,
                     const TextOptions& text)
    : charset_(from),
      record_bytes_(layout.record_bytes(from)),
      quote_all_(to.quote == Quote::all),
      line_end_(to.eol == LineEnd::lf ? "\n" : "\r\n"),
      gaiji_(layout.gaiji),
      classes_(walked_charset(from), gaiji_, text),
      walk_(walked_charset(from), classes_, gaiji_, text.gaiji != nullptr),
      fill_(load16(national_fill(from).data())),
      order_(items) {
  const FixedPlan plan(layout, from);
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const Item& item = layout.items[i];
    const FixedField& place = plan.fields()[i];
    fields_.push_back({place.offset, place.bytes, place.cls, UnitClasses::of_kind(item.kind), item.picture.length,
                       item.kind == Kind::flag, place.absent_is_zeros});
  }
  if (order_.empty()) {
    order_.resize(fields_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }
  room_ = line_end_.size();
  for (const std::size_t item : order_) room_ += fields_[item].bytes + 3;  // two quotes, a comma
}

/// A full-width field. UTF-8 is walked over as UTF-16, because its classes are those of code units.
bool PlainRows::find_national(const Field& field, std::string_view bytes, std::string_view& value) const {
  SeenField seen;  // NOLINT(*-member-init): set by the walk
  if (charset_ != Charset::utf8) {
    value = bytes.substr(0, length_before_fill(bytes, fill_));
    return value.empty() || walk_.walk(value, field.kind_class, seen);
  }
  const auto length = length_before_utf8_fill(bytes);
  if (!length || *length > kMostFieldBytes) return false;
  value = bytes.substr(0, *length);
  if (value.empty()) return true;
  std::array<char, kMostFieldBytes> units;  // NOLINT(*-member-init): filled as far as it is read
  const auto widened = widen_utf8(value, units.data());
  return widened && *widened <= std::size_t{2} * field.positions &&
         walk_.walk({units.data(), *widened}, field.kind_class, seen);
}

/// Where a field's value lies, empty for an absent one. False where it may not be right, or not stand in a row as it
/// stands here.
bool PlainRows::find_value(const Field& field, std::string_view bytes, std::string_view& value) const {
  if (field.cls == PictureClass::national) return find_national(field, bytes, value);
  if (field.cls == PictureClass::text) {
    value = bytes.substr(0, length_before_spaces(bytes));
    return all_printable(value) && !has_comma_or_quote(value);
  }
  if (bytes.front() == ' ') {
    value = {};
    return !field.absent_is_zeros && length_before_spaces(bytes) == 0;
  }
  value = bytes;
  if (!all_digits(bytes)) return false;
  if (field.flag) return all_flags(bytes);
  if (field.absent_is_zeros && is_zeros(bytes)) value = {};
  return true;
}

bool PlainRows::sound(std::string_view record) const {
  if (record.size() != record_bytes_) return false;
  std::string_view value;
  return std::all_of(fields_.begin(), fields_.end(), [&](const Field& field) {
    return find_value(field, {record.data() + field.offset, field.bytes}, value);
  });
}

char* PlainRows::append(std::string_view record, char* out) const {
  if (record.size() != record_bytes_) return nullptr;
  std::array<Value, kMostItems> values;  // NOLINT(*-member-init): filled as far as it is read
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Field& field = fields_[i];
    std::string_view value;
    if (!find_value(field, {record.data() + field.offset, field.bytes}, value)) return nullptr;
    values[i] = {value.data(), value.size()};
  }
  for (const std::size_t item : order_) {
    if (quote_all_) *out++ = '"';
    out = put(out, {values[item].begin, values[item].bytes});
    if (quote_all_) *out++ = '"';
    *out++ = ',';
  }
  return put(out - 1, line_end_);  // in place of the last comma
}

}  // namespace daicho
