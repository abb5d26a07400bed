#include "formats/record_check.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "converters/date.hpp"
#include "formats/finding_codes.hpp"
#include "formats/layout_conditions.hpp"
#include "formats/pattern.hpp"
#include "formats/relation_check.hpp"

namespace daicho {
namespace {

bool is_date(Kind kind) { return kind == Kind::date || kind == Kind::era_date || kind == Kind::era_gregorian_date; }

/// What is wrong with a date; nothing where it is right. A date whose later parts are unknown is one by its known
/// parts.
std::optional<FindingCode> date_fault(const Item& item, std::string_view value) {
  const ParsedDate parsed = item.kind == Kind::date       ? parse_date(value)
                            : item.kind == Kind::era_date ? parse_era_date(value)
                                                          : parse_era_gregorian_date(value);
  switch (parsed.fault) {
    case DateFault::none:
      break;
    case DateFault::bad_era:
      return code::kEraWrong;
    case DateFault::not_digits:
    case DateFault::bad_month:
    case DateFault::bad_day:
    case DateFault::unknown_part:
      return code::kNotADate;
  }
  if (!parsed.date.fully_known() && !item.unknown_allowed) return code::kDateUnknownPart;
  return std::nullopt;
}

/// How far a code lies from a value: characters that differ, then the distance of the first one that does.
std::size_t distance(std::string_view code, std::string_view value) {
  std::size_t differing = std::max(code.size(), value.size()) - std::min(code.size(), value.size());
  std::size_t gap = 0;
  for (std::size_t i = 0; i < std::min(code.size(), value.size()); ++i) {
    if (code[i] == value[i]) continue;
    ++differing;
    if (gap == 0) gap = static_cast<std::size_t>(std::abs(code[i] - value[i]));
  }
  return differing * 1000 + gap;
}

/// Whether somebody may have meant the code who wrote the value: no more than a quarter of it differs, at least one
/// character, and what is as short as three begins the same.
bool is_near(std::string_view code, std::string_view value) {
  const std::size_t length = std::max(code.size(), value.size());
  if (length < 2 || (length < 4 && code[0] != value[0])) return false;
  return distance(code, value) / 1000 <= std::max<std::size_t>(length / 4, 1);
}

/// The code of the list nearest to a value, with its name: `31 転居`. Empty where none is near.
std::string nearest_code(const CodeList& list, std::string_view value) {
  const auto nearest = std::min_element(list.codes.begin(), list.codes.end(), [&](const Code& a, const Code& b) {
    return distance(a.code, value) < distance(b.code, value);
  });
  if (nearest == list.codes.end() || nearest->code.empty() || value.empty()) return {};
  return is_near(nearest->code, value) ? nearest->code + " " + nearest->name : std::string();
}

/// What one item needs checked beyond picture and kind, by its own value alone; items that need nothing have none.
struct ItemCheck {
  std::size_t index = 0;
  const Item* item = nullptr;
  bool date = false;
  bool timestamp = false;
  std::vector<std::string_view> codes;  // sorted; empty: no list, or a chained one
  std::optional<Pattern> pattern;
};

/// What a schema says of an item beside others.
struct RelationCheck {
  std::size_t index = 0;
  const Relation* relation = nullptr;
};

std::vector<std::string_view> sorted_codes(const Item& item) {
  std::vector<std::string_view> codes;
  if (!item.codes || item.codes_chained) return codes;
  for (const Code& code : item.codes->codes) codes.push_back(code.code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

ItemCheck compile(const Layout& layout, std::size_t index) {
  const Item& item = layout.items[index];
  ItemCheck check;
  check.index = index;
  check.item = &item;
  check.date = is_date(item.kind);
  check.timestamp = item.kind == Kind::timestamp;
  check.codes = sorted_codes(item);
  if (!item.pattern.empty()) check.pattern.emplace(item.pattern);
  return check;
}

bool needed(const ItemCheck& check) {
  const Item& item = *check.item;
  return item.presence == Presence::required || check.date || check.timestamp || item.codes || check.pattern ||
         item.check != CheckDigit::none;
}

/// Puts an item's relations behind those of the items that they read, so that of a chain the first fault is told and
/// none that only follows from it. In a circle the layout's order decides.
class RelationOrder {
 public:
  explicit RelationOrder(const Layout& layout) : layout_(layout), visited_(layout.items.size(), false) {}

  std::vector<RelationCheck> all() {
    for (std::size_t item = 0; item < layout_.items.size(); ++item) visit(item);
    return std::move(ordered_);
  }

 private:
  void visit(std::size_t item) {  // NOLINT(misc-no-recursion): as deep as a chain of relations
    if (visited_[item]) return;
    visited_[item] = true;
    for (const Relation& relation : layout_.items[item].relations) {
      for (const std::size_t other : relation.items) visit(other);
    }
    for (const Relation& relation : layout_.items[item].relations) ordered_.push_back({item, &relation});
  }

  const Layout& layout_;
  std::vector<bool> visited_;
  std::vector<RelationCheck> ordered_;
};

bool is_legacy(CheckDigit kind) { return kind == CheckDigit::addressee_no; }

/// One record's check. What it finds it keeps, to tell it in the order of the items.
class RecordPass {
 public:
  RecordPass(const Layout& layout, const RecordView& record, const std::string& file,
             const std::vector<std::size_t>& faulty_items)
      : layout_(layout), record_(record), file_(file), unread_(faulty_items) {}

  /// An item by itself.
  void check(const ItemCheck& check) {
    const Item& item = *check.item;
    if (is_among(unread_, check.index)) return;
    const std::string_view value = record_[check.index];
    if (value.empty()) {
      if (item.presence == Presence::required) report(code::kRequiredMissing, check.index, {});
      return;
    }
    if (check.date) {
      if (const auto fault = date_fault(item, value)) report(*fault, check.index, {});
    } else if (check.timestamp && !timestamp_valid(value)) {
      report(code::kNotATimestamp, check.index, {});
    }
    if (item.check != CheckDigit::none && !item.check_digit_allowed(value)) {
      report(is_legacy(item.check) ? code::kCheckDigitLegacy : code::kCheckDigit, check.index, {});
    }
    // A value that is in no list is told as that: its pattern says the same once more.
    if (item.codes && !check_codes(check, value)) return;
    if (check.pattern && !check.pattern->matches(value)) {
      report(code::kPatternMismatch, check.index, {{"pattern", item.pattern}});
    }
  }

  /// All items were looked at by themselves: conditions and relations follow, of those that are right.
  void end_of_items() {
    for (const Finding& finding : found_) {
      if (finding.is_error()) wrong_.push_back(finding.item);
    }
  }

  /// Whether an item may have a value, or must, beside those of others.
  void check_conditions(std::size_t index) {
    if (is_among(unread_, index)) return;
    const Item& item = layout_.items[index];
    const bool absent = record_[index].empty();
    if (const Condition* when = first_sound(absent ? item.required_when : item.blank_when)) {
      report(absent ? code::kRequiredHere : code::kBlankHere, index, condition_args(*when));
    }
  }

  /// A relation, unless an item that it reads is at fault itself.
  void check_relation_of(const RelationCheck& check) {
    const std::vector<std::size_t>& others = check.relation->items;
    if (faulty(check.index)) return;
    if (std::any_of(others.begin(), others.end(), [&](std::size_t other) { return faulty(other) || told(other); })) {
      return;
    }
    check_one_relation(*check.relation, check.index);
  }

  /// Tells what was found; true where none of it is an error.
  bool tell(FindingSink& findings) {
    std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) { return a.item < b.item; });
    for (Finding& finding : found_) findings.add(std::move(finding));
    return good_;
  }

 private:
  using Args = std::vector<std::pair<std::string, std::string>>;

  /// Whether a value is in its item's code list; reports where it is not.
  bool check_codes(const ItemCheck& check, std::string_view value) {
    const Item& item = *check.item;
    const bool known = item.codes_chained ? item.code_allowed(value)
                                          : std::binary_search(check.codes.begin(), check.codes.end(), value);
    if (known) return true;
    report(code::kCodeUnknown, check.index,
           {{"list", item.codes->name}, {"nearest", nearest_code(*item.codes, value)}});
    return false;
  }

  void check_one_relation(const Relation& relation, std::size_t index) {
    const auto fault = check_relation(layout_, relation, index, record_);
    if (!fault) return;
    std::string others;
    for (const std::size_t other : relation.items) others += (others.empty() ? "" : ", ") + layout_.items[other].name;
    report(fault->code, index, {{"other", others}, {"expected", fault->expected}});
  }

  /// The first condition that holds by items that are right.
  const Condition* first_sound(const std::vector<Condition>& conditions) const {
    const auto found = std::find_if(conditions.begin(), conditions.end(), [&](const Condition& condition) {
      return holds(condition, [&](std::size_t item) { return record_[item]; }) &&
             std::none_of(condition.begin(), condition.end(),
                          [&](const ConditionTerm& term) { return faulty(term.item); });
    });
    return found == conditions.end() ? nullptr : &*found;
  }

  static bool is_among(const std::vector<std::size_t>& items, std::size_t item) {
    return std::find(items.begin(), items.end(), item) != items.end();
  }

  bool faulty(std::size_t item) const { return is_among(unread_, item) || is_among(wrong_, item); }

  /// Whether an error of an item was found here.
  bool told(std::size_t item) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Finding& finding) { return finding.item == item && finding.is_error(); });
  }

  Args condition_args(const Condition& condition) const {
    return {{"condition_en", condition_text(layout_, condition, Language::en)},
            {"condition_ja", condition_text(layout_, condition, Language::ja)}};
  }

  void report(FindingCode code, std::size_t item, Args args) {
    Finding finding = finding_at(code, layout_, record_, item, file_);
    finding.args = std::move(args);
    if (finding.is_error()) good_ = false;
    found_.push_back(std::move(finding));
  }

  const Layout& layout_;
  const RecordView& record_;
  const std::string& file_;
  const std::vector<std::size_t>& unread_;  // items whose values are not right by picture and kind
  std::vector<std::size_t> wrong_;          // by what was found of each by itself
  std::vector<Finding> found_;
  bool good_ = true;
};

}  // namespace

