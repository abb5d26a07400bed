#include "converters/gaiji_table.hpp"

#include "converters/similar_character.hpp"
#include "converters/utf8.hpp"

namespace daicho {

void GaijiTable::add(Gaiji entry) {
  const std::size_t index = entries_.size();
  by_code_point_.emplace(entry.code_point, index);
  if (!entry.meaning.empty()) {
    std::string_view meaning = entry.meaning;
    similar_meanings_ = similar_meanings_ || may_be_written_similar(take_code_point(meaning));
    by_meaning_.emplace(entry.meaning, index);
  }
  entries_.push_back(std::move(entry));
}

const Gaiji* GaijiTable::find(char32_t code_point) const {
  const auto found = by_code_point_.find(code_point);
  return found == by_code_point_.end() ? nullptr : &entries_[found->second];
}

char32_t GaijiTable::code_point_of(std::string_view character) const {
  const auto found = by_meaning_.find(std::string(character));
  return found == by_meaning_.end() ? 0 : entries_[found->second].code_point;
}

}  // namespace daicho
