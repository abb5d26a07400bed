// daicho kit verify: the program itself against a conformance kit.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/printable_text.hpp"
#include "cli/refusal_words.hpp"
#include "formats/character_tables.hpp"
#include "samples/kit.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"kit verify", "run daicho itself over a conformance kit", "kit verify DIR",
                        "# does this version of daicho still find what the kit promises?\n"
                        "daicho kit verify soufusaki-kit"};

class KitVerify : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& /*options*/, std::vector<std::string>& operands) override {
    operands = {"DIR"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map& /*given*/) override {
    folder_ = operands[0];
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const CharacterTables tables(catalog);
    const KitVerdict verdict = verify_kit(folder_, catalog, tables);
    for (const std::string& mismatch : verdict.mismatches)
      std::cout << printable(sentence_in(global.language, mismatch)) << "\n";
    if (global.language == Language::ja) {
      std::cout << fmt::format("{}: {}、良いファイル {} 個、誤りのあるファイル {} 個。{}\n", printable(folder_),
                               verdict.layout.empty() ? "レイアウト不明" : verdict.layout, verdict.good, verdict.bad,
                               verdict.mismatches.empty()
                                   ? std::string("すべて期待どおりです")
                                   : fmt::format("期待と違うもの {} 件", verdict.mismatches.size()));
      return verdict.mismatches.empty() ? ExitStatus::done : ExitStatus::findings;
    }
    const std::string layout = verdict.layout.empty() ? "no layout" : verdict.layout;
    const std::size_t count = verdict.mismatches.size();
    const std::string outcome = count == 0   ? "all as expected"
                                : count == 1 ? "1 mismatch"
                                             : fmt::format("{} mismatches", count);
    std::cout << fmt::format("{}: {}, {} good files, {} bad files, {}\n", printable(folder_), layout, verdict.good,
                             verdict.bad, outcome);
    return verdict.mismatches.empty() ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  std::string folder_;
};

const CommandRegistration registration([] { return std::make_unique<KitVerify>(); });

}  // namespace
}  // namespace daicho
