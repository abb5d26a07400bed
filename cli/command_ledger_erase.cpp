// daicho ledger erase: run folders whose time has come, with an entry.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/day_option.hpp"
#include "cli/ledger_options.hpp"
#include "cli/record_text.hpp"
#include "cli/report.hpp"
#include "formats/error.hpp"
#include "jobs/erase.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"ledger erase", "erase the folders of old runs, on record",
                        "ledger erase --before DATE --state DIR [--out DIR] --reason TEXT [--approved-by NAME]\n"
                        "    [--newest-too] [--wait SECONDS]",
                        "daicho ledger erase --before 20260401 --state state --reason '保存期間満了'"};

class LedgerErase : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("before", po::value(&before_)->value_name("DATE"),
        "runs whose clock (in the folder's name) lies before this day");
    add("state", po::value(&state_)->value_name("DIR"), "the state folder of the runs");
    add("out", po::value(&out_)->value_name("DIR"), "where the folders stand now (default: where they were published)");
    add("reason", po::value(&request_.reason)->value_name("TEXT"), "why, for the ledger");
    add("approved-by", po::value(&request_.approved_by)->value_name("NAME"), "on whose approval, for the ledger");
    add("newest-too", po::bool_switch(&request_.newest_too), "also the newest run of a job");
    add("wait", po::value(&wait_)->value_name("SECONDS"), "wait so long for a run of the state folder");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    for (const auto& [option, value] :
         {std::pair{"before", &before_}, std::pair{"state", &state_}, std::pair{"reason", &request_.reason}}) {
      if (value->empty()) throw UsageError(fmt::format("--{} is missing", option));
    }
    if (given.count("out") != 0 && out_.empty()) throw UsageError("--out has no value");
    const auto day = day_of_option(before_);
    if (!day) throw UsageError(fmt::format("--before takes a day as YYYYMMDD or YYYY-MM-DD, not '{}'", before_));
    check_record_text("reason", request_.reason, {kMostLedgerCharacters, true});
    check_record_text("approved-by", request_.approved_by, {kMostLedgerCharacters, true});
    request_.before = format_date(*day);
    request_.state = state_;
    request_.out = out_;
    request_.wait = seconds_of_option(wait_);
  }

  ExitStatus run(const GlobalOptions& global) override {
    const EraseResult result = erase_runs(request_, ledger_notices_of(global));
    for (const std::string& folder : result.erased) std::cout << "erased " << folder << "\n";
    for (const std::string& run : result.missing) {
      std::cerr << message_line("note", fmt::format("the folder of {} stands nowhere; --out says where it is now", run),
                                global)
                << "\n";
    }
    if (result.erased.empty()) std::cout << "nothing to erase\n";
    return ExitStatus::done;
  }

 private:
  EraseRequest request_;
  std::string before_;
  std::string state_;
  std::string out_;
  std::string wait_;
};

const CommandRegistration registration([] { return std::make_unique<LedgerErase>(); });

}  // namespace
}  // namespace daicho
