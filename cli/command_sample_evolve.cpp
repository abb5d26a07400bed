// daicho sample evolve: the next day of a register.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/sample_options.hpp"
#include "formats/byte_source.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "formats/reader.hpp"
#include "samples/evolve.hpp"
#include "samples/record_file.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

/// Per mille with up to three decimals, as changes in a million.
std::uint32_t per_million(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string whole = text.substr(0, point);
  std::string part = point < text.size() ? text.substr(point + 1) : "";
  const bool digits = (whole + part).find_first_not_of("0123456789") == std::string::npos;
  if (!digits || whole.empty() || whole.size() > 3 || part.size() > 3 || (point < text.size() && part.empty())) {
    throw UsageError(fmt::format("--changes takes a number per mille from 0 to 500, as 2 or 0.6, not '{}'", text));
  }
  part.resize(3, '0');
  const auto value = static_cast<std::uint32_t>(std::stoul(whole + part));
  if (value > 500'000) throw UsageError("--changes takes at most 500 per mille");
  return value;
}

class SampleEvolve : public Command {
 public:
  const CommandText& text() const override {
    static const CommandText text = {
        "sample evolve", "make the next day of a register",
        "sample evolve [--changes PERMILLE] [--seed S] [--as-of DATE] [--from SPEC] [--to SPEC] IN OUT",
        "# what happens in a city on an ordinary day: six in ten thousand people change\n"
        "daicho sample evolve --changes 0.6 --seed 1 register.csv register-next.csv"};
    return text;
  }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    auto add = options.add_options();
    add("changes", po::value(&changes_)->value_name("PERMILLE")->default_value("0.6"),
        "changed people of a thousand residents, besides what falls due by itself");
    shared_.declare(options, "the day that is made (default: the day after the newest 住民届出日 of IN)");
    add("from", po::value(&from_)->value_name("SPEC")->default_value("auto"), "format of IN");
    operands = {"IN", "OUT"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map& /*given*/) override {
    wish_.changes_per_million = per_million(changes_);
    wish_.seed = shared_.seed();
    if (shared_.has_as_of()) wish_.as_of = shared_.as_of();
    to_ = shared_.format();
    read_as_ = parse_format_spec(from_);
    in_ = operands[0];
    out_ = operands[1];
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const auto layout = catalog.layout("juki");
    const JukiLayout juki(*layout);
    RegisterTable table;
    const CharacterTables tables(catalog);
    if (!read(juki, tables, table)) return ExitStatus::findings;
    const Day newest = newest_notice(table);
    if (!shared_.has_as_of()) {
      if (newest == 0) throw UsageError(in_ + " has no 住民届出日: --as-of says which day is to be made");
      wish_.as_of = newest + 1;
    }
    if (wish_.as_of < newest) {
      throw UsageError(fmt::format("--as-of {} lies before {}, the newest 住民届出日 of {}", day_text(wish_.as_of),
                                   day_text(newest), in_));
    }
    wish_.charset = to_.charset;
    wish_.text = tables.text_options(to_.charset);
    evolve(table, wish_);
    RecordFile file(*layout, to_, out_, global.overwrite, {sample_envelope(wish_.as_of), {}, wish_.text});
    for (RegisterTable::Row row = 0; row < table.size(); ++row) file.write(juki.values(table[row]));
    file.close();
    return ExitStatus::done;
  }

 private:
  /// False where the register has errors: they have been told.
  bool read(const JukiLayout& juki, const CharacterTables& tables, RegisterTable& table) const {
    const auto source = open_source(in_);
    std::optional<FormatSpec> format = read_as_;
    if (!format) {
      const Detection found = detect_format(juki.layout(), *source);
      if (!found.format) throw UsageError(fmt::format("{}: {}; --from names the format", in_, found.reason));
      format = found.format;
    }
    FindingList findings;
    const TextOptions text = tables.text_options(format->charset);
    const auto reader = make_reader(juki.layout(), *format, *source, findings, text);
    RecordBlock block(juki.layout().items.size());
    while (reader->read(block)) {
      for (std::size_t at = 0; at < block.size(); ++at) {
        if (!block[at].bad()) table.add(juki.resident(block[at]));
      }
    }
    const Finding* first = nullptr;
    std::uint64_t errors = 0;
    for (const Finding& finding : findings.findings) {
      if (!finding.is_error()) continue;
      if (++errors == 1) first = &finding;
    }
    if (first == nullptr) return true;
    std::cerr << fmt::format(
        "daicho: {} has errors ({}), the first in record {}: {}; `daicho convert` tells them all\n", in_, errors,
        first->record, first->code.code);
    return false;
  }

  std::string changes_ = "0.6";
  SampleOptions shared_;
  std::string from_ = "auto";
  std::optional<FormatSpec> read_as_;
  FormatSpec to_;
  EvolveWish wish_;
  std::string in_;
  std::string out_;
};

const CommandRegistration registration([] { return std::make_unique<SampleEvolve>(); });

}  // namespace
}  // namespace daicho
