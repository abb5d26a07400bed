// libFuzzer target: no bytes crash a reader, and what is read without a finding comes back as the same bytes.
// The first byte chooses the format, the second the layout, the rest is the file.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "formats/reader.hpp"
#include "formats/record_check.hpp"
#include "formats/writer.hpp"

namespace {

using namespace daicho;

const char* const kFormats[] = {"fixed:cp932,eol=crlf",
                                "fixed:cp932,eol=none",
                                "fixed:utf-8,eol=lf",
                                "fixed:utf-16le,eol=crlf",
                                "fixed:utf-16be,eol=none",
                                "fixed:utf-8,bom=yes",
                                "fixed:cp932,envelope=control",
                                "csv:utf-8",
                                "csv:cp932,quote=all",
                                "csv:utf-16le,bom=yes",
                                "csv:utf-8,quote=none,header=id",
                                "csv:utf-8,header=none,eol=lf",
                                "csv:utf-8,envelope=control",
                                "jsonl:utf-8",
                                "fixed:shift_jis-2004",
                                "fixed:ibm-930,eol=none",
                                "fixed:ibm-939",
                                "fixed:juki",
                                "csv:shift_jis-2004",
                                "csv:euc-jis-2004",
                                "csv:ibm-930,quote=all",
                                "csv:ibm-939,header=none",
                                "csv:juki,header=none"};
const char* const kLayouts[] = {"kengen", "access-log", "honnin", "soufusaki"};

struct Reread {
  std::string bytes;
  std::size_t findings = 0;
};

/// Reads `input`, checks every record, and writes the good ones again in the same format.
Reread read_and_write(const Layout& layout, const FormatSpec& format, std::string_view input) {
  FindingList findings;
  Reread result;
  auto source = memory_source(input);
  auto reader = make_reader(layout, format, *source, findings);
  auto sink = memory_sink(result.bytes);
  FindingList write_faults;
  const RecordChecker checker(layout);
  FindingList check_faults;
  RecordBlock block(layout.items.size());
  std::string written;
  std::unique_ptr<RecordWriter> writer;
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (block[i].bad()) continue;
      checker.check(block[i], "fuzz", check_faults);
      if (!writer) {
        WriterOptions options;
        if (reader->summary().envelope) options.envelope = *reader->summary().envelope;
        writer = make_writer(layout, format, *sink, write_faults, options);
      }
      if (!writer->write(block[i])) std::abort();  // what was read must be writable in the same format
    }
  }
  if (writer) writer->finish();
  for (const Finding& finding : findings.findings) {
    if (finding.code.code == std::string_view()) std::abort();
    if (finding.byte_last < finding.byte_first) std::abort();
  }
  result.findings = findings.findings.size();
  return result;
}

const Layout& layout_of(std::size_t choice) {
  static const Catalog catalog;
  static std::shared_ptr<const Layout> layouts[std::size(kLayouts)];
  auto& slot = layouts[choice % std::size(kLayouts)];
  if (!slot) slot = catalog.layout(kLayouts[choice % std::size(kLayouts)]);
  return *slot;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) { return setenv("DAICHO_SCHEMAS", DAICHO_SOURCE_DIR "/schemas", 1); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const FormatSpec format = *parse_format_spec(kFormats[data[0] % std::size(kFormats)]);
  const Layout& layout = layout_of(data[1]);
  const std::string_view input(reinterpret_cast<const char*>(data) + 2, size - 2);
  try {
    auto source = memory_source(input);
    detect_format(layout, *source);
  } catch (const DamagedInput&) {  // compressed data that is damaged before a format can be told
  }
  const Reread once = read_and_write(layout, format, input);
  if (once.bytes.empty()) return 0;
  if (format.kind == FileKind::fixed && format.envelope == Envelope::none && once.findings == 0 &&
      once.bytes != input) {
    std::abort();  // a file without findings comes back byte for byte
  }
  const Reread twice = read_and_write(layout, format, once.bytes);
  if (twice.findings != 0 || twice.bytes != once.bytes) std::abort();
  return 0;
}
