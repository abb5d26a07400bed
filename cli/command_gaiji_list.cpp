#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/gaiji_list.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"gaiji list", "show a municipality's 外字, and which charsets hold them",
                        "gaiji list [--format table|json|csv] [--glyphs FONT.bdf] FILE.csv",
                        "daicho gaiji list gaiji.csv\n"
                        "# with what the municipality's font draws, for a spreadsheet\n"
                        "daicho gaiji list --format csv --glyphs gaiji.bdf gaiji.csv"};

class GaijiList : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    auto add = options.add_options();
    add("format", po::value(&format_)->value_name("table|json|csv")->default_value("table"), "form of the list");
    add("glyphs", po::value(&glyphs_)->value_name("FONT.bdf"), "tell which 外字 this font draws");
    operands = {"FILE.csv"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    file_ = operands[0];
    if (format_ != "table" && format_ != "json" && format_ != "csv") {
      throw UsageError(fmt::format("--format takes table, json or csv, not '{}'", format_));
    }
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    OwnCharacterFiles own;
    own.gaiji = file_;
    const CharacterTables tables(catalog, own);
    std::optional<BdfFont> font;
    if (!glyphs_.empty()) font = BdfFont::read(*open_source(glyphs_), glyphs_);
    const auto list = shown_gaiji(tables, font ? &*font : nullptr);
    if (format_ == "json") {
      std::cout << gaiji_json(list);
    } else if (format_ == "csv") {
      std::cout << gaiji_csv(list);
    } else {
      std::cout << gaiji_table_text(list, global.language == Language::ja);
    }
    return ExitStatus::done;
  }

 private:
  std::string format_;
  std::string glyphs_;
  std::string file_;
};

const CommandRegistration registration([] { return std::make_unique<GaijiList>(); });

}  // namespace
}  // namespace daicho
