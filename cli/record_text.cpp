#include "cli/record_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    take_code_point(text);
    ++count;
  }
  return count;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x20 || value == 0x7F;
  });
}

bool blank(std::string_view text) {
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    if (point != U' ' && point != U'\u3000') return false;
  }
  return true;
}

}  // namespace

void check_record_text(std::string_view option, std::string_view text, RecordTextRule rule) {
  if (!is_utf8(text) || has_control(text)) {
    throw UsageError(fmt::format("--{} takes text in UTF-8 without control characters", option));
  }
  if (blank(text) && !rule.empty_allowed) throw UsageError(fmt::format("--{} is missing", option));
  if (character_count(text) > rule.most) {
    throw UsageError(fmt::format("--{} takes at most {} characters", option, rule.most));
  }
}

}  // namespace daicho
