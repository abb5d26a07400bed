#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "cli/command.hpp"
#include "cli/format_options.hpp"
#include "cli/printable_text.hpp"
#include "cli/record_table.hpp"
#include "cli/report.hpp"
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
    std::optional<std::vector<std::size_t>> columns;
    std::uint64_t seen = 0;
    while (input.reader->read(block)) {
      for (std::size_t i = 0; i < block.size() && !columns && input.format.kind == FileKind::csv; ++i) {
        columns = column_items(block[i]);
      }
      if (seen + block.size() >= record_) {
        const RecordView record = block[record_ - seen - 1];
        std::cout << heading(*layout, record, global.language)
                  << record_table({*layout, input.format, tables, global.language, global.show_values, hex_}, record,
                                  columns);
        report.finish();
        return report.errors() > 0 ? ExitStatus::findings : ExitStatus::done;
      }
      seen += block.size();
    }
    report.finish();
    throw UsageError(fmt::format("{} has no record {}: it has {}", file_, record_, grouped(seen)));
  }

 private:
  std::string heading(const Layout& layout, const RecordView& record, Language language) const {
    const RecordPosition& position = record.position();
    const bool ja = language == Language::ja;
    std::string text = fmt::format(fmt::runtime(ja ? "{0}: {2} の {1} 件目、オフセット {3}、{4} バイト"
                                                   : "{0}: record {1} of {2}, offset {3}, {4} bytes"),
                                   printable(file_), position.number, layout.id, position.offset, record.raw().size());
    if (position.line != 0) text += fmt::format(fmt::runtime(ja ? "、{} 行目" : ", line {}"), position.line);
    if (record.bad()) text += ja ? "、読めないレコード" : ", not readable";
    return text + "\n";
  }

  InputOptions input_;
  std::uint64_t record_ = 1;
  bool hex_ = false;
  std::string file_;
};

const CommandRegistration registration([] { return std::make_unique<Inspect>(); });

}  // namespace
}  // namespace daicho
