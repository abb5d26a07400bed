// Numbers that belong to one living person.
#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L35: an 個人番号 or 住民票コード that two living people hold. Who is one person is told by the layout's own number
/// of people; in files of 本人確認情報 somebody who gets another 住民票コード (status 2, then the new code) stays the
/// same. Where a record could not be read, it may be the one that takes the number back. Facts: whether the record
/// takes the number back, which number it is, and a hash of who holds it.
class NumberHeldTwice : public Check {
 public:
  explicit NumberHeldTwice(const CheckContext& context)
      : number_(context.layout.index("individual_no")),
        code_(context.layout.find("juminhyo_code")),
        removal_class_(context.layout.find("removal_class")),
        record_status_(context.layout.find("record_status")),
        deleted_(context.layout.find("deleted_flag")),
        person_(context.layout, context.layout.key.value_or(number_)) {
    // Where the code tells who somebody is, it can't be held by another.
    if (code_ == person_.index()) code_.reset();
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{number_, person_.index()};
    for (const auto& item : {code_, removal_class_, record_status_, deleted_}) {
      if (item) items.push_back(*item);
    }
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (removal_class_ && record[*removal_class_] != "0") return;
    if (deleted_ && record[*deleted_] != "0") return;
    std::uint64_t facts = output.hash(person_.read(record)) << 2;
    if (record_status_ && record[*record_status_] != "0") facts |= kGivenBack;
    output.collect(record[number_], record, facts);
    if (code_) output.collect(record[*code_], record, facts | kCode);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence* holder = nullptr;
    for (const Evidence& each : evidence) {
      const bool same = holder != nullptr && each.facts >> 2 == holder->facts >> 2;
      if ((each.facts & kGivenBack) != 0) {
        if (same) holder = nullptr;
      } else if (holder == nullptr) {
        holder = &each;
      } else if (!same && (!record_status_ || output.complete())) {
        output.report(code::kNumberHeldTwice, each, (each.facts & kCode) != 0 ? *code_ : number_,
                      {{"record", std::to_string(holder->place.number)}});
      }
    }
  }

 private:
  static constexpr std::uint64_t kGivenBack = 1;
  static constexpr std::uint64_t kCode = 2;

  std::size_t number_;
  std::optional<std::size_t> code_;
  std::optional<std::size_t> removal_class_;
  std::optional<std::size_t> record_status_;
  std::optional<std::size_t> deleted_;
  NumberItem person_;
};

}  // namespace

std::vector<CheckKind> number_holder_checks() {
  return {
      {"L35",
       {code::kNumberHeldTwice},
       {"juki", "honnin", "soufusaki", "atena"},
       {"individual_no"},
       CheckNeed::nothing,
       make_check<NumberHeldTwice>},
  };
}

}  // namespace daicho
