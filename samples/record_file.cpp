#include "samples/record_file.hpp"

#include <fmt/format.h>

#include "formats/error.hpp"

namespace daicho {

RecordFile::RecordFile(const Layout& layout, const FormatSpec& format, const std::string& path, Overwrite overwrite,
                       WriterOptions options)
    : layout_(layout),
      sink_(open_sink(path, overwrite)),
      writer_(make_writer(layout, format, *sink_, faults_, {std::move(options.envelope), path, options.text})),
      block_(layout.items.size()) {}

void RecordFile::write(const std::vector<std::string>& values) {
  block_.clear();
  block_.append(values, {++records_, 0, 0});
  if (writer_->write(block_[0])) return;
  const Finding& fault = faults_.findings.front();
  throw UsageError(fmt::format("layout '{}' or its format can't hold a value of the city: item {} ({})", layout_.id,
                               fault.item == kNoItem ? "-" : layout_.items[fault.item].id, fault.code.code));
}

void RecordFile::close() {
  writer_->finish();
  sink_->commit();
}

}  // namespace daicho
