#include "jobs/mapping.hpp"

#include <algorithm>

#include "converters/date.hpp"
#include "converters/gaiji.hpp"
#include "converters/kana.hpp"
#include "converters/utf8.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"
#include "jobs/mapping_plan.hpp"

namespace daicho {
namespace {

constexpr std::string_view kSeparator = "\u3000";

/// Whether the charset has ゔ (U+3094): in Unicode, JIS X 0213 and J+ codes, but in no older set.
bool has_gon_vu(Charset charset) {
  return charset != Charset::cp932 && charset != Charset::ibm930 && charset != Charset::ibm939;
}

/// One application of a mapping to one record.
class Application {
 public:
  Application(const Layout& from, const Layout& to, const RecordView& source, const MappingContext& context,
              std::vector<Finding>& faults)
      : from_(from), to_(to), source_(source), context_(context), faults_(faults), values_(to.items.size()) {}

  void apply(const MappingRule& rule) { values_[rule.item] = filled(to_.items[rule.item], value_of(rule)); }
  std::vector<std::string> take() { return std::move(values_); }

 private:
  std::string value_of(const MappingRule& rule);
  std::string from_item(const MappingRule& rule);
  std::string refined(const MappingRule& rule, std::string_view value, std::size_t source_item);
  std::string joined(const MappingRule& rule);
  std::string by_relation(const MappingRule& rule) const;
  std::string era_date(std::string_view value, std::size_t source_item);
  /// Refuses a value that the output item cannot take, naming the source item it came from.
  std::string checked(const MappingRule& rule, std::string value, std::size_t source_item);
  void fault(FindingCode code, std::size_t source_item, std::vector<std::pair<std::string, std::string>> args = {});

