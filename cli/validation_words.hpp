// What every report says of a validation as a whole: which checks did not run, what the profile changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/checks/profile.hpp"
#include "formats/finding_texts.hpp"
#include "formats/validation.hpp"

namespace daicho {

/// Why a check did not run, and what would make it run: one phrase.
std::string skip_reason(const SkippedCheck& skipped, Language language);

/// What a check is about: the title of what it reports, the first one of several. Empty for an unknown check.
std::string check_title(std::string_view id, const FindingTexts& texts, Language language);

/// Why a check did not run, in one stable word for programs: `off`, `item`, `as_of`, `municipality`, `against`,
/// `unpaired`, `unreadable`.
std::string_view skip_word(const SkippedCheck& skipped);

/// `1 record`, `1,204 records`: for English sentences.
std::string counted(std::uint64_t count, std::string_view noun);

/// `error`, `alert`, `off` in the words of people.
std::string level_name(AlertLevel level, Language language);

/// `2026-04-01`.
std::string day_text(const PartialDate& day);

/// How many records were compared with the file of --against, of how many; empty without one.
std::string compared_text(const ValidationSummary& summary, Language language);

/// Sentences that keep a reader from taking silence for soundness: records that could not be read, checks that did not
/// run. None where everything was checked.
std::vector<std::string> caveats(const ValidationSummary& summary, Language language);

}  // namespace daicho
