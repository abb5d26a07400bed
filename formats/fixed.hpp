// Fixed-width records: the reader and the writer behind make_reader and make_writer.
#pragma once

#include <memory>

#include "formats/reader.hpp"
#include "formats/writer.hpp"

namespace daicho {

/// See make_reader. A record whose length is right but whose line end is not is reported and still good: its own bytes
/// are all there. A last record without its line end likewise.
std::unique_ptr<RecordReader> make_fixed_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                                FindingSink& findings, const TextOptions& text = {});

/// See make_writer.
std::unique_ptr<RecordWriter> make_fixed_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                                FindingSink& findings, WriterOptions options = {});

}  // namespace daicho
