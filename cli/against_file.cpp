#include "cli/against_file.hpp"

#include <fmt/format.h>

#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

/// What there is beside each layout: the register beside what is made from it, else an older file of the same layout.
std::string default_layout(const std::string& layout) {
  return layout == "soufusaki" || layout == "honnin" ? "juki" : layout;
}

void say_left_out(const std::string& file, const IndexedRecords& records, const AgainstOptions::Voice& voice) {
  const bool ja = voice.language == Language::ja;
  if (records.summary().bad_records > 0) {
    const std::string bad = grouped(records.summary().bad_records);
    const std::string all = grouped(records.summary().records);
    voice.messages.say(
        ja ? fmt::format("{}: {}件のうち{}件は読めないため、突き合わせに使いません", file, all, bad)
           : fmt::format("{}: {} of {} records could not be read and are not compared with", file, bad, all));
  }
  if (records.file_faults() > 0) {
    voice.messages.say(ja ? fmt::format("{}: ファイルとしての誤りがあります。別に検査してください", file)
                          : fmt::format("{}: the file itself has faults; validate it by itself", file));
  }
  if (records.repeated() > 0) {
    const std::string repeated = grouped(records.repeated());
    voice.messages.say(
        ja ? fmt::format("{}: キー項目が重複する{}件は、突き合わせに使いません", file, repeated)
           : fmt::format("{}: {} records share their key with another and are not compared with", file, repeated));
  }
}

}  // namespace

void AgainstOptions::declare(po::options_description& options) {
  auto add = options.add_options();
  add("against", po::value(&file_)->value_name("FILE"),
      "a file to compare with: the register (juki) beside soufusaki and honnin, else an older file of the same layout. "
      "It must be a plain file, not compressed: records are read again at their places");
  add("against-layout", po::value(&layout_)->value_name("LAYOUT"),
      "its layout, where it is another one: honnin beside soufusaki, or an older honnin file beside a honnin file");
  add("against-from", po::value(&from_)->value_name("SPEC"), "its format (default: found from its bytes)");
}

void AgainstOptions::accept(const std::string& layout) {
  if (!given()) {
    if (!layout_.empty()) throw UsageError("--against-layout needs --against FILE");
    if (!from_.empty()) throw UsageError("--against-from needs --against FILE");
    return;
  }
  if (layout_.empty()) layout_ = default_layout(layout);
  if (!from_.empty()) format_ = parse_format_spec(from_);
}

FormatSpec AgainstOptions::format_of(const Layout& layout, FindingReport& messages) const {
  if (format_) return *format_;
  const std::unique_ptr<ByteSource> source = open_source(file_);
  const Detection detection = detect_format(layout, *source);
  if (!detection.format) {
    throw UsageError(fmt::format("{}: the format cannot be told from the bytes: {}; name it with --against-from", file_,
                                 detection.reason));
  }
  messages.say_format(file_, *detection.format);
  return *detection.format;
}

AgainstFile AgainstOptions::open(const Catalog& catalog, const CharacterTables& tables, const Layout& layout,
                                 unsigned threads, const Voice& voice) const {
  AgainstFile against;
  if (!given()) return against;
  against.layout = catalog.layout(layout_);
  const std::optional<std::size_t> key = joining_item(*against.layout, layout);
  if (!key) {
    throw UsageError(
        fmt::format("records of {} and {} have no item in common by which they belong together; name "
                    "another layout with --against-layout",
                    layout.id, layout_));
  }
  require_plain_file(file_);
  const FormatSpec format = format_of(*against.layout, voice.messages);
  against.records = std::make_unique<IndexedRecords>(
      ReadableFile{file_, *against.layout, format, tables.text_options(format.charset)}, *key, threads);
  say_left_out(file_, *against.records, voice);
  return against;
}

}  // namespace daicho
