// 続柄: what somebody is to the head of the household.
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::size_t kCodeDigits = 2;

/// The last code of a chain, which says what the person is: 妻の母 (12520000) is a mother.
std::string_view last_code(std::string_view chain) {
  std::string_view last;
  for (; chain.size() >= kCodeDigits && chain.substr(0, kCodeDigits) != "00"; chain.remove_prefix(kCodeDigits)) {
    last = chain.substr(0, kCodeDigits);
  }
  return last;
}

enum class Sex { man, woman, any };

Sex sex_of(std::string_view relationship) {
  for (const char* man : {"11", "13", "51", "71", "74"}) {
    if (relationship == man) return Sex::man;
  }
  for (const char* woman : {"12", "14", "52", "81", "84"}) {
    if (relationship == woman) return Sex::woman;
  }
  return Sex::any;
}

/// 夫(未届) and 妻(未届): some municipalities enter same-sex partners so, which makes them an alert.
bool is_unmarried(std::string_view relationship) { return relationship == "13" || relationship == "14"; }

/// L27: 続柄 against 性別. An unknown 性別 (0, 9) says nothing.
class RelationshipSex : public Check {
 public:
  explicit RelationshipSex(const CheckContext& context)
      : relationship_(index_of(context.layout, {"relationship_code", "relationship"})),
        sex_(index_of(context.layout, {"sex_code", "sex"})) {}

  std::vector<std::size_t> items() const override { return {relationship_, sex_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    const std::string_view last = last_code(record[relationship_]);
    const Sex sex = sex_of(last);
    const bool wrong = (sex == Sex::man && record[sex_] == "2") || (sex == Sex::woman && record[sex_] == "1");
    if (!wrong) return;
    output.report(is_unmarried(last) ? code::kUnmarriedSpouseSex : code::kRelationshipSex, record, relationship_, {});
  }

 private:
  std::size_t relationship_;
  std::size_t sex_;
};

}  // namespace

std::vector<CheckKind> relationship_checks() {
  return {
      // The code list and its chains: formats/layout.cpp.
      {"L26", {code::kCodeUnknown}, {"juki", "honnin"}, {}, CheckNeed::nothing, nullptr, CheckedBy::schema},
      {"L27",
       {code::kRelationshipSex, code::kUnmarriedSpouseSex},
       {"juki", "honnin"},
       {"relationship_code|relationship", "sex_code|sex"},
       CheckNeed::nothing,
       make_check<RelationshipSex>},
  };
}

}  // namespace daicho
