#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "cli/census_input.hpp"
#include "cli/census_report.hpp"
#include "cli/character_options.hpp"
#include "cli/command.hpp"
#include "cli/format_options.hpp"
#include "cli/report.hpp"
#include "cli/text_census.hpp"
#include "converters/charset_names.hpp"
#include "formats/byte_sink.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

constexpr std::size_t kMostPlaces = 1000;  // an entry of each rare character: memory stays bounded

const CommandText kText{
    "chars", "count the characters of files, and tell what other systems make of them",
    "chars [--layout LAYOUT] [--from SPEC] [--format text|json|html] [--output FILE] [--gaiji FILE] FILE...",
    "# before a migration: which characters need a look, and where they stand\n"
    "daicho chars --layout juki juki.dat\n"
    "# a page for the people who decide about them\n"
    "daicho chars --layout juki --gaiji gaiji.csv --format html --output chars.html juki.dat\n"
    "# plain text; exit status 1 where CP932 lacks a character\n"
    "daicho chars --from utf-8 --strict-for cp932 names.txt"};

class Chars : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    auto add = options.add_options();
    add("layout", po::value(&input_.layout)->value_name("LAYOUT"),
        "the record layout (see `daicho layout list`); without it the files are plain text");
    add("from", po::value(&input_.from)->value_name("SPEC"),
        "format of the input, of plain text the charset (default: auto)");
    add("format", po::value(&format_)->value_name("text|json|html")->default_value("text"), "form of the answer");
    add("output", po::value(&output_)->value_name("FILE")->default_value("-"), "where to write it");
    add("places", po::value(&places_)->value_name("N")->default_value(3),
        "how many places of each rare character are told");
    add("strict-for", po::value(&strict_for_)->value_name("TARGET"),
        "exit with 1 where TARGET has neither a character nor a similar one nor the code of the 外字 (a substitute "
        "does "
        "not count): cp932, shift_jis-2004, utf-16, ibm-930, juki or certificate");
    characters_.declare(options);
    characters_.declare_substitutes(options);
    operands = {"FILE..."};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    files_ = operands;
    if (format_ != "text" && format_ != "json" && format_ != "html") {
      throw UsageError(fmt::format("--format takes text, json or html, not '{}'", format_));
    }
    if (places_ > kMostPlaces) throw UsageError(fmt::format("--places takes at most {}", kMostPlaces));
    if (!strict_for_.empty()) strict_target();
    if (std::count(files_.begin(), files_.end(), "-") > 1) throw UsageError("standard input is named twice");
    if (input_.layout.empty()) {
      charset_ = text_charset(input_.from);
    } else {
      input_.accept();
    }
  }

  ExitStatus run(const GlobalOptions& global) override {
    for (const std::string& file : files_) refuse_same_file(file, output_);
    const Catalog catalog(global.schemas);
    const std::shared_ptr<const Layout> layout = input_.layout.empty() ? nullptr : catalog.layout(input_.layout);
    const CharacterTables tables(catalog, characters_.files());
    const CharacterTables reading(catalog, {{}, characters_.files().juki, {}});  // 外字 are counted as such
    input_.tables = &reading;
    const TextOptions text = charset_ ? reading.text_options(*charset_) : TextOptions{};
    const FindingTexts texts(catalog);
    FindingReport findings(texts, global, std::cerr);
    const std::unique_ptr<ByteSink> sink = open_sink(output_, global.overwrite);
    const CensusReporter reporter(tables);
    CharacterCensus total(places_);
    std::vector<CensusFileReport> files;
    for (std::uint32_t i = 0; i < files_.size(); ++i) {
      CharacterCensus census(places_);
      CensusFile file = layout ? count_records(files_[i], i, input_, *layout, global.threads, findings, census)
                               : count_text({files_[i], i, charset_, text, global.threads}, findings, census);
      files.push_back(reporter.file_report(std::move(file), census));
      total.add(census);
    }
    findings.finish();
    const CensusReport report = reporter.report(layout.get(), std::move(files), total);
    sink->write(format_ == "json"   ? census_as_json(report)
                : format_ == "html" ? census_as_html(report)
                                    : census_as_text(report, global.language));
    sink->commit();
    const bool strict_fault = !strict_for_.empty() && says_strict_fault(report, global.language, findings);
    return findings.errors() > 0 || strict_fault ? ExitStatus::findings : ExitStatus::done;
  }

 private:
  /// The charset of a plain text; nothing for `auto`.
  static std::optional<Charset> text_charset(const std::string& from) {
    if (from == "auto") return std::nullopt;
    const std::optional<Charset> charset = parse_charset(from);
    if (charset) return charset;
    throw UsageError(fmt::format("--from takes a charset where there is no --layout: {}; not '{}'{}",
                                 known_charset_names(), from, charset_hint(from)));
  }

  /// The index of --strict-for's target.
  std::size_t strict_target() const {
    const auto found = std::find(kCharacterTargets.begin(), kCharacterTargets.end(), strict_for_);
    if (found == kCharacterTargets.end()) {
      throw UsageError(fmt::format("--strict-for takes {}, not '{}'", fmt::join(kCharacterTargets, ", "), strict_for_));
    }
    return static_cast<std::size_t>(found - kCharacterTargets.begin());
  }

  /// Whether a character has no place in the target, which is said.
  bool says_strict_fault(const CensusReport& report, Language language, FindingReport& findings) const {
    const FateCounts& counts = report.targets[strict_target()];
    const CensusCount& substituted = counts[static_cast<std::size_t>(Fate::substituted)];
    const CensusCount& lost = counts[static_cast<std::size_t>(Fate::lost)];
    const std::uint64_t characters = substituted.characters + lost.characters;
    if (characters == 0 && report.beyond_limit == 0) return false;
    findings.say(fmt::format(fmt::runtime(language == Language::ja ? "{} で表せない文字：{} 字種、{} 字"
                                                                   : "characters that {} lacks: {}, occurrences: {}"),
                             strict_for_, grouped(characters),
                             grouped(substituted.occurrences + lost.occurrences + report.beyond_limit)));
    return true;
  }

  InputOptions input_;
  std::string format_;
  std::string output_;
  std::size_t places_ = 0;
  std::string strict_for_;
  CharacterOptions characters_;  // each 外字 is judged by what it means
  std::optional<Charset> charset_;
  std::vector<std::string> files_;
};

const CommandRegistration registration([] { return std::make_unique<Chars>(); });

}  // namespace
}  // namespace daicho
