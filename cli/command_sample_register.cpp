// daicho sample register: a synthetic city's register, layout juki.
#include "cli/command.hpp"
#include "cli/sample_options.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "samples/city.hpp"
#include "samples/record_file.hpp"
#include "samples/side_lists.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

class SampleRegister : public Command {
 public:
  const CommandText& text() const override {
    static const CommandText text = {
        "sample register", "make the register of a synthetic city",
        "sample register --residents N [--seed S] [--as-of DATE] [--to SPEC] [--side-files DIR] --out FILE",
        "# 20,000 people of 小金井市 (132101) who do not exist, with the lists that its staff would keep\n"
        "daicho sample register --residents 20000 --seed 1 --side-files lists --out register.csv"};
    return text;
  }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("residents", po::value(&residents_)->value_name("N"), "living residents; removed records (除票) come on top");
    shared_.declare(options, "the day on which the city is seen (default: 2026-11-20)");
    add("side-files", po::value(&side_files_)->value_name("DIR"),
        "also write case lists, print classes, 支援措置, departments, 宛名 and 住民となった日 of this city into that "
        "folder");
    add("out", po::value(&out_)->value_name("FILE"), "the register");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& /*given*/) override {
    if (residents_ == 0) throw UsageError("--residents says how many people live there, at least 1");
    if (residents_ > kMostResidents) throw UsageError("--residents takes at most 5000000");
    if (out_.empty()) throw UsageError("--out FILE is missing");
    format_ = shared_.format();
    as_of_ = shared_.has_as_of() ? shared_.as_of() : parse_day_option(kSampleDay, "--as-of");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const auto layout = catalog.layout("juki");
    const JukiLayout juki(*layout);
    const CharacterTables tables(catalog);
    const TextOptions text = tables.text_options(format_.charset);
    RecordFile file(*layout, format_, out_, global.overwrite, {sample_envelope(as_of_), {}, text});
    std::unique_ptr<SideLists> lists;
    if (!side_files_.empty()) {
      lists = std::make_unique<SideLists>(catalog, side_files_, global.overwrite, SideListWish{shared_.seed(), as_of_});
    }
    make_city({residents_, shared_.seed(), as_of_, format_.charset, text}, juki, [&](const Household& household) {
      for (const Dweller& dweller : household) file.write(juki.values(dweller.record));
      if (lists) lists->add(household);
    });
    if (lists) lists->close();
    file.close();
    return ExitStatus::done;
  }

 private:
  static constexpr std::uint32_t kMostResidents = 5'000'000;
  std::uint32_t residents_ = 0;
  SampleOptions shared_;
  std::string side_files_;
  std::string out_;
  FormatSpec format_;
  Day as_of_ = 0;
};

const CommandRegistration registration([] { return std::make_unique<SampleRegister>(); });

}  // namespace
}  // namespace daicho