  const Layout& from_;
  const Layout& to_;
  const RecordView& source_;
  const MappingContext& context_;
  std::vector<Finding>& faults_;
  std::vector<std::string> values_;
};

void Application::fault(FindingCode code, std::size_t source_item,
                        std::vector<std::pair<std::string, std::string>> args) {
  faults_.push_back(finding_at(code, from_, source_, source_item, {}));
  faults_.back().args = std::move(args);
}

std::string Application::value_of(const MappingRule& rule) {
  switch (rule.source) {
    case RuleSource::literal:
      return rule.text;
    case RuleSource::absent:
      return {};
    case RuleSource::setting:
      return context_.settings.value(rule.text);
    case RuleSource::job:
      return context_.job_value ? context_.job_value(rule.text) : std::string();
    case RuleSource::from:
      return from_item(rule);
    case RuleSource::join:
      return joined(rule);
    case RuleSource::of:
      return refined(rule, values_[rule.items[0]], kNoItem);
    case RuleSource::relation:
      return by_relation(rule);
    case RuleSource::any_present:
      break;
  }
  if (rule.while_item && source_[*rule.while_item] != rule.while_value) return "0";
  const auto present = [&](std::size_t item) { return !source_[item].empty(); };
  return std::any_of(rule.items.begin(), rule.items.end(), present) ? "1" : "0";
}

std::string Application::from_item(const MappingRule& rule) {
  std::size_t item = rule.items[0];
  const std::size_t asked = rule.unknown_of.value_or(item);
  if (rule.or_if_unknown && !parse_date(source_[asked]).date.fully_known()) item = *rule.or_if_unknown;
  const std::string_view value = source_[item];
  if (std::find(rule.warn_on.begin(), rule.warn_on.end(), value) != rule.warn_on.end()) fault(rule.warning, item);
  return checked(rule, refined(rule, value, item), item);
}

/// Transform, then code table. An absent value stays absent, unless the table says otherwise.
std::string Application::refined(const MappingRule& rule, std::string_view value, std::size_t source_item) {
  std::string result(value);
  if (!value.empty()) {
    switch (rule.transform) {
      case Transform::none:
        break;
      case Transform::hiragana:
        result = katakana_to_hiragana(value, has_gon_vu(context_.charset));
        break;
      case Transform::seion:
        result = seion(value);
        break;
      case Transform::era_date:
        result = era_date(value, source_item);
        break;
      case Transform::drop_check_digit:
        result.pop_back();
        break;
    }
  }
  if (rule.codes == nullptr) return result;
  if (result.empty()) return rule.codes->blank.value_or("");
  if (const auto found = rule.codes->codes.find(result); found != rule.codes->codes.end()) return found->second;
  if (rule.codes->others) return *rule.codes->others;
  if (source_item != kNoItem) fault(code::kCodeUnknown, source_item);
  return {};
}

std::string Application::era_date(std::string_view value, std::size_t source_item) {
  const ParsedDate parsed = parse_date(value);
  const bool unknown = parsed.date.year == 0;
  if (parsed.fault != DateFault::none || (!unknown && era_of(parsed.date) == 0)) {
    if (source_item != kNoItem) {
      fault(parsed.fault != DateFault::none ? code::kNotADate : code::kEraWrong, source_item);
    }
    return {};
  }
  return format_era_date(parsed.date);
}

std::string Application::joined(const MappingRule& rule) {
  std::string with;
  std::string without;
  for (const std::size_t item : rule.items) {
    const std::string_view part = source_[item];
    if (part.empty()) continue;
    if (!with.empty()) with += kSeparator;
    with += part;
    without += part;
  }
  if (utf16_length(with) > to_.items[rule.item].picture.length && without.size() < with.size()) {
    fault(code::kSeparatorDropped, rule.items[0]);
    with = std::move(without);
  }
  return checked(rule, std::move(with), rule.items[0]);
}

std::string Application::checked(const MappingRule& rule, std::string value, std::size_t source_item) {
  if (const auto wrong = check_value(to_.items[rule.item], value)) {
    fault(wrong->code, source_item, {{"expected", wrong->expected}});
  }
  return value;
}

std::string Application::by_relation(const MappingRule& rule) const {
  const auto first = [&] { return std::string_view(values_[rule.items[0]]); };
  switch (rule.relation.kind) {
    case RelationKind::length_of:
      return std::to_string(utf16_length(first()));
    case RelationKind::gaiji_count_of:
      return std::to_string(to_.gaiji.count(first()));
    case RelationKind::seion_of:
      return seion(first());
    case RelationKind::flag_of: {
      const auto above_zero = [&](std::size_t item) {
        return values_[item].find_first_not_of('0') != std::string::npos;
      };
      return std::any_of(rule.items.begin(), rule.items.end(), above_zero) ? "1" : "0";
    }
    default:
      return std::string(first());
  }
}

}  // namespace

std::string filled(const Item& item, std::string value) {
  if (item.zero_filled && !value.empty() && value.size() < item.picture.length) {
    value.insert(0, item.picture.length - value.size(), '0');
  }
  return value;
}

Mapping Mapping::load(const Catalog& catalog, std::shared_ptr<const Layout> from, std::shared_ptr<const Layout> to) {
  Mapping mapping;
  mapping.plan_ = load_mapping_plan(catalog, *from, *to);
  mapping.from_ = std::move(from);
  mapping.to_ = std::move(to);
  return mapping;
}

Mapping Mapping::parse(std::string_view text, const std::string& shown_as, std::shared_ptr<const Layout> from,
                       std::shared_ptr<const Layout> to) {
  Mapping mapping;
  mapping.plan_ = parse_mapping_plan(text, shown_as, *from, *to);
  mapping.from_ = std::move(from);
  mapping.to_ = std::move(to);
  return mapping;
}

std::vector<std::string> Mapping::apply(const RecordView& source, const MappingContext& context,
                                        std::vector<Finding>& faults) const {
  Application application(*from_, *to_, source, context, faults);
  const std::vector<MappingRule>& rules = plan_->rules;
  const auto has_variant = [&](const MappingRule& plain) {
    return std::any_of(rules.begin(), rules.end(), [&](const MappingRule& rule) {
      return rule.item == plain.item && rule.variant == context.variant;
    });
  };
  for (const MappingRule& rule : rules) {
    const bool stands =
        rule.variant.empty() ? context.variant.empty() || !has_variant(rule) : rule.variant == context.variant;
    if (stands) application.apply(rule);
  }
  return application.take();
}

}  // namespace daicho
