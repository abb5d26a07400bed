#include "cli/record_window.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/printable_text.hpp"
#include "converters/utf8.hpp"
#include "formats/csv_framing.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_field.hpp"
#include "formats/value_check.hpp"
#include "formats/value_privacy.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostBytesOfCharacter = 8;  // two UTF-16 surrogate pairs, a long EUC code: more than any needs
constexpr std::size_t kBytesForColumn = 3;        // a character of one column takes no more in any charset
constexpr std::string_view kPunctuation = ",\"{}:";

/// A character of the same width that tells nothing; blanks stay, and so do escapes, which are nobody's, and what
/// separates the values of a line.
std::string mask(const std::string& shown, bool line) {
  if (shown == " " || shown == "\u3000" || shown.starts_with("\\u{")) return shown;
  if (line && shown.size() == 1 && kPunctuation.find(shown[0]) != std::string_view::npos) return shown;
  const std::size_t columns = display_width(shown);
  if (columns == 2) return "＊";
  return columns == 0 ? std::string() : std::string("*");
}

/// One step of decoding: a character, or bytes that are none.
struct Step {
  std::size_t bytes = 1;
  bool broken = false;
  std::string text;
};

/// The first character of `bytes`. Decodes ever longer pieces, for no conversion tells where its characters began.
Step first_character(Charset charset, std::string_view bytes, TextOptions options, TextState& state) {
  const std::size_t unit = half_width_bytes(charset);
  std::size_t length = std::min(unit, bytes.size());
  for (;;) {
    Step step;
    TextState next = state;
    options.state = &next;
    const Conversion done = decode(charset, bytes.substr(0, length), step.text, options);
    if (done.error == TextError::none) {
      step.bytes = length;
      state = next;
      return step;
    }
    const bool goes_on = done.error == TextError::truncated && length < bytes.size() && length < kMostBytesOfCharacter;
    if (!goes_on) {
      step.text.clear();
      step.broken = true;
      step.bytes = std::clamp<std::size_t>(done.input_used + done.error_length, 1, bytes.size());
      return step;
    }
    length = std::min(length + unit, bytes.size());
  }
}

/// Whether a record is meant of which some bytes were lost, added or cut off.
bool is_about_length(const Finding& finding) {
  return finding.code == code::kRecordLength || finding.code == code::kPartialRecord;
}

/// The cells that fit, with the fault inside and some of the record before it.
RecordWindow cut(std::vector<WindowCell> cells, std::size_t columns) {
  RecordWindow window;
  if (cells.empty()) return window;
  const auto fault = std::find_if(cells.begin(), cells.end(), [](const WindowCell& cell) { return cell.fault; });
  auto anchor = static_cast<std::size_t>(fault - cells.begin());
  if (anchor == cells.size()) anchor = 0;
  std::size_t fault_columns = 0;
  for (std::size_t i = anchor; i < cells.size() && cells[i].fault; ++i) fault_columns += cells[i].columns;
  const std::size_t context = columns > fault_columns ? (columns - fault_columns) / 2 : 0;
  std::size_t first = anchor;
  std::size_t used = 0;
  const std::size_t before = std::max(context, columns / 8);
  while (first > 0 && used + cells[first - 1].columns <= before) used += cells[--first].columns;
  std::size_t last = anchor;
  while (last < cells.size() && used + cells[last].columns <= columns) used += cells[last++].columns;
  while (first > 0 && used + cells[first - 1].columns <= columns) used += cells[--first].columns;
  window.cut_before = cells[first].begin > 0;
  window.cells.assign(std::make_move_iterator(cells.begin() + static_cast<std::ptrdiff_t>(first)),
                      std::make_move_iterator(cells.begin() + static_cast<std::ptrdiff_t>(last)));
  return window;
}

}  // namespace

WindowMaker::WindowMaker(const Layout& layout, const FormatSpec& format, const TextOptions& text, bool show_values)
    : layout_(layout),
      format_(format),
      text_(text),
      show_values_(show_values),
      class_bytes_(format.envelope == Envelope::control ? half_width_bytes(format.charset) : 0) {
  if (format.kind == FileKind::fixed) plan_.emplace_back(layout, format.charset, text);
}

