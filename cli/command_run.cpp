// daicho run cs-update | soufusaki | iten: one command for each job, all alike.
#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <map>

#include "cli/command.hpp"
#include "cli/day_option.hpp"
#include "cli/ledger_options.hpp"
#include "cli/record_text.hpp"
#include "cli/report.hpp"
#include "cli/text_table.hpp"
#include "formats/error.hpp"
#include "jobs/job.hpp"
#include "jobs/redo.hpp"
#include "jobs/runtime.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

std::string people(std::uint64_t count, const char* one, const char* several) {
  return count == 1 ? fmt::format("1 person {}", one) : fmt::format("{} people {}", count, several);
}

struct RunTexts {
  std::string job;
  std::string summary;
  std::string example;
};

class RunCommand : public Command {
 public:
  RunCommand(std::unique_ptr<Job> job, const RunTexts& texts) : job_(std::move(job)) {
    text_.name = "run " + std::string(job_->name());
    text_.summary = texts.summary;
    text_.synopsis = text_.name + " --config FILE --register FILE [--from SPEC] --state DIR --out DIR\n" +
                     "    [--as-of DATE] [--now TIMESTAMP] [--initial] [--full] [--dry-run]\n" +
                     "    [--wait SECONDS] [--approved-by NAME] [--purpose TEXT]";
    for (const Job::SideFile& side : job_->side_files()) text_.synopsis += fmt::format(" [--{} FILE]", side.option);
    text_.synopsis +=
        "\n" + text_.name +
        " --redo RUN --reason TEXT --config FILE --state DIR --out DIR [--wait SECONDS]\n    [--approved-by NAME] "
        "[--purpose TEXT]";
    text_.example = texts.example;
  }

  const CommandText& text() const override { return text_; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("config", po::value(&config_)->value_name("FILE"), "the municipality's settings (daicho.toml)");
    add("register", po::value(&request_.register_file)->value_name("FILE"), "the register, layout juki");
    add("from", po::value(&from_)->value_name("SPEC")->default_value("auto"), "its format");
    add("state", po::value(&state_)->value_name("DIR"), "what was published before; kept from run to run");
    add("out", po::value(&out_)->value_name("DIR"), "where the run's folder appears");
    add("as-of", po::value(&as_of_)->value_name("DATE"), "the processing date (default: the day of the run's clock)");
    add("now", po::value(&now_)->value_name("TIMESTAMP"),
        "the run's clock, YYYYMMDDhhmmssSSS (default: --as-of, else now)");
    add("initial", po::bool_switch(&request_.initial), "nothing was published before: begin");
    add("full", po::bool_switch(&request_.full), "publish everyone in scope, not only what changed");
    add("dry-run", po::bool_switch(&request_.dry_run), "do everything, publish nothing, leave the state as it is");
    add("approved-by", po::value(&request_.approved_by)->value_name("NAME"),
        "on whose approval, for the ledger (default: the settings' approval.by)");
    add("purpose", po::value(&request_.purpose)->value_name("TEXT"), "what for (default: approval.purpose)");
    add("wait", po::value(&wait_)->value_name("SECONDS"), "wait so long for another run of the state folder");
    add("redo", po::value(&redo_.run)->value_name("RUN"), "hand the files of a published run out once more");
    add("reason", po::value(&redo_.reason)->value_name("TEXT"), "why, for --redo");
    for (const Job::SideFile& side : job_->side_files()) {
      add(side.option.c_str(), po::value(&side_files_[side.option])->value_name("FILE"), side.help.c_str());
    }
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& given) override {
    for (const auto& [option, value] : {std::pair{"config", &config_}, std::pair{"register", &request_.register_file},
                                        std::pair{"state", &state_}, std::pair{"out", &out_}}) {
      const bool needless = !redo_.run.empty() && value == &request_.register_file;
      if (value->empty() && !needless) throw UsageError(fmt::format("--{} is missing", option));
    }
    refuse_empty(given);
    accept_redo(given);
    request_.wait = seconds_of_option(wait_);
    request_.from = parse_format_spec(from_);
    request_.state = state_;
    request_.out = out_;
    if (!as_of_.empty()) {
      request_.as_of = day_of_option(as_of_);
      if (!request_.as_of) {
        throw UsageError(fmt::format("--as-of takes a day as YYYYMMDD or YYYY-MM-DD, not '{}'", as_of_));
      }
    }
    if (!now_.empty()) {
      if (!timestamp_valid(now_)) throw UsageError(fmt::format("--now takes YYYYMMDDhhmmssSSS, not '{}'", now_));
      request_.now = now_;
    }
    for (const auto& [option, path] : side_files_) {
      if (!path.empty()) request_.side_files.emplace_back(option, path);
    }
    check_record_text("approved-by", request_.approved_by, {kMostLedgerCharacters, true});
    check_record_text("purpose", request_.purpose, {kMostLedgerCharacters, true});
    job_->accept(request_.initial, request_.full);
  }

