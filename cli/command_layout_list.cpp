#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/layout_words.hpp"
#include "cli/report.hpp"
#include "cli/text_table.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"layout list", "list the record layouts there are", "layout list",
                        "daicho layout list\n"
                        "# with a municipality's own layouts\n"
                        "daicho layout list --schemas my-schemas"};

class LayoutList : public Command {
 public:
  const CommandText& text() const override { return kText; }
  void declare(po::options_description&, std::vector<std::string>&) override {}
  void accept(const std::vector<std::string>&, const po::variables_map&) override {}

  ExitStatus run(const GlobalOptions& global) override {
    const bool ja = global.language == Language::ja;
    std::vector<TableColumn> columns{{"id"}, {ja ? "版" : "version"}, {ja ? "項目" : "items", Align::right}};
    for (const ShownCharset& each : kShownCharsets) columns.push_back({std::string(each.name), Align::right});
    columns.push_back({ja ? "名称" : "name"});
    TextTable table(std::move(columns));
    const Catalog catalog(global.schemas);
    for (const std::string& id : catalog.layout_ids()) {
      const std::shared_ptr<const Layout> layout = catalog.layout(id);
      std::vector<std::string> cells{id, layout->version, std::to_string(layout->items.size())};
      for (const ShownCharset& each : kShownCharsets) cells.push_back(grouped(layout->record_bytes(each.charset)));
      cells.push_back(layout->name);
      table.add(std::move(cells));
    }
    std::cout << table.text();
    return ExitStatus::done;
  }
};

const CommandRegistration registration([] { return std::make_unique<LayoutList>(); });

}  // namespace
}  // namespace daicho
