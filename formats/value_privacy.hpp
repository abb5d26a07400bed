// May reports show a value that stands in an item, unless --show-values asks for all?
#pragma once

#include <string_view>

#include "formats/layout.hpp"

namespace daicho {

/// Whether `value` (UTF-8, whole) may be shown as the value of `item`. Data slips: a name or a 個人番号 may stand where
/// an open item is due, so that the item's own privacy is not enough. True where the item is open and
///
/// - the value, without blanks behind it and of digits their half-width form, is one that the item may hold, by its
///   picture, kind and width, and is not, by its check digit, the 個人番号 or 住民票コード of somebody (in an item
///   whose own check digit is right it is the item's own number); or
/// - it is faulty, but nothing that could be a name or such a number: ASCII alone, of at most 8 digits (or at most 4
///   behind leading zeros), and as for letters no longer than the item where that is X, at most one where it is 9 or N.
///
/// What is well-formed for an open item by chance (a name in an N item, a number of another kind) cannot be told. An
/// empty value is nobody's.
bool may_show(const Item& item, std::string_view value);

}  // namespace daicho
