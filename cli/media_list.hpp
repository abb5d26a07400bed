// 媒体授受簿: the register of media as a table, as CSV and as JSON.
#pragma once

#include <string>

#include "jobs/media_register.hpp"

namespace daicho {

/// A row for each copy: those still out or here first, then those that came back or were erased; by number.
std::string media_list_text(const MediaRegister& media);

/// Every fact of each copy, for a spreadsheet: UTF-8 with a byte order mark, CRLF, Japanese titles.
std::string media_list_csv(const MediaRegister& media);

/// One JSON object a line for each copy.
std::string media_list_json(const MediaRegister& media);

}  // namespace daicho
