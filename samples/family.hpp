// Who lives together: the composition of synthetic households.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "samples/prng.hpp"

namespace daicho {

/// A member of a household before it has a name. The head stands first.
struct FamilyMember {
  std::string relationship;  ///< 続柄コード, 8 digits, towards the head
  int age = 0;               ///< full years
  bool male = false;
  bool child = false;        ///< grew up in this household: arrived with its parents or was born into it
  bool own_surname = false;  ///< does not share the head's
};

enum class FamilyKind {
  single_young,
  single_middle,
  single_old,
  couple_young,
  couple_middle,
  couple_old,
  couple_with_children,
  single_parent,
  three_generations,
  siblings,
  unmarried_couple,
  lodger,
};

/// Draws a kind in the proportions of a suburb of Tokyo (about two people a household).
FamilyKind draw_family_kind(Prng& prng);
/// Draws the members; at most `limit` of them, which is at least 1.
std::vector<FamilyMember> draw_family(Prng& prng, FamilyKind kind, std::size_t limit);

namespace relationship {
inline constexpr std::string_view kHead = "02000000";
inline constexpr std::string_view kHusband = "11000000";
inline constexpr std::string_view kWife = "12000000";
inline constexpr std::string_view kUnmarriedHusband = "13000000";
inline constexpr std::string_view kUnmarriedWife = "14000000";
inline constexpr std::string_view kChild = "20000000";
inline constexpr std::string_view kChildOfChild = "20200000";
inline constexpr std::string_view kWifeOfChild = "20120000";
inline constexpr std::string_view kRelative = "96000000";   ///< 縁故者
inline constexpr std::string_view kHousemate = "99000000";  ///< 同居人
}  // namespace relationship

/// What somebody is to another head, both known by their 続柄 towards the present one (who dies or leaves).
struct KinToHead {
  std::string relationship;
  bool male = false;
  std::int32_t birth = 0;  ///< day number; decides between 兄 and 弟
};
/// The 続柄 of `member` towards `heir`, the new head. `leaver_male` is the sex of the head who goes. Where no chain of
/// four codes says it, 縁故者 (JUKI-STD 1.1.11).
std::string relationship_to_heir(const KinToHead& member, const KinToHead& heir, bool leaver_male);

}  // namespace daicho
