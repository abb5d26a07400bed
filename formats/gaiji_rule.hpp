// The rule by which a layout counts 外字, with the characters that it needs.
#pragma once

#include "converters/gaiji.hpp"
#include "formats/catalog.hpp"

namespace daicho {

/// The set of a rule. 住基ネット統一文字 are those of the MJ文字情報一覧表 that `catalog` finds and the codes that mean
/// themselves; the table is loaded when a text is first counted by `outside_juki`, and then a SchemaError or WorldError
/// may come from there. May be used by several threads at once, and lives without the catalog.
GaijiSet gaiji_set(GaijiRule rule, const Catalog& catalog);

}  // namespace daicho
