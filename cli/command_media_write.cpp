// daicho media write: a published run, sealed, on media, on record.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/ledger_options.hpp"
#include "cli/media_options.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

constexpr int kMostCopies = 9;

const CommandText kText{
    "media write", "hand a published run over on encrypted media, with slip and record",
    "media write --state DIR --run RUN --to DIR [--to DIR...] --recipient CERT.pem [--recipient...]\n"
    "    --approved-by NAME --purpose TEXT [--destination NAME] [--signer CERT.pem --key KEY.pem\n"
    "    [--key-passphrase FILE]] [--copies N] [--capacity BYTES] [--acknowledge-rejects N]\n"
    "    [--redo --reason TEXT] [--media-type TEXT] [--note TEXT] [--slip DIR] [--out DIR] [--dry-run]",
    "# two equal sticks for the card management system\n"
    "daicho media write --state state --run soufusaki_20261120000000_001 --to /media/a --to /media/b --copies 2 "
    "--recipient kiko.pem --approved-by '市民課長 見本太郎' --purpose '個人番号の通知' --media-type USBメモリ\n"
    "# one department's file of an iten run\n"
    "daicho media write --state state --run iten_20261120000000_001 --destination iten.04-kokuho --to /media/a "
    "--recipient kokuho.pem --approved-by '市民課長 見本太郎' --purpose '資格の管理'"};

class MediaWrite : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("state", po::value(&state_)->value_name("DIR"), "the state folder of the run; its ledger gets the entry");
    add("run", po::value(&request_.run)->value_name("RUN"), "the run, by its folder's name");
    add("to", po::value(&to_)->value_name("DIR"),
        "an empty folder that becomes a medium; one for each medium and copy");
    add("recipient", po::value(&files_.recipients)->value_name("CERT.pem"),
        "who can open it; may be given several times");
    add("approved-by", po::value(&request_.approved_by)->value_name("NAME"), "who approved of it (承認者)");
    add("purpose", po::value(&request_.purpose)->value_name("TEXT"), "what it is for (目的)");
    add("destination", po::value(&request_.destination)->value_name("NAME"),
        "whose files, by name or layout (default: the run's only destination)");
    add("signer", po::value(&files_.signer)->value_name("CERT.pem"), "sign as the owner of this certificate");
    add("key", po::value(&files_.key)->value_name("KEY.pem"), "the signer's private key");
    add("key-passphrase", po::value(&files_.passphrase)->value_name("FILE"), "its passphrase: the first line of FILE");
    add("copies", po::value(&copies_)->value_name("N")->default_value(1), "equal copies (正, 副)");
    add("capacity", po::value(&capacity_)->value_name("BYTES"), "of a medium, as 700M (default: what is there)");
    add("acknowledge-rejects", po::value(&acknowledged_)->value_name("N")->default_value(0),
        "you have looked at this many rejected and waiting people");
    add("redo", po::bool_switch(&redo_), "make another medium for one that is lost or damaged");
    add("reason", po::value(&reason_)->value_name("TEXT"), "why");
    add("media-type", po::value(&request_.media_type)->value_name("TEXT"), "for the slip (媒体種別): USBメモリ, DVD-R");
    add("note", po::value(&request_.note)->value_name("TEXT"), "for the slip (備考)");
    add("slip", po::value(&slip_)->value_name("DIR"), "write the slips here, too");
    add("out", po::value(&out_)->value_name("DIR"),
        "where the run's folder stands now (default: where it was published)");
    add("now", po::value(&now_)->value_name("TIMESTAMP"), "when the medium is made, YYYYMMDDhhmmss (default: now)");
    add("dry-run", po::bool_switch(&request_.dry_run), "check everything, say what would be written, write nothing");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    for (const auto& [option, value] : {std::pair{"state", &state_}, std::pair{"run", &request_.run}}) {
      if (value->empty()) throw UsageError(fmt::format("--{} is missing", option));
    }
    if (to_.empty()) throw UsageError("--to is missing");
    if (files_.recipients.empty()) throw UsageError("--recipient is missing");
    check_values("--to", to_);
    check_values("--recipient", files_.recipients);
    check_record_text("approved-by", request_.approved_by, {});
    check_record_text("purpose", request_.purpose, {kMostSentenceCharacters});
    check_record_text("media-type", request_.media_type, {kMostNameCharacters, true});
    check_record_text("note", request_.note, {kMostSentenceCharacters, true});
    if (files_.signer.empty() != files_.key.empty()) throw UsageError("--signer and --key go together");
    if (redo_) check_record_text("reason", reason_, {kMostSentenceCharacters});
    if (!redo_ && given.count("reason") != 0) throw UsageError("--reason goes with --redo");
    if (copies_ < 1 || copies_ > kMostCopies) throw UsageError(fmt::format("--copies takes 1 to {}", kMostCopies));
    if (acknowledged_ < 0) throw UsageError("--acknowledge-rejects takes a number of people");
    if (!capacity_.empty()) request_.capacity = capacity_of_option(capacity_);
    request_.copies = static_cast<unsigned>(copies_);
    request_.acknowledged = static_cast<std::uint64_t>(acknowledged_);
    if (redo_) request_.reason = reason_;
    request_.state = state_;
    request_.out = out_;
    request_.slips = slip_;
    request_.to.assign(to_.begin(), to_.end());
    request_.now = past_moment_of_option("now", now_);
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    request_.parties = load_parties(files_);
    const LedgerNotices notices = ledger_notices_of(global);
    const MediumResult result = write_medium(request_, catalog, notices);
    if (result.outcome == MediumOutcome::finished) {
      notices.say(fmt::format("finished the interrupted medium {}", result.facts.delivery.number));
    } else if (result.outcome == MediumOutcome::complete) {
      notices.say(fmt::format("the medium {} is complete: nothing was left to do", result.facts.delivery.number));
    }
    std::cout << media_table(result, request_.to, global.language);
    return ExitStatus::done;
  }

 private:
  MediumRequest request_;
  PartyFiles files_;
  std::string state_;
  std::vector<std::string> to_;
  std::string capacity_;
  std::string reason_;
  std::string slip_;
  std::string out_;
  std::string now_;
  int copies_ = 1;
  std::int64_t acknowledged_ = 0;
  bool redo_ = false;
};

const CommandRegistration registration([] { return std::make_unique<MediaWrite>(); });

}  // namespace
}  // namespace daicho
