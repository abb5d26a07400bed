// Prints what the program knows of itself as one JSON object: commands with their options, finding codes with their
// texts, layouts, charsets. Man pages and completion are made of it (pages.py, completion.py), so that neither can tell
// anything else than --help does. Used while building, never installed.
#include <boost/program_options.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/shared_options.hpp"
#include "converters/charset.hpp"
#include "formats/catalog.hpp"
#include "formats/checks/check.hpp"
#include "formats/finding_texts.hpp"
#include "formats/format_spec.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

/// `argument` as --help shows it without the default (`text|json`, `FILE`); empty for a switch.
Json option_table(const boost::program_options::options_description& options) {
  Json table = Json::array();
  for (const auto& option : options.options()) {
    const bool takes_value = option->semantic()->max_tokens() > 0;
    std::string argument = takes_value ? option->format_parameter() : "";
    std::string by_default;
    if (const std::size_t at = argument.find(" (="); at != std::string::npos) {
      by_default = argument.substr(at + 3, argument.size() - at - 4);
      argument.resize(at);
    }
    table.push_back({{"name", "--" + option->long_name()},
                     {"argument", argument},
                     {"default", by_default},
                     {"text", option->description()}});
  }
  return table;
}

Json command_table() {
  Json table = Json::array();
  for (const auto& command : all_commands()) {
    const CommandText& text = command->text();
    boost::program_options::options_description options;
    std::vector<std::string> operands;
    command->declare(options, operands);
    table.push_back({{"name", text.name},
                     {"summary", text.summary},
                     {"synopsis", text.synopsis},
                     {"example", text.example},
                     {"operands", operands},
                     {"options", option_table(options)}});
  }
  return table;
}

Json finding_table(const Catalog& catalog) {
  const FindingTexts texts(catalog);
  Json table = Json::array();
  for (const std::string& code : texts.codes()) {
    const FindingEntry& entry = *texts.find(code);
    Json row = {{"code", code}, {"error", entry.severity == Severity::error}};
    for (const Language language : {Language::en, Language::ja}) {
      const FindingText& text = entry.text(language);
      row[language == Language::en ? "en" : "ja"] = {
          {"title", text.title}, {"explanation", text.explanation}, {"remedy", text.remedy}};
    }
    table.push_back(row);
  }
  return table;
}

Json layout_table(const Catalog& catalog) {
  Json table = Json::array();
  for (const std::string& id : catalog.layout_ids()) {
    const auto layout = catalog.layout(id);
    Json items = Json::array();
    for (const Item& item : layout->items) {
      items.push_back({{"no", item.no}, {"id", item.id}, {"name", item.name}, {"picture", to_string(item.picture)}});
    }
    table.push_back({{"id", id}, {"name", layout->name}, {"items", items}});
  }
  return table;
}

Json names_of_charsets(std::span<const Charset> charsets) {
  Json names = Json::array();
  for (const Charset charset : charsets) names.push_back(charset_name(charset));
  return names;
}

}  // namespace
}  // namespace daicho

int main() {
  using namespace daicho;
  const Catalog catalog;
  Json checks = Json::array();
  for (const CheckKind& kind : check_list()) checks.push_back(kind.id);
  const Json tables = {{"version", DAICHO_VERSION},
                       {"shared_options", option_table(shared_options())},
                       {"commands", command_table()},
                       {"findings", finding_table(catalog)},
                       {"checks", checks},
                       {"layouts", layout_table(catalog)},
                       {"charsets",
                        {{"text", names_of_charsets(all_charsets())},
                         {"fixed", names_of_charsets(record_charsets(FileKind::fixed))},
                         {"csv", names_of_charsets(record_charsets(FileKind::csv))},
                         {"jsonl", names_of_charsets(record_charsets(FileKind::jsonl))}}}};
  std::cout << tables.dump(1) << "\n";
  return std::cout.flush() ? 0 : 3;
}
