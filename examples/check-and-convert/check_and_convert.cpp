// Reads a record file, checks everything, and writes it in another format where nothing is wrong:
//
//     check-and-convert LAYOUT SPEC IN OUT        check-and-convert soufusaki csv:utf-8 in.dat out.csv
//
// Exit status: 0 OUT was written, 1 IN has errors, 2 wrong use, 3 the disk failed.
#include <cstdint>
#include <daicho/formats/byte_sink.hpp>
#include <daicho/formats/byte_source.hpp>
#include <daicho/formats/catalog.hpp>
#include <daicho/formats/error.hpp>
#include <daicho/formats/finding_texts.hpp>
#include <daicho/formats/reader.hpp>
#include <daicho/formats/validation.hpp>
#include <daicho/formats/writer.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Tells each finding as it arises, on a line of its own. A message names no personal value; `finding.value` would.
class Teller : public daicho::ValidationSink, public daicho::FindingSink {
 public:
  explicit Teller(const daicho::FindingTexts& texts) : texts_(texts) {}

  void add(const daicho::Finding& finding, std::string_view /*record*/) override { tell(finding); }
  void add(daicho::Finding finding) override { tell(finding); }

 private:
  void tell(const daicho::Finding& finding) {
    std::cerr << finding.file << ": record " << finding.record << ": " << finding.code.code << " ";
    if (finding.item != daicho::kNoItem) std::cerr << finding.layout->items[finding.item].id << ": ";
    std::cerr << texts_.message(finding, daicho::Language::en) << "\n";
  }

  const daicho::FindingTexts& texts_;
};

/// The format of a file, told from its bytes, or UsageError with what speaks against each.
daicho::FormatSpec format_of(const daicho::Layout& layout, daicho::ByteSource& source) {
  const daicho::Detection detection = daicho::detect_format(layout, source);
  if (!detection.format) throw daicho::UsageError(source.name() + ": " + detection.reason);
  return *detection.format;
}

/// Whether the file is free of errors.
bool is_sound(const daicho::Layout& layout, const std::string& path, Teller& teller) {
  const std::unique_ptr<daicho::ByteSource> source = daicho::open_source(path);
  const daicho::Profile profile;  // every finding as grave as it is registered
  const daicho::ValidationInput input{layout, format_of(layout, *source), *source, {}, profile};
  const daicho::ValidationSummary summary = daicho::validate(input, {}, teller);
  std::cerr << path << ": " << summary.read.records << " records, " << summary.errors << " errors, " << summary.warnings
            << " warnings\n";
  return summary.errors == 0;
}

/// Writes the records of `in` as `spec`; false, and no OUT, where the format cannot hold one of them.
bool convert(const daicho::Layout& layout, const daicho::FormatSpec& spec, const std::string& in,
             const std::string& out, Teller& teller) {
  const std::unique_ptr<daicho::ByteSource> source = daicho::open_source(in);
  const auto reader = daicho::make_reader(layout, format_of(layout, *source), *source, teller);
  const std::unique_ptr<daicho::ByteSink> sink = daicho::open_sink(out, daicho::Overwrite::no);
  const auto writer = daicho::make_writer(layout, spec, *sink, teller);
  daicho::RecordBlock block(layout.items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (block[i].bad() || !writer->write(block[i])) return false;
    }
  }
  writer->finish();
  sink->commit();  // only now OUT is there, whole
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() != 4) {
    std::cerr << "Usage: check-and-convert LAYOUT SPEC IN OUT\n";
    return 2;
  }
  try {
    const daicho::Catalog catalog;  // the installed schemas
    const std::shared_ptr<const daicho::Layout> layout = catalog.layout(words[0]);
    const auto spec = daicho::parse_format_spec(words[1]);
    if (!spec) throw daicho::UsageError("SPEC is the format of OUT: 'auto' is none");
    const daicho::FindingTexts texts(catalog);
    Teller teller(texts);
    if (!is_sound(*layout, words[2], teller)) return 1;
    return convert(*layout, *spec, words[2], words[3], teller) ? 0 : 1;
  } catch (const daicho::UsageError& error) {
    std::cerr << "check-and-convert: " << error.what() << "\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "check-and-convert: " << error.what() << "\n";
    return 3;
  }
}
