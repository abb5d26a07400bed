// 移転先 (schemas/iten.toml): who inside the city receives what of whom, and on what legal basis.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {

/// One way of being among a destination's residents: all conditions that are given must hold.
struct ResidentSelector {
  static constexpr int kNoAgeEnd = 999;
  int age_from = 0;        ///< full years at the processing date
  int age_to = kNoAgeEnd;  ///< the last year of the window
  std::string sex;         ///< 性別コード; empty: any
  bool cases = false;      ///< named by the destination's case list
  bool household = false;  ///< takes in the living members of the household as well
  bool parents = false;    ///< takes in the living parents in the same household as well

  bool by_age() const { return age_from > 0 || age_to != kNoAgeEnd; }
};

/// Which removed records (除票) belong to a destination's residents. Of others it gets the notice that they left.
enum class RemovedRecords : std::uint8_t {
  none,
  this_year,  ///< removed on or after 1 January of the processing date's year, by the last possible day
  all,
};

/// What a destination gets of somebody under 支援措置.
enum class SuppressedPeople : std::uint8_t {
  mask,  ///< the record with `DestinationTable::address_items` blank
  hold,  ///< nothing, until the person is off the list
};

struct Destination {
  std::string id;               ///< `01-shiminzei`; its layout is `iten.01-shiminzei`
  std::string name;             ///< Japanese, spaces as U+3000; fits item 136 of the access log
  std::string department_code;  ///< as `--kengen` lists it
  std::string department;
  std::string affair;
  std::string legal_basis;
  std::vector<std::string> table_2022;      ///< items of 別表第一, until 2024-05-26
  std::vector<std::string> table_now;       ///< items of 別表, since 2024-05-27
  std::vector<std::string> items;           ///< ids of what it may see besides change_class and juki 11-14
  std::vector<ResidentSelector> residents;  ///< one of them must hold
  RemovedRecords removed = RemovedRecords::none;
  SuppressedPeople suppressed = SuppressedPeople::mask;
  FormatSpec format;
  bool always_full = false;              ///< every run publishes everyone, not the differences
  std::shared_ptr<const Layout> layout;  ///< null until `load_destinations`
  SchemaPlace place;

  bool needs_cases() const;
  bool sees(std::string_view item) const;  ///< whether `items` has it
};

struct DestinationTable {
  std::vector<Destination> destinations;   ///< in the order of the file
  std::vector<std::string> address_items;  ///< register items that tell where somebody lives, lived or goes
};

/// What a table file says, without the layouts. Throws SchemaError with file:line:column for unknown keys and values, a
/// destination without a legal basis, 個人番号 on another basis than 番号法 第9条, an item that is never moved, and a
/// destination that is another 執行機関 of the city (提供, not 移転).
DestinationTable read_destinations(const TomlFile& file);

/// Loads iten.toml with the layouts that the catalog makes of it, and refuses a layout with an item outside the groups
/// of its destination.
DestinationTable load_destinations(const Catalog& catalog);

/// Throws SchemaError where `layout` has an item that is neither change_class nor juki 11-14 nor one of the
/// destination's; `register_layout` is juki.
void check_destination_layout(const Destination& destination, const Layout& layout, const Layout& register_layout);

}  // namespace daicho
