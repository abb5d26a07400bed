#include "cli/record_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/record_window.hpp"
#include "cli/report.hpp"
#include "cli/shown_item.hpp"
#include "cli/terminal_style.hpp"
#include "cli/window_text.hpp"
#include "converters/check_digit.hpp"
#include "converters/utf8.hpp"
#include "formats/csv.hpp"
#include "formats/csv_framing.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

constexpr std::size_t kWindowColumns = 88;
constexpr std::size_t kNumberDigits = 12;  // of an 個人番号
constexpr std::size_t kMostSlip = 64;      // bytes; a record that differs by more was cut off, and did not slip

struct Row {
  std::string no;
  std::string id;
  std::string name;
  std::string bytes;
  std::string value;
  std::string hex;
};

std::string range_text(std::size_t begin, std::size_t length) {
  if (length == 0) return "-";
  return fmt::format("{}-{}", begin + 1, begin + length);
}

/// Bytes in hexadecimal, `**` for each byte of what is masked, but not for the blanks that fill a field, wherever they
/// slipped to: `fill` is that of N items where its bytes are no part of other characters, else empty.
std::string hex_of(std::string_view bytes, const std::vector<bool>& masked, std::string_view fill) {
  std::vector<bool> hidden = masked;
  for (const std::string_view blank : {fill, std::string_view(fill.empty() ? "" : " ")}) {
    for (std::size_t at = blank.empty() ? bytes.npos : bytes.find(blank); at != bytes.npos;
         at = bytes.find(blank, at)) {
      for (std::size_t i = 0; i < blank.size(); ++i) hidden[at + i] = false;
      at += blank.size();
    }
  }
  std::string hex;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!hex.empty()) hex += ' ';
    hex += hidden[i] ? "**" : fmt::format("{:02X}", static_cast<unsigned char>(bytes[i]));
  }
  return hex;
}

