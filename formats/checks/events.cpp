#include "formats/checks/events.hpp"

namespace daicho {

std::size_t index_of(const Layout& layout, std::initializer_list<std::string_view> ids) {
  for (const std::string_view id : ids) {
    if (const auto found = layout.find(id)) return *found;
  }
  return layout.index(*ids.begin());
}

bool beside_older_file(const CheckContext& context) {
  return context.against != nullptr && context.against->id == context.layout.id;
}

DateItem::DateItem(const Layout& layout, std::initializer_list<std::string_view> ids)
    : index_(index_of(layout, ids)), item_(&layout.items[index_]) {}

std::optional<PartialDate> DateItem::read(const RecordView& record) const {
  const std::string_view value = record[index_];
  if (value.empty()) return std::nullopt;
  const ParsedDate parsed = item_->kind == Kind::era_date             ? parse_era_date(value)
                            : item_->kind == Kind::era_gregorian_date ? parse_era_gregorian_date(value)
                                                                      : parse_date(value);
  if (parsed.fault != DateFault::none) return std::nullopt;
  return parsed.date;
}

bool surely_after(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
  return a && b && surely_after(*a, *b);
}

bool surely_differ(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
  return surely_after(a, b) || surely_after(b, a);
}

bool surely_later_by_more(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to, int days) {
  return from && to && interval_of(*to).first - interval_of(*from).last > days;
}

EventKind register_event(std::string_view reason) {
  if (reason == "11" || reason == "12") return EventKind::arrival;
  if (reason == "13") return EventKind::birth;
  if (reason == "14" || reason == "15" || reason == "16") return EventKind::ex_officio;
  if (reason == "21" || reason == "22") return EventKind::departure;
  if (reason == "23") return EventKind::death;
  if (reason == "24" || reason == "25" || reason == "26") return EventKind::ex_officio;
  return reason == "31" ? EventKind::move : EventKind::other;
}

EventKind cs_event(std::string_view reason) {
  if (reason == "01") return EventKind::arrival;
  if (reason == "02") return EventKind::birth;
  if (reason == "03" || reason == "13") return EventKind::ex_officio;
  if (reason == "11") return EventKind::departure;
  if (reason == "12") return EventKind::death;
  return reason == "21" ? EventKind::move : EventKind::other;
}

EventItems::EventItems(const Layout& layout)
    : reason(layout.index("move_reason")),
      date(layout, {"move_date"}),
      notified(layout, {"move_notified_date", "notified_date"}),
      cs_(layout.id == "honnin") {}

bool EventItems::same(const RecordView& a, const RecordView& b) const {
  return a[reason] == b[reason] && a[date.index()] == b[date.index()] && a[notified.index()] == b[notified.index()];
}

}  // namespace daicho
