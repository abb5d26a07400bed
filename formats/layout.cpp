#include "formats/layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

/// Whether a chain of codes of `width` digits each holds the list's codes, then zeros only.
bool chain_allowed(const CodeList& list, std::string_view value, std::size_t width) {
  const std::string zeros(width, '0');
  if (value.empty() || value.size() % width != 0) return false;
  std::size_t codes = 0;
  bool alone = false;
  bool ended = false;
  for (; !value.empty(); value.remove_prefix(width)) {
    const std::string_view part = value.substr(0, width);
    if (part == zeros) {
      ended = true;
      continue;
    }
    const Code* code = list.find(part);
    if (ended || code == nullptr) return false;
    alone = alone || code->alone;
    ++codes;
  }
  return codes == 1 || (codes > 1 && !alone);
}

}  // namespace

std::string to_string(Picture picture) {
  const char letter = picture.cls == PictureClass::digits ? '9' : picture.cls == PictureClass::text ? 'X' : 'N';
  return fmt::format("{}({})", letter, picture.length);
}

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::digits:
      return "digits";
    case Kind::date:
      return "date";
    case Kind::era_date:
      return "era_date";
    case Kind::era_gregorian_date:
      return "era_gregorian_date";
    case Kind::timestamp:
      return "timestamp";
    case Kind::flag:
      return "flag";
    case Kind::text:
      return "text";
    case Kind::katakana:
      return "katakana";
    case Kind::hiragana:
      return "hiragana";
    case Kind::kanji:
      return "kanji";
    case Kind::zenkaku:
      return "zenkaku";
  }
  return "";
}

const Code* CodeList::find(std::string_view code) const {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& each) { return each.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

bool Item::code_allowed(std::string_view value) const {
  if (!codes) return true;
  if (!codes_chained) return codes->find(value) != nullptr;
  return !codes->codes.empty() && chain_allowed(*codes, value, codes->codes.front().code.size());
}

bool Item::check_digit_allowed(std::string_view value) const {
  return check == CheckDigit::none ||
         std::find(check_except.begin(), check_except.end(), value) != check_except.end() ||
         check_digit_valid(check, value);
}

std::optional<std::size_t> Layout::find(std::string_view id_or_name) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id_or_name) return i;
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].name == id_or_name) return i;
  }
  return find_alias(id_or_name);
}

std::optional<std::size_t> Layout::find_alias(std::string_view alias) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::vector<std::string>& aliases = items[i].aliases;
    if (std::find(aliases.begin(), aliases.end(), alias) != aliases.end()) return i;
  }
  return std::nullopt;
}

std::size_t Layout::index(std::string_view id_or_name) const {
  if (const auto found = find(id_or_name)) return *found;
  std::vector<std::string> known;
  for (const Item& item : items) {
    known.push_back(item.id);
    known.push_back(item.name);
  }
  const auto near = nearest_word(id_or_name, known);
  throw UsageError(fmt::format("layout {} has no item '{}'{}", id, id_or_name,
                               near ? fmt::format("; did you mean '{}'?", *near)
                                    : fmt::format("; `daicho layout show {}` lists its items", id)));
}

std::size_t Layout::record_bytes(Charset charset) const { return offsets(charset).back(); }

std::vector<std::size_t> Layout::offsets(Charset charset) const {
  std::vector<std::size_t> result{0};
  result.reserve(items.size() + 1);
  for (const Item& item : items) result.push_back(result.back() + item.picture.bytes(charset));
  return result;
}

}  // namespace daicho
