// daicho media close: what became of a medium: handed over, received, returned, erased, lost.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/media_options.hpp"
#include "formats/error.hpp"
#include "jobs/media_register.hpp"
#include "jobs/run_identity.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{
    "media close", "record what became of a medium: handed over, received, returned, erased, lost",
    "media close --state DIR --medium NUMBER [--copy N] --event handed|received|returned|erased|lost|note --by NAME\n"
    "    [--at TIMESTAMP] [--method TEXT] [--note TEXT]",
    "daicho media close --state state --medium M20261120-001 --copy 1 --event handed --by '見本花子' --method "
    "'手渡し'\n"
    "daicho media close --state state --medium M20261120-001 --copy 1 --event received --by '機構 受付' "
    "--at 20261121090000"};

class MediaClose : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    MediumHandling& handling = closing_.handling;
    add("state", po::value(&state_)->value_name("DIR"), "the state folder whose ledger gets the entry");
    add("medium", po::value(&closing_.number)->value_name("NUMBER"), "its management number (管理番号)");
    add("copy", po::value(&copy_)->value_name("N"), "which copy: 1 is 正, 2 the first 副 (default: the only one)");
    add("event", po::value(&event_)->value_name("EVENT"),
        "handed (引渡), received (受領), returned (返却), erased (消去), lost (紛失), note (補記)");
    add("by", po::value(&handling.by)->value_name("NAME"), "who handed it over, received, returned or erased it");
    add("at", po::value(&at_)->value_name("TIMESTAMP"), "when, YYYYMMDDhhmmss (default: now)");
    add("method", po::value(&handling.method)->value_name("TEXT"), "how: 手渡し, 追跡可能な便, 物理破壊");
    add("note", po::value(&handling.note)->value_name("TEXT"), "what else there is to say (備考)");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    MediumHandling& handling = closing_.handling;
    if (state_.empty()) throw UsageError("--state is missing");
    if (!is_medium_number(closing_.number)) {
      throw UsageError(fmt::format("--medium takes a number as M20261120-001, not '{}'", closing_.number));
    }
    const auto event = event_of_word(event_);
    if (!event)
      throw UsageError(fmt::format("--event takes handed, received, returned, erased, lost or note, not '{}'", event_));
    handling.event = *event;
    if (given.count("copy") != 0 && copy_ < 1) throw UsageError("--copy counts from 1");
    closing_.copy = static_cast<unsigned>(std::max(copy_, 0));
    check_record_text("by", handling.by, {});
    check_record_text("method", handling.method, {kMostNameCharacters, true});
    check_record_text("note", handling.note, {kMostSentenceCharacters, handling.event != MediumEvent::note});
    handling.at = moment_of_option("at", at_).substr(0, 14);
  }

  ExitStatus run(const GlobalOptions& global) override {
    const LedgerNotices notices = ledger_notices_of(global);
    Ledger ledger(state_, notices);
    close_medium(ledger, closing_, moment_in_japan().substr(0, 14));
    const MediumHandling& handling = closing_.handling;
    const MediaRegister media(ledger.store());
    const std::string copy = copy_name(std::max(closing_.copy, 1U), media.find(closing_.number)->facts.copies);
    std::cout << fmt::format("{}（{}）: {}を記録しました　{} {}\n", closing_.number, copy, event_name(handling.event),
                             minute_text(handling.at), handling.by);
    return ExitStatus::done;
  }

 private:
  MediumClosing closing_;
  std::string state_;
  std::string event_;
  std::string at_;
  int copy_ = 0;
};

const CommandRegistration registration([] { return std::make_unique<MediaClose>(); });

}  // namespace
}  // namespace daicho
