#include "jobs/job.hpp"

#include <charconv>
#include <stdexcept>

namespace daicho {
namespace {

constexpr char kSeparator = '\x1F';

}  // namespace

std::string join_values(const std::vector<std::string>& values) {
  std::string joined;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) joined += kSeparator;
    joined += values[i];
  }
  return joined;
}

std::vector<std::string> split_values(std::string_view joined) {
  std::vector<std::string> values;
  for (;;) {
    const std::size_t end = joined.find(kSeparator);
    values.emplace_back(joined.substr(0, end));
    if (end == std::string_view::npos) return values;
    joined.remove_prefix(end + 1);
  }
}

PersonKey person_key(std::string_view addressee_no) {
  PersonKey key = 0;
  const char* end = addressee_no.data() + addressee_no.size();
  const auto [stop, error] = std::from_chars(addressee_no.data(), end, key);
  if (error != std::errc() || stop != end || addressee_no.size() > 15) {
    throw std::logic_error("a key that is not 1 to 15 digits");
  }
  return key;
}

}  // namespace daicho
