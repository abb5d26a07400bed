#include "samples/family.hpp"

#include <algorithm>
#include <array>

namespace daicho {
namespace {

constexpr std::array<std::uint32_t, 12> kKindWeights = {240, 140, 120, 60, 60, 110, 190, 45, 15, 8, 7, 5};

FamilyMember member(std::string_view relationship, int age, bool male) {
  FamilyMember made;
  made.relationship = relationship;
  made.age = age;
  made.male = male;
  return made;
}

// The spouse of `head`, near in age.
FamilyMember spouse_of(Prng& prng, const FamilyMember& head) {
  const int age = std::max(19, head.age - (head.male ? prng.between(-3, 7) : prng.between(-7, 3)));
  return member(head.male ? relationship::kWife : relationship::kHusband, age, !head.male);
}

void add_children(Prng& prng, int mother_age, std::string_view code, std::vector<FamilyMember>& members) {
  constexpr std::array<std::uint32_t, 4> kCounts = {45, 42, 11, 2};
  const std::size_t count = prng.weighted(kCounts) + 1;
  int age = std::min(mother_age - prng.between(23, 38), 26);
  for (std::size_t child = 0; child < count && age >= 0; ++child) {
    FamilyMember made = member(code, age, prng.chance(5130));
    made.child = true;
    members.push_back(made);
    age -= prng.between(2, 4);
  }
}

std::vector<FamilyMember> couple(Prng& prng, int head_age) {
  std::vector<FamilyMember> members = {member(relationship::kHead, head_age, prng.chance(9300))};
  members.push_back(spouse_of(prng, members.front()));
  return members;
}

// The head, the head's spouse and children, and one or two of the head's parents.
std::vector<FamilyMember> three_generations(Prng& prng) {
  std::vector<FamilyMember> members = couple(prng, prng.between(38, 60));
  add_children(prng, std::min(members[0].age, members[1].age), relationship::kChild, members);
  const bool of_spouse = prng.chance(2500);
  const std::string in_law = members.front().male ? "12" : "11";
  const int age = members[of_spouse ? 1 : 0].age + prng.between(23, 34);
  for (const bool male : {true, false}) {
    if (male && prng.chance(6000)) continue;
    const std::string parent = male ? "51" : "52";
    members.push_back(member(of_spouse ? in_law + parent + "0000" : parent + "000000", age - (male ? 0 : 2), male));
    members.back().own_surname = of_spouse;
  }
  return members;
}

// An old head with a grown child's family.
std::vector<FamilyMember> elder_with_grandchildren(Prng& prng) {
  std::vector<FamilyMember> members = {member(relationship::kHead, prng.between(66, 85), prng.chance(6000))};
  members.push_back(member(relationship::kChild, members[0].age - prng.between(26, 34), true));
  members.push_back(member(relationship::kWifeOfChild, members[1].age - prng.between(0, 5), false));
  add_children(prng, members[2].age, relationship::kChildOfChild, members);
  return members;
}

std::vector<FamilyMember> siblings(Prng& prng) {
  const bool male = prng.chance(5000);
  std::vector<FamilyMember> members = {member(relationship::kHead, prng.between(20, 60), male)};
  const int difference = prng.between(1, 6);
  const bool older = members[0].age - difference < 18 || prng.chance(3000);
  const bool brother = prng.chance(5000);
  const std::string_view code = older ? (brother ? "71000000" : "81000000") : (brother ? "74000000" : "84000000");
  members.push_back(member(code, members[0].age + (older ? difference : -difference), brother));
  return members;
}

std::vector<FamilyMember> with_lodger(Prng& prng) {
  std::vector<FamilyMember> members = {member(relationship::kHead, prng.between(30, 80), prng.chance(5000))};
  const std::string_view code = prng.chance(5000) ? relationship::kHousemate : relationship::kRelative;
  members.push_back(member(code, prng.between(20, 70), prng.chance(5000)));
  members.back().own_surname = true;
  return members;
}

// 兄, 弟, 姉 or 妹 of `to`.
std::string sibling_code(const KinToHead& of, const KinToHead& to) {
  const bool older = of.birth < to.birth;
  return of.male ? (older ? "71" : "74") : (older ? "81" : "84");
}

// A chain without its unused codes.
std::string trimmed(const std::string& relationship) {
  std::string chain = relationship;
  while (chain.size() >= 2 && chain.compare(chain.size() - 2, 2, "00") == 0) chain.resize(chain.size() - 2);
  return chain;
}

bool is_sibling(const std::string& chain) { return chain == "71" || chain == "74" || chain == "81" || chain == "84"; }

// What the leaver was to the heir, as the first code of a chain; empty where no code says it.
std::string leaver_to_heir(const std::string& heir_chain, bool leaver_male) {
  if (heir_chain == "11" || heir_chain == "12") return leaver_male ? "11" : "12";
  if (heir_chain == "13" || heir_chain == "14") return leaver_male ? "13" : "14";
  if (heir_chain == "20") return leaver_male ? "51" : "52";
  if (heir_chain == "51" || heir_chain == "52") return "20";
  return {};
}

// The chain from the heir to the member; empty where none is known.
std::string chain_to_heir(const KinToHead& member, const KinToHead& heir, bool leaver_male) {
  std::string of = trimmed(member.relationship);
  const std::string to = trimmed(heir.relationship);
  const bool spouse = to == "11" || to == "12";
  if (spouse && of.starts_with("20")) return of;          // the couple's children
  if (spouse && of.starts_with(to)) return of.substr(2);  // the heir's own kin
  if (to == "20" && of == "20") return sibling_code(member, heir);
  if (to == "20" && of.starts_with("20")) return of.substr(2);  // the heir's spouse and children
  if ((to == "51" || to == "52") && (of == "51" || of == "52")) return member.male ? "11" : "12";
  if ((to == "51" || to == "52") && is_sibling(of)) return "20";
  if (is_sibling(to) && is_sibling(of)) return sibling_code(member, heir);
  if (is_sibling(to) && (of == "51" || of == "52")) return of;
  const std::string link = leaver_to_heir(to, leaver_male);
  return link.empty() ? std::string() : link + of;
}

}  // namespace

FamilyKind draw_family_kind(Prng& prng) { return static_cast<FamilyKind>(prng.weighted(kKindWeights)); }

std::vector<FamilyMember> draw_family(Prng& prng, FamilyKind kind, std::size_t limit) {
  const auto single = [&](int low, int high, std::uint32_t male) {
    return std::vector<FamilyMember>{member(relationship::kHead, prng.between(low, high), prng.chance(male))};
  };
  std::vector<FamilyMember> members;
  switch (kind) {
    case FamilyKind::single_young:
      members = single(18, 34, 5500);
      break;
    case FamilyKind::single_middle:
      members = single(35, 64, 6000);
      break;
    case FamilyKind::single_old:
      members = single(65, prng.chance(200) ? 104 : 94, 3300);
      break;
    case FamilyKind::couple_young:
      members = couple(prng, prng.between(25, 39));
      break;
    case FamilyKind::couple_middle:
      members = couple(prng, prng.between(40, 64));
      break;
    case FamilyKind::couple_old:
      members = couple(prng, prng.between(65, 90));
      break;
    case FamilyKind::couple_with_children:
      members = couple(prng, prng.between(27, 60));
      add_children(prng, std::min(members[0].age, members[1].age), relationship::kChild, members);
      break;
    case FamilyKind::single_parent:
      members = single(27, 55, 1500);
      add_children(prng, members[0].age, relationship::kChild, members);
      break;
    case FamilyKind::three_generations:
      members = prng.chance(4000) ? elder_with_grandchildren(prng) : three_generations(prng);
      break;
    case FamilyKind::siblings:
      members = siblings(prng);
      break;
    case FamilyKind::unmarried_couple: {
      members = couple(prng, prng.between(24, 50));
      FamilyMember& partner = members.back();
      partner.relationship = partner.male ? relationship::kUnmarriedHusband : relationship::kUnmarriedWife;
      partner.own_surname = true;
      break;
    }
    case FamilyKind::lodger:
      members = with_lodger(prng);
      break;
  }
  if (members.size() > limit) members.resize(limit);
  return members;
}

std::string relationship_to_heir(const KinToHead& member, const KinToHead& heir, bool leaver_male) {
  if (member.relationship == relationship::kHousemate || member.relationship == relationship::kRelative) {
    return member.relationship;
  }
  std::string chain = chain_to_heir(member, heir, leaver_male);
  if (chain.empty() || chain.size() > 8) return std::string(relationship::kRelative);
  chain.append(8 - chain.size(), '0');
  return chain;
}

}  // namespace daicho
