// A municipality's table of 外字 as a file. docs/gaiji.md specifies it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/gaiji_table.hpp"
#include "converters/mj_table.hpp"
#include "formats/own_table.hpp"

namespace daicho {

/// Answers the MJ文字情報一覧表, loaded when a row first names an MJ文字図形名.
using MjSource = std::function<const MjTable&()>;

/// What a file holds: the rows that are right, and what is wrong with the others.
struct GaijiFile {
  GaijiTable table;
  std::vector<TableFault> faults;
};

/// Reads CSV in UTF-8 with the columns code, character, mj_name, reading, note (or their Japanese names). A code is
/// CP932's (`F040`), a Unicode one (`U+E000`) or another charset's (`ibm-939:6941`); the character stands as itself or
/// as code points (`U+845B U+E0100`), or comes from the MJ文字図形名 alone. A row with neither is a 外字 that means
/// nothing but itself. Faults: no private-use code, a code twice, two codes of one meaning, an MJ name that the table
/// lacks or that is another character, a meaning of several characters or of another 外字. Warnings: a meaning that
/// CP932 itself holds (writing prefers that code), an MJ name without any code point.
GaijiFile parse_gaiji_file(std::string_view text, const MjSource& mj);

/// The table of a file without errors. Throws SchemaError (`file:line:column: ...`, every error of the file),
/// UsageError where it is too large, WorldError where it cannot be read.
GaijiTable load_gaiji_table(const std::filesystem::path& file, const MjSource& mj);

}  // namespace daicho
