// What becomes of every character of 文字情報基盤 in each charset: held, substituted by which rule, or left to かな or
// staff. `--each` prints every character instead, as tab-separated text, for the comparison with oracle.py.
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "converters/substitute.hpp"
#include "converters/utf8.hpp"
#include "formats/character_tables.hpp"

namespace daicho {
namespace {

struct Target {
  std::string name;
  TargetRepertoire repertoire;
};

std::vector<Target> all_targets(const CharacterTables& tables) {
  std::vector<Target> targets;
  for (const Charset charset :
       {Charset::cp932, Charset::shift_jis_2004, Charset::utf16be, Charset::ibm930, Charset::ibm939, Charset::juki}) {
    targets.push_back(
        {std::string(charset_name(charset)), TargetRepertoire::of_charset(charset, tables.text_options(charset))});
  }
  for (const Charset charset : {Charset::utf16be, Charset::cp932}) {
    targets.push_back(
        {fmt::format("certificate in {}", charset_name(charset)), TargetRepertoire::certificate(charset)});
  }
  return targets;
}

struct Counts {
  std::size_t held = 0;
  std::array<std::size_t, kSubstituteRules> by_rule{};  // the first hop's
  std::size_t two_hops = 0;
  std::size_t several = 0;  // with alternatives as good as what was chosen
  std::size_t without = 0;
  std::size_t no_code_point = 0;

  std::size_t substituted() const {
    std::size_t sum = 0;
    for (const std::size_t count : by_rule) sum += count;
    return sum;
  }
};

Counts count(const CharacterTables& tables, const TargetRepertoire& target) {
  Counts counts;
  for (const MjCharacter& row : tables.mj().rows()) {
    if (row.sequences.empty()) {
      ++counts.no_code_point;
      continue;
    }
    const Substitution done = substitute(tables.substitutes(), row.sequences.front(), target);
    if (done.result == SubstituteResult::unchanged) {
      ++counts.held;
    } else if (done.result == SubstituteResult::impossible) {
      ++counts.without;
    } else {
      const Replacement& one = done.replacements.front();
      ++counts.by_rule[static_cast<std::size_t>(one.hops.front().rule)];
      counts.two_hops += one.hops.size() == 2 ? 1 : 0;
      counts.several += one.alternatives.empty() ? 0 : 1;
    }
  }
  return counts;
}

void print_table(const CharacterTables& tables) {
  const std::vector<Target> targets = all_targets(tables);
  std::vector<Counts> counts;
  std::string text = "| of 58,862 characters |";
  std::string rule = "|---|";
  for (const Target& target : targets) {
    counts.push_back(count(tables, target.repertoire));
    text += fmt::format(" {} |", target.name);
    rule += "---:|";
  }
  text += "\n" + rule + "\n";
  const auto line = [&](std::string_view what, const auto& value) {
    text += fmt::format("| {} |", what);
    for (const Counts& one : counts) text += fmt::format(" {} |", value(one));
    text += "\n";
  };
  line("held as they are", [](const Counts& one) { return one.held; });
  line("substituted", [](const Counts& one) { return one.substituted(); });
  for (std::size_t i = 0; i < kSubstituteRules; ++i) {
    line(fmt::format("- {}", substitute_rule_label(static_cast<SubstituteRule>(i))),
         [&](const Counts& one) { return one.by_rule[i]; });
  }
  line("- of these, by two hops", [](const Counts& one) { return one.two_hops; });
  line("- of these, with others as good", [](const Counts& one) { return one.several; });
  line("left to かな (names) or staff", [](const Counts& one) { return one.without; });
  line("without a code point", [](const Counts& one) { return one.no_code_point; });
  std::fputs(text.c_str(), stdout);
}

/// `葛_E0102`, as the tables spell it.
std::string spelt(std::string_view character) {
  std::string_view rest = character;
  take_code_point(rest);
  std::string text(character.substr(0, character.size() - rest.size()));
  if (!rest.empty()) text += fmt::format("_{:04X}", static_cast<std::uint32_t>(take_code_point(rest)));
  return text;
}

void print_each(const CharacterTables& tables) {
  for (const Target& target : all_targets(tables)) {
    for (const MjCharacter& row : tables.mj().rows()) {
      for (const std::string& character : row.sequences) {
        std::string way = target.repertoire.holds(character) ? "held" : "";
        if (way.empty()) {
          for (const Hop& hop : substitute_path(tables.substitutes(), character, target.repertoire)) {
            way += fmt::format("{}{} {}", way.empty() ? "" : " > ", substitute_rule_name(hop.rule), spelt(hop.to));
          }
        }
        fmt::print("{}\t{}\t{}\n", target.name, spelt(character), way);
      }
    }
  }
}

}  // namespace
}  // namespace daicho

int main(int argc, char** argv) {
  try {
    const daicho::Catalog catalog(DAICHO_SOURCE_DIR "/schemas");
    const daicho::CharacterTables tables(catalog);
    if (argc == 2 && std::string_view(argv[1]) == "--each") {
      daicho::print_each(tables);
    } else if (argc == 1) {
      daicho::print_table(tables);
    } else {
      std::fputs("usage: character_statistics [--each]\n", stderr);
      return 2;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "character_statistics: {}\n", error.what());
    return 3;
  }
  return std::fflush(stdout) == 0 ? 0 : 3;
}
