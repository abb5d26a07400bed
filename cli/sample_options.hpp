// What the `sample` commands share: their seed, their date and the format of their output.
#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <string>

#include "formats/envelope.hpp"
#include "formats/format_spec.hpp"
#include "samples/days.hpp"

namespace daicho {

/// The day on which a generated city is seen where no --as-of says otherwise; fixed, so that the bytes are too.
inline constexpr const char* kSampleDay = "20261120";

/// --seed, --to and --as-of.
class SampleOptions {
 public:
  void declare(boost::program_options::options_description& options, const char* as_of_help);

  std::uint64_t seed() const { return seed_; }
  /// Throws UsageError on `auto` or an unknown spec.
  FormatSpec format() const;
  bool has_as_of() const { return !as_of_.empty(); }
  /// The day of --as-of, YYYYMMDD or YYYY-MM-DD; throws UsageError where it is no day.
  Day as_of() const;

 private:
  std::uint64_t seed_ = 1;
  std::string to_ = "csv:utf-8";
  std::string as_of_;
};

/// A day as an option writes it: YYYYMMDD or YYYY-MM-DD; throws UsageError naming `option`.
Day parse_day_option(const std::string& text, const char* option);

/// The header of an enveloped sample: from the synthetic city, 全件, of that day.
EnvelopeHeader sample_envelope(Day as_of);

}  // namespace daicho
