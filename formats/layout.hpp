// Record layouts: items, pictures, code lists and relations, as loaded from schemas/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/charset.hpp"
#include "converters/check_digit.hpp"
#include "converters/gaiji.hpp"

namespace daicho {

/// A place in a schema file.
struct SchemaPlace {
  std::string file;  ///< as a user would name it, for example `schemas/juki.toml`
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class PictureClass : std::uint8_t {
  digits,    ///< 9: half-width digits
  text,      ///< X: half-width text, 0x20-0x7E
  national,  ///< N: full-width text
};

struct Picture {
  PictureClass cls = PictureClass::text;
  std::uint16_t length = 0;  ///< positions: characters for 9 and X, UTF-16 code units for N
  std::size_t bytes(Charset charset) const {
    return length * (cls == PictureClass::national ? full_width_bytes(charset) : half_width_bytes(charset));
  }
};

/// `9(11)`, `X(12)`, `N(100)`.
std::string to_string(Picture picture);

enum class Kind : std::uint8_t {
  digits,
  date,
  era_date,
  era_gregorian_date,
  timestamp,
  flag,
  text,
  katakana,
  hiragana,
  kanji,
  zenkaku
};
std::string_view kind_name(Kind kind);

enum class Presence : std::uint8_t { required, conditional, optional };

/// Who may see a value outside the data files.
enum class Privacy : std::uint8_t {
  open,
  personal,       ///< names, addresses, 住民票コード: masked in findings unless --show-values
  individual_no,  ///< 個人番号: never emitted by generic extraction, masked everywhere
};

struct Code {
  std::string code;
  std::string name;
  bool alone = false;  ///< in a chain (Item::codes_chained): no other code may stand before or after it
};

/// Who chose the values of a code list.
enum class CodeOrigin : std::uint8_t {
  official,  ///< a law, a ministry's standard or a JIS/ISO standard
  open,      ///< published by others, without being official
  toolkit,   ///< chosen by this toolkit, because no public value exists
};

struct CodeList {
  std::string id;
  std::string name;
  std::string source;
  CodeOrigin origin = CodeOrigin::toolkit;
  std::vector<Code> codes;
  const Code* find(std::string_view code) const;
};

enum class RelationKind : std::uint8_t {
  length_of,       ///< UTF-16 code units of the trimmed value of `items[0]`
  gaiji_count_of,  ///< 外字数 of `items[0]`, by the layout's rule
  positions_of,    ///< one flag a code unit of `items[0]`: does it differ from `items[1]`, its substitute?
  flag_of,         ///< 1 where any of `items` (counts) is above 0
  seion_of,        ///< 清音化 of `items[0]`
  substitute_of,   ///< the 代替文字 form of `items[0]`: inside JIS X 0208 and JIS X 0212
  equals,          ///< the same value as `items[0]`
};

struct Relation {
  RelationKind kind = RelationKind::equals;
  std::vector<std::size_t> items;  ///< indexes into Layout::items
};

/// A part of a condition: the item has one of these values. `*` is any value, an empty text none, `2*` every value that
/// begins with 2.
struct ConditionTerm {
  std::size_t item = 0;  ///< index into Layout::items
  std::vector<std::string> values;
};

/// All terms must hold.
using Condition = std::vector<ConditionTerm>;

struct Item {
  int no = 0;        ///< as 別添1 prints it
  std::string id;    ///< a stable contract
  std::string name;  ///< Japanese
  std::vector<std::string> aliases;
  Picture picture;
  Kind kind = Kind::text;
  Presence presence = Presence::optional;
  bool zero_filled = false;      ///< a 9 item that is written with zeros on the left
  bool absent_is_zeros = false;  ///< a 9 item whose absence is zeros, not blanks
  bool unknown_allowed = false;  ///< a date whose parts may be 不詳
  CheckDigit check = CheckDigit::none;
  std::vector<std::string> check_except;  ///< values that carry no check digit (000000: 国外, 不明)
  std::shared_ptr<const CodeList> codes;  ///< null: none
  bool codes_chained = false;             ///< the value is a chain of codes, filled with zeros on the right (続柄)
  std::string pattern;                    ///< ECMAScript regular expression for the whole value; empty: none
  std::vector<Relation> relations;
  std::vector<Condition> required_when;  ///< where any of them holds, a value must be there
  std::vector<Condition> blank_when;     ///< where any of them holds, no value may be there
  Privacy privacy = Privacy::open;
  std::string note;
  SchemaPlace place;

  /// Whether the item's code list has `value`, or each part of it where codes are chained: no code after the first
  /// zeros, and none beside one that stands alone. True where the item has no code list.
  bool code_allowed(std::string_view value) const;
  /// Whether `value` carries the right check digit, is excepted from it, or needs none.
  bool check_digit_allowed(std::string_view value) const;
};

class Layout {
 public:
  std::string id;
  std::string version;
  std::string name;
  std::string source;              ///< where the items come from (別添1 ...)
  std::optional<std::size_t> key;  ///< the key item: hash totals, diff, duplicates
  GaijiSet gaiji;                  ///< what 外字数 counts: the schema's `gaiji_rule`
  std::vector<Item> items;
  SchemaPlace place;

  /// The index of an item by id, Japanese name or alias, in this order. Names match exactly.
  std::optional<std::size_t> find(std::string_view id_or_name) const;
  /// The index of the item that has this alias. 別添1 prints one name twice: a second column of that name is the item
  /// that has it as its alias.
  std::optional<std::size_t> find_alias(std::string_view alias) const;
  /// The index of an item that must exist; throws UsageError with the nearest names otherwise.
  std::size_t index(std::string_view id_or_name) const;

  /// Bytes of a record without its line end.
  std::size_t record_bytes(Charset charset) const;
  /// Offset in bytes of each item, from 0, and the record's size as the last element.
  std::vector<std::size_t> offsets(Charset charset) const;
};

}  // namespace daicho
