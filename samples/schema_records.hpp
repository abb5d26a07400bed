// Valid records of any layout, from its schema alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "converters/charset.hpp"
#include "converters/substitution_table.hpp"
#include "formats/layout.hpp"
#include "formats/pattern.hpp"
#include "samples/consistent_items.hpp"
#include "samples/identity.hpp"
#include "samples/numbers.hpp"
#include "samples/related_items.hpp"

namespace daicho {

struct RecordWish {
  std::uint64_t seed = 0;
  Charset charset = Charset::utf8;
  Day as_of = 0;
  /// The table of 代替文字, which must outlive the records; null: the built-in one, so that fewer names can be used.
  const SubstitutionTable* substitutes = nullptr;
  TextOptions text = {};  ///< the charset's tables, which must outlive the records
};

/// Makes records that fulfil their schema: pictures, kinds, code lists, patterns, check digits, dates and relations;
/// and whose items agree as the logical checks of files want it. Text is as long as such text is in life, so that about
/// a third of a fixed record of soufusaki is content.
class SchemaRecords {
 public:
  /// The layout must outlive it.
  SchemaRecords(const Layout& layout, const RecordWish& wish);
  /// The next record's values. Throws UsageError where the generator finds no value for an item, with its id.
  std::vector<std::string> next();

 private:
  struct Person;
  Person draw_person();
  std::string value_of(std::size_t item, const Person& person);
  std::string text_of(const Item& item, const Person& person);
  std::string digits_of(std::size_t item);
  std::string coded(std::size_t item);
  bool settle_conditions(std::vector<std::string>& values, const Person& person);
  std::string matching(std::size_t item);
  bool matches(std::size_t item, const std::string& value) const;
  [[noreturn]] void give_up(const Item& item, const char* why) const;

  const Layout& layout_;
  RecordWish wish_;
  SampleRepertoire repertoire_;
  RelatedItems related_;
  ConsistentItems consistent_;
  JapaneseNames names_;
  NumberOffice numbers_;
  Prng prng_;
  std::uint64_t made_ = 0;
  std::vector<std::unique_ptr<Pattern>> patterns_;
};

}  // namespace daicho
