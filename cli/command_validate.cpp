#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <thread>

#include "cli/against_file.hpp"
#include "cli/check_table.hpp"
#include "cli/command.hpp"
#include "cli/day_option.hpp"
#include "cli/format_options.hpp"
#include "cli/refusal_words.hpp"
#include "cli/report.hpp"
#include "cli/validation_report.hpp"
#include "converters/check_digit.hpp"
#include "formats/byte_sink.hpp"
#include "formats/checks/profile.hpp"
#include "formats/detect_damage.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/layout_guess.hpp"
#include "formats/validation.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"validate", "find every fault of a file: its place, its reason and what to do",
                        "validate --layout LAYOUT [--from SPEC] [--as-of DATE] [--against FILE] [--profile FILE] "
                        "[--municipality CODE] [--report text|json|sarif|html] [--output FILE] [--max-errors N] "
                        "[--memory MIB] FILE...\n"
                        "       daicho validate --list-checks [--layout LAYOUT] [--profile FILE]",
                        "# before delivery: all checks, those against the processing date among them\n"
                        "daicho validate --layout soufusaki --as-of 2026-04-01 soufusaki.dat\n"
                        "# a register beside the one of yesterday: what events may change, too\n"
                        "daicho validate --layout juki --against yesterday.csv today.csv\n"
                        "# which checks there are\n"
                        "daicho validate --list-checks"};

constexpr unsigned kColumns = 100;  // of a report that goes to no terminal

constexpr std::int64_t kMostMemory = std::int64_t{1} << 20;  // MiB: one tebibyte
constexpr std::array<std::string_view, 4> kForms{"text", "json", "sarif", "html"};

std::unique_ptr<ValidationReport> make_report(std::string_view form, const ReportParts& parts) {
  if (form == "json") return json_report(parts);
  if (form == "sarif") return sarif_report(parts);
  return form == "html" ? html_report(parts) : text_report(parts);
}

