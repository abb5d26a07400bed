#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/layout_operand.hpp"
#include "cli/layout_view.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"layout show", "show the items of a layout, their bytes and their rules",
                        "layout show LAYOUT [--format table|json|md|html]",
                        "daicho layout show soufusaki\n"
                        "# a page for the people who fill in the file\n"
                        "daicho layout show juki --format html > juki.html\n"
                        "# a draft of one's own\n"
                        "daicho layout show my-schemas/juki.toml"};

class LayoutShow : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    options.add_options()("format", po::value(&format_)->value_name("table|json|md|html")->default_value("table"),
                          "form of the answer");
    operands = {"LAYOUT"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    layout_ = operands[0];
    if (format_ != "table" && format_ != "json" && format_ != "md" && format_ != "html") {
      throw UsageError(fmt::format("--format takes table, json, md or html, not '{}'", format_));
    }
  }

  ExitStatus run(const GlobalOptions& global) override {
    const std::shared_ptr<const Layout> layout = layout_operand(layout_, global);
    if (format_ == "json") {
      std::cout << layout_as_json(*layout);
    } else if (format_ == "md") {
      std::cout << layout_as_markdown(*layout, global.language);
    } else if (format_ == "html") {
      std::cout << layout_as_html(*layout);
    } else {
      std::cout << layout_as_table(*layout, global.language);
    }
    return ExitStatus::done;
  }

 private:
  std::string layout_;
  std::string format_;
};

const CommandRegistration registration([] { return std::make_unique<LayoutShow>(); });

}  // namespace
}  // namespace daicho
