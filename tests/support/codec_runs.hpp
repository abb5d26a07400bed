// Reading and writing whole files in memory, for tests of the codecs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"
#include "formats/writer.hpp"

namespace daicho::test {

/// A file's records as values, with everything that was reported.
struct ReadFile {
  std::vector<std::vector<std::string>> records;  ///< of bad records too
  std::vector<bool> bad;
  std::vector<std::string> raw;
  std::vector<RecordPosition> positions;
  std::vector<Finding> findings;
  ReadSummary summary;
};

inline ReadFile read_all(const Layout& layout, const FormatSpec& format, ByteSource& source,
                         const TextOptions& text = {}) {
  ReadFile file;
  FindingList findings;
  const auto reader = make_reader(layout, format, source, findings, text);
  RecordBlock block(layout.items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      const RecordView record = block[i];
      std::vector<std::string>& values = file.records.emplace_back();
      for (std::size_t item = 0; item < record.size(); ++item) values.emplace_back(record[item]);
      file.bad.push_back(record.bad());
      file.raw.emplace_back(record.raw());
      file.positions.push_back(record.position());
    }
  }
  file.findings = std::move(findings.findings);
  file.summary = reader->summary();
  return file;
}

inline ReadFile read_all(const Layout& layout, const FormatSpec& format, std::string_view bytes,
                         const TextOptions& text = {}) {
  const auto source = memory_source(bytes, "in.dat");
  return read_all(layout, format, *source, text);
}

/// The bytes of records in a format; what a writer refuses is in `findings`.
inline std::string write_all(const Layout& layout, const FormatSpec& format, const RecordBlock& records,
                             FindingSink& findings, WriterOptions options = {}) {
  std::string bytes;
  const auto sink = memory_sink(bytes);
  const auto writer = make_writer(layout, format, *sink, findings, std::move(options));
  for (std::size_t i = 0; i < records.size(); ++i) writer->write(records[i]);
  writer->finish();
  sink->commit();
  return bytes;
}

/// One line for each finding: `D0201 error record=3 offset=88 bytes=1-41 item=7 expected=42 found=41`.
inline std::string shown(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.code.code;
    text += finding.is_error() ? " error" : " warning";
    text += " record=" + std::to_string(finding.record) + " offset=" + std::to_string(finding.offset);
    if (finding.byte_first != 0) {
      text += " bytes=" + std::to_string(finding.byte_first) + "-" + std::to_string(finding.byte_last);
    }
    if (finding.item != kNoItem) text += " item=" + finding.layout->items[finding.item].id;
    for (const auto& [name, value] : finding.args) text += " " + name + "=" + value;
    text += '\n';
  }
  return text;
}

}  // namespace daicho::test
