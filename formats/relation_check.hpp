// Relations between the items of one record, as the schema's words state them.
#pragma once

#include <optional>
#include <string>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// What a relation found wrong. `expected` is a count or a flag, never a personal value; empty where there is no one
/// value, or where it would be personal.
struct RelationFault {
  FindingCode code;
  std::string expected;
};

/// Whether `record`'s value of `item` stands in `relation` to the items that it names. An absent value is right: the
/// item's presence says whether it may be absent.
std::optional<RelationFault> check_relation(const Layout& layout, const Relation& relation, std::size_t item,
                                            const RecordView& record);

/// Whether `positions` (`0` and `1`) tells which characters of `original` are others in `substitute`: one flag a UTF-16
/// code unit of the original, the same for all units of a character, `1` exactly where the character was replaced.
bool positions_right(std::string_view positions, std::string_view original, std::string_view substitute);

}  // namespace daicho
