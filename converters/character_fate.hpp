// What becomes of a character on its way into another system.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/charset.hpp"
#include "converters/gaiji_table.hpp"
#include "converters/juki_table.hpp"
#include "converters/substitute.hpp"
#include "converters/target_repertoire.hpp"

namespace daicho {

enum class Fate : std::uint8_t {
  kept,         ///< as it is
  private_use,  ///< as a 外字: it means the same only where the 外字 table and its font are the same
  similar,      ///< as a similar character of the charset (〜 as ～)
  substituted,  ///< only as a 代替文字
  lost,         ///< the target does not have it, and no substitute is known
};
constexpr std::size_t kFateCount = static_cast<std::size_t>(Fate::lost) + 1;

/// A stable name for programs: `kept`, `private_use`, `similar`, `substituted`, `lost`.
std::string_view fate_name(Fate fate);

struct CharacterFate {
  Fate fate = Fate::kept;
  std::string becomes;    ///< UTF-8: what stands there instead; empty where it stays itself, or is lost
  std::vector<Hop> hops;  ///< how the substitute was found; empty without one
};

/// What is known of characters; each may be null. They must outlive whatever is made with them.
struct FateTables {
  const GaijiTable* gaiji = nullptr;  ///< a 外字 is judged by what it means here
  const JukiTable* juki = nullptr;    ///< without it the target `juki` holds no kanji
  const SubstitutionTable* substitutes = nullptr;
};

/// The names of all targets: `cp932`, `shift_jis-2004`, `utf-16`, `ibm-930`, `juki`, and `certificate` for what the
/// certificates of 公的個人認証 may show (JIS X 0208 and JIS X 0212).
inline constexpr std::array<std::string_view, 6> kCharacterTargets = {"cp932",   "shift_jis-2004", "utf-16",
                                                                      "ibm-930", "juki",           "certificate"};

/// A system that characters may be carried to.
class CharacterTarget {
 public:
  /// `name` is one of kCharacterTargets. Takes some milliseconds: it asks the charset for every character of the BMP.
  CharacterTarget(std::string_view name, const FateTables& tables);

  std::string_view name() const { return name_; }

  /// What becomes of one character, which may be a variation sequence or another sequence of code points.
  CharacterFate fate_of(std::string_view character) const;

 private:
  CharacterFate fate_of_meaning(std::string_view character) const;
  std::string similar_to(std::string_view character) const;

  std::string_view name_;
  std::optional<Charset> charset_;  // nothing: certificate
  FateTables tables_;
  TargetRepertoire repertoire_;
};

}  // namespace daicho
