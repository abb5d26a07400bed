#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "cli/command.hpp"
#include "cli/format_options.hpp"
#include "cli/report.hpp"
#include "cli/shown_item.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"inspect", "show one record as a table, item by item",
                        "inspect --layout LAYOUT [--from SPEC] [--record N] [--hex] FILE",
                        "# what stands in the 37th record, and in which bytes\n"
                        "daicho inspect --layout juki --record 37 --hex juki.dat"};

/// Findings of one record (and of the file as a whole), the others are somebody else's concern here.
class RecordFindings : public FindingSink {
 public:
  RecordFindings(FindingReport& report, std::uint64_t record) : report_(report), record_(record) {}
  void add(Finding finding) override {
    if (finding.record == 0 || finding.record == record_) report_.add(std::move(finding));
  }

 private:
  FindingReport& report_;
  std::uint64_t record_;
};

std::string bytes_of(const FieldSpan& field) {
  if (field.raw_length == 0) return "-";
  return fmt::format("{}-{}", field.raw_begin + 1, field.raw_begin + field.raw_length);
}

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(c));
  return hex;
}

struct Row {
  std::string no;
  std::string id;
  std::string name;
  std::string bytes;
  std::string value;
  std::string hex;
};

class Inspect : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    input_.declare(options);
    auto add = options.add_options();
    add("record", po::value(&record_)->value_name("N"), "which record, from 1 (default: 1)");
    add("hex", po::bool_switch(&hex_), "show each field's bytes, too");
    operands = {"FILE"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    file_ = operands[0];
    input_.accept();
    if (record_ == 0) throw UsageError("--record counts from 1");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const std::shared_ptr<const Layout> layout = catalog.layout(input_.layout);
    const FindingTexts texts(catalog);
    FindingReport report(texts, global, std::cerr);
    RecordFindings findings(report, record_);
    const CharacterTables tables(catalog, input_.characters.files());
    input_.tables = &tables;
    RecordInput input = open_records(file_, input_, *layout, findings, report);
    RecordBlock block(layout->items.size());
    std::uint64_t seen = 0;
    while (input.reader->read(block)) {
      if (seen + block.size() >= record_) {
        show(*layout, block[record_ - seen - 1], global);
        report.finish();
        return report.errors() > 0 ? ExitStatus::findings : ExitStatus::done;
      }
      seen += block.size();
    }
    report.finish();
    throw UsageError(fmt::format("{} has no record {}: it has {}", file_, record_, grouped(seen)));
  }

 private:
  void show(const Layout& layout, const RecordView& record, const GlobalOptions& global) const {
    const RecordPosition& position = record.position();
    std::cout << fmt::format("{}: record {} of {}, offset {}, {} bytes", file_, position.number, layout.id,
                             position.offset, record.raw().size());
    if (position.line != 0) std::cout << fmt::format(", line {}", position.line);
    std::cout << (record.bad() ? ", not readable\n" : "\n");
    print(rows_of(layout, record, global));
  }

  std::vector<Row> rows_of(const Layout& layout, const RecordView& record, const GlobalOptions& global) const {
    std::vector<Row> rows{{"no", "id", "name", "bytes", "value", {}}};
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
      const Item& item = layout.items[i];
      const FieldSpan& field = record.field(i);
      Row row{std::to_string(item.no),
              item.id,
              item.name,
              bytes_of(field),
              shown_item(item, record[i], global.show_values),
              {}};
      if (hex_ && field.raw_length > 0) {
        row.hex = hidden(item, global.show_values) ? "(hidden)"
                                                   : hex_of(record.raw().substr(field.raw_begin, field.raw_length));
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  static void print(const std::vector<Row>& rows) {
    std::size_t no = 0;
    std::size_t id = 0;
    std::size_t name = 0;
    std::size_t bytes = 0;
    for (const Row& row : rows) {
      no = std::max(no, row.no.size());
      id = std::max(id, row.id.size());
      name = std::max(name, display_width(row.name));
      bytes = std::max(bytes, row.bytes.size());
    }
    for (const Row& row : rows) {
      std::string line = std::string(no - row.no.size(), ' ') + row.no + "  " + padded(row.id, id) + "  " +
                         padded(row.name, name) + "  " + padded(row.bytes, bytes);
      if (!row.value.empty()) line += "  " + row.value;
      line.erase(line.find_last_not_of(' ') + 1);
      std::cout << line << "\n";
      if (!row.hex.empty()) std::cout << std::string(no + 2, ' ') << row.hex << "\n";
    }
  }

  InputOptions input_;
  std::uint64_t record_ = 1;
  bool hex_ = false;
  std::string file_;
};

const CommandRegistration registration([] { return std::make_unique<Inspect>(); });

}  // namespace
}  // namespace daicho
