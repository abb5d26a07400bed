// Options that commands on record files share: --layout, --from, --to, --items, --envelope.
#pragma once

#include <boost/program_options.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/character_options.hpp"
#include "cli/report.hpp"
#include "formats/byte_source.hpp"
#include "formats/envelope.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"

namespace daicho {

/// --layout and --from, and the tables of characters.
struct InputOptions {
  std::string layout;
  std::string from = "auto";
  CharacterOptions characters;
  const CharacterTables* tables = nullptr;  ///< what reading consults, set by the command; null: the charset alone
  std::optional<FormatSpec> format;         ///< set by `accept`; nothing: found from the bytes

  void declare(boost::program_options::options_description& options);
  /// Throws UsageError where --layout is missing or --from is no format spec.
  void accept();
};

/// A record file that is open for reading.
struct RecordInput {
  std::unique_ptr<ByteSource> source;
  FormatSpec format;
  std::unique_ptr<RecordReader> reader;
};

/// Opens `path`. With --from auto the format is found from its bytes and told to `report`. Throws UsageError with the
/// reason where the bytes do not tell, WorldError where the file cannot be read. Layout, findings and tables must
/// outlive the result.
RecordInput open_records(const std::string& path, const InputOptions& options, const Layout& layout,
                         FindingSink& findings, FindingReport& report);

/// The help text of --to, with all kinds and charsets.
std::string output_format_help();

/// The format of --to. Throws UsageError for `auto` and for what is no format spec.
FormatSpec parse_output_format(const std::string& text);

/// The items of `--items a,b,...`, by id, name or alias, in the order given. Throws UsageError for unknown and repeated
/// ones, RefusedError for 個人番号, which generic extraction never emits.
std::vector<std::size_t> parse_items(const Layout& layout, std::string_view text);

/// A layout of these items alone, without key and relations.
Layout layout_of_items(const Layout& layout, const std::vector<std::size_t>& items);

/// Takes `from=132101,to=...,made=...,extent=...,base_date=...,serial=...` into an envelope's header; what the text
/// does not name stays. Throws UsageError for other words.
void apply_envelope_words(std::string_view text, EnvelopeHeader& header);

/// Throws UsageError where both paths are one file (also by another name). `-` is never the same as a file.
void refuse_same_file(const std::string& in, const std::string& out);

}  // namespace daicho
