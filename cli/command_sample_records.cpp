// daicho sample records: valid records of any layout.
#include "cli/command.hpp"
#include "cli/sample_options.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "samples/record_file.hpp"
#include "samples/schema_records.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

class SampleRecords : public Command {
 public:
  const CommandText& text() const override {
    static const CommandText text = {
        "sample records", "make valid records of any layout",
        "sample records --layout L --count N [--seed S] [--to SPEC] --out FILE",
        "# 1,000 records of 送付先情報, as large systems send them\n"
        "daicho sample records --layout soufusaki --count 1000 --to fixed:cp932 --out s.dat"};
    return text;
  }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("layout", po::value(&layout_)->value_name("L"), "the layout, one of the toolkit's or of --schemas");
    add("count", po::value(&count_)->value_name("N"), "how many records");
    shared_.declare(options, nullptr);
    add("out", po::value(&out_)->value_name("FILE"), "the file");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    if (layout_.empty()) throw UsageError("--layout L is missing");
    if (given.count("count") == 0) throw UsageError("--count N is missing");
    if (count_ > kMostRecords) throw UsageError("--count takes at most 999999999");
    if (out_.empty()) throw UsageError("--out FILE is missing");
    format_ = shared_.format();
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const auto layout = catalog.layout(layout_);
    const Day day = parse_day_option(kSampleDay, "--as-of");
    const CharacterTables tables(catalog);
    const TextOptions text = tables.text_options(format_.charset);
    SchemaRecords records(*layout, {shared_.seed(), format_.charset, day, &tables.substitutes(), text});
    RecordFile file(*layout, format_, out_, global.overwrite, {sample_envelope(day), {}, text});
    for (std::uint64_t made = 0; made < count_; ++made) file.write(records.next());
    file.close();
    return ExitStatus::done;
  }

 private:
  static constexpr std::uint64_t kMostRecords = 999'999'999;  // what an envelope can count
  std::string layout_;
  std::uint64_t count_ = 0;
  SampleOptions shared_;
  std::string out_;
  FormatSpec format_;
};

const CommandRegistration registration([] { return std::make_unique<SampleRecords>(); });

}  // namespace
}  // namespace daicho
