// Refusals and notes about media and the ledger in Japanese. What they say in English is written where they arise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/finding_texts.hpp"

namespace daicho {

/// The sentence in Japanese; nothing where it is none that is known here.
std::optional<std::string> in_japanese(std::string_view sentence);

/// The sentence in a language: as it is where it is known in no other.
std::string sentence_in(Language language, const std::string& sentence);

}  // namespace daicho
