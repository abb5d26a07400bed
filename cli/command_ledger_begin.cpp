// daicho ledger begin: another ledger where the state's was lost.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/record_text.hpp"
#include "formats/error.hpp"
#include "jobs/ledger_begin.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"ledger begin", "begin another ledger where a state folder's was lost",
                        "ledger begin --state DIR --reason TEXT [--approved-by NAME] [--wait SECONDS]",
                        "daicho ledger begin --state state --reason 'ディスク障害によりledger.keyを喪失'"};

class LedgerBegin : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("state", po::value(&state_)->value_name("DIR"), "the state folder whose ledger was lost");
    add("reason", po::value(&beginning_.reason)->value_name("TEXT"), "why, for the ledger");
    add("approved-by", po::value(&beginning_.approved_by)->value_name("NAME"), "on whose approval, for the ledger");
    add("wait", po::value(&wait_)->value_name("SECONDS"), "wait so long for a run of the state folder");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& /*given*/) override {
    if (state_.empty()) throw UsageError("--state is missing");
    if (beginning_.reason.empty()) throw UsageError("--reason is missing");
    check_record_text("reason", beginning_.reason, {kMostLedgerCharacters, true});
    check_record_text("approved-by", beginning_.approved_by, {kMostLedgerCharacters, true});
    beginning_.state = state_;
    beginning_.wait = seconds_of_option(wait_);
  }

  ExitStatus run(const GlobalOptions& global) override {
    begin_ledger_anew(beginning_, ledger_notices_of(global));
    return ExitStatus::done;
  }

 private:
  LedgerBeginning beginning_;
  std::string state_;
  std::string wait_;
};

const CommandRegistration registration([] { return std::make_unique<LedgerBegin>(); });

}  // namespace
}  // namespace daicho
