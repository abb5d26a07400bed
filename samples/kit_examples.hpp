// Examples of what the logical checks find, each as a small change of right records.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/finding_codes.hpp"

namespace daicho {

/// A value for an item, in a record that is made from a scene. A day of eight digits is written as the item's kind has
/// it. Beside plain values there are:
///   `=`        as in the first record of the example
///   `@ID`      the value of another item of the first record
///   `*full`    a text as long as the item
/// and items beside ids: `*key`, the layout's key; `*days`, every date that the record has.
struct KitChange {
  std::string_view item;
  std::string_view value;
};
using KitChanges = std::vector<KitChange>;

enum class KitBeside : std::uint8_t { nothing, older, register_file, honnin_file };

/// One example. The engine tries it in every scene that fulfils `where` until the finding is raised alone.
struct KitExample {
  FindingCode code = {"", Severity::error};
  std::vector<std::string_view> layouts = {};  ///< by id; empty: all; `iten.*`
  KitChanges where = {};                       ///< what the scene's record must have; `*`: anything
  KitChanges changes = {};                     ///< of that record
  bool second = false;  ///< a second record, made from the same scene or from one like `second_where`
  KitChanges second_where = {};
  KitChanges second_changes = {};
  KitBeside beside = KitBeside::nothing;
  KitChanges beside_changes = {};         ///< of the record in the file beside; `@ID` names the first record's item
  KitChanges second_beside_changes = {};  ///< of a second record in the file beside; empty: none
  bool as_of = false;                     ///< with the processing date of the kit
  bool municipality = false;              ///< with the municipality of the kit
};

/// Examples about the register and the files with its items.
const std::vector<KitExample>& register_examples();
/// Examples about what is handed to the network and to the card system, and those about any layout.
const std::vector<KitExample>& delivery_examples();

}  // namespace daicho
