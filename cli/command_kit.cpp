// daicho kit: the conformance kit of a layout.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "cli/report.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "samples/kit.hpp"
#include "samples/kit_folder.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"kit", "make files that a vendor tests a reader and a writer with",
                        "kit --layout LAYOUT --out DIR",
                        "# good and bad files of 送付先情報, with what each bad one must raise\n"
                        "daicho kit --layout soufusaki --out soufusaki-kit"};

/// What the kit does not show of the layout; empty where it shows all.
std::string left_out_words(const KitManifest& manifest) {
  const auto unexplained = std::count_if(manifest.not_shown.begin(), manifest.not_shown.end(),
                                         [](const KitUnshown& unshown) { return unshown.reason.empty(); });
  if (manifest.left_out.empty() && unexplained == 0) return {};
  return fmt::format(
      "{} values stand in no good file, {} findings have no bad file; README.md and expected.json "
      "(left_out, not_shown) tell which",
      manifest.left_out.size(), unexplained);
}

class Kit : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("layout", po::value(&layout_)->value_name("LAYOUT"), "the layout, one of the toolkit's or of --schemas");
    add("out", po::value(&out_)->value_name("DIR"), "the folder; it appears whole or not at all");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& /*given*/) override {
    if (layout_.empty()) throw UsageError("--layout LAYOUT is missing");
    if (out_.empty()) throw UsageError("--out DIR is missing");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const auto layout = catalog.layout(layout_);
    refuse_existing_kit(out_, global.overwrite);
    const CharacterTables tables(catalog);
    const KitContents contents = make_kit(KitTrial(*layout, catalog, tables), "daicho " DAICHO_VERSION);
    write_kit(contents, out_, global.overwrite);
    std::uint64_t bytes = 0;
    for (const KitContents::Bytes& file : contents.files) bytes += file.bytes.size();
    const std::string done =
        fmt::format(fmt::runtime(global.language == Language::ja && !global.log_json
                                     ? "{}: 良いファイル {} 個、誤りのあるファイル {} 個、{} バイト"
                                     : "{}: {} good files, {} bad files, {} bytes"),
                    out_, contents.manifest.good.size(), contents.manifest.bad.size(), grouped(bytes));
    std::cerr << message_line("note", done, global) << "\n";
    const std::string left = left_out_words(contents.manifest);
    if (!left.empty()) std::cerr << message_line("note", left, global) << "\n";
    return ExitStatus::done;
  }

 private:
  std::string layout_;
  std::string out_;
};

const CommandRegistration registration([] { return std::make_unique<Kit>(); });

}  // namespace
}  // namespace daicho
