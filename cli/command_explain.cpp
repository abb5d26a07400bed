#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/check_table.hpp"
#include "cli/command.hpp"
#include "formats/checks/check.hpp"
#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"explain", "tell what a finding or a check means and how to mend it", "explain CODE",
                        "daicho explain D1203\n"
                        "# a logical check with all that it may find\n"
                        "daicho explain L25"};

void print_text(const FindingEntry& entry, Language language) {
  const bool ja = language == Language::ja;
  const bool error = entry.severity == Severity::error;
  const FindingText& text = entry.text(language);
  const std::string_view severity = ja ? (error ? "エラー" : "警告") : (error ? "error" : "warning");
  std::cout << fmt::format(
      fmt::runtime(ja ? "{} {}：{}\n\n意味と理由：{}\n\n直し方：{}\n"
                      : "{} {}: {}\n\nWhat it means and why it matters: {}\n\nHow to mend it: {}\n"),
      entry.code, severity, text.title, text.explanation, text.remedy);
}

class Explain : public Command {
 public:
  const CommandText& text() const override { return kText; }
  void declare(po::options_description&, std::vector<std::string>& operands) override { operands = {"CODE"}; }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    code_ = operands[0];
    for (char& c : code_) c = c == 'd' ? 'D' : c == 'l' ? 'L' : c;
  }

  ExitStatus run(const GlobalOptions& global) override {
    const FindingTexts texts{Catalog(global.schemas)};
    const auto& checks = check_list();
    const auto check =
        std::find_if(checks.begin(), checks.end(), [&](const CheckKind& kind) { return kind.id == code_; });
    if (check != checks.end()) {
      explain_check(*check, texts, global.language);
    } else if (const FindingEntry* entry = texts.find(code_)) {
      print_entry(*entry, global.language);
    } else {
      std::vector<std::string> words = texts.codes();
      for (const CheckKind& kind : checks) words.emplace_back(kind.id);
      const auto near = nearest_word(code_, words);
      throw UsageError(
          fmt::format("no finding or check '{}'{}", code_,
                      near ? fmt::format("; did you mean {}?", *near) : "; findings look like D1203, checks like L25"));
    }
    return ExitStatus::done;
  }

 private:
  /// Both languages, the reader's own first.
  static void print_entry(const FindingEntry& entry, Language language) {
    print_text(entry, language);
    std::cout << "\n";
    print_text(entry, language == Language::ja ? Language::en : Language::ja);
    std::cout << fmt::format("\n出典 / Source: {}\n例 / Example: {}\n", entry.source, entry.example);
  }

  static void explain_check(const CheckKind& check, const FindingTexts& texts, Language language) {
    std::cout << check_summary(check, language) << "\n";
    for (const FindingCode& code : check.codes) {
      if (const FindingEntry* entry = texts.find(code.code)) {
        std::cout << "\n";
        print_entry(*entry, language);
      }
    }
  }

  std::string code_;
};

const CommandRegistration registration([] { return std::make_unique<Explain>(); });

}  // namespace
}  // namespace daicho