void trim(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

std::string table_text(const std::vector<Row>& rows) {
  std::size_t no = 0;
  std::size_t id = 0;
  std::size_t name = 0;
  std::size_t bytes = 0;
  for (const Row& row : rows) {
    no = std::max(no, display_width(row.no));
    id = std::max(id, row.id.size());
    name = std::max(name, display_width(row.name));
    bytes = std::max(bytes, display_width(row.bytes));
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line = std::string(no - display_width(row.no), ' ') + row.no + "  " + padded(row.id, id) + "  " +
                       padded(row.name, name) + "  " + padded(row.bytes, bytes) + "  " + row.value;
    trim(line);
    text += line + "\n";
    if (!row.hex.empty()) text += std::string(no + 2, ' ') + row.hex + "\n";
  }
  return text;
}

/// Makes one table.
class RecordTable {
 public:
  RecordTable(const RecordTableParts& parts, const RecordView& record)
      : parts_(parts),
        ja_(parts.language == Language::ja),
        record_(record),
        windows_(parts.layout, parts.format, parts.tables.text_options(parts.format.charset), parts.show_values) {}

  std::string text(const std::optional<std::vector<std::size_t>>& columns) {
    if (!record_.bad()) return table_text(item_rows());
    if (parts_.format.kind == FileKind::fixed) {
      return misfit_lines() + table_text(part_rows(windows_.fields_of(raw()))) + masked_line();
    }
    if (has_fields()) return table_text(item_rows());
    return table_text(part_rows(column_parts(columns))) + masked_line();
  }

 private:
  std::string_view raw() const { return record_.raw(); }

  Row heading() const {
    if (ja_) return {"項番", "ID", "項目", "バイト", "値", {}};
    return {"no", "id", "name", "bytes", "value", {}};
  }

  /// A row whose columns could be told apart has the fields that could be read.
  bool has_fields() const {
    for (std::size_t i = 0; i < record_.size(); ++i) {
      if (record_.field(i).raw_length > 0) return true;
    }
    return false;
  }

  std::string_view fill() const {
    const Charset charset = parts_.format.charset;
    return half_width_bytes(charset) == 1 && !is_ebcdic(charset) ? national_fill(charset) : std::string_view();
  }

  std::vector<Row> item_rows() const {
    std::vector<Row> rows{heading()};
    for (std::size_t i = 0; i < parts_.layout.items.size(); ++i) {
      const Item& item = parts_.layout.items[i];
      const FieldSpan& field = record_.field(i);
      Row row = row_of(item, field.raw_begin, field.raw_length);
      row.value = shown_item(item, record_[i], parts_.show_values);
      if (parts_.hex && field.raw_length > 0) {
        const std::vector<bool> masked(field.raw_length, hidden(item, parts_.show_values));
        row.hex = hex_of(raw().substr(field.raw_begin, field.raw_length), masked, fill());
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  static Row row_of(const Item& item, std::size_t begin, std::size_t length) {
    return {std::to_string(item.no), item.id, item.name, range_text(begin, length), {}, {}};
  }

  // --- records that could not be read

  std::string masked_line() const {
    if (parts_.show_values) return {};
    return ja_ ? "個人に関わる値かもしれないものは * で伏せています（--show-values で表示します）\n"
               : "what may be somebody's is masked with *; --show-values shows it\n";
  }

  std::size_t due_bytes() const {
    const FixedPlan plan(parts_.layout, parts_.format.charset);
    return plan.record_bytes() + (parts_.format.envelope == Envelope::control ? plan.unit() : 0);
  }

  /// How long the record is to be, where it stops fitting, and the window of that place.
  std::string misfit_lines() const {
    const std::size_t due = due_bytes();
    if (due == raw().size()) return {};
    std::string text =
        ja_ ? fmt::format("レイアウトの長さは {} バイトです", due) : fmt::format("the layout has {} bytes", due);
    const auto misfit = windows_.first_misfit(raw());
    if (!misfit) return text + "\n";
    const std::string& name = parts_.layout.items[*misfit].name;
    text += ja_ ? fmt::format("。先頭から読むと、項目「{}」で合わなくなります\n", name)
                : fmt::format("; read from its beginning, the record stops fitting in item {}\n", name);
    Finding finding;
    finding.code = code::kRecordLength;
    finding.byte_first = 1;
    finding.byte_last = static_cast<std::uint32_t>(raw().size());
    const bool shown = parts_.show_values && !carries_number();  // 個人番号 may have slipped into the window
    const WindowMaker window(parts_.layout, parts_.format, parts_.tables.text_options(parts_.format.charset), shown);
    for (const std::string& line : window_lines(window.around(finding, raw(), kWindowColumns), TerminalStyle(false))) {
      text += "    | " + line + "\n";
    }
    return text;
  }

  /// The columns of a row, and what of it lies in none; the whole row where its charset is no superset of ASCII.
  std::vector<RecordPart> column_parts(const std::optional<std::vector<std::size_t>>& columns) const {
    std::vector<RecordPart> parts;
    std::size_t end = 0;
    if (parts_.format.kind == FileKind::csv && !CsvFraming::needed(parts_.format.charset) && !raw().empty()) {
      CsvRow row;
      scan_csv_row(raw(), true, parts_.format.quote, row);
      const bool known = columns && row.fault == CsvFault::none;
      for (const CsvField& field : row.fields) {
        const std::size_t at = parts.size();
        const std::size_t item = known && at < columns->size() ? (*columns)[at] : kNoItem;
        parts.push_back(
            {item, field.begin, field.end - field.begin, true, windows_.cells_of(raw(), field.begin, field.end)});
        end = field.end;
      }
    }
    if (end < raw().size())
      parts.push_back({kNoItem, end, raw().size() - end, false, windows_.cells_of(raw(), end, raw().size())});
    return parts;
  }

  std::vector<Row> part_rows(std::vector<RecordPart> parts) const {
    hide_numbers(parts);
    std::vector<Row> rows{heading()};
    const bool columns = parts_.format.kind != FileKind::fixed;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const RecordPart& part = parts[i];
      Row row = part.item == kNoItem ? Row{} : row_of(parts_.layout.items[part.item], part.begin, part.bytes);
      row.bytes = range_text(part.begin, part.bytes);
      if (columns) row.no = std::to_string(i + 1);
      if (part.item == kNoItem) row.name = nameless(columns && part.fits);
      for (const WindowCell& cell : part.cells) row.value += cell.shown;
      while (row.value.ends_with("\u3000") || row.value.ends_with(" ")) {
        row.value.resize(row.value.size() - (row.value.ends_with(" ") ? 1 : 3));
      }
      if (!part.fits && part.item != kNoItem) row.value += ja_ ? "  ← 合いません" : "  <- does not fit";
      if (parts_.hex) row.hex = hex_of(raw().substr(part.begin, part.bytes), masks(part), fill());
      rows.push_back(std::move(row));
    }
    if (columns) rows[0].no = ja_ ? "列" : "column";
    return rows;
  }

  std::string nameless(bool column) const {
    if (column) return ja_ ? "（項目は決まりません）" : "(of no item for sure)";
    return ja_ ? "（最後の項目のあと）" : "(behind the last item)";
  }

  static std::vector<bool> masks(const RecordPart& part) {
    std::vector<bool> masked(part.bytes, false);
    for (const WindowCell& cell : part.cells) {
      for (std::size_t i = 0; i < cell.bytes; ++i) masked[cell.begin - part.begin + i] = cell.masked;
    }
    return masked;
  }

  /// 個人番号 is never shown: neither where its item is due, nor so many bytes around as the record slipped, nor
  /// wherever twelve digits that slipped are one.
  void hide_numbers(std::vector<RecordPart>& parts) const {
    if (!carries_number()) return;
    const std::size_t slip = slipped_bytes();
    std::vector<WindowCell*> slipped;
    std::size_t first = raw().size();
    std::size_t last = 0;
    for (RecordPart& part : parts) {
      if (part.item != kNoItem && parts_.layout.items[part.item].privacy == Privacy::individual_no) {
        first = part.begin > slip ? part.begin - slip : 0;
        last = part.begin + part.bytes + slip;
      }
      if (part.fits && part.item != kNoItem && slipped.empty() && parts_.format.kind == FileKind::fixed) continue;
      for (WindowCell& cell : part.cells) slipped.push_back(&cell);
    }
    for (RecordPart& part : parts) {
      for (WindowCell& cell : part.cells) {
        if (cell.begin + cell.bytes > first && cell.begin < last) hide(cell);
      }
    }
    hide_digits(slipped);
  }

  bool carries_number() const {
    return std::any_of(parts_.layout.items.begin(), parts_.layout.items.end(),
                       [](const Item& item) { return item.privacy == Privacy::individual_no; });
  }

  /// By how many bytes fields may stand elsewhere; 0 where the record was cut off.
  std::size_t slipped_bytes() const {
    if (parts_.format.kind != FileKind::fixed) return 0;
    const std::size_t due = due_bytes();
    const std::size_t difference = due > raw().size() ? due - raw().size() : raw().size() - due;
    return difference > kMostSlip ? 0 : difference;
  }

  /// Hides each twelve digits in a row that are an 個人番号 by their check digit.
  static void hide_digits(const std::vector<WindowCell*>& cells) {
    std::string digits;
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& shown = cells[i]->shown;
      const bool digit = shown.size() == 1 && shown[0] >= '0' && shown[0] <= '9';
      if (digit) {
        digits += shown;
      } else {
        digits.clear();
      }
      if (digits.size() < kNumberDigits) continue;
      const std::string_view number = std::string_view(digits).substr(digits.size() - kNumberDigits);
      if (check_digit_valid(CheckDigit::individual_no, number)) ends.push_back(i);
    }
    for (const std::size_t end : ends) {
      for (std::size_t back = 0; back < kNumberDigits; ++back) hide(*cells[end - back]);
    }
  }

  static void hide(WindowCell& cell) {
    cell.masked = true;
    if (cell.shown == " " || cell.shown == "\u3000") return;
    cell.shown = cell.columns == 2 ? "＊" : "*";
  }

  const RecordTableParts& parts_;
  const bool ja_;
  const RecordView& record_;
  const WindowMaker windows_;
};

}  // namespace

std::optional<std::vector<std::size_t>> column_items(const RecordView& record) {
  if (record.bad()) return std::nullopt;
  std::vector<std::size_t> items;
  std::size_t nowhere = 0;  // the first column where it is empty, and what the file lacks
  for (std::size_t i = 0; i < record.size(); ++i) {
    items.push_back(i);
    if (record.field(i).raw_begin == 0 && record.field(i).raw_length == 0) ++nowhere;
  }
  if (nowhere > 1) return std::nullopt;
  std::stable_sort(items.begin(), items.end(),
                   [&](std::size_t a, std::size_t b) { return record.field(a).raw_begin < record.field(b).raw_begin; });
  return items;
}

std::string record_table(const RecordTableParts& parts, const RecordView& record,
                         const std::optional<std::vector<std::size_t>>& columns) {
  return RecordTable(parts, record).text(columns);
}

}  // namespace daicho
