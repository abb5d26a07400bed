// Speed of the charset converters beside ICU, iconv and memcpy: one thread, in memory, on text as in resident records
// (about 43 % of the bytes ASCII, 4 % half-width katakana, 53 % double-byte, with U+3000 fill). Prints GB/s of input,
// the median of the runs, and how many times the others' speed that is. Everybody gets the same blocks of 256 KiB, cut
// where a character ends, one after the other, and writes each into the same place as the one before: so the program
// works (cli/transcode_pipeline.cpp; readers of records have smaller blocks). The input is read once a run, from
// memory. Runs are interleaved and measured in processor time, so that a busy machine disturbs the ratios little.
//
//   charset_bench [MEGABYTES [RUNS [WORD]]]      default 200 and 5; WORD: only directions that have it in their title
#include <fmt/format.h>
#include <iconv.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/charset.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/text_cut.hpp"
#include "converters/utf8.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"

namespace {

using daicho::Charset;

std::string digits(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
  return text;
}

/// `count` characters of 第1水準, then fill up to `width` positions, in CP932.
std::string full_width(std::mt19937& random, std::size_t count, std::size_t width) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) {
    bytes += static_cast<char>(0x89 + random() % 14);
    bytes += static_cast<char>(0x9F + random() % 0x5E);
  }
  for (std::size_t i = count; i < width; ++i) bytes += "\x81\x40";
  return bytes;
}

std::string half_width_kana(std::mt19937& random, std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(0xB1 + random() % 40);
  return bytes;
}

std::string resident_like_text(std::size_t size) {
  std::mt19937 random(20261120);
  std::string bytes;
  while (bytes.size() < size) {
    bytes += digits(random, 150);
    bytes.append(64, ' ');
    bytes += full_width(random, 4 + random() % 3, 30);
    bytes += half_width_kana(random, 20);
    bytes += digits(random, 14);
    bytes += full_width(random, 24 + random() % 20, 60);
    bytes += "1234567";
    bytes += full_width(random, 6, 45);
    bytes += "\r\n";
  }
  return bytes;
}

/// Seconds of processor time that this thread has used.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Contender {
  std::string name;
  std::function<void()> run;
  std::vector<double> seconds = {};

  double median() {
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
  }
};

using Blocks = std::vector<std::string_view>;

/// The whole text in the blocks in which `daicho transcode` converts it.
Blocks blocks_of(Charset charset, std::string_view text) {
  constexpr std::size_t kBlock = std::size_t{256} * 1024;
  Blocks blocks;
  while (!text.empty()) {
    const std::size_t cut = text.size() <= kBlock ? text.size() : daicho::cut_text(charset, text.substr(0, kBlock));
    blocks.push_back(text.substr(0, cut));
    text.remove_prefix(cut);
  }
  return blocks;
}

class Iconv {
 public:
  Iconv(const char* from, const char* to) : converter_(iconv_open(to, from)) {
    if (converter_ == reinterpret_cast<iconv_t>(-1)) std::abort();
  }
  ~Iconv() { iconv_close(converter_); }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  void convert(std::string_view block, std::string& output) const {
    char* in = const_cast<char*>(block.data());  // iconv's interface; it does not write there
    char* out = output.data();
    std::size_t in_left = block.size();
    std::size_t out_left = output.size();
    if (iconv(converter_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) std::abort();
    iconv(converter_, nullptr, nullptr, &out, &out_left);
  }

 private:
  iconv_t converter_;
};

class Icu {
 public:
  Icu(const char* from, const char* to) : source_(ucnv_open(from, &status_)), target_(ucnv_open(to, &status_)) {
    if (U_FAILURE(status_)) std::abort();
  }
  ~Icu() {
    ucnv_close(source_);
    ucnv_close(target_);
  }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;

