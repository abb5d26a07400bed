// The 送付票: what travels with a medium on paper. Nothing personal stands on it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "jobs/medium_facts.hpp"

namespace daicho {

/// Which medium a slip is for.
struct SlipSubject {
  const MediumFacts& facts;
  unsigned medium = 1;  ///< from 1: of a copy's media
  unsigned copy = 1;    ///< from 1
  /// Japanese names of layouts by id; a layout without one is named by its id.
  const std::map<std::string, std::string>& layout_names;
};

/// A page that prints on one sheet of A4.
std::string slip_page(const SlipSubject& subject);

/// The same as plain text, UTF-8 with CRLF so that any editor shows it.
std::string slip_text(const SlipSubject& subject);

/// `令和8年11月20日 10時30分（2026年）` for a moment of 14 or 17 digits.
std::string moment_text(std::string_view moment);

/// A SHA-256 in groups of eight digits, as people compare it.
std::string in_groups(const std::string& hex);

/// `12,345`
std::string grouped_digits(std::uint64_t number);

}  // namespace daicho
