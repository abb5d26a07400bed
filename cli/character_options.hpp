// The options that name a municipality's own tables of characters.
#pragma once

#include <boost/program_options.hpp>
#include <string>

#include "formats/character_tables.hpp"

namespace daicho {

/// --gaiji and --juki-table; --substitutes too, for commands that look for 代替文字.
class CharacterOptions {
 public:
  void declare(boost::program_options::options_description& options);
  void declare_substitutes(boost::program_options::options_description& options);

  OwnCharacterFiles files() const { return {gaiji_, juki_, substitutes_}; }

 private:
  std::string gaiji_;
  std::string juki_;
  std::string substitutes_;
};

}  // namespace daicho
