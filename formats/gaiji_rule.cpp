#include "formats/gaiji_rule.hpp"

#include <memory>
#include <mutex>

#include "formats/character_tables.hpp"

namespace daicho {
namespace {

class JukiCharacters {
 public:
  explicit JukiCharacters(const Catalog& catalog) : catalog_(catalog), tables_(catalog_) {}

  /// Every form that the 文字情報一覧表 gives for a character with a code counts, not only the one that writing uses.
  bool holds(std::string_view character) {
    std::call_once(loaded_, [this] {
      mj_ = &tables_.mj();
      juki_ = &tables_.juki();
    });
    const MjCharacter* row = mj_->find(character);
    return (row != nullptr && row->juki_code != 0) || juki_->code(character).has_value();
  }

 private:
  const Catalog catalog_;
  const CharacterTables tables_;
  std::once_flag loaded_;
  const MjTable* mj_ = nullptr;
  const JukiTable* juki_ = nullptr;
};

}  // namespace

GaijiSet gaiji_set(GaijiRule rule, const Catalog& catalog) {
  if (rule != GaijiRule::outside_juki) return GaijiSet(rule);
  const auto characters = std::make_shared<JukiCharacters>(catalog);
  return GaijiSet(rule, [characters](std::string_view character) { return characters->holds(character); });
}

}  // namespace daicho
