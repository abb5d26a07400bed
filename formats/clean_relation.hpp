// Relations between the fields of a record, asked of what a walk over its bytes saw.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "formats/clean_scan.hpp"
#include "formats/layout.hpp"
#include "formats/unit_classes.hpp"

namespace daicho {

/// One relation of one item, or as much of it as can be told from the bytes.
struct CleanRelation {
  RelationKind kind = RelationKind::equals;
  std::size_t item = 0;
  std::vector<std::size_t> others;
};

/// Whether the relation is one that relation_holds may affirm: the items that it names have the pictures it is made
/// for.
bool relation_understood(const Layout& layout, const CleanRelation& relation);

/// True only where check_relation would find nothing wrong. `fields` are those of the record, by item; `seion` is there
/// where the layout has such a relation.
bool relation_holds(const CleanRelation& relation, const SeenField* fields, const SeionCodes* seion);

}  // namespace daicho