class Validate : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    input_.declare(options);
    auto add = options.add_options();
    add("as-of", po::value(&as_of_text_)->value_name("DATE"),
        "the processing date (処理日), YYYY-MM-DD (default: the 基準日 of the envelope, else checks against it are "
        "left "
        "out)");
    against_.declare(options);
    add("profile", po::value(&profile_)->value_name("FILE"),
        "which alerts are errors and which are off, as TOML (see docs/validation.md)");
    add("municipality", po::value(&municipality_)->value_name("CODE"),
        "one's own municipality, six digits (全国地方公共団体コード; default: the sender in the envelope)");
    add("report", po::value(&form_)->value_name("text|json|sarif|html")->default_value("text"), "form of the report");
    add("output", po::value(&output_)->value_name("FILE"), "write the report to FILE (default: standard output)");
    add("max-errors", po::value(&max_errors_)->value_name("N"), "show at most N findings; all are counted");
    add("memory", po::value(&memory_)->value_name("MIB")->default_value(16),
        "memory for the evidence of rules about many records; more goes to an unlinked temporary file, as keyed "
        "hashes");
    add("list-checks", po::bool_switch(&list_checks_), "list the checks and end");
    operands = {"[FILE...]"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    files_ = operands;
    if (list_checks_) {
      if (!files_.empty()) throw UsageError("--list-checks takes no FILE");
      return;
    }
    if (files_.empty()) throw UsageError("FILE is missing");
    input_.accept();
    against_.accept(input_.layout);
    if (!as_of_text_.empty()) {
      options_.as_of = day_of_option(as_of_text_);
      if (!options_.as_of) throw UsageError(fmt::format("--as-of takes a day, YYYY-MM-DD, not '{}'", as_of_text_));
    }
    if (std::find(kForms.begin(), kForms.end(), form_) == kForms.end()) {
      throw UsageError(fmt::format("--report takes text, json, sarif or html, not '{}'", form_));
    }
    if (memory_ < 1 || memory_ > kMostMemory) {
      throw UsageError(fmt::format("--memory takes mebibytes, 1 to {}, not {}", kMostMemory, memory_));
    }
    options_.memory = static_cast<std::uint64_t>(memory_) << 20;
    if (!municipality_.empty() && !check_digit_valid(CheckDigit::municipality_code, municipality_)) {
      throw UsageError(
          fmt::format("--municipality takes six digits with their check digit, as 132101, not '{}'", municipality_));
    }
    options_.municipality = municipality_;
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const FindingTexts texts(catalog);
    const Profile profile = profile_.empty() ? Profile() : Profile(profile_, texts);
    if (list_checks_) {
      if (!input_.layout.empty()) catalog.layout(input_.layout);  // says so where there is none
      std::cout << check_table(texts, profile, input_.layout, global.language);
      return ExitStatus::done;
    }
    const std::shared_ptr<const Layout> layout = catalog.layout(input_.layout);
    const CharacterTables tables(catalog, input_.characters.files());
    for (const std::string& file : files_) refuse_same_file(file, output_);
    if (against_.given()) refuse_same_file(against_.file(), output_);
    options_.to_last_byte = true;
    options_.threads = global.threads != 0 ? global.threads : std::thread::hardware_concurrency();
    FindingReport messages(texts, global, std::cerr);
    const AgainstFile against = against_.open(catalog, tables, *layout, options_.threads, {messages, global.language});
    const std::unique_ptr<ByteSink> sink = open_sink(output_, global.overwrite);
    ReportParts parts{catalog, texts, tables, global, profile, *layout, max_errors_, false, kColumns, *sink};
    look_at_terminal(parts);
    const Setup setup{catalog, *layout, tables, profile, global, against.records.get()};
    std::unique_ptr<ValidationReport> report;  // begun with the first file that can be read: else there is none
    for (const std::string& file : files_) {
      const std::optional<OpenFile> open = open_file(file, setup, messages);
      if (!open) continue;
      if (!report) report = make_report(form_, parts);
      validate_file(file, *open, setup, *report);
    }
    if (report) {
      report->finish();
      sink->commit();
    }
    return status_;
  }

 private:
  void look_at_terminal(ReportParts& parts) const {
    if (output_ != "-" || ::isatty(STDOUT_FILENO) == 0) return;
    const char* no_color = std::getenv("NO_COLOR");
    parts.colours = no_color == nullptr || *no_color == '\0';
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) parts.columns = size.ws_col;
  }

  /// What all files are validated with.
  struct Setup {
    const Catalog& catalog;
    const Layout& layout;
    const CharacterTables& tables;
    const Profile& profile;
    const GlobalOptions& global;
    OtherRecords* against;
  };

  struct OpenFile {
    std::unique_ptr<ByteSource> source;
    FormatSpec format;
  };

  /// One file that can't be read, or whose format can't be told, is told on standard error and raises the exit status;
  /// the others are validated all the same.
  std::optional<OpenFile> open_file(const std::string& file, const Setup& setup, FindingReport& messages) {
    try {
      OpenFile open{open_source(file), {}};
      open.format = format_of(file, setup, *open.source, messages);
      return open;
    } catch (const UsageError& error) {
      complain(error.what(), ExitStatus::usage, setup.global);
    } catch (const WorldError& error) {
      complain(error.what(), ExitStatus::world, setup.global);
    }
    return std::nullopt;
  }

  void complain(const char* what, ExitStatus status, const GlobalOptions& global) {
    const Language language = global.log_json ? Language::en : global.language;
    std::cerr << message_line("error", sentence_in(language, what), global) << "\n";
    status_ = std::max(status_, status);
  }

  /// Counts findings on their way to a report.
  struct Counted : ValidationSink {
    explicit Counted(ValidationReport& to) : report(to) {}
    void add(const Finding& finding, std::string_view record) override {
      ++(finding.is_error() ? errors : warnings);
      told = false;
      report.add(finding, record);
      told = true;
    }
    ValidationReport& report;
    bool told = true;  // false behind a report that could not take a finding
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
  };

  /// Validates a file; where it cannot be read to its end, that is told on standard error and in the report, and raises
  /// the exit status: what was found up to there stands.
  ValidationSummary validated(const ValidationInput& input, ValidationReport& report, const GlobalOptions& global) {
    Counted counted(report);
    try {
      ValidationSummary summary = validate(input, options_, counted);
      if (summary.unreadable) complain(summary.broken_off.c_str(), ExitStatus::world, global);
      return summary;
    } catch (const WorldError& error) {
      if (!counted.told) throw;
      complain(error.what(), ExitStatus::world, global);
      ValidationSummary summary;
      summary.read.format = input.format;
      summary.errors = counted.errors;
      summary.warnings = counted.warnings;
      summary.broken_off = error.what();
      return summary;
    }
  }

  void validate_file(const std::string& file, const OpenFile& open, const Setup& setup, ValidationReport& report) {
    ByteSource& source = *open.source;
    report.begin_file(file, open.format);
    const std::string looks_like = input_.format ? other_layouts(setup, open.format.charset, source) : std::string();
    const auto begin = std::chrono::steady_clock::now();
    const ValidationInput input{setup.layout,  open.format,  source, setup.tables.text_options(open.format.charset),
                                setup.profile, setup.against};
    ValidationSummary summary = validated(input, report, setup.global);
    if (summary.errors > 0 && !looks_like.empty()) {
      report_other_layout(file, setup, looks_like, report);
      ++summary.errors;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    report.end_file(summary, seconds.count());
    if (summary.errors > 0) status_ = std::max(status_, ExitStatus::findings);
  }

  /// What a file looks like that has no reading in its layout; nothing where it has one, and for charsets that no
  /// reading is tried in. Takes nothing from the source.
  static std::string other_layouts(const Setup& setup, Charset charset, ByteSource& source) {
    const bool never_guessed =
        charset == Charset::juki || charset == Charset::shift_jis_2004 || charset == Charset::euc_jis_2004;
    try {
      if (never_guessed || source.peek(1).empty() || detect_format(setup.layout, source).format) return {};
      return guesses_text(guess_layouts(setup.catalog, setup.layout.id, source));
    } catch (const WorldError&) {
      return {};  // reading meets it too, and it is what is wrong with the file
    }
  }

  /// The other findings would not say so.
  static void report_other_layout(const std::string& file, const Setup& setup, const std::string& looks_like,
                                  ValidationReport& report) {
    Finding finding;
    finding.code = code::kOtherLayout;
    finding.file = file;
    finding.layout = &setup.layout;
    finding.args = {{"looks_like", looks_like}};
    report.add(finding, {});
  }

  FormatSpec format_of(const std::string& file, const Setup& setup, ByteSource& source, FindingReport& messages) {
    if (input_.format) return *input_.format;
    const Detection detection = detect_format(setup.layout, source);
    if (!detection.format) {
      const std::string guesses = guesses_text(guess_layouts(setup.catalog, setup.layout.id, source));
      if (!guesses.empty()) {
        throw UsageError(fmt::format("{}: not readable as layout {}: {}; it looks like {}", file, setup.layout.id,
                                     detection.reason, guesses));
      }
      throw UsageError(format_refusal(file, detection.reason));
    }
    messages.say_format(file, *detection.format);
    return *detection.format;
  }

  InputOptions input_;
  AgainstOptions against_;
  std::string as_of_text_;
  std::string profile_;
  std::string municipality_;
  std::string form_;
  std::string output_ = "-";
  std::uint64_t max_errors_ = 0;
  std::int64_t memory_ = 0;  // MiB; signed, so that -1 is not the largest number there is
  bool list_checks_ = false;
  std::vector<std::string> files_;
  ValidationOptions options_;
  ExitStatus status_ = ExitStatus::done;
};

const CommandRegistration registration([] { return std::make_unique<Validate>(); });

}  // namespace
}  // namespace daicho
