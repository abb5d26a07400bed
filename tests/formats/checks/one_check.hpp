// Runs one check of the list over records made for the test, and tells what it says as one line.
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/checks/check.hpp"

namespace daicho::test {

using Items = std::map<std::string, std::string>;

/// The records of one layout, beginning from one that every check accepts. 処理日 is 2026-11-20, the municipality
/// 132101.
class OneCheck {
 public:
  explicit OneCheck(const std::string& layout, Items base)
      : layout_(Catalog().layout(layout)), base_(std::move(base)) {}

  /// What check `id` says of the base record with some items changed: `D3005 move_date as_of=20261120`, one after
  /// another with ` / ` between them.
  std::string says(std::string_view id, const Items& changed = {}) const {
    Output output(*layout_);
    const OwnedRecord record = made(base_, changed);
    make(id)->record(record.view(), output);
    return output.said;
  }

  /// The same beside an older record; both begin from the base record.
  std::string says_of_pair(std::string_view id, const Items& before, const Items& now) const {
    Output output(*layout_);
    const OwnedRecord record = made(base_, now);
    const OwnedRecord other = made(base_, before);
    make(id)->pair(record.view(), other.view(), output);
    return output.said;
  }

  /// The same of several records of one file, the base record changed for each; a finding tells its record's number.
  std::string says_of_file(std::string_view id, const std::vector<Items>& records) const {
    Output output(*layout_);
    const auto check = make(id);
    RecordBlock block(layout_->items.size());
    for (const Items& changed : records) {
      block.append(values(base_, changed), {block.size() + 1, 0, 0});
      check->record(block[block.size() - 1], output);
    }
    for (const auto& [key, evidence] : output.evidence) check->group(evidence, output);
    return output.said;
  }

  const Layout& layout() const { return *layout_; }

 private:
  class Output : public CheckOutput {
   public:
    explicit Output(const Layout& layout) : layout_(layout) {}
    void report(FindingCode code, const RecordView& record, std::size_t item, Args args) override {
      Evidence kept;
      kept.place = record.position();
      report(code, kept, item, std::move(args));
    }
    void report(FindingCode code, const Evidence& told, std::size_t item, Args args) override {
      if (!said.empty()) said += " / ";
      if (told.place.number != 0) said += std::to_string(told.place.number) + ": ";
      said += std::string(code.code) + ' ' + layout_.items[item].id;
      for (const auto& [name, value] : args) said += ' ' + name + '=' + value;
    }
    void collect(std::string_view key, const RecordView& record, std::uint64_t facts) override {
      if (!key.empty()) evidence[std::string(key)].push_back({0, 0, record.position(), facts});
    }
    std::uint64_t hash(std::string_view value) const override { return std::hash<std::string_view>()(value); }

    std::string said;
    std::map<std::string, std::vector<Evidence>> evidence;

   private:
    const Layout& layout_;
  };

  std::unique_ptr<Check> make(std::string_view id) const {
    const CheckContext context{*layout_, layout_.get(), parse_date("20261120").date, "132101"};
    for (const CheckKind& kind : check_list()) {
      if (kind.id == id && kind.make != nullptr) return kind.make(context);
    }
    throw std::runtime_error("no such check");
  }

  std::vector<std::string> values(const Items& base, const Items& changed) const {
    std::vector<std::string> values(layout_->items.size());
    for (const Items* items : {&base, &changed}) {
      for (const auto& [id, value] : *items) values[layout_->index(id)] = value;
    }
    return values;
  }
  OwnedRecord made(const Items& base, const Items& changed) const { return OwnedRecord(values(base, changed)); }

  std::shared_ptr<const Layout> layout_;
  Items base_;
};

/// A Japanese resident who moved in from another municipality on 2026-10-01.
inline OneCheck resident_checks() {
  return OneCheck("juki", {{"household_no", "000000012345674"},
                           {"head_name_kana", "ヤマダ　タロウ"},
                           {"head_name_kanji", "山田　太郎"},
                           {"address_postal_code", "1840004"},
                           {"address_municipality_code", "132101"},
                           {"address_town_code", "0004001"},
                           {"address", "東京都小金井市本町一丁目１番１号"},
                           {"move_reason", "11"},
                           {"addressee_no", "000000000000019"},
                           {"removal_class", "0"},
                           {"move_date", "20261001"},
                           {"move_notified_date", "20261005"},
                           {"settled_date", "20261001"},
                           {"settled_reason", "11"},
                           {"settled_notified_date", "20261005"},
                           {"settled_notified_reason", "01"},
                           {"name_kana", "ヤマダ　タロウ"},
                           {"name_kanji", "山田　太郎"},
                           {"sex_code", "1"},
                           {"birth_date", "319800101"},
                           {"relationship_code", "02000000"},
                           {"honseki_municipality_code", "131016"},
                           {"honseki", "東京都千代田区丸の内一丁目"},
                           {"hittosha_kanji", "山田　太郎"},
                           {"juminhyo_code", "12345678903"},
                           {"previous_municipality_code", "132039"},
                           {"previous_address", "東京都武蔵野市緑町二丁目２番"},
                           {"individual_no", "123456789018"}});
}

/// 本人確認情報 of the same.
inline OneCheck cs_checks() {
  return OneCheck("honnin", {{"juminhyo_code", "12345678903"},
                             {"name_kanji", "山田　太郎"},
                             {"birth_date", "319800101"},
                             {"sex", "1"},
                             {"municipality_code", "13210"},
                             {"address", "東京都小金井市本町一丁目１番１号"},
                             {"individual_no", "123456789018"},
                             {"resident_since", "5081001"},
                             {"settled_date", "5081001"},
                             {"notified_date", "5081005"},
                             {"previous_municipality_code", "13203"},
                             {"previous_address", "東京都武蔵野市緑町二丁目２番"},
                             {"relationship", "02000000"},
                             {"move_reason", "01"},
                             {"move_date", "5081001"},
                             {"move_reason_detail", "01"},
                             {"update_seq", "00001"},
                             {"reason_update_seq", "001"},
                             {"update_forbidden_flag", "0"},
                             {"record_status", "0"}});
}

}  // namespace daicho::test
