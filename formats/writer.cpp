#include "formats/writer.hpp"

#include <utility>

#include "formats/csv.hpp"
#include "formats/error.hpp"
#include "formats/fixed.hpp"
#include "formats/jsonl.hpp"

namespace daicho {

std::unique_ptr<RecordWriter> make_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                          FindingSink& findings, WriterOptions options) {
  switch (format.kind) {
    case FileKind::fixed:
      return make_fixed_writer(layout, format, sink, findings, std::move(options));
    case FileKind::csv:
      return make_csv_writer(layout, format, sink, findings, std::move(options));
    case FileKind::jsonl:
      return make_jsonl_writer(layout, format, sink, findings, std::move(options));
  }
  throw UsageError("no writer for " + to_string(format));
}

}  // namespace daicho
