// Is a fixed-width record surely right? One walk over its bytes, without decoding it.
#pragma once

#include <memory>
#include <string_view>

#include "converters/charset.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// A layout's rules as a program over the bytes of a record. Made once for a file; several threads may ask it.
class CleanRecord {
 public:
  /// The layout and the tables of `text` must outlive it. Asks the charset and the checks for every code of the charset
  /// (a few milliseconds).
  CleanRecord(const Layout& layout, Charset charset, const TextOptions& text = {});

  /// True only where FixedRecordParser and RecordChecker would find nothing at all in the record, neither an error nor
  /// a warning. False means `look closer`, never `faulty`. `bytes` are the record's items, without class and line end.
  bool surely(std::string_view bytes) const;

  /// Whether it ever answers true: the charset and all items of the layout are among those that it understands.
  bool understands() const { return program_ != nullptr; }

 private:
  struct Program;
  std::shared_ptr<const Program> program_;
};

}  // namespace daicho
