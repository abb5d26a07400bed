// libFuzzer target: however a text is cut into pieces, and whatever the pair of charsets, the outcome is that of the
// whole text at once; and the direct ways say what the way through UTF-8 says. The first bytes choose the pair, what
// becomes of unmappable characters, and the pieces.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "converters/transcode.hpp"

namespace {

using namespace daicho;

struct Outcome {
  std::string bytes;
  TranscodeCounts counts;
  std::optional<TranscodeFault> fault;
};

Outcome transcoded(const TranscodeOptions& options, std::string_view input, std::size_t piece, std::size_t step) {
  Transcoder transcoder(options);
  Outcome outcome;
  bool good = true;
  std::size_t length = piece;
  while (good && !input.empty()) {
    good = transcoder.convert(input.substr(0, length), outcome.bytes);
    input.remove_prefix(std::min(length, input.size()));
    length = (length + step) % 61 + 1;
  }
  if (good) transcoder.finish(outcome.bytes);
  outcome.counts = transcoder.counts();
  outcome.fault = transcoder.fault();
  return outcome;
}

void require(bool holds) {
  if (!holds) std::abort();
}

std::uint64_t sum_of(const TextChanges& changes) {
  std::uint64_t sum = 0;
  for (const auto& [key, change] : changes) sum += change.count;
  return sum;
}

void require_same(const Outcome& a, const Outcome& b) {
  require(a.bytes == b.bytes);
  require(a.counts.input_bytes == b.counts.input_bytes);
  require(a.counts.output_bytes == b.bytes.size());
  require(a.counts.line_feeds == b.counts.line_feeds);
  require(a.counts.duplicates == b.counts.duplicates);
  require(a.counts.duplicate_codes == b.counts.duplicate_codes);
  require(a.counts.similar == b.counts.similar);
  require(a.counts.similar_characters == b.counts.similar_characters);
  require(a.counts.geta == b.counts.geta);
  require(sum_of(a.counts.duplicate_codes) == a.counts.duplicates);
  require(a.fault.has_value() == b.fault.has_value());
  if (!a.fault) return;
  require(a.fault->error == b.fault->error);
  require(a.fault->offset == b.fault->offset);
  require(a.fault->line == b.fault->line);
  require(a.fault->bytes == b.fault->bytes);
}

/// The same text through UTF-8: where both ways come to an end without a fault, they end with the same bytes.
void require_same_way(const TranscodeOptions& options, std::string_view input, const Outcome& direct) {
  if (direct.counts.bom_dropped) return;
  std::string text;
  const Conversion read = decode(options.from, input, text, options.text);
  std::string bytes;
  const Conversion written = encode(options.to, text, bytes, options.text);
  if (options.on_unmappable != OnUnmappable::stop) return;
  const bool good = read.error == TextError::none && written.error == TextError::none;
  if (direct.fault && direct.fault->other_byte_order) return;
  require(good == !direct.fault);
  if (good) require(bytes == direct.bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const auto charsets = all_charsets();
  TranscodeOptions options;
  options.from = charsets[data[0] % charsets.size()];
  options.to = charsets[data[1] % charsets.size()];
  options.on_unmappable = data[2] % 2 == 0 ? OnUnmappable::stop : OnUnmappable::geta;
  options.text.yen_to_backslash = data[2] % 4 >= 2;
  const std::string_view input(reinterpret_cast<const char*>(data) + 4, size - 4);
  const Outcome whole = transcoded(options, input, size, 0);
  require_same(transcoded(options, input, 1 + data[3] % 7, data[3] / 7), whole);
  require_same_way(options, input, whole);
  return 0;
}
