// daicho ledger list: every entry of the ledger, a line each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/ledger_view.hpp"
#include "formats/error.hpp"
#include "jobs/ledger.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"ledger list", "list the entries of a state folder's ledger",
                        "ledger list --state DIR [--kind KIND] [--report text|json]",
                        "# every refusal\n"
                        "daicho ledger list --state state --kind refused"};

class LedgerList : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    options_.declare(options);
    options.add_options()("kind", po::value(&kind_)->value_name("KIND"), "entries of this kind only");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    options_.accept();
    constexpr auto& kinds = entry_kind::all;
    if (given.count("kind") == 0 || std::find(kinds.begin(), kinds.end(), kind_) != kinds.end()) return;
    throw UsageError(fmt::format("--kind takes {}, not '{}'", fmt::join(kinds, ", "), kind_));
  }

  ExitStatus run(const GlobalOptions& global) override {
    LedgerStore store = open_ledger_entries(options_.state());
    std::vector<LedgerRow> rows;
    store.for_each([&](const LedgerRow& row) {
      if (!kind_.empty() && row.entry.kind != kind_) return;
      if (options_.json()) {
        std::cout << ledger_entry_json(row) << "\n";
      } else {
        rows.push_back(row);
      }
    });
    if (!options_.json()) std::cout << ledger_table(rows, global.language);
    return ExitStatus::done;
  }

 private:
  LedgerReadOptions options_;
  std::string kind_;
};

const CommandRegistration registration([] { return std::make_unique<LedgerList>(); });

}  // namespace
}  // namespace daicho