RecordWindow WindowMaker::around(const Finding& finding, std::string_view record, std::size_t columns) const {
  const FaultPlace place = shown_place(finding, record);
  if (place.first == 0 || record.empty()) return {};
  const std::size_t reach = columns * kBytesForColumn;
  const std::size_t from = place.first > reach ? place.first - reach : 0;
  const std::size_t to = std::min(record.size(), std::min(place.last, place.first + reach) + reach);
  std::vector<WindowCell> cells;
  for (const Segment& segment : segments(finding, record, from, to)) add_cells(segment, record, cells);
  if (place.last > record.size()) {  // the line end: behind the last byte
    cells.push_back({.begin = record.size(), .bytes = 0, .shown = " ", .columns = 1});
  }
  for (WindowCell& cell : cells) {
    const std::size_t last = cell.begin + std::max<std::size_t>(cell.bytes, 1);
    cell.fault = cell.begin < place.last && last >= place.first;
    cell.field = cell.begin < finding.byte_last && last >= finding.byte_first;
  }
  RecordWindow window = cut(std::move(cells), columns);
  if (!window.empty()) {
    window.cut_behind = window.cells.back().begin + window.cells.back().bytes < record.size();
  }
  return window;
}

std::vector<WindowMaker::Segment> WindowMaker::segments(const Finding& finding, std::string_view record,
                                                        std::size_t from, std::size_t to) const {
  const bool sliced = !plan_.empty() && record.size() == class_bytes_ + plan_[0].record_bytes();
  if (sliced) return fields(record, from, to);
  const bool known = finding.item < layout_.items.size() && plan_.empty();
  const std::size_t begin = known ? std::min<std::size_t>(finding.byte_first - 1, record.size()) : 0;
  const std::size_t end = known ? std::min<std::size_t>(finding.byte_last, record.size()) : 0;
  std::vector<Segment> result;
  const std::size_t start = start_of_text(record, std::min(from, begin));
  if (start < begin) result.push_back({start, begin, &text_, !show_values_});
  if (begin < end) {
    // The bytes may hold more than the value tells, where that is empty.
    const bool open = !finding.value.empty() && may_show(layout_.items[finding.item], finding.value);
    result.push_back({begin, std::min(end, to), &text_, !open && !show_values_});
  }
  if (std::max(end, start) < to) result.push_back({std::max(end, start), to, &text_, !show_values_});
  return result;
}

std::vector<WindowMaker::Segment> WindowMaker::fields(std::string_view record, std::size_t from, std::size_t to) const {
  std::vector<Segment> result;
  const FixedPlan& plan = plan_[0];
  if (from < class_bytes_) result.push_back({0, class_bytes_, &plan.text(PictureClass::digits), false});
  for (std::size_t item = 0; item < plan.fields().size(); ++item) {
    const FixedField& field = plan.fields()[item];
    const std::size_t begin = class_bytes_ + field.offset;
    if (begin + field.bytes <= from || begin >= to) continue;
    const bool masked = !show_values_ && !may_show_field(item, record.substr(begin, field.bytes));
    result.push_back({begin, begin + field.bytes, &plan.text(field.cls), masked});
  }
  return result;
}

std::vector<RecordPart> WindowMaker::fields_of(std::string_view record) const {
  std::vector<RecordPart> parts;
  if (plan_.empty()) return parts;
  const std::size_t sure = first_misfit(record).value_or(layout_.items.size());
  std::size_t end = std::min(class_bytes_, record.size());
  for (std::size_t item = 0; item < plan_[0].fields().size() && end < record.size(); ++item) {
    const FixedField& field = plan_[0].fields()[item];
    RecordPart part{item, class_bytes_ + field.offset, field.bytes, false, {}};
    part.bytes = std::min(part.bytes, record.size() - part.begin);
    const std::string_view bytes = record.substr(part.begin, part.bytes);
    part.fits = part.bytes == field.bytes && fits(item, bytes);
    const bool masked = !show_values_ && (item >= sure || !may_show_field(item, bytes));
    end = part.begin + part.bytes;
    add_cells({part.begin, end, &plan_[0].text(field.cls), masked}, record, part.cells);
    parts.push_back(std::move(part));
  }
  if (end < record.size()) {
    parts.push_back({kNoItem, end, record.size() - end, false, cells_of(record, end, record.size())});
  }
  return parts;
}

std::optional<std::string> WindowMaker::sure_value(std::string_view record, std::size_t item) const {
  if (plan_.empty()) return std::nullopt;
  const auto misfit = first_misfit(record);
  const FixedField& field = plan_[0].fields()[item];
  const std::size_t begin = class_bytes_ + field.offset;
  if ((misfit && *misfit <= item) || begin + field.bytes > record.size()) return std::nullopt;
  const std::string_view bytes = record.substr(begin, field.bytes);
  if (!fits(item, bytes)) return std::nullopt;
  std::string value;
  read_fixed_field(plan_[0], field, bytes, value);
  return value;
}

