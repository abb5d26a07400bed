#include "converters/cp932_tables.hpp"

#include <unicode/ucnv.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace daicho {
namespace {

constexpr const char* kIcuName = "ibm-943_P15A-2003";  // "ibm-943" alone opens P130, another table

class IcuCp932 {
 public:
  IcuCp932() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(kIcuName, &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU cannot open its table ") + kIcuName + ": " + u_errorName(status));
    }
    ucnv_setFallback(converter_.get(), false);
  }

  /// The one code unit that `bytes` stand for, or 0.
  char16_t unit_of(std::string_view bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    char16_t units[4];
    const std::int32_t length =
        ucnv_toUChars(converter_.get(), units, 4, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    return U_SUCCESS(status) && length == 1 ? units[0] : u'\0';
  }

  /// The code that `unit` is written as, or 0.
  Cp932Code code_of(char16_t unit) const {
    UErrorCode status = U_ZERO_ERROR;
    char bytes[8];
    const std::int32_t length = ucnv_fromUChars(converter_.get(), bytes, sizeof bytes, &unit, 1, &status);
    if (U_FAILURE(status) || length < 1 || length > 2) return 0;
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (length == 1) return first;
    return static_cast<Cp932Code>(first << 8 | static_cast<unsigned char>(bytes[1]));
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

Cp932Entry entry_of(char16_t unit, bool duplicate) {
  const auto byte = [](unsigned value) { return static_cast<Cp932Entry>(value); };
  const Cp932Entry flag = duplicate ? kCp932Duplicate : 0;
  if (unit < 0x80) return byte(unit) | 1U << kCp932LengthShift | flag;
  if (unit < 0x800) {
    return byte(0xC0 | unit >> 6) | byte(0x80 | (unit & 0x3F)) << 8 | 2U << kCp932LengthShift | flag;
  }
  return byte(0xE0 | unit >> 12) | byte(0x80 | (unit >> 6 & 0x3F)) << 8 | byte(0x80 | (unit & 0x3F)) << 16 |
         3U << kCp932LengthShift | (duplicate ? kCp932Duplicate : kCp932PlainTriple);
}

/// Enters one code and, from its character, the way back.
Cp932Entry enter(const IcuCp932& icu, Cp932Tables& tables, std::string_view bytes, Cp932Code code) {
  const char16_t unit = icu.unit_of(bytes);
  if (unit == 0) return 0;
  Cp932Code& back = tables.code_of[unit];
  if (back == 0) back = icu.code_of(unit);
  return entry_of(unit, back != code);
}

std::unique_ptr<const Cp932Tables> make_tables() {
  const IcuCp932 icu;
  auto tables = std::make_unique<Cp932Tables>();
  // 00-7F are themselves: ICU would rotate 1A, 1C and 7F. 80, A0 and FD-FF stay undefined, whatever ICU makes of them.
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    tables->single[byte] = entry_of(static_cast<char16_t>(byte), false);
    tables->code_of[byte] = static_cast<Cp932Code>(byte);
  }
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte) {
    const char bytes[1] = {static_cast<char>(byte)};
    tables->single[byte] = enter(icu, *tables, {bytes, 1}, static_cast<Cp932Code>(byte));
  }
  for (unsigned lead = 0x81; lead <= 0xFC; ++lead) {
    if (!is_cp932_lead(static_cast<unsigned char>(lead))) continue;
    for (unsigned trail = 0x40; trail <= 0xFC; ++trail) {
      if (trail == 0x7F) continue;
      const char bytes[2] = {static_cast<char>(lead), static_cast<char>(trail)};
      const unsigned code = lead << 8 | trail;
      tables->pair[code] = enter(icu, *tables, {bytes, 2}, static_cast<Cp932Code>(code));
    }
  }
  return tables;
}

}  // namespace

const Cp932Tables& cp932_tables() {
  static const std::unique_ptr<const Cp932Tables> tables = make_tables();
  return *tables;
}

}  // namespace daicho
