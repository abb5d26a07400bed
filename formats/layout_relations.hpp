// Relations between the items of a layout, as words of its file: `length_of = "name"`.
#pragma once

#include <string>

#include "formats/layout.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {

/// The word of a relation, for example `length_of`.
std::string_view relation_name(RelationKind kind);

/// Notes that an item's table may hold relations, before TomlTable::refuse_unknown.
void ask_for_relations(const TomlTable& table);

/// Reads the relations of `layout.items[item]` once all items are known. Throws SchemaError where a relation names an
/// item that does not exist or that it cannot be about.
void read_relations(const TomlTable& table, Layout& layout, std::size_t item);

/// The item with that id, for the value of `key`; throws SchemaError with the nearest id otherwise.
std::size_t find_item(const TomlTable& table, std::string_view key, const std::string& id, const Layout& layout);

}  // namespace daicho
