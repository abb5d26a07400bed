// Mappings (schemas/mappings/*.toml): how the items of an output layout are made from the register, settings and the
// run.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "converters/charset.hpp"
#include "formats/catalog.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "jobs/settings.hpp"

namespace daicho {

/// What a mapping needs besides the record.
struct MappingContext {
  const Settings& settings;
  Charset charset = Charset::utf16be;  ///< of the output: decides ヴ, and what 代替文字 may hold
  /// Values that the job supplies by name (`{ item = "update_seq", job = "update_seq" }`).
  std::function<std::string(std::string_view name)> job_value;
  /// Which variant of the rules applies (`{ item = ..., variant = "initial" }`); empty: the plain ones.
  std::string variant = {};
};

struct MappingPlan;

/// A value at the full length of a zero-filled item, as a fixed-width file would give it back; others stay as they are.
std::string filled(const Item& item, std::string value);

class Mapping {
 public:
  /// Loads `mappings/<to>.toml`. Throws SchemaError for unknown items, transforms or settings keys, and for an output
  /// item without a rule.
  static Mapping load(const Catalog& catalog, std::shared_ptr<const Layout> from, std::shared_ptr<const Layout> to);
  /// The same from text, for tests.
  static Mapping parse(std::string_view text, const std::string& shown_as, std::shared_ptr<const Layout> from,
                       std::shared_ptr<const Layout> to);

  /// The output's values, one for each item. Faults (a value that grows past its width, a date that cannot become an
  /// era date) and warnings (a separator left out) go to `faults` as findings about the *source* item.
  std::vector<std::string> apply(const RecordView& source, const MappingContext& context,
                                 std::vector<Finding>& faults) const;

  const Layout& to() const { return *to_; }

 private:
  std::shared_ptr<const Layout> from_;
  std::shared_ptr<const Layout> to_;
  std::shared_ptr<const MappingPlan> plan_;
};

}  // namespace daicho
