#include "cli/character_options.hpp"

namespace po = boost::program_options;

namespace daicho {

void CharacterOptions::declare(po::options_description& options) {
  auto add = options.add_options();
  add("gaiji", po::value(&gaiji_)->value_name("FILE"),
      "your own 外字 (CSV: code, character, mj_name, reading, note): each is read as the character that it means here, "
      "and written as its code where the charset lacks that character");
  add("juki-table", po::value(&juki_)->value_name("FILE"),
      "your own codes of 住基ネット統一文字 (CSV: code, character), for the charset juki");
}

void CharacterOptions::declare_substitutes(po::options_description& options) {
  options.add_options()("substitutes", po::value(&substitutes_)->value_name("FILE"),
                        "your own 代替文字 (CSV: character, substitute, note), looked at before the program's");
}

}  // namespace daicho
