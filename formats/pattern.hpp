// Patterns of a schema, compiled once and matched without backtracking.
#pragma once

#include <memory>
#include <string_view>

namespace daicho {

/// An ECMAScript regular expression that must match a whole value, byte by byte (X and 9 items are ASCII). What
/// patterns of numbers use (literals, classes, groups, alternatives, repetitions) runs in time proportional to the
/// value; what else ECMAScript has (look-ahead, back references) is left to the library, which may be slow.
class Pattern {
 public:
  /// Throws UsageError where it is no regular expression.
  explicit Pattern(std::string_view expression);
  bool matches(std::string_view value) const;

 private:
  struct Program;
  std::shared_ptr<const Program> program_;
};

}  // namespace daicho
