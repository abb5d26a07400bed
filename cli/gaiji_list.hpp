// A municipality's 外字 with what is known of each: meaning, names, which charsets hold it, whether it is drawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/bdf.hpp"
#include "formats/character_tables.hpp"

namespace daicho {

/// How a charset writes a 外字.
enum class GaijiHold : std::uint8_t {
  character,            ///< as the character that it means
  code,                 ///< as the 外字's own code
  code_beside_similar,  ///< so, too: of the character the charset has only a similar one
  similar,              ///< as that similar character: the charset has no code of the 外字
  none,                 ///< not at all
};

struct ShownGaiji {
  const Gaiji* entry = nullptr;
  std::string cp932;                                 ///< `F040`; empty where CP932 has no code for it
  std::string mj_name;                               ///< the table's, else that of the meaning
  std::vector<std::pair<Charset, GaijiHold>> holds;  ///< every charset
  std::optional<bool> glyph;                         ///< nothing where no font was given
};

/// In the order of the file. `tables` must have a table of 外字, and outlive the answer.
std::vector<ShownGaiji> shown_gaiji(const CharacterTables& tables, const BdfFont* font);

/// A table for a terminal: of the charsets those that do not hold every Unicode character.
std::string gaiji_table_text(const std::vector<ShownGaiji>& list, bool japanese);
std::string gaiji_csv(const std::vector<ShownGaiji>& list);
std::string gaiji_json(const std::vector<ShownGaiji>& list);

}  // namespace daicho
