#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "cli/printable_text.hpp"
#include "cli/report.hpp"
#include "formats/character_tables.hpp"
#include "formats/gaiji_file.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"gaiji check", "check a municipality's table of 外字", "gaiji check FILE.csv",
                        "daicho gaiji check gaiji.csv"};

class GaijiCheck : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description&, std::vector<std::string>& operands) override { operands = {"FILE.csv"}; }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override { file_ = operands[0]; }

  /// Every fault is told, not only the first one.
  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const CharacterTables tables(catalog);
    const GaijiFile file = parse_gaiji_file(read_own_table(file_), [&]() -> const MjTable& { return tables.mj(); });
    for (const TableFault& fault : file.faults) {
      std::cerr << printable(to_string(fault, file_, global.language), LineFeeds::indent) << "\n";
    }
    if (std::any_of(file.faults.begin(), file.faults.end(), [](const TableFault& fault) { return fault.error; })) {
      return ExitStatus::findings;
    }
    const auto& entries = file.table.entries();
    const auto meant =
        std::count_if(entries.begin(), entries.end(), [](const Gaiji& one) { return !one.meaning.empty(); });
    const char* const sentence = global.language == Language::ja ? "{}: 外字 {}個、うち意味のあるもの {}個\n"
                                                                 : "{}: {} 外字, {} of them with a meaning\n";
    std::cout << fmt::format(fmt::runtime(sentence), file_, grouped(entries.size()),
                             grouped(static_cast<std::uint64_t>(meant)));
    return ExitStatus::done;
  }

 private:
  std::string file_;
};

const CommandRegistration registration([] { return std::make_unique<GaijiCheck>(); });

}  // namespace
}  // namespace daicho
