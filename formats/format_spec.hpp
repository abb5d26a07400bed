// Format specs: how bytes hold records, as users write it: `fixed:cp932,eol=crlf`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

enum class FileKind : std::uint8_t { fixed, csv, jsonl };
enum class LineEnd : std::uint8_t { crlf, lf, none };
enum class Header : std::uint8_t { id, name, none };
enum class Quote : std::uint8_t { minimal, all, none };
enum class Envelope : std::uint8_t { none, control };

struct FormatSpec {
  FileKind kind = FileKind::fixed;
  Charset charset = Charset::cp932;
  LineEnd eol = LineEnd::crlf;
  Header header = Header::name;  ///< csv only
  Quote quote = Quote::minimal;  ///< csv only
  bool bom = false;              ///< UTF-8 and UTF-16 only
  Envelope envelope = Envelope::none;
  friend bool operator==(const FormatSpec&, const FormatSpec&) = default;
};

/// The defaults of a kind: `fixed:cp932,eol=crlf`, `csv:utf-8,eol=crlf,header=name,quote=minimal`,
/// `jsonl:utf-8,eol=lf`.
FormatSpec default_format(FileKind kind);

/// Parses KIND[:CHARSET][,key=value]...; nothing for `auto`. Throws UsageError with what is known on anything else.
std::optional<FormatSpec> parse_format_spec(std::string_view text);

/// The spec as a user would write it, with only what differs from the kind's defaults after the charset and `eol`.
std::string to_string(const FormatSpec& spec);

/// The charsets in which files of a kind are read and written, in the order in which help texts list them: all of them
/// for csv, all but euc-jis-2004 (whose characters take one to three bytes) for fixed, UTF-8 for jsonl.
std::span<const Charset> record_charsets(FileKind kind);

/// The bytes of a line end in the file's charset; empty for `none`.
std::string line_end_bytes(const FormatSpec& spec);

/// The bytes of the byte order mark in the charset; empty where it has none: all but UTF-8 and UTF-16.
std::string_view bom_bytes(Charset charset);

}  // namespace daicho
