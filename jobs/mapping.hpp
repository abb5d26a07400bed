// Mappings (schemas/mappings/*.toml): how the items of an output layout are made from the register, settings and the run.
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
};

class Mapping {
 public:
  /// Loads `mappings/<to>.toml`. Throws SchemaError for unknown items, transforms or settings keys, and for an output
  /// item without a rule.
  static Mapping load(const Catalog& catalog, std::shared_ptr<const Layout> from, std::shared_ptr<const Layout> to);

  /// The output's values, one for each item. Faults (a value that grows past its width, a date that cannot become an
  /// era date) go to `faults` as findings about the *source* item.
  std::vector<std::string> apply(const RecordView& source, const MappingContext& context,
                                 std::vector<Finding>& faults) const;

  const Layout& to() const { return *to_; }

 private:
  struct Rule;
  std::shared_ptr<const Layout> from_;
  std::shared_ptr<const Layout> to_;
  std::shared_ptr<const std::vector<Rule>> rules_;
};

}  // namespace daicho
