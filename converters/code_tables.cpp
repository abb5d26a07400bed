#include "converters/code_tables.hpp"

#include "converters/utf8.hpp"

namespace daicho {

CodeEntry code_entry(std::string_view utf8) {
  CodeEntry entry = CodeEntry{utf8.size()} << 56;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    entry |= CodeEntry{static_cast<unsigned char>(utf8[i])} << 8 * i;
  }
  return entry;
}

CodeMap::CodeMap() { pages_.emplace_back().fill(kNoCode); }

void CodeMap::set(char32_t code_point, CharsetCode code) {
  std::uint16_t& page = page_of_[code_point >> 8];
  if (page == 0) {
    page = static_cast<std::uint16_t>(pages_.size());
    pages_.emplace_back().fill(kNoCode);
  }
  pages_[page][code_point & 0xFF] = code;
}

void CodeTables::enter(CodeEntry& entry, CharsetCode code, std::string_view utf8) {
  entry = code_entry(utf8);
  const char32_t first = take_code_point(utf8);
  if (utf8.empty()) {
    codes.set(first, code);
  } else {
    sequences.push_back({first, take_code_point(utf8), code});
  }
}

void CodeTables::mark_sequences() {
  for (CodeEntry& entry : longer) {
    if (entry == 0) continue;
    const EntryText storage(entry);
    std::string_view text = storage.view();
    const char32_t first = take_code_point(text);
    for (const CodeSequence& one : sequences) {
      if (first == one.second) entry |= kEntryMayJoin;
      if (first == one.first && text.empty()) entry |= kEntryMayBegin;
    }
  }
}

CharsetCode CodeTables::sequence(char32_t first, char32_t second) const {
  for (const CodeSequence& one : sequences) {
    if (one.first == first && one.second == second) return one.code;
  }
  return kNoCode;
}

}  // namespace daicho