  ExitStatus run(const GlobalOptions& global) override {
    const auto begin = std::chrono::steady_clock::now();
    const Settings settings = Settings::load(config_);
    request_.threads = global.threads;
    request_.say = [&](const std::string& sentence) { std::cerr << message_line("note", sentence, global) << "\n"; };
    if (!redo_.run.empty()) return redo(settings, begin);
    std::filesystem::path own = global.schemas;
    if (own.empty()) own = settings.path("schemas").value_or("");
    const Catalog catalog(own);
    const FindingTexts texts(catalog);
    const RunResult result = run_job(*job_, request_, {catalog, settings, texts, own});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    if (result.nothing_new) {
      std::cout << fmt::format("{}: nothing new; this input was published as {}\n", job_->name(), result.manifest.run);
      return ExitStatus::done;
    }
    print_files(result, taken.count());
    return report_counts(result, global);
  }

 private:
  /// What --redo needs, and what means nothing beside it.
  void accept_redo(const po::variables_map& given) {
    if (redo_.run.empty()) {
      if (given.count("reason") != 0) throw UsageError("--reason is for --redo only");
      return;
    }
    if (redo_.reason.empty()) throw UsageError("--redo needs --reason: the ledger asks why");
    for (const char* option : {"register", "as-of", "now"}) {
      if (given.count(option) != 0) throw UsageError(fmt::format("--{} means nothing beside --redo", option));
    }
    if (request_.initial || request_.full || request_.dry_run) {
      throw UsageError("--initial, --full and --dry-run mean nothing beside --redo");
    }
    redo_.job = job_->name();
    check_record_text("reason", redo_.reason, {kMostLedgerCharacters, true});
  }

  ExitStatus redo(const Settings& settings, std::chrono::steady_clock::time_point begin) {
    const RunResult result = redo_run(redo_, request_, settings);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    print_files(result, taken.count());
    return ExitStatus::done;
  }

  /// An option with an empty value is a script's unset variable: a list that was to be given, a day that was to be
  /// made.
  void refuse_empty(const po::variables_map& given) const {
    const auto refuse = [&](const std::string& option, const std::string& value) {
      if (given.count(option) != 0 && value.empty()) throw UsageError(fmt::format("--{} has no value", option));
    };
    refuse("as-of", as_of_);
    refuse("now", now_);
    refuse("redo", redo_.run);
    refuse("approved-by", request_.approved_by);
    refuse("purpose", request_.purpose);
    for (const auto& [option, path] : side_files_) refuse(option, path);
  }

  void print_files(const RunResult& result, double seconds) const {
    const Manifest& manifest = result.manifest;
    const std::string folder = request_.dry_run ? "(dry run)" : result.folder.string();
    const std::string taken = fmt::format("{:.2f}", seconds);
    const std::string rejects = std::to_string(manifest.counts.rejected);
    TextTable table({{"job", Align::left},
                     {"destination", Align::left},
                     {"records", Align::right},
                     {"rejects", Align::right},
                     {"bytes", Align::right},
                     {"seconds", Align::right},
                     {"folder", Align::left}});
    bool any = false;
    for (const ManifestFile& file : manifest.files) {
      if (file.kind != "data") continue;
      any = true;
      table.add({manifest.job, file.destination.empty() ? file.layout : file.destination, std::to_string(file.records),
                 rejects, std::to_string(file.bytes), taken, folder});
    }
    if (!any) table.add({manifest.job, "-", "0", rejects, "0", taken, folder});
    std::cout << table.text();
  }

  ExitStatus report_counts(const RunResult& result, const GlobalOptions& global) const {
    const ManifestCounts& counts = result.manifest.counts;
    const auto say = [&](const std::string& sentence) { std::cerr << message_line("note", sentence, global) << "\n"; };
    if (counts.waiting != 0) {
      say(fmt::format("{} for a decision of staff: waiting.csv", people(counts.waiting, "waits", "wait")));
    }
    if (counts.rejected == 0) return ExitStatus::done;
    say(fmt::format("{} held back by errors: rejects.csv", people(counts.rejected, "was", "were")));
    return ExitStatus::findings;
  }

  std::unique_ptr<Job> job_;
  CommandText text_;
  RunRequest request_;
  std::string config_;
  std::string from_;
  std::string state_;
  std::string out_;
  std::string as_of_;
  std::string now_;
  std::string wait_;
  RedoRequest redo_;
  std::map<std::string, std::string> side_files_;
};

const CommandRegistration cs_update([] {
  return std::make_unique<RunCommand>(
      make_cs_update(),
      RunTexts{"cs-update", "publish 本人確認情報 of whoever changed, for the 市町村CS",
               "# the first run of a state folder publishes every living resident\n"
               "daicho run cs-update --config daicho.toml --register day1.dat --state state --out out "
               "--as-of 20261119 --initial\n"
               "daicho run cs-update --config daicho.toml --register day2.dat --state state --out out "
               "--as-of 20261120"});
});

const CommandRegistration soufusaki([] {
  return std::make_unique<RunCommand>(
      make_soufusaki(),
      RunTexts{"soufusaki", "publish 送付先情報 of whoever newly got an 個人番号",
               "daicho run soufusaki --config daicho.toml --register day2.dat --state state --out out --as-of 20261120 "
               "--print-classes print_classes.csv"});
});

const CommandRegistration iten([] {
  return std::make_unique<RunCommand>(
      make_iten(), RunTexts{"iten", "hand each department what it may see of the residents it deals with",
                            "daicho run iten --config daicho.toml --register day2.dat --state state --out out "
                            "--as-of 20261120"});
});

}  // namespace
}  // namespace daicho
