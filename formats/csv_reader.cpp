// CSV rows to records, in order: rows of the file, columns by its header, values decoded and checked.
#include <optional>
#include <string>
#include <vector>

#include "formats/csv.hpp"
#include "formats/csv_file.hpp"
#include "formats/plain_records.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1024} * 1024;

class CsvReader : public RecordReader {
 public:
  CsvReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
            const TextOptions& text)
      : layout_(layout), findings_(findings), text_(text), file_(layout, format, source, findings, text) {
    summary_.format = format;
    if (format.envelope == Envelope::control) envelope_.emplace(layout, format, source.name(), findings);
  }

  bool read(RecordBlock& block) override {
    block.clear();
    if (file_.offset() >= kBlockBytes) learn();
    const std::uint64_t enough = file_.offset() + kBlockBytes;
    while (!ended_ && (block.empty() || file_.offset() < enough)) {
      if (plain_ && file_.next_line(row_) && plain_to_block(block)) continue;
      if (file_.next(row_)) {
        row_to_block(block);
      } else {
        end();
      }
    }
    summary_.bytes = file_.bytes_read();
    return !block.empty();
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  /// Behind the first mebibyte: in shorter files it would take longer than it saves.
  void learn() {
    if (learnt_) return;
    learnt_ = true;
    FormatSpec rows = default_format(FileKind::csv);
    rows.quote = Quote::all;  // all values may stand in them
    const FormatSpec& format = summary_.format;
    if (!PlainRecords::possible(layout_, format, rows)) return;
    plain_.emplace(PlainRecordsPlan{layout_, file_.columns(), format, text_, rows, text_, {}});
  }

  /// A row in which nothing is wrong, by its bytes; false where it has to be looked at closer.
  bool plain_to_block(RecordBlock& block) {
    if (row_.fault != CsvFault::none || row_.eol != summary_.format.eol) return false;
    const RecordPosition position{summary_.records + 1, file_.offset(), file_.line()};
    if (!plain_->read(file_.bytes(row_).text.substr(0, row_.length), position, spare_, block)) return false;
    ++summary_.records;
    file_.take(row_);
    return true;
  }

  void row_to_block(RecordBlock& block) {
    if (envelope_ && row_.fault == CsvFault::none && is_control_row()) {
      control_row();
      file_.take(row_);
      return;
    }
    file_.settle(row_);
    const RecordPosition position{++summary_.records, file_.offset(), file_.line()};
    const CsvRowInFile row{row_, file_.bytes(row_), position, findings_};
    const CsvRecordParser::Result result = file_.parser().parse(row, file_.columns(), block);
    if (result.bad) ++summary_.bad_records;
    summary_.duplicates += result.duplicates;
    if (envelope_) {
      const std::string_view key =
          !result.bad && layout_.key ? block[block.size() - 1][*layout_.key] : std::string_view();
      envelope_->data(row.bytes.file, key, !result.bad, {file_.offset(), file_.line(), 0});
    }
    file_.take(row_);
  }

  bool is_control_row() {
    std::string storage;
    return !row_.fields.empty() && csv_value(file_.bytes(row_).text, row_.fields[0], storage) != "2";
  }

  void control_row() {
    const CsvRowInFile row{row_, file_.bytes(row_), {0, file_.offset(), file_.line()}, findings_};
    file_.parser().report_row_faults(row);
    std::vector<std::string> fields;
    std::vector<EnvelopeBytes> places;
    for (const CsvField& field : row_.fields) {
      file_.parser().read_cell(row, field, fields.emplace_back());
      places.push_back({std::uint64_t{field.begin} * row.bytes.unit, std::uint64_t{field.end} * row.bytes.unit});
    }
    envelope_->control(fields, {file_.offset(), file_.line(), row.bytes.file.size(), places});
    summary_.envelope = envelope_->header();
  }

  void end() {
    ended_ = true;
    if (!envelope_ || !file_.columns().known) return;
    envelope_->finish({file_.offset(), file_.line(), 0});
    summary_.envelope = envelope_->header();
  }

  const Layout& layout_;
  FindingSink& findings_;
  const TextOptions text_;
  CsvFile file_;
  ReadSummary summary_;
  std::optional<EnvelopeChecker> envelope_;
  CsvRow row_;
  CsvRow spare_;
  std::optional<PlainRecords> plain_;
  bool learnt_ = false;  // whether there can be a `plain_` is known
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_csv_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                              FindingSink& findings, const TextOptions& text) {
  return std::make_unique<CsvReader>(layout, format, source, findings, text);
}

}  // namespace daicho
