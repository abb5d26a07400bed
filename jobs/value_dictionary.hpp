// Compression of many short values that are alike, such as the records that a job keeps of people. Alone each would
// hardly shrink; a dictionary of what they have in common takes two thirds off.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

class ValueDictionary {
 public:
  /// The bytes of a dictionary (at most 16 KiB) made from parts of these values; the same values give the same bytes.
  /// Empty where they are too few or too short for one to pay.
  static std::string train(const std::vector<std::string_view>& values);

  explicit ValueDictionary(std::string_view bytes);
  ValueDictionary(ValueDictionary&&) noexcept;
  ~ValueDictionary();

  /// A zstd frame with a checksum. Valid until the next call.
  std::string_view compress(std::string_view value);
  /// The value of such a frame, put into `value`. Throws WorldError where it is damaged or of another dictionary.
  void decompress(std::string_view frame, std::string& value);

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

}  // namespace daicho
