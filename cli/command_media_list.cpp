// daicho media list: the register of media (媒体授受簿).
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/media_list.hpp"
#include "formats/error.hpp"
#include "jobs/ledger_link.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"media list", "the register of media (媒体授受簿): what was handed over, and where it is",
                        "media list --state DIR [--report text|csv|json]",
                        "daicho media list --state state\n"
                        "# for a spreadsheet\n"
                        "daicho media list --state state --report csv > media.csv"};

class MediaList : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("state", po::value(&state_)->value_name("DIR"), "the state folder whose ledger is read");
    add("report", po::value(&form_)->value_name("text|csv|json")->default_value("text"), "form of the list");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& /*given*/) override {
    if (state_.empty()) throw UsageError("--state is missing");
    if (form_ != "text" && form_ != "csv" && form_ != "json") {
      throw UsageError(fmt::format("--report takes text, csv or json, not '{}'", form_));
    }
  }

  ExitStatus run(const GlobalOptions& /*global*/) override {
    LedgerStore store = open_linked_entries(state_);
    const MediaRegister media(store);
    std::cout << (form_ == "csv"    ? media_list_csv(media)
                  : form_ == "json" ? media_list_json(media)
                                    : media_list_text(media));
    return ExitStatus::done;
  }

 private:
  std::string state_;
  std::string form_;
};

const CommandRegistration registration([] { return std::make_unique<MediaList>(); });

}  // namespace
}  // namespace daicho
