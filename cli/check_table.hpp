// `validate --list-checks`: what is checked, for which layouts, how gravely and with what.
#pragma once

#include <string>
#include <string_view>

#include "formats/checks/check.hpp"
#include "formats/checks/profile.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// A table for a terminal: a line for each finding of each check; those of one layout where `layout` is not empty.
std::string check_table(const FindingTexts& texts, const Profile& profile, std::string_view layout, Language language);

/// What a check needs and for which layouts it is, on several lines without the last line end.
std::string check_summary(const CheckKind& check, Language language);

}  // namespace daicho
