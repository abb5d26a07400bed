// Names of synthetic residents as lists: common Japanese surnames and given names, and names of foreign residents.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace daicho {

/// A Japanese surname or given name with its reading in full-width katakana.
struct ReadName {
  std::string_view kanji;
  std::string_view kana;
};

/// Surnames, the frequent ones first.
std::span<const ReadName> common_surnames();
/// Surnames with characters outside JIS X 0208: variants (髙, 﨑, 濵, 𠮷), variation sequences, and 外字 (U+E000-E002).
std::span<const ReadName> rare_surnames();
/// Given names in fashion in the year of birth.
std::span<const ReadName> given_names(bool male, int birth_year);
/// Given names with characters outside JIS X 0208.
std::span<const ReadName> rare_given_names(bool male);

/// A part of a foreign resident's name: capital Latin letters as in the 在留カード, its reading, and the 正字 where the
/// name has kanji.
struct ForeignPart {
  std::string_view latin;
  std::string_view kana;
  std::string_view kanji;
};

/// Names that go together: surnames and given names of one region.
struct ForeignNames {
  std::vector<ForeignPart> surnames;
  std::vector<ForeignPart> male;
  std::vector<ForeignPart> female;
};

/// The names of a nationality (ISO 3166-1 alpha-3); those of the western world where the list has no own.
const ForeignNames& foreign_names(std::string_view nationality);

}  // namespace daicho
