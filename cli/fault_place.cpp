#include "cli/fault_place.hpp"

#include <fmt/format.h>

#include <charconv>

namespace daicho {
namespace {

/// The byte at which the faulty character begins, where the finding knows it; else 0.
std::size_t byte_argument(const Finding& finding) {
  for (const auto& [name, value] : finding.args) {
    if (name != "at") continue;
    std::size_t at = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), at);
    if (parsed.ec == std::errc() && at >= finding.byte_first && at <= finding.byte_last) return at;
  }
  return 0;
}

}  // namespace

FaultPlace fault_place(const Finding& finding) {
  const std::size_t at = byte_argument(finding);
  if (at != 0) return {at, at};
  return {finding.byte_first, finding.byte_last};
}

std::string place_text(const Finding& finding) {
  if (finding.record == 0) return {};
  const FaultPlace place = fault_place(finding);
  if (place.first == 0) return fmt::format("{}:", finding.record);
  return fmt::format("{}:{}:", finding.record, place.first);
}

std::string line_text(const Finding& finding, Language language) {
  if (finding.line == 0) return {};
  const bool ja = language == Language::ja;
  const std::size_t place = fault_place(finding).first;
  // A field's column is that of its first byte; a row's faults know their own.
  const std::size_t column = finding.column + (finding.item == kNoItem ? 0 : place - finding.byte_first);
  if (finding.line == finding.record && (finding.column == 0 || column == place)) return {};
  if (finding.column == 0) {
    return fmt::format(fmt::runtime(ja ? "（{}行目）" : " (line {})"), finding.line);
  }
  return fmt::format(fmt::runtime(ja ? "（{}行目の{}バイト目）" : " (line {}, column {})"), finding.line, column);
}

}  // namespace daicho
