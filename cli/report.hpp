// How findings are told on standard error: as text, or one JSON object a line.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "formats/finding.hpp"
#include "formats/finding_texts.hpp"
#include "formats/format_spec.hpp"

namespace daicho {

/// Prints findings as they come, at most so many of each code and file; `finish` says how many more there were.
class FindingReport : public FindingSink {
 public:
  static constexpr std::uint64_t kShownOfEachCode = 20;

  /// All must outlive it.
  FindingReport(const FindingTexts& texts, const GlobalOptions& global, std::ostream& out)
      : texts_(texts), global_(global), out_(out) {}

  void add(Finding finding) override;
  /// Says what was folded; once, at the end.
  void finish();

  /// "in.dat: fixed:cp932,eol=crlf (found from the bytes)".
  void say_format(const std::string& file, const FormatSpec& format);
  /// "in.txt: cp932 (found from the bytes)".
  void say_charset(const std::string& file, Charset charset);
  /// A sentence of the command, or the JSON object {"type":"note","text":...}.
  void say(const std::string& sentence);

  std::uint64_t errors() const { return errors_; }
  std::uint64_t warnings() const { return warnings_; }

 private:
  void say_found(const std::string& file, const std::string& format);

  struct Count {
    Severity severity = Severity::error;
    std::uint64_t seen = 0;
  };
  const FindingTexts& texts_;
  const GlobalOptions& global_;
  std::ostream& out_;
  std::map<std::string, Count, std::less<>> counts_;  // by code
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
};

/// One finding as a line of text, without its end: `in.dat:3:45: error D1003: message`.
std::string finding_line(const Finding& finding, const FindingTexts& texts, const GlobalOptions& global);

/// One finding as the JSON object of contract 4, on one line.
std::string finding_json(const Finding& finding, const FindingTexts& texts, const GlobalOptions& global);

/// The same at the end of `line`, which keeps its storage from finding to finding.
void append_finding_json(std::string& line, const Finding& finding, const FindingTexts& texts,
                         const GlobalOptions& global);

/// The message of a finding, with the reasons in it in the language, too.
std::string told_message(const Finding& finding, const FindingTexts& texts, Language language);

/// A sentence of the program itself, without its line end: `daicho: TEXT`, or the JSON object
/// {"type":TYPE,"text":TEXT}.
std::string message_line(std::string_view type, std::string_view text, const GlobalOptions& global);

/// `1,234,567`.
std::string grouped(std::uint64_t number);

}  // namespace daicho
