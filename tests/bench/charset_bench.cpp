// Speed of the charset converters beside ICU, iconv and memcpy: one thread, in memory, on text as in resident records
// (about 43 % of the bytes ASCII, 4 % half-width katakana, 53 % double-byte, with U+3000 fill). Prints GB/s of input,
// the median of the runs, and how many times ICU's and iconv's speed that is. Runs are interleaved and measured in
// processor time, so that a busy machine disturbs the ratios little.
//
//   charset_bench [MEGABYTES [RUNS]]      default 200 and 5
#include <fmt/format.h>
#include <iconv.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "converters/charset.hpp"
#include "converters/text_cut.hpp"
#include "converters/transcode.hpp"
#include "converters/utf8.hpp"

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

void convert_by_iconv(const char* to, const char* from, const std::string& input, std::string& output) {
  const iconv_t converter = iconv_open(to, from);
  char* in = const_cast<char*>(input.data());  // iconv's interface; it does not write there
  char* out = output.data();
  std::size_t in_left = input.size();
  std::size_t out_left = output.size();
  if (iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) std::abort();
  iconv_close(converter);
}

void convert_by_icu(const char* to, const char* from, const std::string& input, std::string& output) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* target = ucnv_open(to, &status);
  UConverter* source = ucnv_open(from, &status);
  char* out = output.data();
  const char* in = input.data();
  ucnv_convertEx(target, source, &out, out + output.size(), &in, in + input.size(), nullptr, nullptr, nullptr, nullptr,
                 true, true, &status);
  if (U_FAILURE(status)) std::abort();
  ucnv_close(source);
  ucnv_close(target);
}

/// Runs the contenders in turn; the first is ours.
void measure(const std::string& title, const std::string& input, int runs, std::vector<Contender> contenders) {
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

const char* icu_name(Charset charset) {
  switch (charset) {
    case Charset::cp932:
      return "ibm-943_P15A-2003";
    case Charset::utf16le:
      return "UTF-16LE";
    default:
      return "UTF-8";
  }
}

const char* iconv_name(Charset charset) { return charset == Charset::cp932 ? "CP932" : icu_name(charset); }

/// The whole text in the blocks in which `daicho transcode` converts it.
void convert_by_blocks(const daicho::BlockTranscoder& transcoder, const std::string& input, std::string& output) {
  constexpr std::size_t kBlock = 256 * 1024;
  std::string_view rest = input;
  output.clear();
  while (!rest.empty()) {
    const std::size_t cut =
        rest.size() <= kBlock ? rest.size() : daicho::cut_text(transcoder.options().from, rest.substr(0, kBlock));
    const bool first = rest.size() == input.size();
    if (transcoder.convert({rest.substr(0, cut), first, cut == rest.size()}, output).fault) std::abort();
    rest.remove_prefix(cut);
  }
}

void bench(const Direction& direction, const std::string& input, int runs) {
  std::string output(3 * input.size() + 64, '\0');
  std::string ours = output;  // so that its memory is there before the first run, as theirs is
  daicho::TranscodeOptions options;
  options.from = direction.from;
  options.to = direction.to;
  const daicho::BlockTranscoder transcoder(options);
  measure(fmt::format("{} -> {}", daicho::charset_name(direction.from), daicho::charset_name(direction.to)), input,
          runs,
          {{"daicho", [&] { convert_by_blocks(transcoder, input, ours); }},
           {"ICU", [&] { convert_by_icu(icu_name(direction.to), icu_name(direction.from), input, output); }},
           {"iconv", [&] { convert_by_iconv(iconv_name(direction.to), iconv_name(direction.from), input, output); }},
           {"memcpy", [&] { std::memcpy(output.data(), input.data(), input.size()); }}});
}

void bench_validation(const std::string& utf8, int runs) {
  std::string output(utf8.size(), '\0');
  measure("utf-8 validation", utf8, runs,
          {{"daicho",
            [&] {
              if (!daicho::is_utf8(utf8)) std::abort();
            }},
           {"memcpy", [&] { std::memcpy(output.data(), utf8.data(), utf8.size()); }}});
}

/// Calls of one field each, as a reader of fixed records makes them: nanoseconds a call.
void bench_fields(Charset charset, const std::string& title, const std::string& bytes) {
  std::string text;
  constexpr int kCalls = 2'000'000;
  const double begin = thread_seconds();
  for (int call = 0; call < kCalls; ++call) {
    text.clear();
    daicho::decode(charset, bytes, text);
  }
  fmt::print("{:40} {:6.1f} ns a call\n", title, (thread_seconds() - begin) * 1e9 / kCalls);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t size = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 200) << 20;
  const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
  const std::string cp932 = resident_like_text(size);
  std::string utf8;
  std::string utf16;
  daicho::decode(Charset::cp932, cp932, utf8);
  daicho::encode(Charset::utf16le, utf8, utf16);
  fmt::print("GB/s of input, {} MB of CP932, median of {} runs; in brackets: so many times the other's speed\n",
             size >> 20, runs);
  bench({Charset::cp932, Charset::utf8}, cp932, runs);
  bench({Charset::utf8, Charset::cp932}, utf8, runs);
  bench({Charset::cp932, Charset::utf16le}, cp932, runs);
  bench({Charset::utf16le, Charset::cp932}, utf16, runs);
  bench({Charset::utf16le, Charset::utf8}, utf16, runs);
  bench({Charset::utf8, Charset::utf16le}, utf8, runs);
  bench({Charset::utf8, Charset::utf8}, utf8, runs);
  bench_validation(utf8, runs);
  std::string ascii(size, ' ');
  for (std::size_t at = 79; at < ascii.size(); at += 80) ascii[at] = '\n';
  fmt::print("ASCII\n");
  bench({Charset::cp932, Charset::utf8}, ascii, runs);
  bench({Charset::utf8, Charset::cp932}, ascii, runs);
  bench_fields(Charset::cp932, "cp932, a date of 8 digits", "20261120");
  bench_fields(Charset::cp932, "cp932, a name of 5 in 30 positions", cp932.substr(214, 60));
  bench_fields(Charset::utf16le, "utf-16le, a name of 5 in 30 positions", utf16.substr(428, 60));
  bench_fields(Charset::utf8, "utf-8, a name of 5 in 30 positions", utf8.substr(214, 90));
  return 0;
}
