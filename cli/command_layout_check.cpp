#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/layout_operand.hpp"
#include "cli/layout_words.hpp"
#include "cli/printable_text.hpp"
#include "cli/report.hpp"
#include "formats/code_lists.hpp"
#include "formats/destination_layouts.hpp"
#include "formats/error.hpp"
#include "jobs/mapping.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"layout check", "check schema files: layouts, code lists, mappings, iten.toml, findings.toml",
                        "layout check FILE.toml...",
                        "daicho layout check my-schemas/juki.toml my-schemas/codes/sex.toml\n"
                        "# everything in a folder\n"
                        "daicho layout check my-schemas/*.toml my-schemas/codes/*.toml"};

/// What a good file holds, for a person; throws where it has a fault.
std::string check_file(const std::string& file, const GlobalOptions& global) {
  const std::filesystem::path path(file);
  const Catalog catalog = catalog_for_file(file, global);
  const std::string folder = std::filesystem::absolute(path).lexically_normal().parent_path().filename().string();
  if (folder == "codes") {
    const CodeList list = load_code_list(path, file);
    return fmt::format("code list {}, {} codes", list.id, list.codes.size());
  }
  if (folder == "mappings") {
    const Mapping mapping = Mapping::load(catalog, catalog.layout("juki"), catalog.layout(path.stem().string()));
    return fmt::format("mapping from juki to the {} items of {}", mapping.to().items.size(), mapping.to().id);
  }
  if (path.filename() == "iten.toml") {
    return fmt::format("{} destinations", destination_layouts(catalog).size());
  }
  if (path.filename() == "findings.toml") {
    return fmt::format("{} findings", FindingTexts(catalog).codes().size());
  }
  const Layout layout = load_layout(path, file, catalog);
  require_id_of_file(layout, file);
  return fmt::format("layout {} {}, {} items, {} bytes in cp932", layout.id, layout.version, layout.items.size(),
                     grouped(layout.record_bytes(Charset::cp932)));
}

class LayoutCheck : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description&, std::vector<std::string>& operands) override { operands = {"FILE.toml..."}; }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override { files_ = operands; }

  /// Every file is checked, so that one fault does not hide the next file's.
  ExitStatus run(const GlobalOptions& global) override {
    ExitStatus status = ExitStatus::done;
    for (const std::string& file : files_) {
      try {
        const std::string held = check_file(file, global);
        std::cout << fmt::format("{}: {}\n", file, held);
      } catch (const UsageError& error) {
        std::cout.flush();
        std::cerr << printable(error.what(), LineFeeds::indent) << "\n";
        status = ExitStatus::usage;
      }
    }
    return status;
  }

 private:
  std::vector<std::string> files_;
};

const CommandRegistration registration([] { return std::make_unique<LayoutCheck>(); });

}  // namespace
}  // namespace daicho
