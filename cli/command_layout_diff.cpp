#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/layout_diff.hpp"
#include "cli/layout_operand.hpp"
#include "cli/layout_words.hpp"
#include "cli/report.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"layout diff", "compare two layouts: items added, removed, moved and changed",
                        "layout diff A B",
                        "# what a draft changes\n"
                        "daicho layout diff juki my-schemas/juki.toml\n"
                        "daicho layout diff 2025/soufusaki.toml 2026/soufusaki.toml"};

std::string shown(const std::string& value) { return value.empty() ? "-" : value; }

std::string item_name(const Item& item) { return fmt::format("{} {} {}", item.no, item.id, item.name); }

/// What stands before an item, so that a person finds the place.
std::string place_text(const Layout& layout, std::size_t index) {
  return index == 0 ? "first" : fmt::format("after {}", layout.items[index - 1].id);
}

void print_words(const std::vector<WordChange>& words, std::string_view indent) {
  for (const WordChange& change : words) {
    std::cout << fmt::format("{}{}: {} -> {}\n", indent, change.word, shown(change.before), shown(change.after));
  }
}

void print_item(const ItemChange& change, const Layout& before, const Layout& after) {
  if (!change.before) {
    const Item& item = after.items[*change.after];
    std::cout << fmt::format("+ {} {} {}, {}\n", item_name(item), to_string(item.picture), kind_name(item.kind),
                             place_text(after, *change.after));
    return;
  }
  const Item& old_item = before.items[*change.before];
  if (!change.after) {
    std::cout << fmt::format("- {} {} {}\n", item_name(old_item), to_string(old_item.picture),
                             kind_name(old_item.kind));
    return;
  }
  std::cout << fmt::format("{} {}\n", change.words.empty() ? ">" : "~", item_name(after.items[*change.after]));
  if (change.moved) {
    std::cout << fmt::format("    place: {} -> {}\n", place_text(before, *change.before),
                             place_text(after, *change.after));
  }
  print_words(change.words, "    ");
}

class LayoutDiffCommand : public Command {
 public:
  const CommandText& text() const override { return kText; }
  void declare(po::options_description&, std::vector<std::string>& operands) override { operands = {"A", "B"}; }
  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    before_ = operands[0];
    after_ = operands[1];
  }

  ExitStatus run(const GlobalOptions& global) override {
    const std::shared_ptr<const Layout> before = layout_operand(before_, global);
    const std::shared_ptr<const Layout> after = layout_operand(after_, global);
    const LayoutDiff diff = diff_layouts(*before, *after);
    if (diff.empty()) return ExitStatus::done;
    print_words(diff.head, "");
    for (const ItemChange& change : diff.items) print_item(change, *before, *after);
    for (const ShownCharset& each : kShownCharsets) {
      const std::size_t old_size = before->record_bytes(each.charset);
      const std::size_t new_size = after->record_bytes(each.charset);
      if (old_size != new_size) {
        std::cout << fmt::format("bytes of a record, {}: {} -> {}\n", each.name, grouped(old_size), grouped(new_size));
      }
    }
    return ExitStatus::findings;
  }

 private:
  std::string before_;
  std::string after_;
};

const CommandRegistration registration([] { return std::make_unique<LayoutDiffCommand>(); });

}  // namespace
}  // namespace daicho
