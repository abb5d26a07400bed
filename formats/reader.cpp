#include "formats/reader.hpp"

#include "formats/csv.hpp"
#include "formats/error.hpp"
#include "formats/fixed.hpp"
#include "formats/jsonl.hpp"

namespace daicho {

std::unique_ptr<RecordReader> make_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                          FindingSink& findings, const TextOptions& text) {
  switch (format.kind) {
    case FileKind::fixed:
      return make_fixed_reader(layout, format, source, findings, text);
    case FileKind::csv:
      return make_csv_reader(layout, format, source, findings, text);
    case FileKind::jsonl:
      return make_jsonl_reader(layout, format, source, findings, text);
  }
  throw UsageError("no reader for " + to_string(format));
}

}  // namespace daicho
