#include "converters/ebcdic_tables.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <system_error>

namespace daicho {
namespace {

class IcuReader {
 public:
  explicit IcuReader(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(name, &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) {
      throw std::system_error(std::make_error_code(std::errc::no_such_file_or_directory),
                              std::string("ICU cannot open its table ") + name + " (" + u_errorName(status) + ")");
    }
    ucnv_setFallback(converter_.get(), false);
  }

  /// The text that `bytes` stand for; empty where they are no character.
  std::string text_of(std::string_view bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    char16_t units[4];
    const std::int32_t length =
        ucnv_toUChars(converter_.get(), units, 4, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::string text;
    if (U_SUCCESS(status) && length > 0) icu::UnicodeString(units, length).toUTF8String(text);
    return text;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

std::unique_ptr<const CodeTables> make_tables(const char* name) {
  const IcuReader icu(name);
  auto tables = std::make_unique<CodeTables>();
  const auto enter = [&](CodeEntry& entry, unsigned code, std::string_view bytes) {
    const std::string text = icu.text_of(bytes);
    if (!text.empty()) tables->enter(entry, static_cast<CharsetCode>(code), text);
  };
  for (unsigned byte = 0; byte <= 0xFF; ++byte) {
    const char bytes[] = {static_cast<char>(byte)};
    if (byte != kShiftOut && byte != kShiftIn) enter(tables->single[byte], byte, {bytes, 1});
  }
  for (unsigned code = 0x4040; code <= 0xFEFE; ++code) {
    const auto lead = static_cast<unsigned char>(code >> 8);
    const auto trail = static_cast<unsigned char>(code & 0xFF);
    if (!is_ebcdic_double(lead) || !is_ebcdic_double(trail)) continue;
    const char bytes[] = {static_cast<char>(kShiftOut), static_cast<char>(lead), static_cast<char>(trail),
                          static_cast<char>(kShiftIn)};
    enter(tables->longer[code], code, {bytes, 4});
  }
  return tables;
}

}  // namespace

const CodeTables& ebcdic_tables(Charset charset) {
  if (charset == Charset::ibm930) {
    static const std::unique_ptr<const CodeTables> tables = make_tables("ibm-930_P120-1999");
    return *tables;
  }
  static const std::unique_ptr<const CodeTables> tables = make_tables("ibm-939_P120-1999");
  return *tables;
}

}  // namespace daicho
