#include "converters/cp932_words.hpp"

#include <memory>

namespace daicho {
namespace {

constexpr std::size_t kPage = 64;

ByteWord swapped(unsigned code) { return static_cast<ByteWord>((code & 0xFF) << 8 | code >> 8); }

void enter_utf8(Cp932Words& words, char16_t unit, ByteWord word) {
  const unsigned first = 0xE0U | static_cast<unsigned>(unit >> 12);
  const unsigned second = 0x80U | (static_cast<unsigned>(unit >> 6) & 0x3F);
  std::uint16_t& page = words.page_of[first | second << 8];
  if (page == 0) {
    page = static_cast<std::uint16_t>(words.pages.size());
    words.pages.resize(words.pages.size() + kPage);
  }
  words.pages[page + (unit & 0x3FU)] = word;
}

std::unique_ptr<const Cp932Words> make_words() {
  const Cp932Tables& tables = cp932_tables();
  auto words = std::make_unique<Cp932Words>();
  words->pages.resize(kPage);
  for (unsigned code = 0x8000; code <= 0xFFFF; ++code) {
    const Cp932Entry entry = tables.pair[code];
    if ((entry & kCp932PlainTriple) == 0) continue;
    const ByteWord word = swapped(code);
    const auto unit = cp932_unit(entry);
    words->entry_of[word] = entry;
    words->unit_of[word] = unit;
    words->word_of[unit] = word;
    enter_utf8(*words, unit, word);
  }
  return words;
}

}  // namespace

const Cp932Words& cp932_words() {
  static const std::unique_ptr<const Cp932Words> words = make_words();
  return *words;
}

}  // namespace daicho
