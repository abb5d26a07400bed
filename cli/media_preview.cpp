#include "cli/media_preview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/shown_item.hpp"
#include "formats/byte_source.hpp"
#include "formats/character_tables.hpp"
#include "formats/format_spec.hpp"
#include "formats/reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kNameColumns = 30;
constexpr std::string_view kMask = "****";  // says nothing of the value's length

/// Items that tell of the file and its making, and of nobody. What is not here is hidden.
constexpr std::array kAdministrative = std::to_array<std::string_view>({"update_seq",
                                                                        "reason_update_seq",
                                                                        "update_forbidden_flag",
                                                                        "planned_flag",
                                                                        "exclusive_flag",
                                                                        "gaiji_flag",
                                                                        "record_status",
                                                                        "timestamp",
                                                                        "dispatch_no",
                                                                        "person_count",
                                                                        "processed_date",
                                                                        "print_class",
                                                                        "operator_id",
                                                                        "terminal_id",
                                                                        "substitute_result",
                                                                        "seq",
                                                                        "operated_at",
                                                                        "operation_code",
                                                                        "system_code",
                                                                        "control_no",
                                                                        "terminal",
                                                                        "terminal_host",
                                                                        "business_code",
                                                                        "effective_date",
                                                                        "abolished_date",
                                                                        "affairs",
                                                                        "procedure",
                                                                        "procedure_basis"});

bool tells_of_nobody(const Item& item) {
  if (item.privacy != Privacy::open) return false;
  const bool counts_gaiji = std::any_of(item.relations.begin(), item.relations.end(), [](const Relation& relation) {
    return relation.kind == RelationKind::gaiji_count_of;
  });
  return counts_gaiji || std::find(kAdministrative.begin(), kAdministrative.end(), item.id) != kAdministrative.end();
}

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
                    (tells_of_nobody(layout->items[item]) ? shown_item(layout->items[item], record[item], false)
                                                          : std::string(kMask)));
  }
  return lines;
}

}  // namespace daicho
