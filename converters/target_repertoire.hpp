// What a text may hold at its destination: a charset, or the repertoire of the certificates inside a charset.
#pragma once

#include <bitset>
#include <memory>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// A set of characters. Cheap to copy and to ask; making one asks the charset for every character of the BMP (a few
/// milliseconds), so one is made for a file, not for a record.
class TargetRepertoire {
 public:
  /// What `charset` can write, 外字 and 住基 codes included where `options` has the tables, which must outlive this.
  static TargetRepertoire of_charset(Charset charset, const TextOptions& options = {});
  /// JIS X 0208 (第1・第2水準) and JIS X 0212 (補助漢字), cut down to what `charset` can write: the names and addresses
  /// of 公的個人認証 (送付先情報 items 55 and 57).
  static TargetRepertoire certificate(Charset charset, const TextOptions& options = {});

  /// Whether it has a character (a code point, with its variation selector if any, in UTF-8). An empty view is none.
  bool holds(std::string_view character) const;
  /// Whether it has every character of a text.
  bool holds_all(std::string_view text) const;

 private:
  TargetRepertoire(Charset charset, const TextOptions& options) : charset_(charset), options_(options) {}

  Charset charset_;
  TextOptions options_;
  bool certificate_ = false;                         // then nothing beyond the BMP and no sequence
  std::shared_ptr<const std::bitset<0x10000>> bmp_;  // single code points; null: all of them (UTF-8, UTF-16)
};

/// Whether one character lies inside JIS X 0208 + JIS X 0212. A variation sequence, a 外字, a half-width character and
/// NEC's and IBM's additions to JIS X 0208 (①, Ⅱ, 髙) do not.
bool in_certificate_repertoire(std::string_view character);

/// Whether every character of a text (valid UTF-8) does.
bool all_in_certificate_repertoire(std::string_view text);

}  // namespace daicho