std::vector<WindowCell> WindowMaker::cells_of(std::string_view record, std::size_t begin, std::size_t end) const {
  std::vector<WindowCell> cells;
  add_cells({begin, end, &text_, !show_values_}, record, cells);
  return cells;
}

/// Data that slipped may stand in any field, the faulty one above all.
bool WindowMaker::may_show_field(std::size_t item, std::string_view bytes) const {
  if (layout_.items[item].privacy != Privacy::open) return false;
  std::string value;
  const FixedField& field = plan_[0].fields()[item];
  const FieldResult read = read_fixed_field(plan_[0], field, bytes, value);
  if (read.fault == FieldFault::none || read.fault == FieldFault::half_width_blank) {
    return may_show(layout_.items[item], value);
  }
  value.clear();
  if (decode(format_.charset, bytes, value, plan_[0].text(field.cls)).error != TextError::none) return false;
  return may_show(layout_.items[item], value);
}

/// Whether bytes are what a field of the item may hold.
bool WindowMaker::fits(std::size_t item, std::string_view bytes) const {
  std::string value;
  const FieldResult read = read_fixed_field(plan_[0], plan_[0].fields()[item], bytes, value);
  if (read.fault != FieldFault::none && read.fault != FieldFault::half_width_blank) return false;
  return !check_value(layout_.items[item], value, WidthRule::field);
}

std::optional<std::size_t> WindowMaker::first_misfit(std::string_view record) const {
  if (plan_.empty() || record.empty() || record.size() == class_bytes_ + plan_[0].record_bytes()) return std::nullopt;
  for (std::size_t item = 0; item < plan_[0].fields().size(); ++item) {
    const FixedField& field = plan_[0].fields()[item];
    const std::size_t begin = class_bytes_ + field.offset;
    if (begin + field.bytes > record.size() || !fits(item, record.substr(begin, field.bytes))) return item;
  }
  return std::nullopt;
}

FaultPlace WindowMaker::shown_place(const Finding& finding, std::string_view record) const {
  const auto misfit = is_about_length(finding) ? first_misfit(record) : std::nullopt;
  if (!misfit) return fault_place(finding);
  const FixedField& field = plan_[0].fields()[*misfit];
  const std::size_t begin = class_bytes_ + field.offset;
  return {std::min(begin, record.size() - 1) + 1, std::min(begin + field.bytes, record.size())};
}

std::optional<Finding> WindowMaker::with_misfit(const Finding& finding, std::string_view record) const {
  if (!is_about_length(finding)) return std::nullopt;
  const auto misfit = first_misfit(record);
  if (!misfit) return std::nullopt;
  Finding told = finding;
  told.args.emplace_back("misfit", layout_.items[*misfit].name);
  return told;
}

/// A place at or before `before` where decoding may begin: the record's first byte, or behind a comma.
std::size_t WindowMaker::start_of_text(std::string_view record, std::size_t before) const {
  if (before == 0 || format_.kind == FileKind::fixed) return 0;
  if (!CsvFraming::needed(format_.charset)) {
    const std::size_t comma = record.substr(0, before).rfind(',');
    return comma == std::string_view::npos ? 0 : comma + 1;
  }
  const std::size_t unit = half_width_bytes(format_.charset);
  if (unit == 1) return 0;  // a text that shifts must be read from its beginning
  return before / unit * unit;
}

void WindowMaker::add_cells(const Segment& segment, std::string_view record, std::vector<WindowCell>& cells) const {
  TextState state;
  const bool line = plan_.empty();
  for (std::size_t at = segment.begin; at < segment.end;) {
    const std::string_view rest = record.substr(at, segment.end - at);
    Step step = first_character(format_.charset, rest, *segment.text, state);
    const std::size_t cells_of_step = step.broken ? step.bytes : 1;
    for (std::size_t i = 0; i < cells_of_step; ++i) {
      WindowCell cell;
      cell.begin = at + i;
      cell.bytes = step.broken ? 1 : step.bytes;
      cell.broken = step.broken;
      cell.masked = segment.masked;
      if (step.broken && segment.masked) {
        cell.shown = "*";
      } else if (step.text.empty()) {  // broken, or a shift code
        cell.shown = fmt::format("\\x{:02X}", static_cast<unsigned char>(rest[i]));
      } else {
        cell.shown = segment.masked ? mask(printable(step.text), line) : printable(step.text);
      }
      cell.columns = display_width(cell.shown);
      cells.push_back(std::move(cell));
    }
    at += step.bytes;
  }
}

}  // namespace daicho
