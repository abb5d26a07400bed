// Records in blocks: values as UTF-8 views, with the bytes they came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Where a record stands in its (decompressed) file.
struct RecordPosition {
  std::uint64_t number = 0;  ///< from 1, data records only
  std::uint64_t offset = 0;  ///< bytes from the start of the file
  std::uint64_t line = 0;    ///< from 1; 0 where the file has no lines
};

/// Where a value lies in its block's text and in its record's bytes.
struct FieldSpan {
  std::uint32_t text_begin = 0;
  std::uint32_t text_length = 0;
  std::uint32_t raw_begin = 0;   ///< bytes from the record's first byte
  std::uint32_t raw_length = 0;  ///< 0 where the file has no such field (a missing CSV column)
};

/// One record, a view: valid while its block (or OwnedRecord) is neither changed nor gone. Values stand in the order of
/// the layout's items, as UTF-8 without fill; an empty value is an absent item.
class RecordView {
 public:
  RecordView(const char* text, const FieldSpan* fields, std::size_t count, std::string_view raw,
             const RecordPosition& position, bool bad)
      : text_(text), fields_(fields), count_(count), raw_(raw), position_(position), bad_(bad) {}

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t item) const {
    return {text_ + fields_[item].text_begin, fields_[item].text_length};
  }
  const FieldSpan& field(std::size_t item) const { return fields_[item]; }
  /// The record's bytes as the file has them, without its line end; empty for records that were never in a file.
  std::string_view raw() const { return raw_; }
  const RecordPosition& position() const { return position_; }
  /// True where a reader reported an error in it: its values are not to be used.
  bool bad() const { return bad_; }

  /// The same record with these items only, in their order; `fields` is filled and must outlive the answer.
  RecordView with_items(const std::vector<std::size_t>& items, std::vector<FieldSpan>& fields) const {
    fields.clear();
    for (const std::size_t item : items) fields.push_back(fields_[item]);
    return {text_, fields.data(), fields.size(), raw_, position_, bad_};
  }

 private:
  const char* text_;
  const FieldSpan* fields_;
  std::size_t count_;
  std::string_view raw_;
  RecordPosition position_;
  bool bad_;
};

/// Many records that share their storage, refilled by a reader again and again without allocation. A bad record may
/// have fewer fields set; those read as absent.
class RecordBlock {
 public:
  explicit RecordBlock(std::size_t item_count) : item_count_(item_count) {}

  std::size_t item_count() const { return item_count_; }
  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  RecordView operator[](std::size_t record) const;

  void clear();

  // Building: begin_record, then for each item append to text() and call end_field, then end_record.
  void begin_record(const RecordPosition& position);
  /// UTF-8 storage: append the current field's value to its end.
  std::string& text() { return text_; }
  /// Ends the field of `item`: everything appended since the last end_field or begin_record is its value.
  void end_field(std::size_t item, std::uint32_t raw_begin, std::uint32_t raw_length);
  /// Takes back what was appended since the last end_field.
  void drop_text() { text_.resize(pending_); }
  /// Copies the record's bytes. `bad` records keep them for the reject file.
  void end_record(std::string_view raw, bool bad);

  /// Appends a record of plain values (no bytes behind them), one for each item.
  void append(const std::vector<std::string>& values, const RecordPosition& position = {});

 private:
  struct Entry {
    RecordPosition position;
    std::size_t raw_begin = 0;
    std::size_t raw_length = 0;
    bool bad = false;
  };
  std::size_t item_count_;
  std::size_t pending_ = 0;  // where the current field's text begins
  std::string text_;
  std::string raw_;
  std::vector<FieldSpan> fields_;
  std::vector<Entry> records_;
};

/// One record that owns its storage.
class OwnedRecord {
 public:
  OwnedRecord() = default;
  explicit OwnedRecord(const RecordView& view);
  explicit OwnedRecord(const std::vector<std::string>& values);
  std::size_t size() const { return fields_.size(); }
  std::string_view operator[](std::size_t item) const {
    return std::string_view(text_).substr(fields_[item].text_begin, fields_[item].text_length);
  }
  RecordView view() const;
  const RecordPosition& position() const { return position_; }

 private:
  std::string text_;
  std::string raw_;
  std::vector<FieldSpan> fields_;
  RecordPosition position_;
};

}  // namespace daicho
