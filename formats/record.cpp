#include "formats/record.hpp"

namespace daicho {

RecordView RecordBlock::operator[](std::size_t record) const {
  const Entry& entry = records_[record];
  return {text_.data(),   fields_.data() + record * item_count_,
          item_count_,    std::string_view(raw_).substr(entry.raw_begin, entry.raw_length),
          entry.position, entry.bad};
}

void RecordBlock::clear() {
  pending_ = 0;
  text_.clear();
  raw_.clear();
  fields_.clear();
  records_.clear();
}

void RecordBlock::begin_record(const RecordPosition& position) {
  pending_ = text_.size();
  fields_.resize(fields_.size() + item_count_);
  records_.push_back({position, raw_.size(), 0, false});
}

void RecordBlock::end_field(std::size_t item, std::uint32_t raw_begin, std::uint32_t raw_length) {
  fields_[(records_.size() - 1) * item_count_ + item] = {
      static_cast<std::uint32_t>(pending_), static_cast<std::uint32_t>(text_.size() - pending_), raw_begin, raw_length};
  pending_ = text_.size();
}

void RecordBlock::end_record(std::string_view raw, bool bad) {
  raw_.append(raw);
  records_.back().raw_length = raw.size();
  records_.back().bad = bad;
}

void RecordBlock::append(const std::vector<std::string>& values, const RecordPosition& position) {
  begin_record(position);
  for (std::size_t item = 0; item < item_count_ && item < values.size(); ++item) {
    text_ += values[item];
    end_field(item, 0, 0);
  }
  end_record({}, false);
}

OwnedRecord::OwnedRecord(const RecordView& view) : raw_(view.raw()), position_(view.position()) {
  fields_.reserve(view.size());
  for (std::size_t item = 0; item < view.size(); ++item) {
    FieldSpan span = view.field(item);
    span.text_begin = static_cast<std::uint32_t>(text_.size());
    text_ += view[item];
    fields_.push_back(span);
  }
}

OwnedRecord::OwnedRecord(const std::vector<std::string>& values) {
  fields_.reserve(values.size());
  for (const std::string& value : values) {
    fields_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(value.size()), 0, 0});
    text_ += value;
  }
}

RecordView OwnedRecord::view() const { return {text_.data(), fields_.data(), fields_.size(), raw_, position_, false}; }

}  // namespace daicho
