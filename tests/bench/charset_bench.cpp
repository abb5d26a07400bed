// Speed of the charset converters beside ICU and glibc's iconv, one thread, in memory, on text as in resident records:
// about 43 % ASCII, 4 % half-width katakana, 53 % double-byte bytes with U+3000 fill. Prints GB/s of input, the median
// of the runs, which are interleaved so that a busy machine slows all alike.
//
//   charset_bench [MEGABYTES [RUNS]]      default 64 and 5
#include <fmt/format.h>
#include <iconv.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "converters/charset.hpp"

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

struct Contender {
  std::string name;
  std::function<void()> run;
  std::vector<double> seconds = {};
};

void convert_by_iconv(const char* to, const char* from, const std::string& input, std::string& output) {
  const iconv_t converter = iconv_open(to, from);
  char* in = const_cast<char*>(input.data());  // iconv's signature; it does not write there
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

void measure(const std::string& title, const std::string& input, int runs, std::vector<Contender> contenders) {
  for (int run = 0; run < runs; ++run) {
    for (Contender& contender : contenders) {
      const auto begin = std::chrono::steady_clock::now();
      contender.run();
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      contender.seconds.push_back(taken.count());
    }
  }
  fmt::print("{:22}", title);
  for (Contender& contender : contenders) {
    std::sort(contender.seconds.begin(), contender.seconds.end());
    const double median = contender.seconds[contender.seconds.size() / 2];
    fmt::print("  {} {:6.2f}", contender.name, static_cast<double>(input.size()) / median / 1e9);
  }
  fmt::print("\n");
}

struct Direction {
  std::string title;
  Charset charset;
  bool decoding;
  const char* icu_name;
  const char* iconv_name;
};

void bench(const Direction& direction, const std::string& input, int runs) {
  std::string ours;
  std::string theirs(3 * input.size() + 64, '\0');
  const char* const icu_from = direction.decoding ? direction.icu_name : "UTF-8";
  const char* const icu_to = direction.decoding ? "UTF-8" : direction.icu_name;
  const char* const iconv_from = direction.decoding ? direction.iconv_name : "UTF-8";
  const char* const iconv_to = direction.decoding ? "UTF-8" : direction.iconv_name;
  measure(direction.title, input, runs,
          {{"daicho",
            [&] {
              ours.clear();
              const auto convert = direction.decoding ? daicho::decode : daicho::encode;
              if (convert(direction.charset, input, ours, {}).error != daicho::TextError::none) std::abort();
            }},
           {"ICU", [&] { convert_by_icu(icu_to, icu_from, input, theirs); }},
           {"iconv", [&] { convert_by_iconv(iconv_to, iconv_from, input, theirs); }}});
}

/// Calls of one field each, as a reader of fixed records makes them: nanoseconds a call.
void bench_fields(Charset charset, const std::string& title, const std::string& bytes) {
  std::string text;
  constexpr int kCalls = 2'000'000;
  const auto begin = std::chrono::steady_clock::now();
  for (int call = 0; call < kCalls; ++call) {
    text.clear();
    daicho::decode(charset, bytes, text);
  }
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
  fmt::print("{:40} {:6.1f} ns a call\n", title, taken.count() / kCalls);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t size = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 64) << 20;
  const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
  const std::string cp932 = resident_like_text(size);
  std::string utf8;
  std::string utf16;
  daicho::decode(Charset::cp932, cp932, utf8);
  daicho::encode(Charset::utf16le, utf8, utf16);
  fmt::print("GB/s of input, {} MB of CP932, median of {} runs\n", size >> 20, runs);
  bench({"cp932 -> utf-8", Charset::cp932, true, "ibm-943_P15A-2003", "CP932"}, cp932, runs);
  bench({"utf-8 -> cp932", Charset::cp932, false, "ibm-943_P15A-2003", "CP932"}, utf8, runs);
  bench({"utf-16le -> utf-8", Charset::utf16le, true, "UTF-16LE", "UTF-16LE"}, utf16, runs);
  bench({"utf-8 -> utf-16le", Charset::utf16le, false, "UTF-16LE", "UTF-16LE"}, utf8, runs);
  bench({"utf-8 -> utf-8", Charset::utf8, true, "UTF-8", "UTF-8"}, utf8, runs);
  bench_fields(Charset::cp932, "cp932, a date of 8 digits", "20261120");
  bench_fields(Charset::cp932, "cp932, a name of 5 in 30 positions", cp932.substr(214, 60));
  bench_fields(Charset::utf16le, "utf-16le, a name of 5 in 30 positions", utf16.substr(428, 60));
  bench_fields(Charset::utf8, "utf-8, a name of 5 in 30 positions", utf8.substr(214, 90));
  return 0;
}
