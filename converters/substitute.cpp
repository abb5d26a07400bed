#include "converters/substitute.hpp"

#include <optional>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr int kMostHops = 2;  // a variation sequence to its base, and the base to its substitute

bool all_inside(std::string_view text, Charset charset) {
  while (!text.empty()) {
    if (!in_certificate_repertoire(take_character(text), charset)) return false;
  }
  return true;
}

/// What stands for a character that is outside the repertoire; nothing where the table leads nowhere.
std::optional<std::string> replacement(const SubstitutionTable& table, std::string_view character, Charset charset) {
  std::string current(character);
  for (int hop = 0; hop < kMostHops; ++hop) {
    std::string next(table.find(current));
    if (next.empty()) return std::nullopt;
    if (all_inside(next, charset)) return next;
    current = std::move(next);
  }
  return std::nullopt;
}

}  // namespace

void SubstitutionTable::add(std::string_view character, std::string_view substitute) {
  pairs_.insert_or_assign(std::string(character), std::string(substitute));
}

std::string_view SubstitutionTable::find(std::string_view character) const {
  const auto pair = pairs_.find(std::string(character));
  if (pair != pairs_.end()) return pair->second;
  if (character.empty()) return {};
  std::string_view rest = character;
  take_code_point(rest);
  const std::string_view base = character.substr(0, character.size() - rest.size());
  std::string_view after = rest;
  const bool is_sequence = !rest.empty() && is_variation_selector(take_code_point(after)) && after.empty();
  return is_sequence ? base : std::string_view{};
}

Substitution substitute(const SubstitutionTable& table, std::string_view text, Charset charset) {
  Substitution done;
  while (!text.empty()) {
    const std::string_view character = take_character(text);
    const std::size_t units = utf16_length(character);
    if (in_certificate_repertoire(character, charset)) {
      done.text += character;
      done.positions.append(units, '0');
      continue;
    }
    done.positions.append(units, '1');
    const std::optional<std::string> other = replacement(table, character, charset);
    if (!other) {
      done.result = SubstituteResult::impossible;
    } else {
      done.text += *other;
      if (done.result == SubstituteResult::unchanged) done.result = SubstituteResult::substituted;
    }
  }
  return done;
}

}  // namespace daicho
