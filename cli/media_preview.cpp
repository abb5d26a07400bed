#include "cli/media_preview.hpp"

#include <fmt/format.h>

#include "cli/shown_item.hpp"
#include "formats/byte_source.hpp"
#include "formats/character_tables.hpp"
#include "formats/format_spec.hpp"
#include "formats/reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kNameColumns = 30;

}  // namespace

std::vector<std::string> masked_first_record(const std::filesystem::path& file, const ManifestFile& about,
                                             const Catalog& catalog, std::size_t most) {
  const std::shared_ptr<const Layout> layout = catalog.layout(about.layout);
  const auto format = parse_format_spec(about.format);
  if (!format) return {};
  const auto source = open_source(file.string());
  const CharacterTables tables(catalog);
  FindingList findings;
  const auto reader = make_reader(*layout, *format, *source, findings, tables.text_options(format->charset));
  RecordBlock block(layout->items.size());
  std::vector<std::string> lines;
  if (!reader->read(block) || block.empty() || block[0].bad()) return lines;
  const RecordView record = block[0];
  for (std::size_t item = 0; item < layout->items.size() && lines.size() < most; ++item) {
    if (record[item].empty()) continue;
    lines.push_back(padded(layout->items[item].name, kNameColumns) + "  " +
                    shown_item(layout->items[item], record[item], false));
  }
  return lines;
}

}  // namespace daicho
