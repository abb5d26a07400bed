// JSON Lines, the readable view: one object a line, {"id":"value"}, absent items omitted.
#pragma once

#include <memory>

#include "formats/reader.hpp"
#include "formats/writer.hpp"

namespace daicho {

/// See make_reader. Keys are ids, names or aliases. A value is a string; an empty one is an absent item.
std::unique_ptr<RecordReader> make_jsonl_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                                FindingSink& findings, const TextOptions& text = {});

/// See make_writer. Keys are ids, in the layout's order.
std::unique_ptr<RecordWriter> make_jsonl_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                                FindingSink& findings, WriterOptions options = {});

}  // namespace daicho
