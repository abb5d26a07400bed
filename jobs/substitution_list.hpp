// What stands for what in a run: substitutions.csv and substitutions.html, with which staff check 代替文字.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "converters/mj_table.hpp"
#include "converters/substitute.hpp"
#include "formats/byte_sink.hpp"
#include "formats/layout.hpp"
#include "jobs/job.hpp"

namespace daicho {

/// A name or an address in which something was replaced, or ought to have been.
struct SubstitutedValue {
  PersonKey person = 0;
  const Item* item = nullptr;  ///< of the published layout; must outlive the list
  std::string original;
  Substitution substitution;  ///< `unchanged` never stands in a list
};

/// One replaced character, part of a name, or character without a substitute.
struct SubstitutionRow {
  const SubstitutedValue* value = nullptr;
  std::size_t position = 0;  ///< UTF-16 code unit in the original, from 1; 0 where nothing stands for it
  std::string original;      ///< one character, or a part of a name
  std::string substitute;    ///< empty: there is none
  std::vector<Hop> hops;     ///< empty: かな, or none
  std::vector<std::string> alternatives;
};

/// The substitutions of a run. Holds personal values: they leave it only into the two files.
class SubstitutionList {
 public:
  /// Somebody published with substitutes.
  void add(SubstitutedValue value) { published_.push_back(std::move(value)); }
  /// Somebody who waits because there is none.
  void add_waiting(SubstitutedValue value) { waiting_.push_back(std::move(value)); }

  /// Brings both parts into the order of 宛名番号 and layout; call before writing.
  void sort();
  /// Rows that both files have.
  std::uint64_t rows() const;

  /// `mj` names the characters.
  void write_csv(ByteSink& sink, const MjTable& mj) const;

  /// What the page says about its run.
  struct About {
    std::string run;           ///< the run folder's name
    std::string as_of;         ///< YYYYMMDD
    std::string municipality;  ///< its name
  };
  void write_html(ByteSink& sink, const MjTable& mj, const About& about) const;

 private:
  std::vector<SubstitutedValue> published_;
  std::vector<SubstitutedValue> waiting_;
};

/// The rows of a value, in the order of the original.
std::vector<SubstitutionRow> rows_of(const SubstitutedValue& value);

/// `U+845B U+E0100`.
std::string code_points_text(std::string_view text);

/// `鴎（U+9D0E）` for each of the other characters that a rule as good offers.
std::string alternatives_text(const SubstitutionRow& row, std::string_view separator);

/// The MJ文字図形名 of a character; empty where it has none or `text` is several characters.
std::string mj_name_of(const MjTable& mj, std::string_view text);

/// What stands behind a replacement, for staff: `JIS包摂規準・UCS統合規則`, hops joined by `→`; かな and none have
/// words of their own.
std::string evidence_text(const SubstitutionRow& row);

}  // namespace daicho
