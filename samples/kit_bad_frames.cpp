// Bad files whose bytes are wrong before any item is looked at: marks, control records, lengths, line ends.
#include <cstdint>

#include "samples/kit_bad.hpp"

namespace daicho {
namespace {

constexpr const char* kFixed = "fixed:cp932,eol=crlf";
constexpr const char* kFixedEnvelope = "fixed:cp932,eol=crlf,envelope=control";
constexpr const char* kCsv = "csv:utf-8,eol=crlf";

std::string bytes_of(const KitSeeds& seeds, const BadFiles& bad, const char* format) {
  std::vector<std::size_t> refused;
  return bad.trial().bytes(seeds.plain, *parse_format_spec(format), refused);
}

/// Where the last line of a file begins.
std::size_t last_line(std::string_view bytes) { return bytes.rfind("\r\n", bytes.size() - 3) + 2; }

/// A .gz that holds `bytes` as they are and ends inside them; no library has a say in its bytes.
std::string cut_gzip(std::string_view bytes) {
  constexpr std::size_t most = 65535;
  const std::string_view block = bytes.substr(0, most);
  const auto low = [](std::size_t n) { return static_cast<char>(n & 0xFF); };
  const auto high = [](std::size_t n) { return static_cast<char>(n >> 8 & 0xFF); };
  const std::size_t length = block.size();
  std::string gzip("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF\x01", 11);
  for (const std::size_t n : {length, ~length}) {
    gzip += low(n);
    gzip += high(n);
  }
  return gzip.append(block.substr(0, length / 2));
}

void offer_marks(const KitSeeds& seeds, BadFiles& bad) {
  const std::string fixed = bytes_of(seeds, bad, kFixed);
  const std::string csv = bytes_of(seeds, bad, kCsv);
  bad.offer({code::kByteOrderMark, kCsv, "\xEF\xBB\xBF" + csv, ".csv"});
  bad.offer({code::kDosEndOfFile, kFixed, fixed + '\x1A'});
  bad.offer({code::kEmptyFile, kCsv, "", ".csv"});
  bad.offer({code::kNoBytes, kFixed, ""});
  const std::size_t record = fixed.size() / seeds.plain.size();
  bad.offer({code::kCompressedTruncated, kFixed, cut_gzip(std::string_view(fixed).substr(0, 2 * record)), ".dat.gz"});
}

void offer_envelopes(const KitSeeds& seeds, BadFiles& bad) {
  const std::string good = bytes_of(seeds, bad, kFixedEnvelope);
  const std::size_t end = last_line(good);                                       // record 9
  const std::size_t trailer = last_line(std::string_view(good).substr(0, end));  // record 8
  const auto changed = [&](std::size_t at, std::string_view bytes) {
    std::string copy = good;
    return copy.replace(at, bytes.size(), bytes);
  };
  constexpr std::size_t count = 1;  // positions inside the control records
  constexpr std::size_t total = 10;
  constexpr std::size_t digest = 25;
  constexpr std::size_t layout = 1;
  constexpr std::size_t made = 59;
  bad.offer({code::kEnvelopeMissing, kFixedEnvelope, good.substr(0, end)});
  bad.offer({code::kEnvelopeCount, kFixedEnvelope, changed(trailer + count, "000000009")});
  bad.offer({code::kEnvelopeHash, kFixedEnvelope, changed(trailer + total, "999999999999999")});
  if (!bad.done(code::kEnvelopeHash)) {
    bad.offer({code::kEnvelopeHash, kFixedEnvelope, changed(trailer + digest, std::string(64, '0'))});
  }
  bad.offer({code::kEnvelopeLayout, kFixedEnvelope, changed(layout, "other")});
  bad.offer({code::kEnvelopeField, kFixedEnvelope, changed(made, "2026")});
  if (!bad.done(code::kEnvelopeField)) bad.offer({code::kEnvelopeField, kFixedEnvelope, changed(made, "X")});
}

}  // namespace

void offer_bad_frames(const KitSeeds& seeds, BadFiles& bad) {
  offer_marks(seeds, bad);
  offer_envelopes(seeds, bad);
  const std::string good = bytes_of(seeds, bad, kFixed);
  const std::size_t record = good.size() / seeds.plain.size();  // with its line end
  constexpr std::size_t line_end = 2;
  std::string shorter = good;
  shorter.erase(2 * record - line_end - 1, 1);
  bad.offer({code::kRecordLength, kFixed, shorter});
  bad.offer({code::kPartialRecord, kFixed, good.substr(0, good.size() - record / 2)});
  std::string line_feed = good;
  line_feed.erase(2 * record - line_end, 1);
  bad.offer({code::kLineEnd, kFixed, line_feed});
}

}  // namespace daicho
