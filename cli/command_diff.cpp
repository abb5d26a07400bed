#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "cli/command.hpp"
#include "cli/format_options.hpp"
#include "cli/record_diff.hpp"
#include "cli/report.hpp"
#include "cli/shown_item.hpp"
#include "formats/byte_sink.hpp"
#include "formats/error.hpp"
#include "formats/rejects.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"diff", "tell which records were added, removed or changed between two files",
                        "diff --layout LAYOUT [--from SPEC] [--key ITEM] [--output FILE] OLD NEW",
                        "# two registers, in any order and any formats\n"
                        "daicho diff --layout juki yesterday.dat today.csv\n"
                        "# a table for a spreadsheet, with names and addresses\n"
                        "daicho diff --layout juki --show-values --output changes.csv yesterday.dat today.dat"};

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

/// Also `changes.csv.zst`.
bool is_csv_name(const std::string& path) {
  return std::filesystem::path(path).filename().string().find(".csv") != std::string::npos;
}

/// The report of changes, as text or as CSV.
class ChangeReport {
 public:
  ChangeReport(const Layout& layout, const Item& key, bool csv, const GlobalOptions& global, ByteSink& sink)
      : layout_(layout), key_(key), csv_(csv), global_(global), sink_(sink) {
    if (csv_) text_ = "change,key,old_record,new_record,item,old,new\r\n";
  }

  void add(const RecordChange& change) {
    if (csv_) {
      add_rows(change);
    } else {
      add_lines(change);
    }
    if (text_.size() >= kBufferBytes) finish();
  }

  void finish() {
    sink_.write(text_);
    text_.clear();
  }

 private:
  std::string shown(const Item& item, std::string_view value) const {
    return shown_item(item, value, global_.show_values);
  }

  void add_lines(const RecordChange& change) {
    const std::string key = fmt::format("{} {}", key_.name, shown(key_, change.key));
    switch (change.kind) {
      case RecordChange::Kind::added:
        text_ += fmt::format("+ {} (record {})\n", key, change.new_record);
        return;
      case RecordChange::Kind::removed:
        text_ += fmt::format("- {} (record {})\n", key, change.old_record);
        return;
      case RecordChange::Kind::changed:
        break;
    }
    text_ += fmt::format("~ {} (record {} -> {})\n", key, change.old_record, change.new_record);
    for (const std::size_t i : change.items) {
      const Item& item = layout_.items[i];
      if (hidden(item, global_.show_values)) {
        text_ += fmt::format("    {}: changed\n", item.name);
      } else {
        text_ += fmt::format("    {}: '{}' -> '{}'\n", item.name, shown(item, (*change.before)[i]),
                             shown(item, (*change.after)[i]));
      }
    }
  }

  void add_rows(const RecordChange& change) {
    static constexpr std::string_view kNames[] = {"added", "removed", "changed"};
    std::string begin =
        fmt::format("{},{},", kNames[static_cast<std::size_t>(change.kind)], csv_quoted(shown(key_, change.key)));
    if (change.old_record != 0) begin += std::to_string(change.old_record);
    begin += ',';
    if (change.new_record != 0) begin += std::to_string(change.new_record);
    if (change.kind != RecordChange::Kind::changed) text_ += begin + ",,,\r\n";
    for (const std::size_t i : change.items) {
      const Item& item = layout_.items[i];
      text_ += begin + "," + item.id;
      for (const RecordView* record : {change.before, change.after}) {
        text_ += ',';
        if (!hidden(item, global_.show_values)) text_ += csv_quoted(shown(item, (*record)[i]));
      }
      text_ += "\r\n";
    }
  }

  const Layout& layout_;
  const Item& key_;
  const bool csv_;
  const GlobalOptions& global_;
  ByteSink& sink_;
  std::string text_;
};

/// Takes nothing: OLD is read again, and its findings are known.
class NoFindings : public FindingSink {
 public:
  void add(Finding) override {}
};

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
    operands = {"OLD", "NEW"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    old_ = operands[0];
    new_ = operands[1];
    input_.accept();
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
    RecordInput new_input = open_records(new_, input_, *layout, report, report);
    for (const std::string& input : {old_, new_}) refuse_same_file(input, output_);
    const std::unique_ptr<ByteSink> sink = open_sink(output_, global.overwrite);
    ChangeReport changes(*layout, layout->items[key], is_csv_name(output_), global, *sink);
    RecordInput old_input;
    NoFindings nothing;
    const auto open_old = [&](bool first) {
      InputOptions options = input_;
      if (!first) options.format = old_input.format;
      FindingSink& findings = first ? static_cast<FindingSink&>(report) : nothing;
      old_input = open_records(old_, options, *layout, findings, report);
      return std::move(old_input.reader);
    };
    const DiffParts parts{*layout,  key,
                          old_,     new_,
                          open_old, *new_input.reader,
                          report,   [&](const RecordChange& change) { changes.add(change); }};
    const DiffResult result = diff_records(parts);
    changes.finish();
    sink->commit();
    report.finish();
    report.say(fmt::format("{} added, {} removed, {} changed, {} equal", grouped(result.added), grouped(result.removed),
                           grouped(result.changed), grouped(result.equal)));
    if (result.unread > 0) {
      report.say(fmt::format("records that could not be read: {}; theirs may be listed as added or removed",
                             grouped(result.unread)));
    }
    const bool same = result.added + result.removed + result.changed == 0;
    return same && report.errors() == 0 ? ExitStatus::done : ExitStatus::findings;
  }

 private:
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
  std::string old_;
  std::string new_;
};

const CommandRegistration registration([] { return std::make_unique<DiffCommand>(); });

}  // namespace
}  // namespace daicho
