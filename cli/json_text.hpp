// JSON written piece by piece, where a tree of values for each of millions of findings would cost more than finding
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// Appends `text` as a JSON string, quotes included. Bytes that are no UTF-8 become U+FFFD.
void append_json_text(std::string& json, std::string_view text);

/// Appends objects and lists, with commas where they are due.
class JsonWriter {
 public:
  /// Appends to `json`, which must outlive it.
  explicit JsonWriter(std::string& json) : json_(json) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  /// Names what comes next. `name` needs no escapes.
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// `null` for 0.
  JsonWriter& number_or_null(std::uint64_t value) { return value == 0 ? null() : number(value); }
  /// `null` for nothing.
  JsonWriter& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  /// JSON that is made already.
  JsonWriter& raw(std::string_view value);

 private:
  void separate();
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);

  std::string& json_;
  bool first_ = true;  // nothing stands before in this object or list, or a key does
};

}  // namespace daicho
