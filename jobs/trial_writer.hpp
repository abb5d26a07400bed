// Whether a record fits a format, without a file: what cannot be written must not leave an empty file behind.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"

namespace daicho {

class TrialWriter {
 public:
  /// The tables of `text` must outlive it.
  TrialWriter(std::shared_ptr<const Layout> layout, const FormatSpec& format, const TextOptions& text = {});
  ~TrialWriter();
  TrialWriter(TrialWriter&&) noexcept;

  /// Whether a file of this layout and format can hold these values, one for each item; appends the faults where not.
  bool fits(const std::vector<std::string>& values, std::vector<Finding>& faults);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace daicho