struct RecordChecker::Compiled {
  std::vector<ItemCheck> checks;
  std::vector<std::size_t> conditional;  // items with conditions
  std::vector<RelationCheck> relations;
};

RecordChecker::RecordChecker(const Layout& layout) : layout_(layout) {
  auto compiled = std::make_shared<Compiled>();
  for (std::size_t index = 0; index < layout.items.size(); ++index) {
    ItemCheck check = compile(layout, index);
    if (needed(check)) compiled->checks.push_back(std::move(check));
    const Item& item = layout.items[index];
    if (!item.required_when.empty() || !item.blank_when.empty()) compiled->conditional.push_back(index);
  }
  compiled->relations = RelationOrder(layout).all();
  compiled_ = std::move(compiled);
}

bool RecordChecker::check(const RecordView& record, const std::string& file, FindingSink& findings,
                          const std::vector<std::size_t>& faulty_items) const {
  RecordPass pass(layout_, record, file, faulty_items);
  for (const ItemCheck& check : compiled_->checks) pass.check(check);
  pass.end_of_items();
  for (const std::size_t item : compiled_->conditional) pass.check_conditions(item);
  for (const RelationCheck& check : compiled_->relations) pass.check_relation_of(check);
  return pass.tell(findings);
}

Finding finding_at(FindingCode code, const Layout& layout, const RecordView& record, std::size_t item,
                   const std::string& file) {
  Finding finding;
  finding.code = code;
  finding.file = file;
  finding.record = record.position().number;
  finding.line = record.position().line;
  finding.offset = record.position().offset;
  finding.layout = &layout;
  finding.item = item;
  if (item >= record.size()) return finding;
  const FieldSpan& field = record.field(item);
  if (field.raw_length > 0) {
    finding.byte_first = field.raw_begin + 1;
    finding.byte_last = field.raw_begin + field.raw_length;
    // A good record stands on one line, so its bytes are those of the line.
    if (finding.line != 0) finding.column = finding.byte_first;
  }
  finding.value = record[item];
  return finding;
}

}  // namespace daicho
