#include "converters/jis2004_tables.hpp"

#include <iconv.h>

#include <cerrno>
#include <initializer_list>
#include <string>
#include <system_error>

namespace daicho {
namespace {

class IconvReader {
 public:
  /// Opens the first of `names` that this iconv knows: glibc and GNU libiconv differ.
  explicit IconvReader(std::initializer_list<const char*> names) {
    for (const char* name : names) {
      converter_ = iconv_open("UTF-8", name);
      if (converter_ != closed()) return;
    }
    throw std::system_error(errno, std::generic_category(),
                            std::string("iconv does not know ") + *names.begin() +
                                " (its tables are glibc's gconv modules, in the package libc6 of Debian and "
                                "glibc-gconv-extra of Fedora)");
  }
  ~IconvReader() { iconv_close(converter_); }
  IconvReader(const IconvReader&) = delete;
  IconvReader& operator=(const IconvReader&) = delete;

  /// The text of one code, as a view until the next call; empty where the bytes are none.
  std::string_view text_of(std::string_view code) {
    char in[4] = {};
    code.copy(in, sizeof in);
    char* input = in;
    char* output = text_;
    std::size_t input_left = code.size();
    std::size_t output_left = sizeof text_;
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    const auto failed = static_cast<std::size_t>(-1);
    if (iconv(converter_, &input, &input_left, &output, &output_left) != 0) return {};
    // A character that another one might join is held back until the end is told.
    if (iconv(converter_, nullptr, nullptr, &output, &output_left) == failed) return {};
    return {text_, static_cast<std::size_t>(output - text_)};
  }

 private:
  static iconv_t closed() { return reinterpret_cast<iconv_t>(-1); }  // NOLINT: iconv(3) defines it so

  iconv_t converter_ = closed();
  char text_[16];
};

void enter(IconvReader& iconv, CodeTables& tables, CodeEntry& entry, CharsetCode code, std::string_view bytes) {
  const std::string_view text = iconv.text_of(bytes);
  if (!text.empty() && text.size() <= 6) tables.enter(entry, code, text);
}

char byte_of(unsigned value) { return static_cast<char>(value); }

std::unique_ptr<const CodeTables> make_shift_jis() {
  IconvReader iconv({"SHIFT_JISX0213", "SHIFT_JIS-2004", "SHIFT_JIS_2004"});
  auto tables = std::make_unique<CodeTables>();
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte) {
    const char bytes[] = {byte_of(byte)};
    enter(iconv, *tables, tables->single[byte], static_cast<CharsetCode>(byte), {bytes, 1});
  }
  for (unsigned code = 0x8140; code <= 0xFCFC; ++code) {
    if (!is_shift_jis_lead(static_cast<unsigned char>(code >> 8)) || !is_shift_jis_trail(code & 0xFF)) continue;
    const char bytes[] = {byte_of(code >> 8), byte_of(code & 0xFF)};
    enter(iconv, *tables, tables->longer[code], static_cast<CharsetCode>(code), {bytes, 2});
  }
  tables->mark_sequences();
  return tables;
}

std::unique_ptr<const CodeTables> make_euc() {
  IconvReader iconv({"EUC-JISX0213", "EUC-JIS-2004", "EUC-JIS_2004"});
  auto tables = std::make_unique<CodeTables>();
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte) {
    const char bytes[] = {byte_of(kEucKatakana), byte_of(byte)};
    const auto code = static_cast<CharsetCode>(kEucKatakana << 8 | byte);
    enter(iconv, *tables, tables->longer[code], code, {bytes, 2});
  }
  for (unsigned lead = 0xA1; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
      const char bytes[] = {byte_of(kEucPlane2), byte_of(lead), byte_of(trail)};
      const auto code = static_cast<CharsetCode>(lead << 8 | trail);
      enter(iconv, *tables, tables->longer[code], code, {bytes + 1, 2});
      enter(iconv, *tables, tables->longer[euc_triple(lead, trail)], euc_triple(lead, trail), {bytes, 3});
    }
  }
  tables->mark_sequences();
  return tables;
}

}  // namespace

const CodeTables& shift_jis_2004_tables() {
  static const std::unique_ptr<const CodeTables> tables = make_shift_jis();
  return *tables;
}

const CodeTables& euc_jis_2004_tables() {
  static const std::unique_ptr<const CodeTables> tables = make_euc();
  return *tables;
}

}  // namespace daicho
