// Bad files of the logical checks: the examples of kit_examples.hpp, put into right records.
#include <algorithm>

#include "converters/utf8.hpp"
#include "samples/kit_bad.hpp"
#include "samples/kit_examples.hpp"
#include "samples/related_items.hpp"

namespace daicho {
namespace {

constexpr const char* kFixed = "fixed:cp932,eol=crlf";

/// Changes records of one layout.
class Changing {
 public:
  Changing(const Layout& layout, const CharacterTables& tables)
      : layout_(layout), related_(layout, tables.substitutes(), TargetRepertoire::certificate(Charset::utf8, {})) {}

  const Layout& layout() const { return layout_; }

  bool fulfils(const KitRecord& record, const KitChanges& where) const {
    return std::all_of(where.begin(), where.end(), [&](const KitChange& one) {
      const auto item = layout_.find(one.item);
      return item && (one.value == "*" ? !record[*item].empty() : record[*item] == one.value);
    });
  }

  /// False where the layout lacks an item, or a text has no 代替文字. `first` is a record of the layout `of_first`.
  bool change(KitRecord& record, const KitChanges& changes, const KitRecord& first, const Layout& of_first) const {
    for (const KitChange& one : changes) {
      if (one.item == "*days") {
        set_all_days(layout_, record, one.value);
        continue;
      }
      const auto item = one.item == "*key" ? layout_.key : layout_.find(one.item);
      if (!item || !set(record, *item, one.value, first, of_first)) return false;
    }
    return related_.fill(record);
  }

 private:
  bool set(KitRecord& record, std::size_t index, std::string_view value, const KitRecord& first,
           const Layout& of_first) const {
    const Item& item = layout_.items[index];
    if (value == "=") {
      record[index] = first[index];
    } else if (value == "*full") {
      record[index] = full(item, record[index]);
    } else if (value.starts_with("@")) {
      const auto other = of_first.find(value.substr(1));
      if (!other) return false;
      record[index] = first[*other];
    } else {
      const bool day = value.size() == 8 && (item.kind == Kind::date || item.kind == Kind::era_date);
      record[index] = day ? day_value(item.kind, value) : std::string(value);
    }
    return true;
  }

  /// The text again and again, as long as the item.
  static std::string full(const Item& item, const std::string& text) {
    std::string value;
    std::string_view rest = text;
    while (!text.empty() && utf16_length(value) < item.picture.length) {
      if (rest.empty()) rest = text;
      value += take_character(rest);
    }
    return value;
  }

  const Layout& layout_;
  const RelatedItems related_;
};

class Lives {
 public:
  Lives(const KitSeeds& seeds, BadFiles& bad)
      : seeds_(seeds), bad_(bad), changing_(bad.trial().layout(), bad.trial().tables()) {}

  void offer(const KitExample& example) {
    for (const KitScene& scene : seeds_.scenes) {
      if (bad_.done(example.code)) return;
      if (changing_.fulfils(scene.records[scene.target], example.where)) try_scene(example, scene);
    }
  }

 private:
  void try_scene(const KitExample& example, const KitScene& scene) {
    const Layout& layout = changing_.layout();
    KitNumbers numbers(layout);
    std::vector<KitRecord> records = numbers.renumbered(scene.records);
    const KitRecord before = records[scene.target];
    KitRecord& first = records[scene.target];
    if (!changing_.change(first, example.changes, KitRecord(before), layout)) return;
    const KitRecord changed = first;
    std::optional<KitRecord> second;
    if (example.second) {
      second = second_record(example, scene, numbers, changed);
      if (!second) return;
      records.push_back(*second);
    }
    BadCandidate candidate;
    candidate.code = example.code;
    candidate.format = kFixed;
    if (example.as_of) candidate.as_of = std::string(kKitDay);
    if (example.municipality) candidate.municipality = "132101";
    if (example.beside != KitBeside::nothing && !put_beside(example, before, changed, second, candidate)) return;
    std::vector<std::size_t> refused;
    candidate.bytes = bad_.trial().bytes(records, *parse_format_spec(kFixed), refused);
    if (refused.empty()) bad_.offer(candidate);
  }

  std::optional<KitRecord> second_record(const KitExample& example, const KitScene& scene, KitNumbers& numbers,
                                         const KitRecord& first) const {
    const KitScene* from = &scene;
    if (!example.second_where.empty()) {
      const auto like = [&](const KitScene& one) {
        return changing_.fulfils(one.records[one.target], example.second_where);
      };
      const auto found = std::find_if(seeds_.scenes.begin(), seeds_.scenes.end(), like);
      if (found == seeds_.scenes.end()) return std::nullopt;
      from = &*found;
    }
    KitRecord second = numbers.renumbered(from->records)[from->target];
    if (example.second_where.empty()) changing_.change(second, example.changes, second, changing_.layout());
    if (!changing_.change(second, example.second_changes, first, changing_.layout())) return std::nullopt;
    return second;
  }

  /// Adds the file beside: the older one holds the first record as it was before, others a plain record.
  bool put_beside(const KitExample& example, const KitRecord& before, const KitRecord& first,
                  const std::optional<KitRecord>& second, BadCandidate& candidate) {
    const KitTrial& trial = bad_.trial();
    const char* id = example.beside == KitBeside::register_file ? "juki" : "honnin";
    const bool older = example.beside == KitBeside::older;
    const auto other = older ? nullptr : trial.catalog().layout(id);
    const Layout& layout = older ? trial.layout() : *other;
    const Changing changing(layout, trial.tables());
    std::vector<KitRecord> records;
    KitNumbers numbers(layout);
    const KitRecord plain = older ? before : kit_plain_record(layout, trial.tables());
    const auto add = [&](const KitChanges& changes, const KitRecord& of) {
      KitRecord record = older ? plain : numbers.renumbered({plain}).front();
      const bool done = changing.change(record, changes, of, trial.layout());
      records.push_back(std::move(record));
      return done;
    };
    if (!add(example.beside_changes, first)) return false;
    if (!example.second_beside_changes.empty() && second && !add(example.second_beside_changes, *second)) return false;
    std::vector<std::size_t> refused;
    const KitTrial beside(layout, trial.catalog(), trial.tables());
    candidate.against_bytes = beside.bytes(records, *parse_format_spec(kFixed), refused);
    candidate.against = KitAgainst{"", layout.id, kFixed};
    return refused.empty();
  }

  const KitSeeds& seeds_;
  BadFiles& bad_;
  const Changing changing_;
};

bool is_for(const KitExample& example, std::string_view layout) {
  return example.layouts.empty() ||
         std::find(example.layouts.begin(), example.layouts.end(), layout) != example.layouts.end();
}

}  // namespace

void offer_bad_lives(const KitSeeds& seeds, BadFiles& bad) {
  Lives lives(seeds, bad);
  for (const auto* examples : {&register_examples(), &delivery_examples()}) {
    for (const KitExample& example : *examples) {
      if (is_for(example, bad.trial().layout().id)) lives.offer(example);
    }
  }
}

}  // namespace daicho
