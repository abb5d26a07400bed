// daicho ledger show: what the ledger says of one entry, or of one run.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/ledger_view.hpp"
#include "formats/error.hpp"
#include "jobs/ledger.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"ledger show", "show an entry of the ledger, or all of one run or medium",
                        "ledger show NUMBER|RUN|MEDIUM --state DIR [--report text|json]",
                        "daicho ledger show 17 --state state\n"
                        "daicho ledger show cs-update_20261120000000_001 --state state"};

class LedgerShow : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    operands = {"NUMBER|RUN|MEDIUM"};
    options_.declare(options);
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map& /*given*/) override {
    options_.accept();
    wanted_ = operands[0];
    if (wanted_.empty()) throw UsageError("NUMBER|RUN|MEDIUM has no value");
  }

  ExitStatus run(const GlobalOptions& global) override {
    LedgerStore store = open_ledger_entries(options_.state());
    std::vector<LedgerRow> rows;
    std::int64_t number = 0;
    const char* end = wanted_.data() + wanted_.size();
    const auto [stop, error] = std::from_chars(wanted_.data(), end, number);
    if (error == std::errc() && stop == end) {
      if (auto row = store.find_number(number)) rows.push_back(std::move(*row));
    } else {
      store.for_each([&](const LedgerRow& row) {
        const std::string& reference = row.entry.reference;  // M20261120-001, M20261120-001/1/handed
        if (row.entry.run == wanted_ || reference == wanted_ || reference.starts_with(wanted_ + "/")) {
          rows.push_back(row);
        }
      });
    }
    if (rows.empty()) {
      throw RefusedError(fmt::format("the ledger in {} has no entry {}", options_.state().string(), wanted_));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (options_.json()) {
        std::cout << ledger_entry_json(rows[i]) << "\n";
      } else {
        std::cout << (i > 0 ? "\n" : "") << ledger_entry_text(rows[i], global.language);
      }
    }
    return ExitStatus::done;
  }

 private:
  LedgerReadOptions options_;
  std::string wanted_;
};

const CommandRegistration registration([] { return std::make_unique<LedgerShow>(); });

}  // namespace
}  // namespace daicho
