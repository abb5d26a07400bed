#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "cli/command.hpp"
#include "cli/conversion.hpp"
#include "cli/format_options.hpp"
#include "cli/report.hpp"
#include "formats/byte_sink.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{
    "convert", "turn a record file into another format or charset",
    "convert --layout LAYOUT [--from SPEC] --to SPEC [--rejects FILE] [--items ID,...] IN OUT",
    "# a register for a spreadsheet\n"
    "daicho convert --layout juki --to csv:utf-8,bom=yes juki.dat juki.csv\n"
    "# back again; records that do not fit go to rejects.csv\n"
    "daicho convert --layout juki --from csv:utf-8,bom=yes --to fixed:cp932 --rejects rejects.csv juki.csv juki2.dat\n"
    "# some items only, into a pipe\n"
    "daicho convert --layout juki --to csv --items 宛名番号,漢字氏名 juki.dat - | head"};

class Convert : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    input_.declare(options);
    auto add = options.add_options();
    add("to", po::value(&to_)->value_name("SPEC"), output_format_help().c_str());
    add("rejects", po::value(&rejects_)->value_name("FILE"),
        "write what is good, and the bad records with their bytes and reasons to FILE; where the file as a whole is at "
        "fault, neither is written");
    add("items", po::value(&items_)->value_name("ID,..."), "write these items only (csv, jsonl)");
    add("strict", po::bool_switch(&strict_), "write nothing where codes or characters would come back as others");
    add("envelope", po::value(&envelope_)->value_name("KEY=VALUE,..."),
        "fields of the control record 1: from, to, made, extent, base_date, serial (default: the input's)");
    operands = {"IN", "OUT"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    in_ = operands[0];
    out_ = operands[1];
    input_.accept();
    format_ = parse_output_format(to_);
    if (!items_.empty() && format_.kind == FileKind::fixed) throw UsageError("--items needs --to csv or jsonl");
    if (!items_.empty() && format_.envelope == Envelope::control) {
      throw UsageError("--items and envelope=control do not go together: an envelope is about whole records");
    }
    EnvelopeHeader header;
    apply_envelope_words(envelope_, header);
    if (!envelope_.empty() && format_.envelope == Envelope::none) {
      throw UsageError("--envelope needs --to with envelope=control");
    }
    if (rejects_ == "-" && out_ == "-") throw UsageError("OUT and --rejects are both standard output");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const std::shared_ptr<const Layout> layout = catalog.layout(input_.layout);
    const std::vector<std::size_t> items = items_.empty() ? std::vector<std::size_t>() : parse_items(*layout, items_);
    const Layout part = layout_of_items(*layout, items);
    const Layout& written = items.empty() ? *layout : part;
    refuse_same_files();
    const FindingTexts texts(catalog);
    FindingReport report(texts, global, std::cerr);
    FindingList findings;
    const CharacterTables tables(catalog, input_.characters.files());
    input_.tables = &tables;
    RecordInput input = open_records(in_, input_, *layout, findings, report);
    const std::unique_ptr<ByteSink> sink = open_sink(out_, global.overwrite);
    const std::unique_ptr<ByteSink> reject_sink = rejects_.empty() ? nullptr : open_sink(rejects_, global.overwrite);
    std::optional<RejectFile> rejects;
    if (reject_sink) rejects.emplace(*reject_sink);
    RecordChanges changes(*layout, input.format, tables.text_options(input.format.charset), format_,
                          tables.text_options(format_.charset));
    const ConversionParts parts{*layout,
                                *input.reader,
                                findings,
                                global.threads,
                                report,
                                texts,
                                global.language,
                                in_,
                                rejects ? &*rejects : nullptr,
                                items,
                                changes,
                                [&](const ReadSummary& summary, FindingSink& faults) {
                                  return make_writer(written, format_, *sink, faults, writer_options(summary, tables));
                                }};
    const FrameConversion frames{*layout,       input.format,
                                 *input.source, tables.text_options(input.format.charset),
                                 format_,       tables.text_options(format_.charset),
                                 items,         written};
    const ConversionResult result =
        frames.possible() ? convert_frame_records(parts, frames, *sink) : convert_records(parts);
    report.finish();
    say_changes(result, changes, *layout, global, report);
    const bool publish = say_result(result, changes, *layout, global, report);
    if (publish || out_ == "-") {
      if (rejects) {  // first: OUT without them would have lost records in silence
        rejects->finish();
        reject_sink->commit();
      }
      sink->commit();
    }
    return status_of(result, report);
  }

 private:
  void refuse_same_files() const {
    refuse_same_file(in_, out_);
    if (rejects_.empty()) return;
    refuse_same_file(in_, rejects_);
    refuse_same_file(out_, rejects_);
    if (rejects_ == out_) throw UsageError(fmt::format("OUT and --rejects are both {}", out_));
  }

  WriterOptions writer_options(const ReadSummary& summary, const CharacterTables& tables) const {
    WriterOptions options;
    options.text = tables.text_options(format_.charset);
    options.input_name = in_;
    if (summary.envelope) options.envelope = *summary.envelope;
    apply_envelope_words(envelope_, options.envelope);
    return options;
  }

  bool strict_fault(const ConversionResult& result) const {
    return strict_ && (result.read.duplicates > 0 || result.similar > 0);
  }

  ExitStatus status_of(const ConversionResult& result, const FindingReport& report) const {
    return report.errors() > 0 || result.rejected > 0 || strict_fault(result) ? ExitStatus::findings : ExitStatus::done;
  }

  /// The kinds of characters that would not come back: a line each, or a JSON object.
  void say_changes(const ConversionResult& result, const RecordChanges& changes, const Layout& layout,
                   const GlobalOptions& global, FindingReport& report) const {
    constexpr std::size_t kKindsShown = 10;
    const bool japanese = global.language == Language::ja;
    const Charset from = result.read.format.charset;
    const auto say = [&](const std::vector<CharacterChange>& kinds, const std::string& file, Charset charset) {
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (global.log_json) {
          std::cerr << change_json(kinds[i], layout, file, charset);
        } else if (i < kKindsShown) {
          report.say(told_change(kinds[i], layout, from, global.language));
        }
      }
      if (kinds.size() <= kKindsShown || global.log_json) return;
      report.say(fmt::format(fmt::runtime(japanese ? "  ほかに{}種類あります（--log json ですべて分かります）"
                                                   : "  and {} more kinds; --log json names all"),
                             kinds.size() - kKindsShown));
    };
    if (result.read.duplicates > 0) {
      report.say(fmt::format(fmt::runtime(japanese ? "{}: 元のコードには戻らない {} のコード：{}個"
                                                   : "{}: codes of {} that would come back as others: {}"),
                             in_, charset_name(from), grouped(result.read.duplicates)));
      say(changes.duplicates(), in_, from);
    }
    if (result.similar > 0) {
      report.say(fmt::format(fmt::runtime(japanese ? "{}: {} には似た文字しかない文字：{}個"
                                                   : "{}: characters for which {} has only a similar one: {}"),
                             out_, charset_name(format_.charset), grouped(result.similar)));
      say(changes.similar(), out_, format_.charset);
    }
  }

  /// Says how it ended; whether OUT shall appear.
  bool say_result(const ConversionResult& result, const RecordChanges& changes, const Layout& layout,
                  const GlobalOptions& global, FindingReport& report) const {
    if (strict_fault(result)) {
      const auto first = changes.first();
      const bool japanese = global.language == Language::ja;
      const std::string why = first ? told_refusal(*first, layout, result.read.format.charset, global.language)
                              : japanese ? "別の文字やコードになって戻るものがあるため、--strict により中止しました"
                                         : "--strict refuses what would come back as another character or code";
      report.say(fmt::format("{}: {}", in_, why));
    }
    const bool publish = !result.stopped && !strict_fault(result);
    if (!publish) {
      report.say(not_published(result, global.language));
    } else if (result.rejected > 0 && !rejects_.empty()) {
      const bool japanese = global.language == Language::ja;
      report.say(fmt::format(fmt::runtime(japanese ? "{0}レコードを書き出し、{1}レコードを除外して {2} に書き出しました"
                                                   : "records written: {0}, rejected to {2}: {1}"),
                             grouped(result.written), grouped(result.rejected), rejects_));
    }
    return publish;
  }

  std::string not_published(const ConversionResult& result, Language language) const {
    const bool japanese = language == Language::ja;
    const std::string written = grouped(result.written);
    if (out_ != "-") return fmt::format(fmt::runtime(japanese ? "{} は作成していません" : "{} was not written"), out_);
    if (result.stopped) {
      return fmt::format(
          fmt::runtime(japanese ? "途中で終了しました（{}レコードを書きました）" : "stopped; records written: {}"),
          written);
    }
    return fmt::format(
        fmt::runtime(japanese
                         ? "--strict で認められない内容がすでに標準出力に出ています（{}レコード）。使わないでください"
                         : "what --strict refuses is on standard output already (records: {}): do not use it"),
        written);
  }

  InputOptions input_;
  std::string to_;
  std::string rejects_;
  std::string items_;
  std::string envelope_;
  bool strict_ = false;
  FormatSpec format_;
  std::string in_;
  std::string out_;
};

const CommandRegistration registration([] { return std::make_unique<Convert>(); });

}  // namespace
}  // namespace daicho
