#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "cli/change_report.hpp"
#include "cli/command.hpp"
#include "cli/file_diff.hpp"
#include "cli/format_options.hpp"
#include "cli/record_diff.hpp"
#include "cli/record_window.hpp"
#include "cli/report.hpp"
#include "formats/byte_sink.hpp"
#include "formats/error.hpp"
#include "formats/ignored_findings.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"diff", "tell which records were added, removed or changed between two files",
                        "diff --layout LAYOUT [--from SPEC] [--key ITEM] [--memory MIB] [--output FILE] OLD NEW",
                        "# two registers, in any order and any formats\n"
                        "daicho diff --layout juki yesterday.dat today.csv\n"
                        "# a table for a spreadsheet, with names and addresses\n"
                        "daicho diff --layout juki --show-values --output changes.csv yesterday.dat today.dat"};

constexpr std::int64_t kDefaultMemory = 64;                  // MiB
constexpr std::int64_t kMostMemory = std::int64_t{1} << 20;  // MiB

/// Also `changes.csv.zst`.
bool is_csv_name(const std::string& path) {
  return std::filesystem::path(path).filename().string().find(".csv") != std::string::npos;
}

class DiffCommand : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    input_.declare(options);
    auto add = options.add_options();
    add("key", po::value(&key_)->value_name("ITEM"),
        "the item by which records are matched (default: the layout's key)");
    add("output", po::value(&output_)->value_name("FILE"),
        "write the differences to FILE; CSV where its name has .csv (default: text to standard output)");
    add("memory", po::value(&memory_)->value_name("MIB")->default_value(kDefaultMemory),
        "memory for the hashes of records, 40 bytes each; more go to an unlinked temporary file");
    operands = {"OLD", "NEW"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    old_ = operands[0];
    new_ = operands[1];
    input_.accept();
    if (memory_ < 1 || memory_ > kMostMemory) {
      throw UsageError(fmt::format("--memory takes mebibytes, 1 to {}, not {}", kMostMemory, memory_));
    }
    if (old_ == "-") throw UsageError("OLD is read more than once: it can't be standard input");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const std::shared_ptr<const Layout> layout = catalog.layout(input_.layout);
    const std::size_t key = key_of(*layout);
    const FindingTexts texts(catalog);
    FindingReport report(texts, global, std::cerr);
    const CharacterTables tables(catalog, input_.characters.files());
    input_.tables = &tables;
    HidingFaults new_faults(report, key);
    RecordInput new_input = open_records(new_, input_, *layout, new_faults, report);
    for (const std::string& input : {old_, new_}) refuse_same_file(input, output_);
    const std::unique_ptr<ByteSink> sink = open_sink(output_, global.overwrite);
    ChangeReport changes(*layout, layout->items[key], {old_, new_}, global, *sink);
    if (is_csv_name(output_)) changes.as_csv();
    const DiffResult result = compare({*layout, key, new_input, new_faults, global, report, changes});
    changes.finish();
    sink->commit();
    report.finish();
    report.say(told_counts(result, global.language));
    if (result.unread > 0) report.say(told_unread(result, global.language));
    const bool same = result.added + result.removed + result.changed + result.unreadable + result.unknown == 0;
    return same && report.errors() == 0 ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  struct Comparing {
    const Layout& layout;
    std::size_t key;
    RecordInput& new_input;
    const HidingFaults& new_faults;
    const GlobalOptions& global;
    FindingReport& report;
    ChangeReport& changes;
  };

  /// Files that can be read twice are compared by hashes; others by all keys of OLD in memory.
  DiffResult compare(const Comparing& with) {
    const Layout& layout = with.layout;
    const std::size_t key = with.key;
    const auto take = [&](const RecordChange& change) { with.changes.add(change); };
    const auto text_of = [&](const RecordInput& input) { return input_.tables->text_options(input.format.charset); };
    HidingFaults old_faults(with.report, key);
    RecordInput old_input = open_records(old_, input_, layout, old_faults, with.report);
    const WindowMaker old_windows(layout, old_input.format, text_of(old_input), false);
    const WindowMaker new_windows(layout, with.new_input.format, text_of(with.new_input), false);
    const auto key_of_unreadable = [&](const RecordView& record, bool in_old) {
      return likely_key(record, key, in_old ? old_windows : new_windows);
    };
    const auto before = diff_file(old_, layout, old_input, text_of(old_input));
    const auto after = diff_file(new_, layout, with.new_input, text_of(with.new_input));
    if (before && after) {
      return diff_files({layout, key, *before, *after, with.report, key_of_unreadable, take, with.global.threads,
                         static_cast<std::uint64_t>(memory_) << 20});
    }
    IgnoredFindings nothing;
    const auto open_old = [&](bool first) {
      if (first) return std::move(old_input.reader);
      InputOptions options = input_;
      options.format = old_input.format;
      old_input = open_records(old_, options, layout, nothing, with.report);
      return std::move(old_input.reader);
    };
    const auto incomplete = [&](bool old) { return (old ? old_faults : with.new_faults).count() > 0; };
    return diff_records(
        {layout, key, old_, new_, open_old, *with.new_input.reader, with.report, key_of_unreadable, incomplete, take});
  }

  /// The key of a record that cannot be read, where a value stands that can be one: in an item that could be read, or
  /// before the byte that was lost.
  static std::string likely_key(const RecordView& record, std::size_t key, const WindowMaker& windows) {
    if (!record[key].empty()) return std::string(record[key]);
    return windows.sure_value(record.raw(), key).value_or(std::string());
  }

  std::size_t key_of(const Layout& layout) const {
    if (key_.empty() && !layout.key) {
      throw UsageError(fmt::format("layout {} has no key item: name one with --key", layout.id));
    }
    const std::size_t key = key_.empty() ? *layout.key : layout.index(key_);
    if (layout.items[key].privacy == Privacy::individual_no) {
      throw RefusedError(fmt::format("--key may not be '{}': diff never emits 個人番号", key_));
    }
    return key;
  }

  InputOptions input_;
  std::string key_;
  std::string output_ = "-";
  std::int64_t memory_ = kDefaultMemory;  // MiB; signed, so that -1 is not the largest number there is
  std::string old_;
  std::string new_;
};

const CommandRegistration registration([] { return std::make_unique<DiffCommand>(); });

}  // namespace
}  // namespace daicho
