#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"explain", "tell what a finding's code means and how to mend it", "explain CODE",
                        "daicho explain D1203"};

void print_text(const FindingEntry& entry, Language language) {
  const bool ja = language == Language::ja;
  const bool error = entry.severity == Severity::error;
  const FindingText& text = entry.text(language);
  const std::string_view severity = ja ? (error ? "誤り" : "警告") : (error ? "error" : "warning");
  std::cout << fmt::format(
      fmt::runtime(ja ? "{} {}: {}\n\n意味と理由: {}\n\n直し方: {}\n"
                      : "{} {}: {}\n\nWhat it means and why it matters: {}\n\nHow to mend it: {}\n"),
      entry.code, severity, text.title, text.explanation, text.remedy);
}

class Explain : public Command {
 public:
  const CommandText& text() const override { return kText; }
  void declare(po::options_description&, std::vector<std::string>& operands) override { operands = {"CODE"}; }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    code_ = operands[0];
    std::replace(code_.begin(), code_.end(), 'd', 'D');
  }

  /// Both languages, the reader's own first.
  ExitStatus run(const GlobalOptions& global) override {
    const FindingTexts texts{Catalog(global.schemas)};
    const FindingEntry* entry = texts.find(code_);
    if (entry == nullptr) {
      const auto near = nearest_word(code_, texts.codes());
      throw UsageError(fmt::format("no finding '{}'{}", code_,
                                   near ? fmt::format("; did you mean {}?", *near) : "; codes look like D1203"));
    }
    print_text(*entry, global.language);
    std::cout << "\n";
    print_text(*entry, global.language == Language::ja ? Language::en : Language::ja);
    std::cout << fmt::format("\n出典 / Source: {}\n例 / Example: {}\n", entry->source, entry->example);
    return ExitStatus::done;
  }

 private:
  std::string code_;
};

const CommandRegistration registration([] { return std::make_unique<Explain>(); });

}  // namespace
}  // namespace daicho
