// daicho ledger verify: is the ledger what was written?
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/printable_text.hpp"
#include "cli/refusal_words.hpp"
#include "formats/error.hpp"
#include "jobs/ledger_verify.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"ledger verify", "prove that nobody altered the ledger",
                        "ledger verify --state DIR [--initial-key FILE] [--head HASH]",
                        "daicho ledger verify --state state\n"
                        "# at an audit: every entry under the key from the safe, and a head from last month's mail\n"
                        "daicho ledger verify --state state --initial-key /media/safe/initial.key --head 5d41402a…"};

class LedgerVerify : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("state", po::value(&state_)->value_name("DIR"), "the state folder whose ledger it is");
    add("initial-key", po::value(&initial_key_)->value_name("FILE"),
        "the key that was shown when the ledger was made: checks every entry");
    add("head", po::value(&head_)->value_name("HASH"), "a head that was kept elsewhere: was it this ledger's?");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    if (state_.empty()) throw UsageError("--state is missing");
    if (given.count("initial-key") != 0 && initial_key_.empty()) throw UsageError("--initial-key has no value");
    if (given.count("head") == 0) return;
    if (!hash_of_hex(head_)) throw UsageError(fmt::format("--head takes 64 hexadecimal digits, not '{}'", head_));
    proof_.head = head_;
  }

  ExitStatus run(const GlobalOptions& global) override {
    if (!initial_key_.empty()) proof_.initial_key = read_initial_key(initial_key_);
    const LedgerVerdict verdict = verify_ledger(state_, proof_);
    const bool ja = global.language == Language::ja;
    for (const LedgerFault& fault : verdict.faults) {
      const std::string place = fault.entry ? fmt::format(fmt::runtime(ja ? "記録 {}" : "entry {}"), *fault.entry)
                                            : std::string(ja ? "台帳" : "ledger");
      std::cout << place << (ja ? "：" : ": ") << sentence_in(global.language, fault.what) << "\n";
    }
    ja ? tell_in_japanese(verdict) : tell(verdict);
    return verdict.faults.empty() ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  static std::string or_none(const std::string& text, const char* none) {
    return text.empty() ? std::string(none) : printable(text);
  }

  void tell(const LedgerVerdict& verdict) const {
    std::cout << fmt::format("{}: ledger {}, {}, head {}\n", state_, or_none(verdict.id, "?"),
                             verdict.entries == 1 ? "1 entry" : fmt::format("{} entries", verdict.entries),
                             or_none(verdict.head, "-"));
    if (!verdict.faults.empty()) {
      const std::size_t count = verdict.faults.size();
      std::cout << (count == 1 ? std::string("NOT VERIFIED: 1 fault\n")
                               : fmt::format("NOT VERIFIED: {} faults\n", count));
      return;
    }
    if (verdict.key_behind) std::cout << "the last entry was interrupted; the next one brings the key forward\n";
    if (verdict.proven) {
      std::cout << fmt::format("the head given was that of entry {}; {} came after it\n", *verdict.proven,
                               verdict.entries - 1 - *verdict.proven);
    }
    std::cout << "verified: chain, columns and the seal of the end"
              << (proof_.initial_key ? ", and every entry under the initial key\n"
                                     : " (--initial-key also finds what an intruder with today's key rewrote)\n");
  }

  void tell_in_japanese(const LedgerVerdict& verdict) const {
    std::cout << fmt::format("{}: 台帳 {}、{} 件、head {}\n", state_, or_none(verdict.id, "?"), verdict.entries,
                             or_none(verdict.head, "-"));
    if (!verdict.faults.empty()) {
      std::cout << fmt::format("判定：不可。誤り {} 件\n", verdict.faults.size());
      return;
    }
    if (verdict.key_behind) std::cout << "最後の記録が中断しています。次の記録のときに鍵が進みます\n";
    if (verdict.proven) {
      std::cout << fmt::format("示された head は記録 {} のものです。その後の記録は {} 件です\n", *verdict.proven,
                               verdict.entries - 1 - *verdict.proven);
    }
    std::cout << "判定：良。連鎖、各欄、末尾の封印に誤りはありません"
              << (proof_.initial_key ? "。すべての記録が最初の鍵からたどれます\n"
                                     : "（今日の鍵を持つ者による書き直しは --initial-key で調べます）\n");
  }

  std::string state_;
  std::string initial_key_;
  std::string head_;
  LedgerProof proof_;
};

const CommandRegistration registration([] { return std::make_unique<LedgerVerify>(); });

}  // namespace
}  // namespace daicho
