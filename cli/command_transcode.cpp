#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <thread>

#include "cli/character_options.hpp"
#include "cli/command.hpp"
#include "cli/format_options.hpp"
#include "cli/printable_text.hpp"
#include "cli/transcode_pipeline.hpp"
#include "cli/transcode_report.hpp"
#include "converters/charset_names.hpp"
#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{
    "transcode", "turn a text file into another charset, and tell what changed",
    "transcode --from CHARSET --to CHARSET [--on-unmappable stop|substitute|geta] [--yen-to-backslash] [--strict] "
    "[--gaiji FILE] [--juki-table FILE] [--substitutes FILE] [--report text|json] IN OUT",
    "# stops at the first character that CP932 does not have, and says where it is\n"
    "daicho transcode --from utf-8 --to cp932 letter.txt letter.sjis\n"
    "# in a pipe, with 代替文字 for such characters\n"
    "zcat names.gz | daicho transcode --from utf-16le --to cp932 --on-unmappable substitute - - | head"};

Charset parse_charset_option(const char* option, const std::string& name) {
  if (name.empty()) throw UsageError(fmt::format("{} is missing", option));
  const std::optional<Charset> charset = parse_charset(name);
  if (!charset)
    throw UsageError(fmt::format("{} takes {}, not '{}'{}", option, known_charset_names(), name, charset_hint(name)));
  return *charset;
}

OnUnmappable parse_on_unmappable(const std::string& word) {
  if (word == "stop") return OnUnmappable::stop;
  if (word == "substitute") return OnUnmappable::substitute;
  if (word == "geta") return OnUnmappable::geta;
  throw UsageError(fmt::format("--on-unmappable takes stop, substitute or geta, not '{}'", word));
}

class Transcode : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    auto add = options.add_options();
    charsets_ = "charset of the input: " + known_charset_names();
    add("from", po::value(&from_)->value_name("CHARSET"), charsets_.c_str());
    add("to", po::value(&to_)->value_name("CHARSET"), "charset of the output");
    add("on-unmappable", po::value(&on_unmappable_)->value_name("stop|substitute|geta")->default_value("stop"),
        "what becomes of a character that the output's charset does not have: end there, write its 代替文字, or 〓");
    add("yen-to-backslash", po::bool_switch(&yen_to_backslash_), "write U+00A5 as 5C and U+203E as 7E");
    add("strict", po::bool_switch(&strict_), "fail where codes or characters would come back as others");
    characters_.declare(options);
    characters_.declare_substitutes(options);
    add("report", po::value(&report_)->value_name("text|json")->default_value("text"),
        "form of the summary on standard error");
    operands = {"IN", "OUT"};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map&) override {
    in_ = operands[0];
    out_ = operands[1];
    options_.from = parse_charset_option("--from", from_);
    options_.to = parse_charset_option("--to", to_);
    options_.on_unmappable = parse_on_unmappable(on_unmappable_);
    if (report_ != "text" && report_ != "json") {
      throw UsageError(fmt::format("--report takes text or json, not '{}'", report_));
    }
    if (!characters_.files().substitutes.empty() && options_.on_unmappable != OnUnmappable::substitute) {
      throw UsageError("--substitutes needs --on-unmappable substitute");
    }
    const bool has_juki = options_.from == Charset::juki || options_.to == Charset::juki;
    if (!characters_.files().juki.empty() && !has_juki) throw UsageError("--juki-table needs --from or --to juki");
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    const CharacterTables tables(catalog, characters_.files());
    refuse_same_file(in_, out_);
    take_tables(tables);
    const std::unique_ptr<ByteSource> source = open_source(in_);
    const std::unique_ptr<ByteSink> sink = open_sink(out_, global.overwrite);
    const BlockTranscoder transcoder(options_);
    TranscodePipeline pipeline(transcoder, *source, *sink);
    pipeline.run(threads_of(global));
    TranscodeSummary summary{in_, out_, options_, pipeline.counts(), pipeline.fault(), std::nullopt, false};
    if (strict_) summary.refused = first_change(summary.counts);
    const bool good = !summary.fault && !summary.refused;
    if (good || out_ == "-") sink->commit();
    summary.written = good || (out_ == "-" && !summary.fault);
    std::cerr << (report_ == "json" || global.log_json
                      ? transcode_json(summary)
                      : printable(transcode_text(summary, global.language), LineFeeds::keep));
    return good ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  void take_tables(const CharacterTables& tables) {
    options_.text = tables.text_options(options_.from);
    if (options_.to == Charset::juki) options_.text.juki = &tables.juki();
    options_.text.yen_to_backslash = yen_to_backslash_;
    if (options_.on_unmappable == OnUnmappable::substitute) options_.substitutes = &tables.substitutes();
  }

  static unsigned threads_of(const GlobalOptions& global) {
    constexpr unsigned kMost = 16;  // more only wait for their turn to write
    const unsigned wanted = global.threads != 0 ? global.threads : std::thread::hardware_concurrency();
    return std::clamp(wanted, 1U, kMost);
  }

  std::string charsets_;
  std::string from_;
  std::string to_;
  std::string on_unmappable_;
  bool yen_to_backslash_ = false;
  bool strict_ = false;
  CharacterOptions characters_;
  std::string report_;
  TranscodeOptions options_;
  std::string in_;
  std::string out_;
};

const CommandRegistration registration([] { return std::make_unique<Transcode>(); });

}  // namespace
}  // namespace daicho
