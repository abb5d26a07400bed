#include "cli/sample_options.hpp"

#include <fmt/format.h>

#include "cli/day_option.hpp"
#include "formats/error.hpp"
#include "samples/places.hpp"

namespace po = boost::program_options;

namespace daicho {

void SampleOptions::declare(po::options_description& options, const char* as_of_help) {
  auto add = options.add_options();
  add("seed", po::value(&seed_)->value_name("S")->default_value(1), "the same seed gives the same bytes everywhere");
  add("to", po::value(&to_)->value_name("SPEC")->default_value("csv:utf-8"), "format of the output");
  if (as_of_help != nullptr) add("as-of", po::value(&as_of_)->value_name("DATE"), as_of_help);
}

FormatSpec SampleOptions::format() const {
  const std::optional<FormatSpec> format = parse_format_spec(to_);
  if (!format) throw UsageError("--to names a format: nothing can be found from an output that does not exist yet");
  return *format;
}

Day SampleOptions::as_of() const { return parse_day_option(as_of_, "--as-of"); }

Day parse_day_option(const std::string& text, const char* option) {
  const std::optional<PartialDate> date = day_of_option(text);
  if (!date || date->year < 2016 || date->year > 2099) {
    throw UsageError(fmt::format("{} takes a day from 2016 to 2099 as YYYYMMDD or YYYY-MM-DD, not '{}'", option, text));
  }
  return day_number(date->year, date->month, date->day);
}

EnvelopeHeader sample_envelope(Day as_of) {
  EnvelopeHeader header;
  header.from = kCityCode;
  header.to = "SAMPLE";
  header.made = day_text(as_of) + "000000";
  header.extent = "1";
  header.base_date = day_text(as_of);
  header.serial = "000001";
  return header;
}

}  // namespace daicho