  void convert(std::string_view block, std::string& output) {
    char* out = output.data();
    const char* in = block.data();
    ucnv_convertEx(target_, source_, &out, out + output.size(), &in, in + block.size(), nullptr, nullptr, nullptr,
                   nullptr, true, true, &status_);
    if (U_FAILURE(status_)) std::abort();
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  UConverter* source_;
  UConverter* target_;
};

/// Runs the contenders in turn; the first is ours.
void measure(const std::string& title, std::string_view input, int runs, std::vector<Contender> contenders) {
  for (int run = 0; run < runs; ++run) {
    for (Contender& contender : contenders) {
      const double begin = thread_seconds();
      contender.run();
      contender.seconds.push_back(thread_seconds() - begin);
    }
  }
  fmt::print("{:22}", title);
  const double ours = contenders[0].median();
  for (Contender& contender : contenders) {
    fmt::print("  {} {:6.2f}", contender.name, static_cast<double>(input.size()) / contender.median() / 1e9);
    if (contender.name != contenders[0].name) fmt::print(" ({:.1f}x)", contender.median() / ours);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

struct Direction {
  Charset from;
  Charset to;
};

std::string title_of(const Direction& direction) {
  return fmt::format("{} -> {}", daicho::charset_name(direction.from), daicho::charset_name(direction.to));
}

/// ICU's converter for a charset; null where it has none.
const char* icu_name(Charset charset) {
  switch (charset) {
    case Charset::cp932:
      return "ibm-943_P15A-2003";
    case Charset::utf8:
      return "UTF-8";
    case Charset::utf16le:
      return "UTF-16LE";
    case Charset::utf16be:
      return "UTF-16BE";
    case Charset::ibm930:
      return "ibm-930_P120-1999";
    case Charset::ibm939:
      return "ibm-939_P120-1999";
    default:
      return nullptr;
  }
}

const char* iconv_name(Charset charset) {
  switch (charset) {
    case Charset::cp932:
      return "CP932";
    case Charset::shift_jis_2004:
      return "SHIFT_JISX0213";
    case Charset::euc_jis_2004:
      return "EUC-JISX0213";
    case Charset::ibm930:
      return "IBM930";
    case Charset::ibm939:
      return "IBM939";
    default:
      return icu_name(charset);
  }
}

/// By the door that everybody uses, or by the direct way of `daicho transcode`.
daicho::Conversion convert(const Direction& direction, std::string_view block, const daicho::TextOptions& text,
                           std::string& output) {
  if (direction.to == Charset::utf8) return daicho::decode(direction.from, block, output, text);
  if (direction.from == Charset::utf8) return daicho::encode(direction.to, block, output, text);
  if (direction.from == Charset::cp932) return daicho::convert_cp932_to_utf16(false, block, output);
  return daicho::convert_utf16_to_cp932(false, block, false, output);
}

/// What all measurements share.
struct Bench {
  const daicho::TextOptions text;
  const int runs;
  const std::string word;

  bool wants(const Direction& direction) const { return title_of(direction).find(word) != std::string::npos; }
  void measure_direction(const Direction& direction, std::string_view input) const;
  void measure_validation(std::string_view utf8) const;
};

void Bench::measure_direction(const Direction& direction, std::string_view input) const {
  if (!wants(direction)) return;
  const Blocks blocks = blocks_of(direction.from, input);
  std::string output(3 * blocks.front().size() + 64, '\0');
  std::vector<Contender> contenders;
  contenders.push_back({"daicho", [&] {
                          for (const std::string_view block : blocks) {
                            output.clear();
                            if (convert(direction, block, text, output).error != daicho::TextError::none) std::abort();
                          }
                          output.resize(3 * blocks.front().size() + 64);
                        }});
  std::optional<Icu> icu;
  if (icu_name(direction.from) != nullptr && icu_name(direction.to) != nullptr) {
    icu.emplace(icu_name(direction.from), icu_name(direction.to));
    contenders.push_back({"ICU", [&] {
                            for (const std::string_view block : blocks) icu->convert(block, output);
                          }});
  }
  std::optional<Iconv> iconv;
  if (iconv_name(direction.from) != nullptr && iconv_name(direction.to) != nullptr) {
    iconv.emplace(iconv_name(direction.from), iconv_name(direction.to));
    contenders.push_back({"iconv", [&] {
                            for (const std::string_view block : blocks) iconv->convert(block, output);
                          }});
  }
  contenders.push_back({"memcpy", [&] {
                          for (const std::string_view block : blocks) block.copy(output.data(), block.size());
                        }});
  measure(title_of(direction), input, runs, std::move(contenders));
}

void Bench::measure_validation(std::string_view utf8) const {
  const std::string title = "utf-8 validation";
  if (title.find(word) == std::string::npos) return;
  const Blocks blocks = blocks_of(Charset::utf8, utf8);
  std::string output(blocks.front().size(), '\0');
  measure(title, utf8, runs,
          {{"daicho",
            [&] {
              for (const std::string_view block : blocks) {
                if (!daicho::is_utf8(block)) std::abort();
              }
            }},
           {"memcpy", [&] {
              for (const std::string_view block : blocks) block.copy(output.data(), block.size());
            }}});
}

/// Calls of one field each, as a reader of fixed records makes them: nanoseconds a call.
void bench_fields(Charset charset, const std::string& title, std::string_view bytes) {
  std::string text;
  constexpr int kCalls = 2'000'000;
  const double begin = thread_seconds();
  for (int call = 0; call < kCalls; ++call) {
    text.clear();
    daicho::decode(charset, bytes, text);
  }
  fmt::print("{:40} {:6.1f} ns a call\n", title, (thread_seconds() - begin) * 1e9 / kCalls);
}

/// Every charset against UTF-8, both ways, and CP932 against UTF-16; then ASCII alone.
void measure_directions(const Bench& bench, const std::string& cp932) {
  std::string utf8;
  daicho::decode(Charset::cp932, cp932, utf8);
  for (const Charset charset : daicho::all_charsets()) {
    if (charset == Charset::utf8 || charset == Charset::utf16be) continue;
    const bool beside_cp932 = charset == Charset::utf16le && bench.wants({charset, Charset::cp932});
    std::string bytes;
    if (!bench.wants({charset, Charset::utf8}) && !beside_cp932) {
      bench.measure_direction({Charset::utf8, charset}, utf8);
      continue;
    }
    if (daicho::encode(charset, utf8, bytes, bench.text).error != daicho::TextError::none) std::abort();
    bench.measure_direction({charset, Charset::utf8}, bytes);
    bench.measure_direction({Charset::utf8, charset}, utf8);
    if (charset == Charset::utf16le) {
      bench.measure_direction({Charset::cp932, Charset::utf16le}, cp932);
      bench.measure_direction({Charset::utf16le, Charset::cp932}, bytes);
    }
  }
  bench.measure_direction({Charset::utf8, Charset::utf8}, utf8);
  bench.measure_validation(utf8);
  std::string ascii(cp932.size(), ' ');
  for (std::size_t at = 79; at < ascii.size(); at += 80) ascii[at] = '\n';
  fmt::print("ASCII\n");
  bench.measure_direction({Charset::cp932, Charset::utf8}, ascii);
  bench.measure_direction({Charset::utf8, Charset::cp932}, ascii);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t size = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 200) << 20;
  const daicho::Catalog catalog(DAICHO_SOURCE_DIR "/schemas");
  const daicho::CharacterTables tables(catalog);
  const Bench bench{tables.text_options(Charset::juki), argc > 2 ? std::atoi(argv[2]) : 5, argc > 3 ? argv[3] : ""};
  const std::string cp932 = resident_like_text(size);
  fmt::print("GB/s of input, {} MB of CP932, median of {} runs; in brackets: so many times the other's speed\n",
             size >> 20, bench.runs);
  measure_directions(bench, cp932);
  if (!bench.word.empty()) return 0;
  std::string utf8;
  std::string utf16;
  const std::string_view name = std::string_view(cp932).substr(214, 60);
  daicho::decode(Charset::cp932, name, utf8);
  daicho::encode(Charset::utf16le, utf8, utf16);
  bench_fields(Charset::cp932, "cp932, a date of 8 digits", "20261120");
  bench_fields(Charset::cp932, "cp932, a name of 5 in 30 positions", name);
  bench_fields(Charset::utf16le, "utf-16le, a name of 5 in 30 positions", utf16);
  bench_fields(Charset::utf8, "utf-8, a name of 5 in 30 positions", utf8);
  return 0;
}
