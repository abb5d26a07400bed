// CSV rows to records, in order: rows of the file, columns by its header, values decoded and checked.
#include <optional>
#include <string>
#include <vector>

#include "formats/csv.hpp"
#include "formats/csv_file.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1024} * 1024;

class CsvReader : public RecordReader {
 public:
  CsvReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
            const TextOptions& text)
      : layout_(layout), findings_(findings), file_(layout, format, source, findings, text) {
    summary_.format = format;
    if (format.envelope == Envelope::control) envelope_.emplace(layout, format, source.name(), findings);
  }

  bool read(RecordBlock& block) override {
    block.clear();
    const std::uint64_t enough = file_.offset() + kBlockBytes;
    while (!ended_ && (block.empty() || file_.offset() < enough)) {
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
    for (const CsvField& field : row_.fields) file_.parser().read_cell(row, field, fields.emplace_back());
    envelope_->control(fields, {file_.offset(), file_.line(), row.bytes.file.size()});
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
  CsvFile file_;
  ReadSummary summary_;
  std::optional<EnvelopeChecker> envelope_;
  CsvRow row_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_csv_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                              FindingSink& findings, const TextOptions& text) {
  return std::make_unique<CsvReader>(layout, format, source, findings, text);
}

}  // namespace daicho
